import { at } from './at';
import type { BodyFrame, BodyView, JointAngle } from './joint-angles';
import { median } from './median';

/** One reading of a signal over time; null where it was not seen. */
export interface Reading {
  readonly tMs: number;
  readonly value: number | null;
}

/** A stretch of readings without a gap: rising times in ms, and as many values. */
export interface Run {
  readonly tMs: readonly number[];
  readonly values: readonly number[];
}

/** Longest time in ms between two readings of one stretch; in a longer one a whole repetition could hide. */
export const longestGapMs = 500;
/** Readings in the centred running median: it takes out tracking jumps of up to two frames. FORMULAS, section 5. */
export const medianWindow = 5;

/** Smallest and largest angle of a recording and their difference, in degrees. */
export interface RangeOfMotion {
  readonly minDeg: number;
  readonly maxDeg: number;
  readonly rangeDeg: number;
}

/** Why an angle has no range of motion. */
export type RangeNotMeasured = { readonly notMeasurable: 'not measurable with this view' | 'joints not seen' };

/**
 * Range of motion of an angle over a recording: largest minus smallest after a running median, in each stretch without a gap. Stretches
 * shorter than the median's window are left out, because a single jump could be their range.
 */
export function measureRangeOfMotion(angle: JointAngle, frames: readonly BodyFrame[], view: BodyView): RangeOfMotion | RangeNotMeasured {
  if (!angle.views.includes(view)) return { notMeasurable: 'not measurable with this view' };
  const readings = frames.map((frame) => ({ tMs: frame.tMs, value: angle.measure(frame, view) }));
  let minDeg = Number.POSITIVE_INFINITY;
  let maxDeg = Number.NEGATIVE_INFINITY;
  for (const { values } of toRuns(readings)) {
    if (values.length < medianWindow) continue;
    for (const value of smoothByMedian(values)) {
      minDeg = Math.min(minDeg, value);
      maxDeg = Math.max(maxDeg, value);
    }
  }
  return maxDeg >= minDeg ? { minDeg, maxDeg, rangeDeg: maxDeg - minDeg } : { notMeasurable: 'joints not seen' };
}

/** Centred running median of `medianWindow` values, the ends repeated; as many values as given. */
export function smoothByMedian(values: readonly number[]): number[] {
  const half = (medianWindow - 1) / 2;
  const last = values.length - 1;
  const window = new Float64Array(medianWindow);
  return values.map((_, i) => {
    for (let k = 0; k < medianWindow; k += 1) window[k] = at(values, Math.min(last, Math.max(0, i + k - half)));
    return median(window) ?? 0;
  });
}

/** Stretches of readings with no gap over `longestGapMs`; of readings at the same time only the first is kept, and nothing is filled in. */
export function toRuns(readings: readonly Reading[]): Run[] {
  const runs: { tMs: number[]; values: number[] }[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const { tMs, value } of readings) {
    if (value === null || tMs <= lastMs) continue;
    const open = runs.at(-1);
    if (open === undefined || tMs - lastMs > longestGapMs) runs.push({ tMs: [tMs], values: [value] });
    else {
      open.tMs.push(tMs);
      open.values.push(value);
    }
    lastMs = tMs;
  }
  return runs;
}
