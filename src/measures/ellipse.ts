import { at } from './at';

/** Second moments of points about their mean, over N (not N - 1): the variance of each axis and their covariance. */
export interface Covariance {
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

// Points closer to a line than a millionth of their length lie on it: what is left of the determinant is rounding.
const leastDeterminantRatio = 1e-12;

/** Covariance of two series about zero (take their means off first), as many values in each. */
export function measureCovariance(x: ArrayLike<number>, y: ArrayLike<number>): Covariance {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i += 1) {
    xx += at(x, i) ** 2;
    yy += at(y, i) ** 2;
    xy += at(x, i) * at(y, i);
  }
  return { xx: xx / x.length, yy: yy / x.length, xy: xy / x.length };
}

/** The product of the ellipse's two standard deviations (unit squared): the root of the determinant, 0 for points on a line. */
export function measureSpreadProduct({ xx, yy, xy }: Covariance): number {
  const product = xx * yy;
  const determinant = product - xy ** 2;
  return determinant > leastDeterminantRatio * product ? Math.sqrt(determinant) : 0;
}

/**
 * F_0.95(2, freedom), the 95 % quantile of the F distribution with two degrees of freedom above, in closed form: its upper tail is
 * (1 + 2x/freedom)^(-freedom/2). Towards 2.9957 for many points (half of chi-square's 5.991). Throws a RangeError below 1.
 */
export function quantileF95(freedom: number): number {
  if (!(freedom >= 1)) throw new RangeError(`${freedom} degrees of freedom are fewer than 1`);
  return (freedom / 2) * Math.expm1((-2 * Math.log(0.05)) / freedom);
}

/** Angle in degrees between the long axis of the ellipse and the y axis, 0..90, to either side; null for a circle or a point. */
export function measureAxisFromY({ xx, yy, xy }: Covariance): number | null {
  if (Math.hypot(2 * xy, yy - xx) <= leastDeterminantRatio * (xx + yy)) return null;
  return Math.abs((Math.atan2(2 * xy, yy - xx) * 90) / Math.PI);
}
