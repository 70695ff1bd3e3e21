import { at } from './at';
import { measureDensity } from './welch';

/** Length in s of one segment of the spectrum, so also the least duration that has one; bins are a tenth of a Hz apart. */
export const swaySegmentS = 10;
/** Band of sway in Hz, both ends included: slower is drift, faster is noise (Prieto 1996). */
export const swayBandHz = { from: 0.15, to: 5 } as const;

// Less than a square nanometre is rounding: a series at rest, or one straight drift, has no spectrum.
const leastPowerMm2 = 1e-12;

/** Sway in the frequency domain, within `swayBandHz`, after Prieto 1996. Null: there was no movement to measure it by. */
export interface SwaySpectrum {
  readonly powerMm2: number;
  /** First bin that half, or 95 %, of the power lies at or below. */
  readonly pf50Hz: number | null;
  readonly pf95Hz: number | null;
  /** Centroidal frequency: root of the second spectral moment over the power. */
  readonly cfreqHz: number | null;
  /** Frequency dispersion, 0 (one frequency) to 1. */
  readonly freqd: number | null;
  readonly meanFreqHz: number | null;
  readonly peakFreqHz: number | null;
}

/**
 * Measures one series of sway in mm (an axis, or the distances) at a fixed rate in Hz, by Welch with Hann segments of 10 s that
 * overlap by half. Null for less than one segment; throws a RangeError unless the rate is above 10 Hz. Definitions: Prieto 1996.
 */
export function measureSwaySpectrum(values: ArrayLike<number>, rateHz: number): SwaySpectrum | null {
  const found = measureDensity(values, rateHz, { segmentS: swaySegmentS, fromHz: swayBandHz.from, toHz: swayBandHz.to });
  if (found === null) return null;
  const { density, stepHz, firstBin } = found;
  const toHz = (bin: number) => (firstBin + bin) * stepHz;
  let m0 = 0;
  let m1 = 0;
  let m2 = 0;
  for (let k = 0; k < density.length; k += 1) {
    m0 += at(density, k);
    m1 += toHz(k) * at(density, k);
    m2 += toHz(k) ** 2 * at(density, k);
  }
  if (m0 * stepHz <= leastPowerMm2)
    return { powerMm2: 0, pf50Hz: null, pf95Hz: null, cfreqHz: null, freqd: null, meanFreqHz: null, peakFreqHz: null };
  return {
    powerMm2: m0 * stepHz,
    pf50Hz: toHz(findShare(density, 0.5 * m0)),
    pf95Hz: toHz(findShare(density, 0.95 * m0)),
    cfreqHz: Math.sqrt(m2 / m0),
    freqd: Math.sqrt(Math.max(0, 1 - m1 ** 2 / (m0 * m2))),
    meanFreqHz: m1 / m0,
    peakFreqHz: toHz(density.indexOf(density.reduce((most, value) => Math.max(most, value), 0))),
  };
}

/** The first bin with which the sum of all up to it reaches this much. */
function findShare(density: Float64Array, wanted: number): number {
  let sum = 0;
  const found = density.findIndex((value) => {
    sum += value;
    return sum >= wanted;
  });
  // Only rounding can keep the whole sum below a share of itself.
  return found < 0 ? density.length - 1 : found;
}
