import type { Side } from '../core/units';
import { at } from './at';
import { median } from './median';

/** A foot's first touch of the ground: time in s on any clock; the foot, or null where the sensor cannot tell it. */
export interface Contact {
  readonly tS: number;
  readonly side: Side | null;
  /** A shuffle, felt too weakly for its time to be good to a tenth of a second: it counts as a step, but the feet are not compared by it. */
  readonly isWeak?: boolean;
}

/** A stretch of time in s that is not straight walking, or was not felt; its two ends belong to it. */
export interface Turn {
  readonly startS: number;
  readonly endS: number;
}

/** Longest step in s: a longer pause between two contacts is a stop (Mobilise-D's reference definition). */
export const longestStepS = 1.5;
/** Fewest strides that a variability is made of; fewer say more of the single stride than of the walk. */
export const leastStridesForCv = 10;
/** Fewest steps with a known foot that an asymmetry is made of. */
export const leastStepsForAsymmetry = 10;
/** Strides farther than this many scaled median deviations from the median are stops and stumbles, not rhythm. */
export const trimDeviations = 3;
// Makes the median absolute deviation of normally distributed values equal to their standard deviation.
const madScale = 1.4826;

/** Why a measure of walking is null. */
export type GaitGap = 'no steps' | 'not enough steps' | 'not measurable with this sensor';
/** The measures of walking that can be missing. */
export type GaitMeasure = 'cadence' | 'stepTimeMean' | 'strideTimeMean' | 'strideTimeCv' | 'stepTimeAsymmetry';

/** Measures of walking: steps a minute, seconds, per cent; a measure is null when `notMeasured` says why. */
export interface GaitMeasures {
  readonly cadenceSpm: number | null;
  readonly stepTimeMeanS: number | null;
  readonly strideTimeMeanS: number | null;
  readonly strideTimeCvPct: number | null;
  readonly stepTimeAsymmetryPct: number | null;
  readonly notMeasured: readonly { readonly measure: GaitMeasure; readonly why: GaitGap }[];
}

/** Number, mean, sample standard deviation (n-1) and coefficient of variation in per cent of a series, in its unit; null below two values. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly sd: number;
  readonly cvPct: number;
}

/** Mean, standard deviation and 100 * SD / mean of a series, untrimmed; null for fewer than two values or a mean of 0. */
export function measureSpread(values: ArrayLike<number>): Spread | null {
  const count = values.length;
  const mean = average(values);
  if (count < 2 || !mean) return null;
  let squares = 0;
  for (let i = 0; i < count; i += 1) squares += (at(values, i) - mean) ** 2;
  const sd = Math.sqrt(squares / (count - 1));
  return { count, mean, sd, cvPct: (100 * sd) / mean };
}

/** The values within 3 * 1.4826 * MAD of the median, in order: without them a child's stops make the variability 10-20 % (Hausdorff 1999). */
export function trimOutliers(values: ArrayLike<number>): number[] {
  const all = Array.from(values);
  const middle = median(all);
  if (middle === null) return [];
  const mad = median(all.map((value) => Math.abs(value - middle))) ?? 0;
  return all.filter((value) => Math.abs(value - middle) <= trimDeviations * madScale * mad);
}

/** Coefficient of variation in per cent that sampling alone makes of a steady walk: interval and step time in s, 100 * dt / (sqrt6 * step time). */
export function measureCvFloorPct(sampleIntervalS: number, stepTimeS: number): number {
  return (100 * sampleIntervalS) / (Math.sqrt(6) * stepTimeS);
}

/** 100 * |L - R| / ((L + R) / 2) of two mean step times. */
export function measureAsymmetryPct(leftS: number, rightS: number): number {
  return (100 * Math.abs(leftS - rightS)) / ((leftS + rightS) / 2);
}

/** Times in s of steps, of strides (two steps, by the same foot), and of steps by the foot they end on. */
export interface StepTimes {
  readonly stepsS: readonly number[];
  readonly stridesS: readonly number[];
  readonly leftS: readonly number[];
  readonly rightS: readonly number[];
}

/**
 * Steps and strides between contacts in rising order: successive contacts of opposite feet at most `longestStepS` apart, none touching
 * a turn. A foot that is not known is taken to be the other one.
 */
export function listStepTimes(contacts: readonly Contact[], turns: readonly Turn[] = []): StepTimes {
  const times = { stepsS: [] as number[], stridesS: [] as number[], leftS: [] as number[], rightS: [] as number[] };
  let lastStepS: number | null = null;
  for (const [i, contact] of contacts.entries()) {
    const before = contacts[i - 1];
    if (before === undefined || !isStep(before, contact, turns)) {
      lastStepS = null;
      continue;
    }
    const stepS = contact.tS - before.tS;
    times.stepsS.push(stepS);
    if (lastStepS !== null) times.stridesS.push(lastStepS + stepS);
    // The foot must be known at both ends: beside a doubtful contact a step may be two.
    const isSided = before.side !== null && !before.isWeak && !contact.isWeak;
    if (isSided && contact.side === 'left') times.leftS.push(stepS);
    if (isSided && contact.side === 'right') times.rightS.push(stepS);
    lastStepS = stepS;
  }
  return times;
}

/** Measures of walking from contacts in rising order, with the turns to leave out and whether the sensor's place lets it tell the feet apart. */
export function measureGait(contacts: readonly Contact[], turns: readonly Turn[], knowsSides: boolean): GaitMeasures {
  const { stepsS, stridesS, leftS, rightS } = listStepTimes(contacts, turns);
  const notMeasured: { measure: GaitMeasure; why: GaitGap }[] = [];
  const few = contacts.length === 0 ? 'no steps' : 'not enough steps';
  const orGap = (measure: GaitMeasure, value: number | null, why: GaitGap = few): number | null => {
    if (value === null) notMeasured.push({ measure, why });
    return value;
  };
  const stepTimeMeanS = average(stepsS);
  const trimmed = trimOutliers(stridesS);
  const sided = leftS.length + rightS.length >= leastStepsForAsymmetry;
  const left = average(leftS);
  const right = average(rightS);
  return {
    cadenceSpm: orGap('cadence', stepTimeMeanS === null ? null : 60 / stepTimeMeanS),
    stepTimeMeanS: orGap('stepTimeMean', stepTimeMeanS),
    strideTimeMeanS: orGap('strideTimeMean', average(stridesS)),
    strideTimeCvPct: orGap('strideTimeCv', trimmed.length >= leastStridesForCv ? (measureSpread(trimmed)?.cvPct ?? null) : null),
    stepTimeAsymmetryPct: orGap(
      'stepTimeAsymmetry',
      sided && left !== null && right !== null ? measureAsymmetryPct(left, right) : null,
      contacts.length > 0 && !knowsSides ? 'not measurable with this sensor' : few,
    ),
    notMeasured,
  };
}

function isStep(from: Contact, to: Contact, turns: readonly Turn[]): boolean {
  if (to.tS - from.tS > longestStepS) return false;
  if (from.side !== null && from.side === to.side) return false;
  return !turns.some(({ startS, endS }) => from.tS <= endS && to.tS >= startS);
}

function average(values: ArrayLike<number>): number | null {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += at(values, i);
  return values.length > 0 ? sum / values.length : null;
}
