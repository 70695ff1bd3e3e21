import { at } from './at';
import type { Turn } from './gait';
import { createFootComparison, type Mounting, measureStepS, pushShare, strideCutoffHz } from './gait-sides';
import { median } from './median';
import { type Axes, projectAxes, rejectAxes, smoothAxes, type WalkingSignal, walkingRateHz } from './walking-signal';

/** Fewest steady contacts (straight on, between steps near the usual one) that a mounting is read from: four strides. */
export const leastContactsForMounting = 8;
/** Length of the pushes' mean over their mean length, 0..1, from which on they are one axis: the body's right. */
export const leastPushAgreement = 0.7;
/** Difference in deg/s between the feet's steps in how the device swings: a trunk stays under it, a thigh passes it. */
export const mostTrunkSwingDps = 80;
/** Drop in m/s2 of the forward acceleration over a contact: the foot brakes the body. Its sign tells front from back. */
export const leastBrakingMps2 = 0.3;

/** A step within this share of the usual step time is a steady one. */
export const mostStepChange = 0.25;

// Shares of a step, from its contact: the pelvis is turned farthest, the body is still driven forwards, it is braked.
const pelvisShare = 0.15;
const driveShare = -0.2;
const brakeShare = 0.15;
const swingShares = [0, 0.25, 0.5];

type Direction = readonly [number, number, number];

/** An unbroken recording with its bouts of walking, as contact times in s. */
export interface WalkedSignal {
  readonly signal: WalkingSignal;
  readonly bouts: readonly (readonly number[])[];
}

/**
 * Where the child's right is on a device at the lower back or belly, from steady walking, in any orientation; null when that cannot be
 * known. Three things must agree: the pelvis turns towards the foot that lands, the body is pushed towards the other foot along one axis
 * of the device, and with that axis as right the body is braked at contacts. A thigh swings too much; without gyroscope it could be one.
 */
export function findMounting(walked: readonly WalkedSignal[], turns: readonly Turn[]): Mounting | null {
  const pushes = walked.flatMap((one) => (one.signal.rotation === null ? [] : listPushes(one, one.signal.rotation, turns)));
  if (pushes.length < leastContactsForMounting) return null;
  if ((median(pushes.map(({ swingDps }) => swingDps)) ?? 0) > mostTrunkSwingDps) return null;
  // A faint push in a barely turned pelvis says little; a hard one says no more than the usual, or one stumble would outvote the walk.
  const usual = median(pushes.map(({ toRight }) => Math.hypot(...toRight))) ?? 0;
  const kept = pushes.map(({ toRight }) => shorten(toRight, usual));
  const sum = kept.reduce<Direction>((total, one) => [total[0] + one[0], total[1] + one[1], total[2] + one[2]], [0, 0, 0]);
  const size = Math.hypot(...sum);
  if (size < leastPushAgreement * kept.reduce((total, one) => total + Math.hypot(...one), 0)) return null;
  const right: Direction = [sum[0] / size, sum[1] / size, sum[2] / size];
  const braking = median(walked.flatMap((one) => listBraking(one, right, turns))) ?? 0;
  return braking >= leastBrakingMps2 ? { right } : null;
}

function shorten(one: Direction, most: number): Direction {
  const size = Math.hypot(...one);
  return size <= most ? one : [(one[0] * most) / size, (one[1] * most) / size, (one[2] * most) / size];
}

/** At each steady contact: push times pelvis turn, which points right if the pelvis is right about the foot, and how the device swings. */
function listPushes({ signal, bouts }: WalkedSignal, rotation: Axes, turns: readonly Turn[]) {
  const across = rejectAxes(smoothAxes(signal.accel, strideCutoffHz), signal.up);
  const turning = smoothAxes(rotation, strideCutoffHz);
  const swing = rejectAxes(turning, signal.up);
  const heading = sumUp(projectAxes(turning, signal.up));
  return bouts.flatMap((bout) => {
    const compare = createFootComparison(signal.startS, bout);
    const compareAxes = ([x, y, z]: Axes, k: number, share: number): Direction => [
      compare(x, k, share) ?? 0,
      compare(y, k, share) ?? 0,
      compare(z, k, share) ?? 0,
    ];
    return listSteady(bout, turns).flatMap((k) => {
      const push = compareAxes(across, k, pushShare);
      const turnedDeg = compare(heading, k, pelvisShare) ?? 0;
      if (turnedDeg === 0 || Math.hypot(...push) === 0) return [];
      // Clockwise from above is the left side forwards: a left contact, after which the body goes right.
      const toRight: Direction = [-push[0] * turnedDeg, -push[1] * turnedDeg, -push[2] * turnedDeg];
      return [{ toRight, swingDps: Math.max(...swingShares.map((share) => Math.hypot(...compareAxes(swing, k, share)))) }];
    });
  });
}

function listBraking({ signal, bouts }: WalkedSignal, right: Direction, turns: readonly Turn[]): number[] {
  const [ux, uy, uz] = signal.up;
  const forward: Axes = [
    uy.map((y, i) => y * right[2] - at(uz, i) * right[1]),
    uz.map((z, i) => z * right[0] - at(ux, i) * right[2]),
    ux.map((x, i) => x * right[1] - at(uy, i) * right[0]),
  ];
  const values = projectAxes(smoothAxes(signal.accel, strideCutoffHz), forward);
  const read = (tS: number) => at(values, Math.max(0, Math.min(values.length - 1, Math.round((tS - signal.startS) * walkingRateHz))));
  return bouts.flatMap((bout) => {
    const stepS = measureStepS(bout);
    return listSteady(bout, turns).map((k) => read(at(bout, k) + driveShare * stepS) - read(at(bout, k) + brakeShare * stepS));
  });
}

/** Which contacts of a bout are straight on, between steps that are near the usual one. */
function listSteady(bout: readonly number[], turns: readonly Turn[]): number[] {
  const stepS = measureStepS(bout);
  return [...bout.keys()].filter((k) => {
    const tS = at(bout, k);
    const steps = [bout[k - 1], bout[k + 1]].flatMap((beside) => (beside === undefined ? [] : [Math.abs(beside - tS)]));
    const steady = steps.every((one) => Math.abs(one - stepS) <= mostStepChange * stepS);
    return steady && !turns.some(({ startS, endS }) => tS >= startS && tS <= endS);
  });
}

function sumUp(ratesDps: Float64Array): Float64Array {
  let deg = 0;
  return ratesDps.map((rate) => {
    deg += rate / walkingRateHz;
    return deg;
  });
}
