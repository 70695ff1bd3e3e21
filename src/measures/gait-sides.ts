import type { Side } from '../core/units';
import { at } from './at';
import { longestStepS } from './gait';
import { median } from './median';
import { rejectAxes, smoothAxes, type WalkingSignal, walkingRateHz } from './walking-signal';

/** How a device sits on the body's midline (lower back or belly): the child's right, as a direction of unit length in device axes. */
export interface Mounting {
  readonly right: readonly [x: number, y: number, z: number];
}

/** Low-pass in Hz of what is compared between the feet: a stride and its first harmonics. */
export const strideCutoffHz = 3;
/** When after a contact the body is pushed towards the other foot most, as a share of the usual step time. */
export const pushShare = 0.27;
// One foot twice in a row is a missed or a doubled contact; it takes about three contacts of clear evidence.
const sameFootCost = 3;
const mostEvidence = 2;

/** Usual time in s between the contacts of a bout; 0 below two contacts. */
export function measureStepS(bout: readonly number[]): number {
  return median(bout.slice(1).map((tS, i) => tS - at(bout, i))) ?? 0;
}

/**
 * Compares the feet within one bout (contact times in s, rising): how far a value, felt a share of the usual step after a contact, is from
 * its mean at the contacts beside it. Steady walking alternates, so turning, slope and drift fall out. Null where no contact is beside.
 */
export function createFootComparison(
  startS: number,
  bout: readonly number[],
): (values: ArrayLike<number>, k: number, share: number) => number | null {
  const stepS = measureStepS(bout);
  return (values, k, share) => {
    const read = (tS: number) => at(values, Math.max(0, Math.min(values.length - 1, Math.round((tS + share * stepS - startS) * walkingRateHz))));
    const here = at(bout, k);
    const beside = bout.slice(Math.max(0, k - 1), k + 2).filter((tS) => tS !== here && Math.abs(tS - here) <= longestStepS);
    if (beside.length === 0) return null;
    return read(here) - beside.reduce((sum, tS) => sum + read(tS), 0) / beside.length;
  };
}

/**
 * The foot of each contact of each bout, by the push towards the other foot: after a left contact the body is accelerated to the right.
 * Feet alternate unless the pushes say clearly otherwise; null where push and alternation disagree.
 */
export function tellSides(signal: WalkingSignal, bouts: readonly (readonly number[])[], { right }: Mounting): (Side | null)[][] {
  const [x, y, z] = rejectAxes(smoothAxes(signal.accel, strideCutoffHz), signal.up);
  const toRight = x.map((value, i) => value * right[0] + at(y, i) * right[1] + at(z, i) * right[2]);
  return bouts.map((bout) => {
    const compare = createFootComparison(signal.startS, bout);
    const pushes = bout.map((_, k) => compare(toRight, k, pushShare) ?? 0);
    const usual = median(pushes.map(Math.abs)) ?? 0;
    const evidence = pushes.map((push) => (usual > 0 ? Math.max(-mostEvidence, Math.min(mostEvidence, push / usual)) : 0));
    return findLikeliestFeet(evidence).map((side, k) => ((side === 'left' ? at(evidence, k) : -at(evidence, k)) > 0 ? side : null));
  });
}

/** The likeliest feet (Viterbi's algorithm): evidence above 0 speaks for left, below 0 for right. */
function findLikeliestFeet(evidence: readonly number[]): Side[] {
  let scores = { left: 0, right: 0 };
  const before: { left: Side; right: Side }[] = [];
  for (const value of evidence) {
    const fromLeft: Side = scores.right >= scores.left - sameFootCost ? 'right' : 'left';
    const fromRight: Side = scores.left >= scores.right - sameFootCost ? 'left' : 'right';
    scores = {
      left: Math.max(scores.right, scores.left - sameFootCost) + value,
      right: Math.max(scores.left, scores.right - sameFootCost) - value,
    };
    before.push({ left: fromLeft, right: fromRight });
  }
  let side: Side = scores.left >= scores.right ? 'left' : 'right';
  const feet: Side[] = [];
  for (const from of before.toReversed()) {
    feet.push(side);
    side = from[side];
  }
  return feet.reverse();
}
