import type { Millis } from '../../core/units';
import type { FrameOf, Vec3 } from '../types';
import { cross, dot, scale, toUnit } from '../vector';

/** Gravity in m/s2. */
export const gravityMps2 = 9.81;
/** With a gyroscope the way up follows the turning at once and is set right by gravity within some of these seconds. */
const turnedSettleS = 1;
/** Without a gyroscope gravity alone tells the way up, smoothed so that a step does not tilt it. */
const plainSettleS = 0.25;
/** A reading this far from gravity is a knock or a jump and says little about the way up. */
const knockMps2 = 3;
/**
 * A gyroscope that leads this far from gravity for this long is not believed any more: browsers have differed in the order of its axes
 * (https://github.com/w3c/deviceorientation/issues/44), and a turn read as a lean would be worse than no gyroscope.
 */
const mostDriftDeg = 25;
const driftMs: Millis = 250;
/** After a gap longer than this the way up is looked for anew. */
const restartAfterMs: Millis = 300;

/** The way up seen from the device: a direction of unit length on the device's axes. */
export type WayUp = (frame: FrameOf<'motion'>) => Vec3;

/** Follows the way up through a device's turns, in any mounting; frames come in rising time. */
export function createWayUp(settleS: number = plainSettleS): WayUp {
  let up: Vec3 | null = null;
  /** The way up without the gyroscope, which judges it. */
  let plain: Vec3 = [0, 1, 0];
  let believed = true;
  let agreedMs: Millis = 0;
  let lastMs: Millis = 0;

  return ({ accelMps2, rotationDps, capturedMs }) => {
    const size = Math.hypot(...accelMps2);
    const felt = size > 1 ? scale(accelMps2, 1 / size) : null;
    const seconds = (capturedMs - lastMs) / 1000;
    lastMs = capturedMs;
    if (up === null || seconds * 1000 > restartAfterMs || seconds <= 0) {
      up = felt ?? up ?? [0, 1, 0];
      [plain, agreedMs] = [up, capturedMs];
      return up;
    }
    const trust = Math.abs(size - gravityMps2) > knockMps2 ? 0.2 : 1;
    const toward = (from: Vec3, settle: number) => (felt ? toUnit(mix(from, felt, trust * (1 - Math.exp(-seconds / settle)))) : from);
    plain = toward(plain, settleS);
    if (!rotationDps || !believed) {
      up = plain;
      return up;
    }
    up = toward(turn(up, rotationDps, seconds), turnedSettleS);
    if (dot(up, plain) >= Math.cos((mostDriftDeg * Math.PI) / 180)) agreedMs = capturedMs;
    believed = capturedMs - agreedMs < driftMs;
    return up;
  };
}

function mix(from: Vec3, to: Vec3, share: number): Vec3 {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), from[2] + share * (to[2] - from[2])];
}

/** What stands still in the room turns against the device's own turning. */
function turn(up: Vec3, rotationDps: Vec3, seconds: number): Vec3 {
  const by = cross(scale(rotationDps, (Math.PI / 180) * seconds), up);
  return [up[0] - by[0], up[1] - by[1], up[2] - by[2]];
}
