import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Companion } from '../../plan/types';
import type { Pebble } from '../../report/family';
import { CompanionPicture, Picture, toPictureUrl } from '../parts/picture';
import { useText } from '../parts/use-app';
import { layPath } from './path';
import { formatDay, sayPath } from './words';

/** The newest pebble is this much larger. */
const newestScale = 1.18;
/** The companion's pictures are 480 wide and 560 high, with the feet at 537. */
const companionRatio = 560 / 480;
const feet = 537 / 560;

/** The child's path across the sand of the bay: a pebble for each session, its date as its name, the companion where it ends. */
export function PebblePath(props: { readonly pebbles: readonly Pebble[]; readonly total: number; readonly companion: Companion }) {
  const text = useText();
  const { pebbles, total, companion } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useDrawnWidth(box);
  const bay = toBay(width);
  const path = useMemo(() => layPath(width, bay.sandY, pebbles.length), [width, bay.sandY, pebbles.length]);
  const { end } = path;
  const companionHeight = end.size * companionRatio;
  return (
    <div ref={box} class="pebble-path" style={{ height: `${path.height}px` }}>
      <svg viewBox={`0 0 ${width} ${path.height}`} aria-hidden="true">
        <image href={toPictureUrl('bay/bay-wide') ?? ''} x={bay.x} y={bay.y} width={bay.width} height={bay.height} />
        <Sand width={width} height={path.height} bay={bay} />
        <path class="trail" d={path.line} style={{ strokeWidth: `${path.tread}px` }} />
        <path class="trail-light" d={path.line} style={{ strokeWidth: `${path.tread - 12}px` }} />
      </svg>
      <div
        class="path-companion"
        style={{ left: `${end.x - end.size / 2}px`, top: `${end.y + 14 - companionHeight * feet}px`, width: `${end.size}px` }}
      >
        <CompanionPicture companion={companion} />
      </div>
      {pebbles.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: a list without marks is no list to VoiceOver unless it says so
        <ol class="pebbles" role="list" aria-label={sayPath(text, total, pebbles.length)}>
          {pebbles.map(({ session, on, picture }, i) => {
            const { x, y } = path.places[i] ?? end;
            const newest = i === pebbles.length - 1;
            const size = path.pebble * (newest ? newestScale : 1);
            const day = formatDay(text, on);
            return (
              <li
                key={session}
                class={newest ? 'pebble newest' : 'pebble'}
                title={day}
                style={{ left: `${x - size / 2}px`, top: `${y - size / 2}px`, width: `${size}px` }}
              >
                <Picture name={`pebbles/pebble-${picture}`} alt={day} />
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

interface Bay {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Below this there is sand everywhere. */
  readonly sandY: number;
}

/** Where the picture of the bay lies (1600 x 1000, sand from 760 down); narrow screens see its middle. */
function toBay(width: number): Bay {
  const drawn = Math.max(width, 500);
  const height = drawn * (1000 / 1600);
  const y = -0.07 * height;
  return { x: (width - drawn) * 0.72, y, width: drawn, height, sandY: Math.round(y + 0.77 * height) };
}

/** The picture's own front sand, drawn on to the lower edge, with a dune in the corner. */
function Sand({ width, height, bay }: { readonly width: number; readonly height: number; readonly bay: Bay }) {
  const blades = [0, 1, 2].map((i) => `M${i * 11} 0C${i * 11 - 2}-14 ${i * 11 - 6}-24 ${i * 11 - 12 + i * 8}-34`).join('');
  return (
    <g>
      <path
        d="M0 860C300 820 600 880 900 850S1400 820 1600 850V4000H0z"
        transform={`translate(${bay.x} ${bay.y}) scale(${bay.width / 1600})`}
        fill="#f6e9cf"
      />
      <g transform={`translate(${width} ${height})`}>
        <path d="M-170 0C-120-22-60-36 0-40V0z" fill="#e6d3a9" />
        <g fill="none" stroke="#b6be8c" stroke-width="5" stroke-linecap="round">
          <path d={blades} transform="translate(-44 -24) scale(.85)" />
          <path d={blades} transform="translate(-100 -10) scale(.6)" />
        </g>
      </g>
      <path
        d={`M0 ${height}V${height - 14}C${width * 0.14} ${height - 24} ${width * 0.22} ${height - 12} ${width * 0.34} ${height}z`}
        fill="#e6d3a9"
      />
    </g>
  );
}

/** CSS pixels that the drawing has, so that a pebble keeps its size on every screen. */
function useDrawnWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(780);
  useLayoutEffect(() => {
    const drawn = box.current;
    if (!drawn) return;
    const measure = () => setWidth(Math.max(240, Math.round(drawn.clientWidth)));
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
