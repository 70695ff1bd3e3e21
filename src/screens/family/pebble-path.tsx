import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Companion } from '../../plan/types';
import { CompanionPicture, toPictureUrl } from '../parts/picture';
import { useText } from '../parts/use-app';
import { layPath } from './path';

/** The path shows this many pebbles; older ones are further down the beach, and in the words. */
export const shownPebbles = 40;
const pebbleSize = 66;
const leastRoom = 16;

/** The child's path across the sand: a pebble for each session, the newest at its end, the companion beside it. */
export function PebblePath({ pebbles, companion }: { readonly pebbles: number; readonly companion: Companion }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useDrawnWidth(box);
  const shown = Math.min(pebbles, shownPebbles);
  // Room for a few more than there are: the path always leads on.
  const path = useMemo(() => layPath(width, Math.max(leastRoom, Math.min(shownPebbles, shown + 4))), [width, shown]);
  const first = pebbles - shown;
  const { height } = path;
  return (
    <div ref={box} class="pebble-path">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text('family.pebbles', { count: pebbles })}>
        <Beach width={width} height={height} />
        <path class="trail" d={path.line} />
        <path class="trail-light" d={path.line} />
        {path.places.slice(0, shown).map(({ x, y }, i) => (
          <image
            key={first + i}
            class={i === shown - 1 ? 'pebble newest' : 'pebble'}
            href={toPictureUrl(`pebbles/pebble-${((first + i) % 6) + 1}`) ?? ''}
            x={x - pebbleSize / 2}
            y={y - pebbleSize / 2}
            width={pebbleSize}
            height={pebbleSize}
          />
        ))}
      </svg>
      <CompanionPicture companion={companion} class="path-companion" />
    </div>
  );
}

/** Sea, foam and sand, in the light of the bay. */
function Beach({ width, height }: { readonly width: number; readonly height: number }) {
  const wave = (y: number, sway: number) =>
    `M0 ${y}C${width * 0.2} ${y - sway} ${width * 0.35} ${y + sway} ${width * 0.55} ${y}S${width * 0.85} ${y - sway} ${width} ${y + 4}`;
  const below = `V${height}H0z`;
  return (
    <g>
      <path d={`M0 0H${width}${below}`} fill="#62a3c2" />
      <path d={`${wave(22, 10)}${below}`} fill="#8fc1d6" opacity=".55" />
      <path d={`${wave(42, 12)}${below}`} fill="#eaf4f4" />
      <path d={`${wave(54, 12)}${below}`} fill="#e6d0a4" />
      <path d={`${wave(64, 12)}${below}`} fill="#f3e3c3" />
      <path d={`${wave(height * 0.62, 18)}${below}`} fill="#f6ead0" />
    </g>
  );
}

/** CSS pixels that the drawing has, so that a pebble keeps its size on every screen. */
function useDrawnWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(1000);
  useLayoutEffect(() => {
    const drawn = box.current;
    if (!drawn) return;
    const measure = () => setWidth(Math.max(280, Math.round(drawn.clientWidth)));
    // A new width gives a new height: drawn in the next frame, not within the notice of the change.
    let frame = 0;
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    measure();
    watch.observe(drawn);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return width;
}
