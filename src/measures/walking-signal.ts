import { at } from './at';
import { designLowPass, filterZeroPhase, zeroPhasePadding } from './low-pass';

/** One reading of a motion sensor: ms on any clock, acceleration including gravity (m/s2), rotation rate (deg/s) or null, device axes. */
export interface MotionSample {
  readonly tMs: number;
  readonly accelMps2: readonly [x: number, y: number, z: number];
  readonly rotationDps: readonly [x: number, y: number, z: number] | null;
}

/** Three axes of one length. */
export type Axes = readonly [Float64Array, Float64Array, Float64Array];

/** An unbroken recording at `walkingRateHz`: when it starts, what was felt, and what the way up is at each moment (unit length). */
export interface WalkingSignal {
  readonly startS: number;
  /** Bridged stretches in s: a small rise beside one may be made up by the bridge. */
  readonly gaps: readonly { readonly startS: number; readonly endS: number }[];
  readonly accel: Axes;
  readonly rotation: Axes | null;
  readonly up: Axes;
  /** Acceleration along gravity without gravity, m/s2; the same in any mounting. */
  readonly vertical: Float64Array;
}

/** Rate in Hz at which walking is looked at, whatever the device's own rate. */
export const walkingRateHz = 100;
/** Longest time in ms without a reading that is not called a gap: two readings lost at 20 Hz, five at 60. */
export const leastGapMs = 100;
/** Longest gap in ms that hides no contact, at most moves one: half of a quick step. */
export const longestSafeGapMs = 250;
/** Longest time in ms without a reading that is bridged by a line, which has no top and so makes up no contact; a longer one ends the walk. */
export const longestGapMs = 1000;
/** Longest usual spacing of readings in ms: below 20 Hz the low-pass of the steps has nothing to work on. */
export const mostIntervalMs = 50;
// Slower than any stride, faster than a child turns over: what is left is gravity, seen from the device.
const gravityCutoffHz = 0.25;

/** Unbroken parts of a recording as signals; readings whose time is not later than the one before are dropped; parts too short to filter are left out. */
export function toWalkingSignals(samples: readonly MotionSample[]): WalkingSignal[] {
  const parts: MotionSample[][] = [];
  let part: MotionSample[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    if (sample.tMs <= lastMs) continue;
    if (sample.tMs - lastMs > longestGapMs) {
      part = [];
      parts.push(part);
    }
    part.push(sample);
    lastMs = sample.tMs;
  }
  return parts.flatMap((kept) => toSignal(kept) ?? []);
}

/** Middle spacing of readings in ms over those with rising times; null below two readings. */
export function measureIntervalMs(samples: readonly MotionSample[]): number | null {
  const spacings: number[] = [];
  let lastMs: number | null = null;
  for (const { tMs } of samples) {
    if (lastMs !== null && tMs <= lastMs) continue;
    if (lastMs !== null) spacings.push(tMs - lastMs);
    lastMs = tMs;
  }
  spacings.sort((a, b) => a - b);
  return spacings[Math.floor(spacings.length / 2)] ?? null;
}

/** Low-passed copy of three axes; the cut-off in Hz. */
export function smoothAxes([x, y, z]: Axes, cutoffHz: number): Axes {
  const filter = designLowPass(cutoffHz, walkingRateHz);
  return [filterZeroPhase(filter, x), filterZeroPhase(filter, y), filterZeroPhase(filter, z)];
}

/** Part of three axes along a direction of unit length that may change with time. */
export function projectAxes(axes: Axes, direction: Axes): Float64Array {
  return axes[0].map((_, i) => dot(axes, direction, i));
}

/** What is left of three axes across a direction of unit length that may change with time. */
export function rejectAxes(axes: Axes, direction: Axes): Axes {
  const along = projectAxes(axes, direction);
  const across = (axis: Float64Array, towards: Float64Array) => axis.map((value, i) => value - at(along, i) * at(towards, i));
  return [across(axes[0], direction[0]), across(axes[1], direction[1]), across(axes[2], direction[2])];
}

function dot(a: Axes, b: Axes, i: number): number {
  return at(a[0], i) * at(b[0], i) + at(a[1], i) * at(b[1], i) + at(a[2], i) * at(b[2], i);
}

function toSignal(samples: readonly MotionSample[]): WalkingSignal | null {
  const first = samples[0];
  const last = samples[samples.length - 1];
  if (first === undefined || last === undefined) return null;
  const count = Math.floor(((last.tMs - first.tMs) * walkingRateHz) / 1000 + 1e-6) + 1;
  if (count <= zeroPhasePadding) return null;
  const accel = resampleAxes(samples, count, first.tMs, ({ accelMps2 }) => accelMps2);
  const turning = samples.every(({ rotationDps }) => rotationDps !== null);
  const rotation = turning ? resampleAxes(samples, count, first.tMs, ({ rotationDps }) => rotationDps ?? [0, 0, 0]) : null;
  const gravity = smoothAxes(accel, gravityCutoffHz);
  // Free fall or a broken sensor has no way up; a tiny length keeps it from dividing by zero.
  const size = gravity[0].map((_, i) => Math.max(1e-9, Math.sqrt(dot(gravity, gravity, i))));
  const toUp = (axis: Float64Array) => axis.map((value, i) => value / at(size, i));
  const up: Axes = [toUp(gravity[0]), toUp(gravity[1]), toUp(gravity[2])];
  const vertical = projectAxes(accel, up).map((value, i) => value - at(size, i));
  return { startS: first.tMs / 1000, gaps: listGaps(samples), accel, rotation, up, vertical };
}

function listGaps(samples: readonly MotionSample[]): WalkingSignal['gaps'] {
  return samples.flatMap(({ tMs }, i) => {
    const before = samples[i - 1];
    return before !== undefined && tMs - before.tMs > leastGapMs ? [{ startS: before.tMs / 1000, endS: tMs / 1000 }] : [];
  });
}

function resampleAxes(
  samples: readonly MotionSample[],
  count: number,
  startMs: number,
  pick: (sample: MotionSample) => readonly [number, number, number],
): Axes {
  const axes: Axes = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    const tMs = startMs + (i * 1000) / walkingRateHz;
    while (next + 1 < samples.length && (samples[next + 1]?.tMs ?? tMs) < tMs) next += 1;
    const before = samples[next];
    const after = samples[next + 1] ?? before;
    if (before === undefined || after === undefined) continue;
    const spanMs = after.tMs - before.tMs;
    const share = spanMs > 0 ? Math.min(1, (tMs - before.tMs) / spanMs) : 0;
    const from = pick(before);
    const to = pick(after);
    for (const k of [0, 1, 2] as const) axes[k][i] = from[k] + share * (to[k] - from[k]);
  }
  return axes;
}
