import { at } from './at';

/** Fewest hits near a beat that an asynchrony is made of; fewer say more of the single hit than of the rhythm. */
export const leastHitsForRhythm = 10;

/**
 * How steps or hits keep to a beat. An error is the time of a hit minus that of its nearest beat in ms: below zero is early. The
 * delay of sensor and loudspeaker shifts `meanMs` and `meanAbsMs`; `sdMs` and `resultantLength` do not know it.
 */
export interface RhythmMeasures {
  readonly count: number;
  readonly meanMs: number;
  readonly meanAbsMs: number;
  /** Sample standard deviation (n-1). */
  readonly sdMs: number;
  /** Length of the mean of unit vectors at the hits' phases, 0..1: 1 is always the same place in the beat, 0 anywhere. */
  readonly resultantLength: number;
}

/** Why hits tell no rhythm; never replaced by a zero. */
export interface RhythmNotMeasurable {
  readonly notMeasurable: 'no beat' | 'not enough hits';
}

/** A hit and the beat it is nearest to: ms from that beat, and the same as a share of the beat's interval on the hit's side. */
export interface BeatError {
  readonly errorMs: number;
  readonly phase: number;
}

/**
 * The error of each hit (ms, any order) to its nearest beat (ms, rising, at least two); just between two beats the later one counts.
 * Hits more than half an interval before the first or after the last beat answer no beat and are left out.
 */
export function listBeatErrors(hitsMs: readonly number[], beatsMs: readonly number[]): BeatError[] {
  if (beatsMs.length < 2) return [];
  return hitsMs.flatMap((hitMs) => {
    const next = findNext(beatsMs, hitMs);
    // Before the first and after the last beat the nearest interval goes on.
    const from = Math.min(Math.max(next - 1, 0), beatsMs.length - 2);
    const intervalMs = at(beatsMs, from + 1) - at(beatsMs, from);
    const early = next < beatsMs.length ? hitMs - at(beatsMs, next) : Number.NEGATIVE_INFINITY;
    const late = next > 0 ? hitMs - at(beatsMs, next - 1) : Number.POSITIVE_INFINITY;
    const errorMs = -early <= late ? early : late;
    return Math.abs(errorMs) <= intervalMs / 2 ? [{ errorMs, phase: errorMs / intervalMs }] : [];
  });
}

/** Asynchrony of steps or hits (ms, any order) to the beats (ms, rising); needs two beats and `leastHitsForRhythm` hits near them. */
export function measureRhythm(hitsMs: readonly number[], beatsMs: readonly number[]): RhythmMeasures | RhythmNotMeasurable {
  if (beatsMs.length < 2) return { notMeasurable: 'no beat' };
  const errors = listBeatErrors(hitsMs, beatsMs);
  const count = errors.length;
  if (count < leastHitsForRhythm) return { notMeasurable: 'not enough hits' };
  const average = (pick: (error: BeatError) => number) => errors.reduce((sum, error) => sum + pick(error), 0) / count;
  const meanMs = average(({ errorMs }) => errorMs);
  const variance = (average(({ errorMs }) => (errorMs - meanMs) ** 2) * count) / (count - 1);
  const along = average(({ phase }) => Math.cos(2 * Math.PI * phase));
  const across = average(({ phase }) => Math.sin(2 * Math.PI * phase));
  return {
    count,
    meanMs,
    meanAbsMs: average(({ errorMs }) => Math.abs(errorMs)),
    sdMs: Math.sqrt(variance),
    resultantLength: Math.min(1, Math.hypot(along, across)),
  };
}

/** Index of the first beat at or after a time; the number of beats when there is none. */
function findNext(beatsMs: readonly number[], atMs: number): number {
  let from = 0;
  let to = beatsMs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(beatsMs, middle) < atMs) from = middle + 1;
    else to = middle;
  }
  return from;
}
