import type { LocalDate } from '../../../core/dates';

/** Height of one goal's lane below a plot, in CSS pixels. */
export const laneHeight = 92;
const room = { top: 42, bottom: 14 };

/** One goal's checks: `share` is where an answer lies between the ends of its measure. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly marks: readonly { readonly on: LocalDate; readonly share: number; readonly label: string }[];
}

/** A goal's checks below a measure's plot, on the same days; each point says its answer. */
export function GoalLane(props: { readonly lane: Lane; readonly top: number; readonly width: number; toX(on: LocalDate): number }) {
  const { lane, top, width } = props;
  const y = (share: number) => top + room.top + (1 - share) * (laneHeight - room.top - room.bottom);
  const marks = lane.marks.map((mark) => ({ ...mark, x: props.toX(mark.on), y: y(mark.share) }));
  return (
    <g>
      <path class="plot-grid" d={`M0 ${top + 2}H${width}`} />
      <text class="plot-unit" x={0} y={top + 22}>
        {lane.name}
      </text>
      <polyline class="goal-lane-line" points={marks.map((mark) => `${mark.x.toFixed(1)},${mark.y.toFixed(1)}`).join(' ')} />
      {marks.map((mark) => (
        <g key={mark.on}>
          <path class="goal-mark" d={`M${mark.x} ${mark.y - 9}l9 9l-9 9l-9 -9z`} />
          <text class="plot-tick" x={mark.x + 12} y={mark.y + 5}>
            {mark.label}
          </text>
        </g>
      ))}
    </g>
  );
}
