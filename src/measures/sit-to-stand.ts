import { at } from './at';
import { median } from './median';
import type { Reading, Run } from './range-of-motion';
import { smoothSignal } from './repetitions';

/** Least change in repetitions a second that is more than chance for one child (five-times sit-to-stand in CP, clinical.md C4, STS5). */
export const leastChangeRepPerS = 0.06;
/** Fewest rises in a row that tell a pace. */
export const leastRises = 5;
/** A rest longer than this between two rises is no part of the pace: the row begins anew. */
export const longestRestS = 10;
/** How far off in s the time of one way up may be from the camera: 5 mm of noise, every third frame lost, short gaps (reference recordings: 0.04). */
export const riseTimeNoiseS = 0.05;

/** A way up begins below this share of the signal's range and ends above the other: half a try is none. */
const [downShare, upShare] = [0.3, 0.7];
/** The way up is timed between these shares of its own height, as the drill times it. */
const [startShare, endShare] = [0.1, 0.9];

/** One way up, in seconds on the recording's clock. */
export interface Rise {
  readonly startS: number;
  readonly endS: number;
}

/** Where rises are read from. */
export type RiseSensor = 'pose' | 'motion' | 'touch' | 'gamepad' | 'adult' | 'heart';

/**
 * What each sensor carries. At the waist a rise begins slowly and with a lean: its start was 0.3 s apart at two rates of one recording, so a
 * motion sensor carries the pace and not the time of one way up. Taps of an adult have no start.
 */
export const riseCarriers: Readonly<Record<RiseSensor, 'pace and time' | 'pace' | 'nothing'>> = {
  pose: 'pace and time',
  motion: 'pace',
  touch: 'nothing',
  gamepad: 'nothing',
  adult: 'nothing',
  heart: 'nothing',
};

/** Pace and time of rises, or why they cannot be told; `riseMedianS` is null where the sensor does not carry it. */
export type SitToStandMeasures =
  | { readonly count: number; readonly repPerS: number; readonly riseMedianS: number | null }
  | { readonly notMeasurable: 'not enough repetitions' | 'not measurable with this sensor' };

/**
 * Repetitions a second over the longest row of rises, from the start of the first to the end of the last, and the middle time of one way up.
 * Rises come in rising order; a row has at least five without a long rest between.
 */
export function measureSitToStand(rises: readonly Rise[], sensor: RiseSensor): SitToStandMeasures {
  const carries = riseCarriers[sensor];
  if (carries === 'nothing') return { notMeasurable: 'not measurable with this sensor' };
  const row = findRow(rises);
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.length < leastRises || last.endS <= first.startS) return { notMeasurable: 'not enough repetitions' };
  const riseMedianS = carries === 'pace' ? null : median(row.map(({ startS, endS }) => endS - startS));
  // The last way down is not part of it: n ways up and n - 1 ways down.
  return { count: row.length, repPerS: row.length / (last.endS - first.startS), riseMedianS };
}

/**
 * Ways up in a height that grows upwards, in any unit, each from the first tenth of its height to nine tenths; `leastRange` is the least range
 * that is more than leaning and breathing. None where the range is smaller; none across a gap.
 */
export function findRises(heights: readonly Reading[], leastRange: number): Rise[] {
  const smooth = smoothSignal(heights);
  if (!smooth || !(smooth.high - smooth.low >= leastRange && leastRange > 0)) return [];
  const level = (share: number) => smooth.low + share * (smooth.high - smooth.low);
  return smooth.runs.flatMap((run) => findInRun(run, level(downShare), level(upShare)));
}

function findInRun(run: Run, down: number, up: number): Rise[] {
  const rises: Rise[] = [];
  let lowest: number | null = null;
  let highest: number | null = null;
  for (let i = 0; i <= run.values.length; i += 1) {
    const value = run.values[i];
    const isDown = value === undefined || value <= down;
    if (isDown && lowest !== null && highest !== null) {
      rises.push(toRise(run, lowest, highest));
      [lowest, highest] = [null, null];
    }
    if (value === undefined) break;
    // The last lowest reading, so that sitting still before it is no part of the way up.
    if (isDown && (lowest === null || value <= at(run.values, lowest))) lowest = i;
    if (lowest !== null && value >= up && (highest === null || value > at(run.values, highest))) highest = i;
  }
  return rises;
}

/** From the last reading below a tenth to the first at nine tenths, between two readings where they are crossed. */
function toRise({ tMs, values }: Run, lowest: number, highest: number): Rise {
  const [low, high] = [at(values, lowest), at(values, highest)];
  const toS = (i: number, height: number) => {
    const [before, after] = [at(values, i - 1), at(values, i)];
    const share = after > before ? Math.min(1, Math.max(0, (height - before) / (after - before))) : 1;
    return (at(tMs, i - 1) + share * (at(tMs, i) - at(tMs, i - 1))) / 1000;
  };
  const [startHeight, endHeight] = [low + startShare * (high - low), low + endShare * (high - low)];
  let end = lowest + 1;
  while (end < highest && at(values, end) < endHeight) end += 1;
  let start = end;
  while (start > lowest + 1 && at(values, start - 1) > startHeight) start -= 1;
  return { startS: toS(start, startHeight), endS: toS(end, endHeight) };
}

function findRow(rises: readonly Rise[]): readonly Rise[] {
  let longest: readonly Rise[] = [];
  let row: readonly Rise[] = [];
  for (const rise of rises) {
    const last = row.at(-1);
    row = last && rise.startS - last.endS <= longestRestS ? [...row, rise] : [rise];
    if (row.length > longest.length) longest = row;
  }
  return longest;
}
