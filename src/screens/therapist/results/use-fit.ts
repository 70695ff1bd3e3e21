import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Room for the column that opens the rest. */
const moreWidthPx = 64;

/**
 * How many of a table's last columns (`columns` picks their heads) fit into the room that takes `ref`, so that nothing scrolls sideways: all of
 * them, or fewer with a column more for what is left. It is looked at anew as the room changes.
 */
export function useFit(columns: string): { readonly ref: RefObject<HTMLElement | null>; readonly fit: number } {
  const ref = useRef<HTMLElement | null>(null);
  const [fit, setFit] = useState(Number.POSITIVE_INFINITY);

  useLayoutEffect(() => {
    const room = ref.current;
    if (!room || fit === 0 || room.scrollWidth <= room.clientWidth) return;
    if (Number.isFinite(fit)) {
      setFit(fit - 1);
      return;
    }
    const widths = [...room.querySelectorAll<HTMLElement>(columns)].map((head) => head.offsetWidth);
    let left = room.clientWidth - moreWidthPx - (room.scrollWidth - widths.reduce((sum, width) => sum + width, 0));
    let count = 0;
    for (const width of widths) {
      left -= width;
      if (left < 0) break;
      count += 1;
    }
    setFit(count);
  });

  useEffect(() => {
    const room = ref.current;
    if (!room) return;
    let before = room.clientWidth;
    const watch = new ResizeObserver(() => {
      if (room.clientWidth === before) return;
      before = room.clientWidth;
      setFit(Number.POSITIVE_INFINITY);
    });
    watch.observe(room);
    return () => watch.disconnect();
  }, []);

  return { ref, fit };
}
