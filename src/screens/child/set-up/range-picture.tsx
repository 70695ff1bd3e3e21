import type { Ratio } from '../../../core/units';

/** Where each direction of a range check points in the picture, in degrees clockwise from up. */
const bearings: Readonly<Record<string, number>> = { up: 0, top: 0, forward: 0, right: 90, down: 180, bottom: 180, backward: 180, left: 270 };

/** A pond seen from above: rings grow where the child has been. Nothing shows how far there is to go. */
export function RangePicture(props: { readonly reached: Readonly<Record<string, Ratio>>; readonly still: boolean }) {
  const rings = Object.entries(props.reached).map(([direction, share]) => ({ direction, share, at: toBearing(direction) }));
  return (
    <svg class="range-picture" viewBox="-52 -52 104 104" aria-hidden="true">
      <circle class="sea" r="50" />
      {rings.map(({ direction, share, at }) => {
        const away = 12 + 30 * share;
        const [x, y] = [Math.sin(at) * away, -Math.cos(at) * away];
        return <circle key={direction} class="ripple" cx={x} cy={y} r={4 + 12 * share} />;
      })}
      <circle class="now" r={props.still ? 9 : 7} />
    </svg>
  );
}

/** The last word of a direction that is known tells where it lies; a direction without one (a single joint) lies up. */
function toBearing(direction: string): number {
  const words = direction.split(' ');
  const known = words.filter((word) => word in bearings);
  const degrees = known.length > 1 && words.length > 1 ? (bearings[known.at(-1) ?? ''] ?? 0) : (bearings[known[0] ?? ''] ?? 0);
  // A hand's or a foot's own directions lie on that side of the pond.
  const side = words.length > 1 ? (words[0] === 'left' ? -25 : words[0] === 'right' ? 25 : 0) : 0;
  return ((degrees + side) * Math.PI) / 180;
}
