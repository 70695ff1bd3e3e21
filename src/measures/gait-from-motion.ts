import { type Contact, type GaitMeasures, measureGait, type Turn } from './gait';
import { type Mounting, tellSides } from './gait-sides';
import { findMounting } from './mounting';
import { findSteps, type Step } from './steps';
import { findTurns } from './turns';
import { longestSafeGapMs, type MotionSample, measureIntervalMs, mostIntervalMs, toWalkingSignals } from './walking-signal';
import { addShuffledSteps } from './weight-transfer';

/** A walk as felt by a motion sensor: contacts in rising order, turns, stretches that may hide a step, how the device was worn (null: unknown), measures. */
export interface MotionWalk {
  readonly contacts: readonly Contact[];
  readonly turns: readonly Turn[];
  readonly gaps: readonly Turn[];
  readonly mounting: Mounting | null;
  readonly measures: GaitMeasures;
}

/**
 * Every step of a recording and the measures of its straight parts, in any mounting; null when readings are too far apart for steps
 * to be told. Feet are told from a mounting that is given, or found in the walk itself.
 */
export function measureMotionWalk(samples: readonly MotionSample[], known: Mounting | null = null): MotionWalk | null {
  const intervalMs = measureIntervalMs(samples);
  if (intervalMs !== null && intervalMs > mostIntervalMs) return null;
  const walked = toWalkingSignals(samples).map((signal) => {
    const steps = findSteps(signal);
    return { signal, steps, bouts: steps.map(toTimes) };
  });
  const turns = walked.flatMap(({ signal }) => findTurns(signal));
  const gaps = walked.flatMap(({ signal }) => signal.gaps.filter(({ startS, endS }) => (endS - startS) * 1000 > longestSafeGapMs));
  const mounting = known ?? findMounting(walked, turns);
  const contacts = walked.flatMap(({ signal, steps }) => {
    const placed = mounting === null ? steps : addShuffledSteps(signal, steps, mounting);
    const sides = mounting === null ? [] : tellSides(signal, placed.map(toTimes), mounting);
    return placed.flatMap((bout, i) =>
      bout.map(({ tS, isClear }, k): Contact => ({ tS, side: sides[i]?.[k] ?? null, ...(isClear ? {} : { isWeak: true }) })),
    );
  });
  return { contacts, turns, gaps, mounting, measures: measureGait(contacts, [...turns, ...gaps], mounting !== null) };
}

function toTimes(bout: readonly Step[]): number[] {
  return bout.map(({ tS }) => tS);
}
