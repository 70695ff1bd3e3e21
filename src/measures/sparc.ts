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
  const fft = new FFT(size);
  const padded = new Float64Array(size);
  padded.set(Float64Array.from(speed));
  const spectrum = new Float64Array(2 * size);
  fft.realTransform(spectrum, padded);
  const magnitudes = Float64Array.from({ length: size / 2 + 1 }, (_, k) => Math.hypot(at(spectrum, 2 * k), at(spectrum, 2 * k + 1)));
  const largest = magnitudes.reduce((most, value) => Math.max(most, value), 0);
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
