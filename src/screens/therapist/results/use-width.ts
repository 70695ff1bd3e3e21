import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The width in CSS pixels of the element that takes `ref`: plots are drawn in real pixels, so that their words keep their size. */
export function useWidth<E extends Element>(first: number): { readonly ref: RefObject<E | null>; readonly width: number } {
  const ref = useRef<E | null>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      if (now > 0) setWidth(now);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}
