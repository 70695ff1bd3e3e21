import { at } from './at';
import { medianWindow, type Reading, type Run, smoothByMedian, toRuns } from './range-of-motion';

/** One repetition of a movement, from leaving rest to being back, on the readings' clock; its rise above rest in the signal's unit. */
export interface Repetition {
  readonly startMs: number;
  readonly endMs: number;
  readonly rise: number;
}

/**
 * Part of the signal's own range that it must rise and then fall for a repetition. Sway, noise and a second effort at the top stay
 * below it; a tired child's last repetitions, half as large as the best, stay above it.
 */
export const turnRatio = 1 / 3;
/** Part of a repetition's rise at which it is surely under way: noise of 5 mm is 1 to 2 % of it, sway on the spot some 5 %. */
export const onsetRatio = 0.1;
/**
 * From leaving rest to `onsetRatio`, as a part of the time from there to half-way, in the smoothest movement there is: minimum jerk,
 * 10 x^3 - 15 x^4 + 6 x^5, is at 10 % after 0.247 and half-way after 0.5 of its time. By as much the onset is put earlier.
 */
export const leadRatio = 0.247 / (0.5 - 0.247);
/**
 * Longest part in ms of the pause before and after that belongs to a repetition: the weight shift that must come before a limb can be
 * lifted and the settling after it, which the limb's own height does not show. Never more than half of the pause.
 */
export const settlingMs = 200;
/** Shortest repetition in ms: a limb's way there and back takes longer, what is shorter is a tracking jump. */
export const leastRepetitionMs = 300;

/** What a repetition is at the least, and how much of the pause belongs to it, in ms. */
export interface RepetitionLimits {
  readonly leastMs: number;
  readonly settlingMs: number;
}
const wholeBodyLimits: RepetitionLimits = { leastMs: leastRepetitionMs, settlingMs };

// A lower value only counts as still moving when it is lower by this part of the rise: below, it is noise.
const lowerRatio = 0.02;
// Resting this long ends the search for a start or end; the pause between two repetitions done in a flow is about as long.
const restMs = 300;
// The ends of the signal's range: a few frames of mistaken joints must not set it.
const [lowShare, highShare] = [0.02, 0.98];

/** A signal made smooth: its stretches without a gap, and its range. */
export interface SmoothSignal {
  readonly runs: readonly Run[];
  readonly low: number;
  readonly high: number;
}

/** Smooths readings by the running median, stretch by stretch, and finds their range (2nd to 98th percentile); null when too few. */
export function smoothSignal(readings: readonly Reading[]): SmoothSignal | null {
  const runs = toRuns(readings)
    .filter(({ values }) => values.length >= medianWindow)
    .map(({ tMs, values }) => ({ tMs, values: smoothByMedian(values) }));
  const sorted = Float64Array.from(runs.flatMap(({ values }) => values)).sort();
  if (sorted.length === 0) return null;
  const pick = (share: number) => at(sorted, Math.round(share * (sorted.length - 1)));
  return { runs, low: pick(lowShare), high: pick(highShare) };
}

/**
 * Repetitions in a signal that rises from rest and falls back. A repetition counts when its return was seen: one that was under way when
 * the child came into view begins there, one that breaks off is none. A signal whose range is below `leastRange` has none.
 */
export function findRepetitions({ runs, low, high }: SmoothSignal, leastRange: number, limits: RepetitionLimits = wholeBodyLimits): Repetition[] {
  const range = high - low;
  if (!(range >= leastRange && range > 0)) return [];
  return runs.flatMap((run) => findInRun(run, turnRatio * range, limits));
}

/** A highest point with the lowest points around it, as indices of a stretch; `before` is null when the stretch begins on the way. */
interface Turn {
  readonly before: number | null;
  readonly peak: number;
  readonly after: number;
}

function findInRun(run: Run, turn: number, { leastMs, settlingMs: settling }: RepetitionLimits): Repetition[] {
  const all = findTurns(run.values, turn).map(({ before, peak, after }) => {
    const end = findRest(run, peak, after, 1);
    const start = before === null ? { ms: at(run.tMs, 0), rest: 0 } : findRest(run, peak, before, -1);
    return { startMs: start.ms, endMs: end.ms, rise: at(run.values, peak) - at(run.values, end.rest) };
  });
  const found = all.filter(({ startMs, endMs }) => endMs - startMs >= leastMs);
  const [firstMs, lastMs] = [at(run.tMs, 0), at(run.tMs, run.tMs.length - 1)];
  return found.map(({ startMs, endMs, rise }, i) => {
    const earlier = found[i - 1];
    const later = found[i + 1];
    const earliest = earlier ? (earlier.endMs + startMs) / 2 : firstMs;
    const latest = later ? (endMs + later.startMs) / 2 : lastMs;
    return { startMs: Math.max(earliest, startMs - settling), endMs: Math.min(latest, endMs + settling), rise };
  });
}

/** Highest points that the signal falls from by `turn`, and has risen to by as much unless the stretch begins with them. */
function findTurns(values: readonly number[], turn: number): Turn[] {
  const turns: { before: number | null; peak: number; after: number }[] = [];
  let direction: 'unknown' | 'up' | 'down' = 'unknown';
  let highest = 0;
  let lowest = 0;
  let before: number | null = null;
  for (const [i, value] of values.entries()) {
    if (direction !== 'down' && value > at(values, highest)) highest = i;
    if (direction !== 'up' && value < at(values, lowest)) lowest = i;
    const open = turns.at(-1);
    if (direction === 'down' && open) open.after = lowest;
    if (direction !== 'down' && value <= at(values, highest) - turn) {
      turns.push({ before, peak: highest, after: i });
      direction = 'down';
      lowest = i;
    } else if (direction !== 'up' && value >= at(values, lowest) + turn) {
      before = lowest;
      direction = 'up';
      highest = i;
    }
  }
  return turns;
}

/** When the signal leaves or reaches rest, going from a highest point in one direction of time, and its lowest index there. */
function findRest({ tMs, values }: Run, peak: number, limit: number, direction: 1 | -1): { readonly ms: number; readonly rest: number } {
  const top = at(values, peak);
  const whole = top - at(values, limit);
  let rest = peak;
  for (let i = peak; i !== limit + direction; i += direction) {
    const value = at(values, i);
    const low = at(values, rest);
    if (value < low - lowerRatio * whole) rest = i;
    // Only below half-way: a child may hold the limb up for long.
    else if (top - low > whole / 2 && Math.abs(at(tMs, i) - at(tMs, rest)) > restMs) break;
  }
  const rise = top - at(values, rest);
  const findCrossing = (ratio: number) => {
    const level = top - (1 - ratio) * rise;
    let i = rest;
    while (i !== peak && at(values, i) <= level) i -= direction;
    if (i === rest) return at(tMs, i);
    // Between two readings: at 10 frames a second the nearest one alone would be off by half a tenth.
    const [below, above] = [at(values, i + direction), at(values, i)];
    const share = above > below ? (level - below) / (above - below) : 1;
    return at(tMs, i + direction) + share * (at(tMs, i) - at(tMs, i + direction));
  };
  const onsetMs = findCrossing(onsetRatio);
  return { ms: onsetMs - leadRatio * (findCrossing(0.5) - onsetMs), rest };
}
