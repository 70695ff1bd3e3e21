import type { Millis } from '../core/units';

/** Most time in ms by which a filtered value trails a steady movement, however slow: 1 / (2 pi restCutoffHz). */
export const mostDelayMs: Millis = 80;
/** Most time in ms by which a filtered value trails a movement of at least half of its range a second. */
export const movingDelayMs: Millis = 40;
/** After a gap longer than this the filter starts anew: a line across the gap would be made up. */
export const restartAfterMs: Millis = 250;

/** Cut-off for a value at rest, where tremor and the tracker's jitter matter more than delay. */
const restCutoffHz = 2;
/** What each range a second of speed adds to the cut-off, so that delay shrinks as the child moves. */
const cutoffPerSpeed = 4;
/** The speed itself is smoothed with this cut-off (the authors' own value). */
const speedCutoffHz = 1;

/** Smooths one value; a reading whose time is not later than the one before changes nothing and gives the last result again. */
export type Filter = (value: number, atMs: Millis) => number;

/**
 * The one smoothing filter of all interpreters: the 1-euro filter (Casiez, Roussel and Vogel, CHI 2012) on irregular times.
 * `range` is the size of a usual movement in the value's own unit. Its delay is at most `mostDelayMs`.
 */
export function createFilter(range: number): Filter {
  let lastMs: Millis | null = null;
  let lastValue = 0;
  let smooth = 0;
  let speed = 0;

  return (value, atMs) => {
    if (lastMs !== null && atMs <= lastMs) return smooth;
    const seconds = lastMs === null ? Number.POSITIVE_INFINITY : (atMs - lastMs) / 1000;
    if (seconds * 1000 > restartAfterMs) {
      smooth = value;
      speed = 0;
    } else {
      speed += toWeight(speedCutoffHz, seconds) * ((value - lastValue) / range / seconds - speed);
      smooth += toWeight(restCutoffHz + cutoffPerSpeed * Math.abs(speed), seconds) * (value - smooth);
    }
    lastMs = atMs;
    lastValue = value;
    return smooth;
  };
}

/** Weight of a new reading in a first-order low-pass after a time. */
function toWeight(cutoffHz: number, seconds: number): number {
  return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds));
}
