import type { Millis } from '../../core/units';
import type { Vec3 } from '../types';
import { cross, scale } from '../vector';

/** Both sides of the comparison are smoothed alike over this time, so that a step's jolt is not taken for a turn. */
const smoothS = 0.25;
/** Moments in which neither order would turn the way up by more than about 3 degrees a second say nothing. */
const leastTurnMps3 = 0.5;
/** Acceleration beside gravity makes a moment count less; this is the square of what counts fully, in (m/s2)^2. */
const calm = 0.3;
/** One order must miss by this factor more than the other, and by this much in all. In recorded walks the right one never passed 0.9 of the other. */
const clearFactor = 1.2;
const clearMiss = 2;
/** Readings farther apart than this are not compared. */
const longestStepS = 0.3;

/** Rotation rates in deg/s under the names that browsers give them. */
export interface NamedRates {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/**
 * Puts named rotation rates in the order of the device's axes x, y, z. Browsers say alpha for x (https://github.com/w3c/deviceorientation/pull/43),
 * older pages and recordings say it for z; whichever turns gravity as the accelerometer saw it turn is right.
 */
export function createTurningAxes(): (accelMps2: Vec3, rates: NamedRates, atMs: Millis) => Vec3 {
  let smooth: Vec3 | null = null;
  let lastMs: Millis = 0;
  let unrest = 0;
  let expected: readonly [alphaIsX: Vec3, alphaIsZ: Vec3] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  let missed: readonly [alphaIsX: number, alphaIsZ: number] = [0, 0];
  let alphaIsZ = false;

  function compare(accel: Vec3, orders: readonly [Vec3, Vec3], seconds: number): void {
    const before = smooth;
    if (before === null || seconds > longestStepS) {
      smooth = accel;
      return;
    }
    const share = 1 - Math.exp(-seconds / smoothS);
    unrest += share * (Math.hypot(...subtract(accel, before)) ** 2 - unrest);
    smooth = approach(before, accel, share);
    const seen = scale(subtract(smooth, before), 1 / seconds);
    // What stands still in the room turns against the device's own turning.
    const [byX, byZ] = orders;
    expected = [approach(expected[0], toChange(byX, accel), share), approach(expected[1], toChange(byZ, accel), share)];
    if (Math.max(...expected.map((one) => Math.hypot(...one))) < leastTurnMps3) return;
    const weight = seconds / (calm + unrest);
    const miss = (one: Vec3) => weight * Math.hypot(...subtract(one, seen)) ** 2;
    missed = [missed[0] + miss(expected[0]), missed[1] + miss(expected[1])];
    const [x, z] = missed;
    if (x > clearFactor * z && x - z > clearMiss) alphaIsZ = true;
    if (z > clearFactor * x && z - x > clearMiss) alphaIsZ = false;
  }

  return (accelMps2, { alpha, beta, gamma }, atMs) => {
    const orders: readonly [Vec3, Vec3] = [
      [alpha, beta, gamma],
      [beta, gamma, alpha],
    ];
    const seconds = (atMs - lastMs) / 1000;
    if (seconds > 0) {
      lastMs = atMs;
      compare(accelMps2, orders, seconds);
    }
    return orders[alphaIsZ ? 1 : 0];
  };
}

function toChange(rotationDps: Vec3, accel: Vec3): Vec3 {
  return scale(cross(rotationDps, accel), -Math.PI / 180);
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function approach(from: Vec3, to: Vec3, share: number): Vec3 {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), from[2] + share * (to[2] - from[2])];
}
