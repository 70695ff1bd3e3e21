import { at } from './at';
import { measureLdlj } from './ldlj';
import { designLowPass, filterZeroPhase, zeroPhasePadding } from './low-pass';
import { countMovementUnits } from './movement-units';
import { countUniformPoints, dropRepeatedTimes, measureSpeed, type PointSample, resampleLinear, type UniformPath } from './resample';
import { measureSparc } from './sparc';

/** Rate in Hz at which a reach is measured, whatever the device's own rate. */
export const reachRateHz = 100;
/** Cut-off in Hz of the zero-phase low-pass on x and y; stated next to any LDLJ, which changes by 1-2 with it. */
export const reachCutoffHz = 8;
/** Part of the peak speed at which a reach begins and ends. */
export const reachOnsetRatio = 0.05;
/** Fewest samples with different times that make a reach: below four there is no change of acceleration to see. */
export const leastReachSamples = 4;
/** Shortest stretch of samples in ms that can be filtered, so also measured. */
export const leastReachMs = (zeroPhasePadding * 1000) / reachRateHz;
/** Longest stretch of samples in ms taken as one reach; longer is a recording that was cut wrongly. */
export const mostReachMs = 600_000;

// Slower than a billionth of a length unit a second is rounding, in mm as in px.
const leastSpeed = 1e-9;
// Second differences, so jerk, need three points from onset to end.
const leastMovingPoints = 3;

/** One reach from onset to end. Times in s from the first sample; lengths in the samples' unit; ratios 0..1. */
export interface ReachMeasures {
  readonly onsetS: number;
  readonly endS: number;
  readonly movementTimeS: number;
  readonly peakSpeed: number;
  readonly pathLength: number;
  readonly straightDistance: number;
  /** Straight distance over path length: 1 is straight (the inverse of the ratio of PMC4981505). */
  readonly pathStraightness: number;
  readonly timeToPeakFrac: number;
  readonly movementUnits: number;
  readonly sparc: number;
  /** Null when the speed never changes from onset to end. */
  readonly ldlj: number | null;
  /** Where the reach ended, filtered, in the samples' coordinates. */
  readonly endPoint: { readonly x: number; readonly y: number };
}

/** Why samples hold no reach that can be measured; never replaced by a zero. */
export interface ReachNotMeasurable {
  readonly notMeasurable: 'too few samples' | 'too long' | 'no movement';
}

/**
 * Measures one reach from the samples between a target's appearance and the next: 100 Hz, 8 Hz zero-phase Butterworth, onset and
 * end at 5 % of peak speed. Needs `leastReachSamples` different times over `leastReachMs` to `mostReachMs`; repeated times are dropped.
 */
export function measureReach(samples: readonly PointSample[]): ReachMeasures | ReachNotMeasurable {
  const kept = dropRepeatedTimes(samples);
  const first = kept[0];
  const last = kept[kept.length - 1];
  if (first === undefined || last === undefined || kept.length < leastReachSamples) return { notMeasurable: 'too few samples' };
  if (last.tMs - first.tMs > mostReachMs) return { notMeasurable: 'too long' };
  if (countUniformPoints(last.tMs - first.tMs, reachRateHz) <= zeroPhasePadding) return { notMeasurable: 'too few samples' };

  const raw = resampleLinear(kept, reachRateHz);
  const filter = designLowPass(reachCutoffHz, reachRateHz);
  const path = { x: filterZeroPhase(filter, raw.x), y: filterZeroPhase(filter, raw.y) };
  const speed = measureSpeed(path, reachRateHz);
  const peakSpeed = speed.reduce((most, value) => Math.max(most, value), 0);
  if (!(peakSpeed > leastSpeed)) return { notMeasurable: 'no movement' };

  const moves = (value: number) => value >= reachOnsetRatio * peakSpeed;
  const onset = speed.findIndex(moves);
  const end = speed.findLastIndex(moves);
  if (end - onset + 1 < leastMovingPoints) return { notMeasurable: 'too few samples' };
  const moving = speed.subarray(onset, end + 1);
  const sparc = measureSparc(moving, reachRateHz);
  const pathLength = measurePathLength(path, onset, end);
  if (sparc === null || !(pathLength > 0)) return { notMeasurable: 'no movement' };

  const straightDistance = Math.hypot(at(path.x, end) - at(path.x, onset), at(path.y, end) - at(path.y, onset));
  return {
    onsetS: onset / reachRateHz,
    endS: end / reachRateHz,
    movementTimeS: (end - onset) / reachRateHz,
    peakSpeed,
    pathLength,
    straightDistance,
    pathStraightness: Math.min(1, straightDistance / pathLength),
    timeToPeakFrac: moving.indexOf(peakSpeed) / (end - onset),
    movementUnits: countMovementUnits(moving, reachRateHz),
    sparc,
    ldlj: measureLdlj(moving, reachRateHz),
    endPoint: { x: first.x + at(path.x, end), y: first.y + at(path.y, end) },
  };
}

function measurePathLength(path: UniformPath, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i += 1) length += Math.hypot(at(path.x, i + 1) - at(path.x, i), at(path.y, i + 1) - at(path.y, i));
  return length;
}
