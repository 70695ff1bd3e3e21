import { useId } from 'preact/hooks';
import { toAxis } from '../../../report/axis';
import type { HandPath } from '../../../report/hand-path';
import { useText } from '../../parts/use-app';
import { formatNumber } from '../words';
import { useWidth } from './use-width';

const frame = { height: 230, left: 64, right: 14, top: 14, bottom: 46 };

/** Speed of the hand over the time since the target appeared, with onset and end of the movement. */
export function SpeedPlot(props: {
  readonly speed: NonNullable<HandPath['speed']>;
  readonly marks: HandPath['marks'];
  readonly cueMs: number;
  readonly label: string;
}) {
  const text = useText();
  const title = useId();
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const size = { ...frame, width };
  const { speed, marks, cueMs } = props;
  const toS = (ms: number) => (ms - cueMs) / 1000;
  const xAxis = toAxis([0, toS(speed.at(-1)?.ms ?? cueMs)], Math.max(2, Math.floor(width / 90)));
  const yAxis = toAxis([0, ...speed.map(({ mmps }) => mmps)], 4);
  const x = (seconds: number) => size.left + ((seconds - xAxis.min) / (xAxis.max - xAxis.min)) * (size.width - size.left - size.right);
  const y = (mmps: number) => size.height - size.bottom - (mmps / yAxis.max) * (size.height - size.top - size.bottom);
  const floor = y(0);
  return (
    <div ref={ref}>
      <svg class="plot speed-plot" height={size.height} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={title}>
        <title id={title}>{props.label}</title>
        {marks && (
          <rect
            class="plot-movement"
            x={x(toS(marks.onsetMs))}
            width={x(toS(marks.endMs)) - x(toS(marks.onsetMs))}
            y={size.top}
            height={floor - size.top}
          />
        )}
        {yAxis.ticks.map((tick) => (
          <g key={tick}>
            <path class="plot-grid" d={`M${size.left} ${y(tick)}H${size.width - size.right}`} />
            <text class="plot-tick end" x={size.left - 8} y={y(tick) + 5}>
              {formatNumber(text, tick, yAxis.digits)}
            </text>
          </g>
        ))}
        {xAxis.ticks.map((tick) => (
          <text key={tick} class="plot-tick middle" x={x(tick)} y={floor + 20}>
            {formatNumber(text, tick, xAxis.digits)}
          </text>
        ))}
        <text class="plot-unit end" x={size.width - size.right} y={size.height - 6}>
          {text('therapist.path.xUnit')}
        </text>
        <text class="plot-unit" x={size.left + 6} y={size.top + 12}>
          {text('unit.mmps.name')}
        </text>
        <polyline class="plot-line" points={speed.map(({ ms, mmps }) => `${x(toS(ms)).toFixed(1)},${y(mmps).toFixed(1)}`).join(' ')} />
        {marks && [marks.onsetMs, marks.endMs].map((ms) => <path key={ms} class="plot-mark" d={`M${x(toS(ms))} ${size.top}V${floor}`} />)}
      </svg>
    </div>
  );
}
