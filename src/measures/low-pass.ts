import { at } from './at';

/** A second-order filter, b0..b2 over 1, a1, a2 (the leading a is 1). */
export interface SecondOrderFilter {
  readonly b: readonly [number, number, number];
  readonly a: readonly [1, number, number];
}

/** Samples added at each end before filtering; a series must be longer than this (scipy's 3 * max(len(a), len(b))). */
export const zeroPhasePadding = 9;

/**
 * Butterworth low-pass of second order by the bilinear transform, equal to scipy's butter(2, cutoff / (rate / 2)).
 * Both in Hz; throws a RangeError unless 0 < cutoff < rate / 2.
 */
export function designLowPass(cutoffHz: number, rateHz: number): SecondOrderFilter {
  if (!(cutoffHz > 0 && cutoffHz < rateHz / 2)) throw new RangeError(`a cut-off of ${cutoffHz} Hz is not between 0 and half of ${rateHz} Hz`);
  const warped = Math.tan((Math.PI * cutoffHz) / rateHz);
  const square = warped * warped;
  const scale = 1 / (1 + Math.SQRT2 * warped + square);
  return {
    b: [square * scale, 2 * square * scale, square * scale],
    a: [1, 2 * (square - 1) * scale, (1 - Math.SQRT2 * warped + square) * scale],
  };
}

/**
 * Filters forwards and backwards, so nothing is delayed: scipy's filtfilt with its odd padding and steady-state start.
 * Returns a new series; throws a RangeError for one of `zeroPhasePadding` values or fewer.
 */
export function filterZeroPhase(filter: SecondOrderFilter, values: ArrayLike<number>): Float64Array {
  const padding = zeroPhasePadding;
  const count = values.length;
  if (count <= padding) throw new RangeError(`a series of ${count} is too short to filter: more than ${padding} values are needed`);
  const padded = new Float64Array(count + 2 * padding);
  const first = at(values, 0);
  const last = at(values, count - 1);
  for (let i = 0; i < padding; i += 1) {
    padded[i] = 2 * first - at(values, padding - i);
    padded[padding + count + i] = 2 * last - at(values, count - 2 - i);
  }
  for (let i = 0; i < count; i += 1) padded[padding + i] = at(values, i);
  runForwards(filter, padded);
  padded.reverse();
  runForwards(filter, padded);
  padded.reverse();
  return padded.slice(padding, padding + count);
}

/** Runs the filter in place, started as if the first value had stood for ever (scipy's lfilter with lfilter_zi). */
function runForwards({ b, a }: SecondOrderFilter, values: Float64Array): void {
  const [b0, b1, b2] = b;
  const [, a1, a2] = a;
  const first = at(values, 0);
  const steady = (b1 - a1 * b0 + (b2 - a2 * b0)) / (1 + a1 + a2);
  let early = steady * first;
  let late = ((1 + a1) * steady - (b1 - a1 * b0)) * first;
  for (let i = 0; i < values.length; i += 1) {
    const input = at(values, i);
    const output = b0 * input + early;
    early = b1 * input - a1 * output + late;
    late = b2 * input - a2 * output;
    values[i] = output;
  }
}
