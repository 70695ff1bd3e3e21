import { at } from './at';
import { measureAxisFromY, measureCovariance, measureSpreadProduct, quantileF95 } from './ellipse';
import { demean, mean, measureDistances, type SwayPath } from './sway-path';

/** Fewest samples of sway: the ellipse's F_0.95(2, N - 2) needs three. Only recordings of equal duration may be compared. */
export const leastSwaySamples = 3;
// 95 % of a normal distribution lie below its mean plus this many standard deviations (Prieto 1996).
const upper95 = 1.645;

/** Sway in the time domain after Prieto 1996 (doi 10.1109/10.532130). Null: there was no movement, or no area, to measure it by. */
export interface SwayTime {
  readonly count: number;
  /** Duration N / rate, and not (N - 1) / rate. */
  readonly durationS: number;
  /** Mean distance from the mean position, in the plane and along each axis. */
  readonly mdistMm: number;
  readonly mdistMlMm: number;
  readonly mdistApMm: number;
  readonly rmsMm: number;
  readonly rmsMlMm: number;
  readonly rmsApMm: number;
  /** Largest minus smallest position. */
  readonly rangeMlMm: number;
  readonly rangeApMm: number;
  readonly pathMm: number;
  readonly pathMlMm: number;
  readonly pathApMm: number;
  /** Mean velocity: path over duration. */
  readonly mveloMmS: number;
  readonly mveloMlMmS: number;
  readonly mveloApMmS: number;
  /** Ellipse that holds 95 % of the samples; the ellipse in which the next sample lies with 95 % (Schubert and Kirchner 2014). */
  readonly areaCeMm2: number;
  readonly areaPredMm2: number;
  /** Circle that holds 95 % of the distances. */
  readonly areaCcMm2: number;
  /** Area swept about the mean position, a second. */
  readonly areaSwMm2S: number;
  /** Rounds a second on a circle of the mean distance; swings a second for one axis. */
  readonly mfreqHz: number | null;
  readonly mfreqMlHz: number | null;
  readonly mfreqApHz: number | null;
  /** Fractal dimension by the ellipse and by the circle: 1 is a line, 2 fills the plane. */
  readonly fdCe: number | null;
  readonly fdCc: number | null;
  /** Angle between the ellipse's long axis and front-to-back, 0..90 degrees to either side. */
  readonly mainDirFromApDeg: number | null;
}

/**
 * Measures sway at a fixed rate (Hz) in the time domain; the mean is taken off here, nothing is filtered. Null for fewer than
 * `leastSwaySamples`; throws a RangeError for a rate that is not above 0 or series of uneven lengths. Formulas: Prieto 1996.
 */
export function measureSwayTime(path: SwayPath, rateHz: number): SwayTime | null {
  if (!(rateHz > 0)) throw new RangeError(`a rate of ${rateHz} Hz is not above 0`);
  const distances = measureDistances(path);
  const count = distances.length;
  if (count < leastSwaySamples) return null;
  const ml = demean(path.ml);
  const ap = demean(path.ap);
  const durationS = count / rateHz;
  const side = measureAxis(ml, durationS);
  const front = measureAxis(ap, durationS);

  const covariance = measureCovariance(ml, ap);
  const mdist = mean(distances);
  const rms = Math.sqrt(covariance.xx + covariance.yy);
  const steps = measureSteps(ml, ap);
  const spreadProduct = measureSpreadProduct(covariance);
  const quantile = quantileF95(count - 2);
  const areaCe = 2 * Math.PI * quantile * spreadProduct;
  const circleRadius = mdist + upper95 * Math.sqrt(Math.max(0, rms ** 2 - mdist ** 2));
  return {
    count,
    durationS,
    mdistMm: mdist,
    mdistMlMm: side.mdist,
    mdistApMm: front.mdist,
    rmsMm: rms,
    rmsMlMm: Math.sqrt(covariance.xx),
    rmsApMm: Math.sqrt(covariance.yy),
    rangeMlMm: side.range,
    rangeApMm: front.range,
    pathMm: steps.path,
    pathMlMm: side.path,
    pathApMm: front.path,
    mveloMmS: steps.path / durationS,
    mveloMlMmS: side.path / durationS,
    mveloApMmS: front.path / durationS,
    areaCeMm2: areaCe,
    areaPredMm2: (areaCe * (count + 1) * (count - 1)) / (count * (count - 2)),
    areaCcMm2: Math.PI * circleRadius ** 2,
    areaSwMm2S: steps.swept / (2 * durationS),
    mfreqHz: mdist > 0 ? steps.path / (2 * Math.PI * mdist * durationS) : null,
    mfreqMlHz: side.mfreqHz,
    mfreqApHz: front.mfreqHz,
    fdCe: measureFractalDimension(count, Math.sqrt(8 * quantile * spreadProduct), steps.path),
    fdCc: measureFractalDimension(count, 2 * circleRadius, steps.path),
    mainDirFromApDeg: measureAxisFromY(covariance),
  };
}

function measureAxis(values: Float64Array, durationS: number): { mdist: number; range: number; path: number; mfreqHz: number | null } {
  let least = at(values, 0);
  let most = least;
  let path = 0;
  let sum = Math.abs(least);
  for (let i = 1; i < values.length; i += 1) {
    const value = at(values, i);
    least = Math.min(least, value);
    most = Math.max(most, value);
    path += Math.abs(value - at(values, i - 1));
    sum += Math.abs(value);
  }
  const mdist = sum / values.length;
  return { mdist, range: most - least, path, mfreqHz: mdist > 0 ? path / (4 * Math.SQRT2 * mdist * durationS) : null };
}

function measureSteps(ml: Float64Array, ap: Float64Array): { path: number; swept: number } {
  let path = 0;
  let swept = 0;
  for (let i = 1; i < ml.length; i += 1) {
    const [fromMl, fromAp, toMl, toAp] = [at(ml, i - 1), at(ap, i - 1), at(ml, i), at(ap, i)];
    path += Math.hypot(toMl - fromMl, toAp - fromAp);
    swept += Math.abs(toAp * fromMl - fromAp * toMl);
  }
  return { path, swept };
}

/** Katz's ln N / ln(N d / path); null where the figure has no diameter or is crossed more often than the formula is made for. */
function measureFractalDimension(count: number, diameter: number, path: number): number | null {
  const ratio = (count * diameter) / path;
  return path > 0 && ratio > 1 ? Math.log(count) / Math.log(ratio) : null;
}
