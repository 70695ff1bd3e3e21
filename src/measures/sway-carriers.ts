import type { SwaySpectrum } from './sway-spectrum';
import type { SwayTime } from './sway-time';

/** What sway may be read from: a force plate (recordings for checks), or a source of the app. */
export type SwaySensor = 'plate' | 'pose' | 'motion' | 'touch' | 'gamepad' | 'adult' | 'heart';

/** Measures that stand or fall together: how far it goes, how much it travels, and its spectrum. */
export type SwayGroup = 'extent' | 'travel' | 'spectrum';

/** Why a sensor does not carry a measure: the key of the words that screens show. */
export type SwayReason = 'no-body-position' | 'acceleration-not-position' | 'noise-floor-unknown' | 'below-noise-floor';

/** The answer for a group of measures on a sensor. */
export type SwayCarrier =
  | { readonly carries: 'measurable' | 'above-noise-floor' }
  | { readonly carries: 'not-measurable'; readonly because: SwayReason };

/** An answer that can be shown: the number, or "not measurable with this sensor" and why. */
export type SwayVerdict = { readonly measurable: true } | { readonly measurable: false; readonly because: SwayReason };

/** Jitter of one camera key point (standard deviation, mm, 30 Hz): stated beside every sway number from the camera. */
export const cameraJitterMm = 2;

/**
 * How many times the velocity at rest a velocity must be. Noise that is independent of the sway adds to it by squares, so at three
 * times what is measured is at most 6 % too fast: 1 / sqrt(1 - 1/9) = 1.06.
 */
export const leastOverNoiseFloor = 3;

/** The group of every measure in the time domain but the count and the duration; spectra are all `spectrum`. */
export const swayGroups: Readonly<Record<Exclude<keyof SwayTime, 'count' | 'durationS'> | keyof SwaySpectrum, SwayGroup>> = {
  mdistMm: 'extent',
  mdistMlMm: 'extent',
  mdistApMm: 'extent',
  rmsMm: 'extent',
  rmsMlMm: 'extent',
  rmsApMm: 'extent',
  rangeMlMm: 'extent',
  rangeApMm: 'extent',
  areaCeMm2: 'extent',
  areaPredMm2: 'extent',
  areaCcMm2: 'extent',
  mainDirFromApDeg: 'extent',
  pathMm: 'travel',
  pathMlMm: 'travel',
  pathApMm: 'travel',
  mveloMmS: 'travel',
  mveloMlMmS: 'travel',
  mveloApMmS: 'travel',
  areaSwMm2S: 'travel',
  mfreqHz: 'travel',
  mfreqMlHz: 'travel',
  mfreqApHz: 'travel',
  fdCe: 'travel',
  fdCc: 'travel',
  powerMm2: 'spectrum',
  pf50Hz: 'spectrum',
  pf95Hz: 'spectrum',
  cfreqHz: 'spectrum',
  freqd: 'spectrum',
  meanFreqHz: 'spectrum',
  peakFreqHz: 'spectrum',
};

const measurable: SwayCarrier = { carries: 'measurable' };
const aboveNoiseFloor: SwayCarrier = { carries: 'above-noise-floor' };
const noBody: SwayCarrier = { carries: 'not-measurable', because: 'no-body-position' };
// Acceleration integrated twice drifts by metres a minute; what was validated in children is acceleration itself, in its own unit
// (doi 10.1186/s12887-020-02073-1), which must not be shown as one of these.
const acceleration: SwayCarrier = { carries: 'not-measurable', because: 'acceleration-not-position' };

/**
 * Which sensor carries which sway measure (in mm). Key points of a camera with 2 mm of noise leave rms and area within 3 % and 10 %,
 * but double the velocity on average (up to five times), so travel and spectrum count only above the floor measured at rest.
 */
export const swayCarriers: Readonly<Record<SwaySensor, Readonly<Record<SwayGroup, SwayCarrier>>>> = {
  plate: { extent: measurable, travel: measurable, spectrum: measurable },
  pose: { extent: measurable, travel: aboveNoiseFloor, spectrum: aboveNoiseFloor },
  motion: { extent: acceleration, travel: acceleration, spectrum: acceleration },
  touch: { extent: noBody, travel: noBody, spectrum: noBody },
  gamepad: { extent: noBody, travel: noBody, spectrum: noBody },
  adult: { extent: noBody, travel: noBody, spectrum: noBody },
  heart: { extent: noBody, travel: noBody, spectrum: noBody },
};

/** Mean velocities (mm/s) by the same pipeline and sensor: of the recording, and of a still one (null where none was made). */
export interface SwayNoise {
  readonly mveloMmS: number;
  readonly stillMveloMmS: number | null;
}

/** Whether a group of measures of one recording may be shown, after the noise-floor check where the sensor needs it. */
export function judgeSway(sensor: SwaySensor, group: SwayGroup, { mveloMmS, stillMveloMmS }: SwayNoise): SwayVerdict {
  const carrier = swayCarriers[sensor][group];
  if (carrier.carries === 'measurable') return { measurable: true };
  if (carrier.carries === 'not-measurable') return { measurable: false, because: carrier.because };
  if (stillMveloMmS === null) return { measurable: false, because: 'noise-floor-unknown' };
  return mveloMmS >= leastOverNoiseFloor * stillMveloMmS ? { measurable: true } : { measurable: false, because: 'below-noise-floor' };
}
