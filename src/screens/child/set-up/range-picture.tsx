import type { Ratio } from '../../../core/units';
import type { Companion } from '../../../plan/types';
import { CompanionPicture } from '../../parts/picture';

/** Where each direction of a range check points in the picture, in degrees clockwise from up. */
const bearings: Readonly<Record<string, number>> = { up: 0, top: 0, forward: 0, right: 90, down: 180, bottom: 180, backward: 180, left: 270 };

/** A pond round the companion: lily pads grow where the child has been. Nothing shows how far there is to go. */
export function RangePicture(props: { readonly reached: Readonly<Record<string, Ratio>>; readonly companion: Companion }) {
  const pads = Object.entries(props.reached).filter(([, share]) => share > 0);
  return (
    <div class="range-picture" aria-hidden="true">
      <svg viewBox="-52 -52 104 104" aria-hidden="true">
        <circle class="sea" r="51" />
        <circle class="wave" r="40" />
        <circle class="wave" r="29" />
        {pads.map(([direction, share]) => {
          const at = toBearing(direction);
          const away = 24 + 20 * share;
          const size = 3 + 8 * share;
          const [x, y] = [Math.sin(at) * away, -Math.cos(at) * away];
          return (
            <g key={direction} transform={`translate(${x} ${y}) scale(${size / 10})`}>
              <path class="pad" d="M0 0 9.4 -3.4A10 10 0 1 1 3.4 -9.4Z" />
              <circle class="bud" cx="-2" cy="2" r="3" />
            </g>
          );
        })}
      </svg>
      <CompanionPicture companion={props.companion} />
    </div>
  );
}

/** A hand's or a foot's own directions (`right top`) lie on that side of the pond; one word alone lies where it says, another one up. */
function toBearing(direction: string): number {
  const words = direction.split(' ');
  const degrees = bearings[words.at(-1) ?? ''] ?? 0;
  const side = words.length > 1 ? (words[0] === 'left' ? -22 : 22) : 0;
  return ((degrees + side) * Math.PI) / 180;
}
