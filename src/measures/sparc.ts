import FFT from 'fft.js';
import { at } from './at';

/** Highest frequency that can count, in Hz (Balasubramanian 2015, doi 10.1186/s12984-015-0090-9). */
export const sparcCutoffHz = 10;
/** Part of the largest magnitude below which the spectrum no longer counts (same source). */
export const sparcThreshold = 0.05;
/** Powers of two of zero padding beyond the series (same source). */
export const sparcPadLevel = 4;

/**
 * Spectral arc length of a speed profile at a fixed rate in Hz: about -1.4 for one smooth reach, more negative when less smooth.
 * Null when nothing moves. The rate must be at least 20 Hz, so that 10 Hz is in the spectrum. Balasubramanian 2015.
 */
export function measureSparc(speed: ArrayLike<number>, rateHz: number): number | null {
  const size = 2 ** (Math.ceil(Math.log2(Math.max(1, speed.length))) + sparcPadLevel);
  const padded = new Float64Array(size);
  for (let i = 0; i < speed.length; i += 1) padded[i] = at(speed, i);
  const spectrum = new Float64Array(2 * size);
  toTransform(size).realTransform(spectrum, padded);
  const magnitudes = new Float64Array(size / 2 + 1);
  let largest = 0;
  for (let k = 0; k < magnitudes.length; k += 1) {
    const magnitude = Math.hypot(at(spectrum, 2 * k), at(spectrum, 2 * k + 1));
    magnitudes[k] = magnitude;
    largest = Math.max(largest, magnitude);
  }
  if (!(largest > 0)) return null;

  const stepHz = rateHz / size;
  const counts = (value: number, k: number) => k * stepHz <= sparcCutoffHz && value / largest >= sparcThreshold;
  const first = magnitudes.findIndex(counts);
  const last = magnitudes.findLastIndex(counts);
  if (last <= first) return null;
  let length = 0;
  for (let k = first; k < last; k += 1) length += Math.hypot(1 / (last - first), (at(magnitudes, k + 1) - at(magnitudes, k)) / largest);
  return -length;
}

/** Up to this size (a movement of 10 s at 100 Hz) the tables of the transform are kept: making them costs as much as using them. */
const largestKept = 16_384;
const kept = new Map<number, FFT>();

function toTransform(size: number): FFT {
  const transform = kept.get(size) ?? new FFT(size);
  if (size <= largestKept) kept.set(size, transform);
  return transform;
}
