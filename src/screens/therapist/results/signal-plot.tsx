import { useId, useMemo } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import { toAxis } from '../../../report/axis';
import type { TrialReplay } from '../../../report/trial-replay';
import type { Plot, PlotKind, Trace } from '../../../report/trial-replay-signals';
import { useText } from '../../parts/use-app';
import { findText, formatNumber } from '../words';
import { Legend, Mark } from './replay-legend';
import { useWidth } from './use-width';

const frame = { height: 210, left: 64, right: 14, top: 14, bottom: 46 };
/** Without values only the moments are shown. */
const flatHeight = 100;
/** Values farther apart than this were not told in one go: the line is broken. */
const longestGapMs: Millis = 500;
/** Units that the drills' text files know; the others are said by `therapist.replay.unit`. */
const units: Readonly<Partial<Record<PlotKind, string>>> = { speed: 'mmps', distance: 'mm', sway: 'mm', angle: 'deg' };
/** These speak only when something changes and stay as they are until then. */
const told: readonly PlotKind[] = ['distance', 'press', 'step'];

/** A signal over the time since the cue, with the cue, the end, taps and steps as marks, and a line at `atMs`. */
export function SignalPlot(props: {
  readonly replay: TrialReplay;
  readonly plot: Plot | null;
  readonly atMs: Millis;
  /** The stretch that was measured. */
  readonly movement: { readonly onsetMs: Millis; readonly endMs: Millis } | null;
}) {
  const text = useText();
  const title = useId();
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const { replay, plot, movement } = props;
  const size = { ...frame, width, height: plot && plot.traces.length > 0 ? frame.height : flatHeight };
  const [fromS, toS] = [(replay.fromMs - replay.cueMs) / 1000, (replay.toMs - replay.cueMs) / 1000];
  const x = (ms: Millis) => size.left + (((ms - replay.cueMs) / 1000 - fromS) / (toS - fromS)) * (size.width - size.left - size.right);
  const floor = size.height - size.bottom;
  const label = plot ? text(`therapist.replay.plot.${plot.kind}`) : text('therapist.replay.plot.moments');
  const unit = plot ? (units[plot.kind] ? text(`unit.${units[plot.kind]}.name`) : (findText(text, `therapist.replay.unit.${plot.kind}`) ?? '')) : '';
  const still = useMemo(() => {
    const xAxis = toAxis([fromS, toS], Math.max(2, Math.floor(width / 90)));
    const values = plot?.traces.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])) ?? [];
    const yAxis = toAxis([0, ...values], 4);
    const y = (value: number) => floor - ((value - yAxis.min) / (yAxis.max - yAxis.min)) * (floor - size.top);
    return (
      <>
        {movement && (
          <rect
            class="plot-movement"
            x={x(movement.onsetMs)}
            width={x(movement.endMs) - x(movement.onsetMs)}
            y={size.top}
            height={floor - size.top}
          />
        )}
        {values.length > 0 &&
          yAxis.ticks.map((tick) => (
            <g key={tick}>
              <path class="plot-grid" d={`M${size.left} ${y(tick)}H${size.width - size.right}`} />
              <text class="plot-tick end" x={size.left - 8} y={y(tick) + 5}>
                {formatNumber(text, tick, yAxis.digits)}
              </text>
            </g>
          ))}
        {xAxis.ticks
          .filter((tick) => tick >= fromS && tick <= toS)
          .map((tick) => (
            <text key={tick} class="plot-tick middle" x={x(replay.cueMs + tick * 1000)} y={floor + 20}>
              {formatNumber(text, tick, xAxis.digits)}
            </text>
          ))}
        <text class="plot-unit end" x={size.width - size.right} y={size.height - 6}>
          {text('therapist.replay.xUnit')}
        </text>
        <path class="plot-cue" d={`M${x(replay.cueMs)} ${size.top}V${floor}`} />
        <path class="plot-end" d={`M${x(replay.endMs)} ${size.top}V${floor}`} />
        {plot?.traces.map((trace, i) => (
          <path key={trace.name} class={`plot-line line-${i}`} data-trace={trace.name} d={toLine(trace, told.includes(plot.kind), x, y)} />
        ))}
        {replay.taps.map(({ ms }) => (
          <path key={ms} class="plot-tap" d={`M${x(ms)} ${floor}l-7 -14h14z`} />
        ))}
        {plot?.marks.map(({ ms }) => (
          <circle key={ms} class="plot-plant" cx={x(ms)} cy={floor} r={6} />
        ))}
      </>
    );
  }, [plot, replay, movement, width, text]);
  return (
    <div class="signal" ref={ref}>
      <p class="signal-title" aria-hidden="true">
        {label}
        {unit && <small> {unit}</small>}
      </p>
      <svg class="plot signal-plot" height={size.height} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={title}>
        <title id={title}>{label}</title>
        {still}
        <path class="plot-now" d={`M${x(props.atMs).toFixed(1)} ${size.top - 6}V${floor}`} />
      </svg>
      <Legend>
        {plot?.traces.map(({ name }, i) => (
          <Mark key={name} light label={text(`therapist.replay.trace.${name}`)}>
            <path class={`plot-line line-${i}`} d="M-5 0H5" />
          </Mark>
        ))}
        <Mark light label={text('therapist.replay.mark.cue')}>
          <path class="plot-cue" d="M0 -4V4" />
        </Mark>
        <Mark light label={text('therapist.replay.mark.end')}>
          <path class="plot-end" d="M0 -4V4" />
        </Mark>
        {movement && (
          <Mark light label={text('therapist.replay.mark.movement')}>
            <rect class="plot-movement" x={-5} y={-4} width={10} height={8} />
          </Mark>
        )}
        {replay.taps.length > 0 && (
          <Mark light label={text('therapist.replay.mark.tap')}>
            <path class="plot-tap" d="M0 4l-3.5 -7h7z" />
          </Mark>
        )}
        {plot && plot.marks.length > 0 && (
          <Mark light label={text('therapist.replay.mark.plant')}>
            <circle class="plot-plant" r={3} />
          </Mark>
        )}
      </Legend>
    </div>
  );
}

/** A line through the values, broken where there was none. */
function toLine({ points }: Trace, tellsChanges: boolean, x: (ms: Millis) => number, y: (value: number) => number): string {
  let d = '';
  let lastMs: Millis | null = null;
  for (const { ms, value } of points) {
    if (value === null) {
      lastMs = null;
      continue;
    }
    const joined = lastMs !== null && (tellsChanges || ms - lastMs <= longestGapMs);
    d += `${joined ? 'L' : 'M'}${x(ms).toFixed(1)} ${y(value).toFixed(1)}`;
    lastMs = ms;
  }
  return d;
}
