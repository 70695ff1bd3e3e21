import { at } from './at';

// Far below any hand (a minimum-jerk reach, the smoothest there is, has about -190): what is left is rounding of a constant speed.
const leastJerk = 1e-9;

/**
 * Dimensionless jerk of a speed profile at a fixed rate in Hz, negative as published: -D^3 / peak^2 * integral of (d2v/dt2)^2.
 * About -190 for one smooth reach, more negative when less smooth; 0 when nothing moves. Balasubramanian 2015.
 */
export function measureDimensionlessJerk(speed: ArrayLike<number>, rateHz: number): number {
  let peak = 0;
  let squares = 0;
  for (let i = 0; i < speed.length; i += 1) {
    peak = Math.max(peak, at(speed, i));
    if (i >= 2) squares += ((at(speed, i) - 2 * at(speed, i - 1) + at(speed, i - 2)) * rateHz * rateHz) ** 2;
  }
  const durationS = speed.length / rateHz;
  return peak > 0 ? -((durationS ** 3 / peak ** 2) * squares) / rateHz : 0;
}

/**
 * Log dimensionless jerk: about -5.3 for one smooth reach, more negative when less smooth; it depends on the filter used before it.
 * Null when the speed never changes, because there is no jerk to take the logarithm of. Balasubramanian 2015.
 */
export function measureLdlj(speed: ArrayLike<number>, rateHz: number): number | null {
  const jerk = -measureDimensionlessJerk(speed, rateHz);
  return jerk > leastJerk ? -Math.log(jerk) : null;
}
