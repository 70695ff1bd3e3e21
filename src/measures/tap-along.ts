import { median } from './median';
import { listBeatErrors } from './rhythm';

/** Fewest taps near a beat that a delay is made of. */
export const leastTapsAlong = 8;

/** A tap this far from the middle of all, in times of their spread (the usual cut of a robust outlier rule), is a slip. */
const slipSpreads = 3;
/** Median absolute deviation to standard deviation of a normal distribution. */
const madToSd = 1.4826;
/** Taps of a steady hand scatter less than a device's clock does: below this nothing is a slip. */
const leastSpreadMs = 10;

/** What tapping along says of a device: `offsetMs` is how much later than heard the taps arrive (below zero: earlier), `spreadMs` how far they scatter around it. */
export interface TapAlong {
  readonly offsetMs: number;
  /** Sample standard deviation (n-1) of the taps that count. */
  readonly spreadMs: number;
  /** Taps that count. */
  readonly taps: number;
}

/**
 * The delay between a beat and the taps that answer it, by the median, so that a slip does not matter; taps and beats in ms on one clock,
 * beats rising, at least two. The first two taps of a run find the beat and are left out. People tap a little ahead of a beat that they
 * know (20 to 50 ms, general knowledge), so this is the delay of the device together with that of the person.
 */
export function toTapAlong(tapsMs: readonly number[], beatsMs: readonly number[]): TapAlong | 'not enough taps' {
  const rising = [...tapsMs].sort((a, b) => a - b).slice(2);
  const errors = listBeatErrors(rising, beatsMs).map(({ errorMs }) => errorMs);
  if (errors.length < leastTapsAlong) return 'not enough taps';
  const middle = median(errors) ?? 0;
  const usualMs = Math.max(leastSpreadMs, madToSd * (median(errors.map((error) => Math.abs(error - middle))) ?? 0));
  const kept = errors.filter((error) => Math.abs(error - middle) <= slipSpreads * usualMs);
  if (kept.length < leastTapsAlong) return 'not enough taps';
  const mean = kept.reduce((sum, error) => sum + error, 0) / kept.length;
  const variance = kept.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (kept.length - 1);
  return { offsetMs: median(kept) ?? 0, spreadMs: Math.sqrt(variance), taps: kept.length };
}
