import { useId } from 'preact/hooks';
import { countDays } from '../../../core/dates';
import type { Metric } from '../../../drills/types';
import { toAxis } from '../../../report/axis';
import type { NoiseBand, ProgressPoint } from '../../../report/progress';
import { useText } from '../../parts/use-app';
import { formatDay, formatNumber } from '../words';
import { GoalLane, type Lane, laneHeight } from './goal-lane';
import { useWidth } from './use-width';

const frame = { height: 300, left: 66, right: 8, top: 40, bottom: 40 };
/** Dates nearer to each other than this would run into one another. */
const leastDatePx = 84;

/** A point for each session at its day: median, the middle half of its trials as a bar, all of them as a line. */
export function ProgressPlot(props: {
  readonly points: readonly ProgressPoint[];
  readonly band: NoiseBand | null;
  readonly name: string;
  readonly unit: string;
  readonly sensor: string;
  readonly digits: number;
  readonly better: Metric['better'];
  /** Goals whose checks lie below the measure, on the same days. */
  readonly lanes?: readonly Lane[];
  show(value: number): string;
}) {
  const text = useText();
  const title = useId();
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const lanes = (props.lanes ?? []).filter(({ marks }) => marks.length > 0);
  const size = { ...frame, width };
  const description = useId();
  const { points, band, show } = props;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const axis = toAxis([...points.flatMap(({ least, most }) => [least, most]), ...(band ? [band.low, band.high] : [])]);
  const seen = [first.on, last.on, ...lanes.flatMap(({ marks }) => marks.map(({ on }) => on))].sort();
  const [start = first.on, end = last.on] = [seen[0], seen.at(-1)];
  const days = Math.max(1, countDays(start, end));
  const inset = 26;
  const span = size.width - size.left - size.right - 2 * inset;
  const toX = (day: number) => size.left + inset + (day / (days + 0.6)) * span;
  const places = points.map((point, i) => {
    const sameDay = points.filter((other) => other.on === point.on);
    const share = sameDay.length > 1 ? (sameDay.indexOf(point) / sameDay.length) * 0.6 : 0;
    return { point, x: points.length === 1 && lanes.length === 0 ? toX(0.5 * (days + 0.6)) : toX(countDays(start, point.on) + share), key: i };
  });
  const y = (value: number) => size.top + ((axis.max - value) / (axis.max - axis.min)) * (size.height - size.top - size.bottom);
  let lastDateX = Number.NEGATIVE_INFINITY;
  const dated = places.filter(({ x, point }, i) => {
    if (x - lastDateX < leastDatePx || (i > 0 && places[i - 1]?.point.on === point.on)) return false;
    lastDateX = x;
    return true;
  });
  return (
    <div ref={ref}>
      <svg
        class="plot progress-plot"
        height={size.height + lanes.length * laneHeight}
        viewBox={`0 0 ${size.width} ${size.height + lanes.length * laneHeight}`}
        role="img"
        aria-labelledby={title}
        aria-describedby={description}
      >
        <title id={title}>
          {text('therapist.progress.plot', { name: props.name, unit: props.unit, sensor: props.sensor, count: points.length })}
        </title>
        <desc id={description}>
          {[
            points.map((point) => `${formatDay(text, point.on)}: ${show(point.median)}`).join('; '),
            ...lanes.map(({ name, marks }) => `${name}: ${marks.map(({ on, label }) => `${formatDay(text, on)} ${label}`).join('; ')}`),
          ].join('. ')}
        </desc>
        {band && (
          <rect
            class="plot-band"
            x={size.left}
            width={size.width - size.left - size.right}
            y={y(band.high)}
            height={Math.max(1, y(band.low) - y(band.high))}
          />
        )}
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <path class="plot-grid" d={`M${size.left} ${y(tick)}H${size.width - size.right}`} />
            <text class="plot-tick end" x={size.left - 10} y={y(tick) + 5}>
              {formatNumber(text, tick, axis.digits)}
            </text>
          </g>
        ))}
        <text class="plot-unit" x={0} y={22}>
          {`${props.name} (${props.unit} · ${props.sensor})`}
        </text>
        {props.better !== 'neither' && (
          <text class="plot-unit end" x={size.width - size.right} y={22}>
            {text(props.better === 'higher' ? 'therapist.progress.up' : 'therapist.progress.down')}
          </text>
        )}
        <polyline class="plot-line" points={places.map(({ point, x }) => `${x.toFixed(1)},${y(point.median).toFixed(1)}`).join(' ')} />
        {places.map(({ point, x, key }) => (
          <g key={key} class="plot-point">
            <path class="plot-range" d={`M${x} ${y(point.most)}V${y(point.least)}`} />
            <path class="plot-half" d={`M${x} ${y(point.high)}V${y(point.low)}`} />
            <circle cx={x} cy={y(point.median)} r={7} />
          </g>
        ))}
        {lanes.map((lane, i) => (
          <GoalLane key={lane.key} lane={lane} top={size.height + i * laneHeight} width={size.width} toX={(on) => toX(countDays(start, on))} />
        ))}
        {dated.map(({ point, x, key }) => (
          <text key={key} class="plot-tick middle" x={x} y={size.height - 12}>
            {formatDay(text, point.on)}
          </text>
        ))}
      </svg>
    </div>
  );
}
