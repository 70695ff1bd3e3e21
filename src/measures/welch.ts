import { at } from './at';

/** Power density over frequency: bin k of `density` (unit squared a Hz) stands at (firstBin + k) * stepHz. */
export interface PowerDensity {
  readonly stepHz: number;
  readonly firstBin: number;
  readonly density: Float64Array;
}

/** What a density is made of: the length of a segment, and the band that is wanted, both ends included. */
export interface WelchSettings {
  readonly segmentS: number;
  readonly fromHz: number;
  readonly toHz: number;
}

/**
 * Welch's one-sided power density at a fixed rate (Hz): Hann segments, 50 % overlap, a straight line taken off each; equal to scipy's
 * welch(window='hann', detrend='linear'). Null for less than one segment. Throws a RangeError unless 0 < fromHz <= toHz < rate / 2.
 */
export function measureDensity(values: ArrayLike<number>, rateHz: number, { segmentS, fromHz, toHz }: WelchSettings): PowerDensity | null {
  if (!(fromHz > 0 && fromHz <= toHz && toHz < rateHz / 2)) throw new RangeError(`${fromHz} to ${toHz} Hz is not a band below half of ${rateHz} Hz`);
  const size = Math.round(segmentS * rateHz);
  if (size < 2) throw new RangeError(`a segment of ${segmentS} s holds fewer than two samples at ${rateHz} Hz`);
  if (values.length < size) return null;
  const stepHz = rateHz / size;
  // Bin times step can miss the band's own end by a rounding.
  const firstBin = Math.ceil(fromHz / stepHz - 1e-9);
  const lastBin = Math.floor(toHz / stepHz + 1e-9);
  const density = new Float64Array(Math.max(0, lastBin - firstBin + 1));

  const cosine = Float64Array.from({ length: size }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sine = Float64Array.from({ length: size }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  const hann = cosine.map((value) => 0.5 - 0.5 * value);
  const hop = size - Math.floor(size / 2);
  const segments = Math.floor((values.length - size) / hop) + 1;
  const scale = 2 / (rateHz * segments * hann.reduce((sum, value) => sum + value * value, 0));
  for (let segment = 0; segment < segments; segment += 1) {
    const shaped = removeLine(values, segment * hop, size);
    for (let i = 0; i < size; i += 1) shaped[i] = at(shaped, i) * at(hann, i);
    for (let k = 0; k < density.length; k += 1) density[k] = at(density, k) + scale * measurePower(shaped, cosine, sine, firstBin + k);
  }
  return { stepHz, firstBin, density };
}

/**
 * Squared length of one bin of the Fourier transform. A segment is seldom a power of two long and the band holds few bins, so each is
 * summed by itself; both halves of the segment meet the same cosine and opposite sines, which halves the work.
 */
function measurePower(values: Float64Array, cosine: Float64Array, sine: Float64Array, bin: number): number {
  const size = values.length;
  const half = Math.floor((size - 1) / 2);
  let real = at(values, 0) + (size % 2 === 0 ? at(values, size / 2) * (bin % 2 === 0 ? 1 : -1) : 0);
  let imaginary = 0;
  let turn = bin;
  for (let i = 1; i <= half; i += 1) {
    const early = at(values, i);
    const late = at(values, size - i);
    real += (early + late) * at(cosine, turn);
    imaginary += (early - late) * at(sine, turn);
    turn += bin;
    if (turn >= size) turn -= size;
  }
  return real * real + imaginary * imaginary;
}

/** A stretch of the series without its least-squares line. */
function removeLine(values: ArrayLike<number>, start: number, size: number): Float64Array {
  const first = at(values, start);
  const middle = (size - 1) / 2;
  let sum = 0;
  let moment = 0;
  for (let i = 0; i < size; i += 1) {
    const value = at(values, start + i) - first;
    sum += value;
    moment += (i - middle) * value;
  }
  const slope = moment / ((size * (size * size - 1)) / 12);
  const level = sum / size;
  return Float64Array.from({ length: size }, (_, i) => at(values, start + i) - first - level - slope * (i - middle));
}
