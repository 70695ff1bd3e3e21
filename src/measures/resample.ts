import { at } from './at';

/** One reading of a moving point: time in ms on any clock, position in any one length unit (mm in the app, px in some recordings). */
export interface PointSample {
  readonly tMs: number;
  readonly x: number;
  readonly y: number;
}

/** A path at a fixed rate, starting at the first sample; x and y are offsets from that first sample, in the unit given. */
export interface UniformPath {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The samples whose time is later than every one before them: of readings with the same time stamp only the first stays. */
export function dropRepeatedTimes(samples: readonly PointSample[]): PointSample[] {
  let lastMs = Number.NEGATIVE_INFINITY;
  return samples.filter((sample) => {
    if (sample.tMs <= lastMs) return false;
    lastMs = sample.tMs;
    return true;
  });
}

/** How many points a path of this duration (ms) has at this rate (Hz), both ends included. */
export function countUniformPoints(durationMs: number, rateHz: number): number {
  // Browser time stamps are fractions: without the allowance 0.3 s can come out one point short.
  return Math.floor((durationMs * rateHz) / 1000 + 1e-6) + 1;
}

/** Straight-line interpolation of samples (at least one, rising times) at a fixed rate in Hz; throws a RangeError for none. */
export function resampleLinear(samples: readonly PointSample[], rateHz: number): UniformPath {
  const first = samples[0];
  const last = samples[samples.length - 1];
  if (first === undefined || last === undefined) throw new RangeError('a path needs at least one sample');
  const count = countUniformPoints(last.tMs - first.tMs, rateHz);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let next = 0;
  let before = first;
  let after = first;
  for (let i = 0; i < count; i += 1) {
    const tMs = (i * 1000) / rateHz;
    while (after.tMs - first.tMs < tMs && next + 1 < samples.length) {
      next += 1;
      before = after;
      after = samples[next] ?? after;
    }
    const spanMs = after.tMs - before.tMs;
    const share = spanMs > 0 ? Math.min(1, (tMs - (before.tMs - first.tMs)) / spanMs) : 1;
    // Offsets from the first sample: a hand at rest becomes exact zeros, which filtering keeps, so rest is never rounding noise.
    x[i] = before.x - first.x + share * (after.x - before.x);
    y[i] = before.y - first.y + share * (after.y - before.y);
  }
  return { x, y };
}

/** Speed (unit a second) along a path at a fixed rate in Hz: central differences, one-sided at both ends (as numpy's gradient). */
export function measureSpeed(path: UniformPath, rateHz: number): Float64Array {
  const last = path.x.length - 1;
  const slope = (values: Float64Array, i: number) => {
    const from = Math.max(0, i - 1);
    const to = Math.min(last, i + 1);
    return to === from ? 0 : ((at(values, to) - at(values, from)) * rateHz) / (to - from);
  };
  return path.x.map((_, i) => Math.hypot(slope(path.x, i), slope(path.y, i)));
}
