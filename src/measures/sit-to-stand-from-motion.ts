import { at } from './at';
import { median } from './median';
import type { Rise } from './sit-to-stand';
import {
  type MotionSample,
  measureIntervalMs,
  mostIntervalMs,
  smoothAxes,
  toWalkingSignals,
  type WalkingSignal,
  walkingRateHz,
} from './walking-signal';

/** Least way up in metres: below, it is bending, a step or a shift on the seat. A child of three rises by more. */
export const leastRiseM = 0.2;
/** Longest way up in metres: more is drift, no child's legs are longer. */
export const mostRiseM = 0.9;
/** Least highest speed in m/s of a way up: what is slower cannot be told from drift. */
export const leastRiseMps = 0.3;
/** Shortest and longest way up in s. */
export const riseLimitsS = [0.4, 4] as const;
/** Part of its highest speed by which a way up may falter and go on: more is steps. */
export const mostFalterRatio = 0.3;
/** Longest movement in s between two rests over which speed is still known: longer, it drifts by more than a rise. */
export const longestMovementS = 60;

const smoothHz = 5;
/** Rest: for this long the size of the acceleration (m/s2) changes by no more than this; who stops between two steps does so for less. */
const restS = 0.8;
const restMps2 = 0.3;
/** A movement begins so slowly that its first part looks like rest. */
const restEdgeS = 0.2;
/** A rise from rest begins this soon after it. */
const fromRestS = 0.5;
/** Sitting down and standing up again are alike within this factor. */
const alikeFactor = 2;

/** Ways up that a motion sensor saw, or why none can be told. */
export type MotionRises =
  | { readonly rises: readonly Rise[] }
  | { readonly notMeasurable: 'not measurable with this sensor' | 'no rest to start from' };

/**
 * Standing up, from a sensor at the waist or on the trunk in any mounting, by one integration of the size of the acceleration. Its speed is
 * known at each rest: what counts is a rise from rest, and between two rests also one that follows sitting down without a rest.
 */
export function findRisesFromMotion(samples: readonly MotionSample[]): MotionRises {
  const intervalMs = measureIntervalMs(samples);
  if (intervalMs === null || intervalMs > mostIntervalMs) return { notMeasurable: 'not measurable with this sensor' };
  const found = toWalkingSignals(samples).map(findInSignal);
  if (found.every((rises) => rises === null)) return { notMeasurable: 'no rest to start from' };
  return { rises: found.flatMap((rises) => rises ?? []) };
}

/** What the sensor reads at rest, which is gravity with the sensor's own error. */
function measureRest(size: Float64Array, from: number, to: number): number {
  return median(size.subarray(Math.max(0, from), to)) ?? at(size, Math.min(size.length - 1, Math.max(0, from)));
}

/** One direction of movement: indices of the signal, metres (up is positive), whether it went in one push. */
interface Push {
  readonly from: number;
  readonly to: number;
  readonly metres: number;
  readonly fits: boolean;
}

/** Null without any rest. */
function findInSignal({ startS, accel, gaps }: WalkingSignal): Rise[] | null {
  const axes = smoothAxes(accel, smoothHz);
  // The size needs no way up, which turns by some 50 degrees as the trunk leans and straightens.
  const size = axes[0].map((x, i) => Math.hypot(x, at(axes[1], i), at(axes[2], i)));
  const rests = findRests(size);
  if (rests === null) return null;
  const toS = (i: number) => startS + i / walkingRateHz;
  const isBridged = ({ from, to }: Push) => gaps.some((gap) => gap.startS < toS(to) && gap.endS > toS(from));
  return listMovements(rests)
    .flatMap(({ from, to, endsAtRest }) => findInMovement(size, from, to, endsAtRest))
    .filter((push) => !isBridged(push))
    .map(({ from, to }) => ({ startS: toS(from), endS: toS(to) }));
}

function findRests(size: Float64Array): readonly boolean[] | null {
  const length = Math.round(restS * walkingRateHz);
  const rests = Array<boolean>(size.length).fill(false);
  let any = false;
  for (let i = 0; i + length <= size.length; i += 1) {
    const part = size.subarray(i, i + length);
    if (Math.max(...part) - Math.min(...part) > restMps2) continue;
    rests.fill(true, i, i + length);
    any = true;
  }
  return any ? rests : null;
}

/** Stretches from a rest to the next; where none follows in time, as much as a first rise takes. */
function listMovements(rests: readonly boolean[]): readonly { readonly from: number; readonly to: number; readonly endsAtRest: boolean }[] {
  const movements: { from: number; to: number; endsAtRest: boolean }[] = [];
  let from: number | null = null;
  for (const [i, rest] of rests.entries()) {
    const isLast = i === rests.length - 1;
    if (!rest && rests[i - 1] === true) from = i;
    if (from === null || !(rest || isLast)) continue;
    const endsAtRest = rest && i - from <= longestMovementS * walkingRateHz;
    const firstRiseEnds = from + Math.round((fromRestS + riseLimitsS[1]) * walkingRateHz);
    movements.push({ from, to: endsAtRest ? i : Math.min(i, firstRiseEnds), endsAtRest });
    from = null;
  }
  return movements;
}

function findInMovement(size: Float64Array, leaves: number, settles: number, endsAtRest: boolean): Push[] {
  const edge = Math.round(restEdgeS * walkingRateHz);
  const [from, to] = [Math.max(0, leaves - edge), endsAtRest ? Math.min(size.length - 1, settles + edge) : settles];
  const before = measureRest(size, leaves - Math.round(restS * walkingRateHz), from);
  const after = endsAtRest ? measureRest(size, to, settles + Math.round(restS * walkingRateHz)) : before;
  const speeds: number[] = [];
  let speed = 0;
  for (let i = from; i <= to; i += 1) {
    speed += (at(size, i) - before - ((after - before) * (i - from)) / (to - from)) / walkingRateHz;
    speeds.push(speed);
  }
  // At rest the speed is 0 again: what is left has crept in evenly.
  const drift = endsAtRest ? speed / Math.max(1, speeds.length - 1) : 0;
  const pushes = listPushes(
    speeds.map((value, i) => value - drift * i),
    from,
  );
  return pushes.filter((push, i) => {
    if (!push.fits || push.metres < 0) return false;
    if (push.from - leaves <= fromRestS * walkingRateHz) return true;
    const down = pushes[i - 1];
    return endsAtRest && down?.fits === true && -down.metres < alikeFactor * push.metres && -down.metres * alikeFactor > push.metres;
  });
}

/** Stretches of one direction that move the body; small ones, as of a shake at the turn, are left out. */
function listPushes(speeds: readonly number[], offset: number): Push[] {
  const pushes: Push[] = [];
  let start = 0;
  for (let i = 1; i <= speeds.length; i += 1) {
    if (i < speeds.length && Math.sign(speeds[i] ?? 0) === Math.sign(speeds[start] ?? 0)) continue;
    const part = speeds.slice(start, i);
    const metres = part.reduce((sum, value) => sum + value, 0) / walkingRateHz;
    const seconds = part.length / walkingRateHz;
    const fastest = Math.max(...part.map(Math.abs));
    const fits =
      Math.abs(metres) >= leastRiseM &&
      Math.abs(metres) <= mostRiseM &&
      fastest >= leastRiseMps &&
      seconds >= riseLimitsS[0] &&
      seconds <= riseLimitsS[1] &&
      measureFalter(part.map(Math.abs)) <= mostFalterRatio * fastest;
    if (Math.abs(metres) >= leastRiseM / 2) pushes.push({ from: offset + start, to: offset + i - 1, metres, fits });
    start = i;
  }
  return pushes;
}

/** By how much the speed falls and then grows again. */
function measureFalter(speeds: readonly number[]): number {
  let highest = 0;
  const fallen = speeds.map((speed) => {
    highest = Math.max(highest, speed);
    return highest - speed;
  });
  let later = 0;
  let falter = 0;
  for (let i = speeds.length - 1; i >= 0; i -= 1) {
    later = Math.max(later, at(speeds, i));
    falter = Math.max(falter, Math.min(at(fallen, i), later - at(speeds, i)));
  }
  return falter;
}
