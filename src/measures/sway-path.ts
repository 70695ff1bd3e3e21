import { at } from './at';

/** Sway at a fixed rate: medio-lateral and antero-posterior position, as many of each, in mm about any origin. */
export interface SwayPath {
  readonly ml: ArrayLike<number>;
  readonly ap: ArrayLike<number>;
}

/** The same series about its own mean, as a new one; one that never changes becomes exact zeros. Empty stays empty. */
export function demean(values: ArrayLike<number>): Float64Array {
  const first = values[0] ?? 0;
  // Taking the first value off before averaging: otherwise rounding of the mean would make a constant look like movement.
  const offsets = Float64Array.from(values, (value) => value - first);
  const middle = mean(offsets);
  return offsets.map((value) => value - middle);
}

/** Distance of each point from the mean position (RD of Prieto 1996), in the path's unit; throws a RangeError for uneven lengths. */
export function measureDistances({ ml, ap }: SwayPath): Float64Array {
  if (ml.length !== ap.length) throw new RangeError(`${ml.length} medio-lateral values with ${ap.length} antero-posterior ones`);
  const side = demean(ml);
  const front = demean(ap);
  return side.map((value, i) => Math.hypot(value, at(front, i)));
}

/** Arithmetic mean; 0 for an empty series. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += at(values, i);
  return values.length === 0 ? 0 : sum / values.length;
}
