import type { Millis } from '../../core/units';
import type { FrameOf } from '../types';
import { dot } from '../vector';
import { createWayUp } from './way-up';

// Height itself is not told: integrating acceleration twice drifts by more than a child's rise within seconds. What is told is that the body
// went up or down as in standing up and sitting down, from one integration that forgets within some seconds and whenever the body is still.
// With the sensor on the trunk or at the waist; a thigh's pocket swings up and down with each step and tells nothing here.

/** Speed in m/s that standing up and sitting down have, and a step has not once steps are smoothed away. */
const leastSpeedMps = 0.2;
const forgetS = 3;
/** Low-pass that leaves rises, which take a second, and takes steps, which take half of one. */
const smoothS = 0.16;
const restSettleS = 10;
const upSettleS = 0.5;
/** Acceleration in m/s2 below which a body is still, and for how long it has to be. */
const stillMps2 = 0.2;
const stillMs: Millis = 400;
/** A body that has just stood up or sat down swings back: for this long nothing else is told. */
const settleMs: Millis = 1200;
const restartAfterMs: Millis = 300;

/** A whole rise from rest takes less than this. */
const fromStillMs: Millis = 2500;

/** The body went up or down; `fromStill`: it was at rest just before. */
export interface BodyTurn {
  readonly up: boolean;
  readonly fromStill: boolean;
}

/** Finds standing up and sitting down as they happen, in any mounting. */
export function createRiseFinder(): (frame: FrameOf<'motion'>) => BodyTurn | null {
  const findUp = createWayUp(upSettleS);
  let lastMs: Millis | null = null;
  let [rest, smooth, speed, heardS] = [0, 0, 0, 0];
  /** Fastest speed since it last passed 0, with its sign. */
  let peak = 0;
  let movedMs: Millis = 0;
  let stillSeenMs = Number.NEGATIVE_INFINITY;
  let toldMs = Number.NEGATIVE_INFINITY;

  function restart(along: number, tMs: Millis): void {
    [rest, smooth, speed, heardS, peak, movedMs] = [along, 0, 0, 0, 0, tMs];
  }

  return (frame) => {
    const along = dot(frame.accelMps2, findUp(frame));
    const tMs = frame.capturedMs;
    const seconds = lastMs === null ? 0 : (tMs - lastMs) / 1000;
    if (lastMs === null || seconds * 1000 > restartAfterMs) restart(along, tMs);
    lastMs = tMs;
    heardS += seconds;
    rest += (1 - Math.exp(-seconds / Math.min(restSettleS, heardS + 0.1))) * (along - rest);
    smooth += (1 - Math.exp(-seconds / smoothS)) * (along - rest - smooth);
    if (Math.abs(smooth) > stillMps2) movedMs = tMs;
    const still = tMs - movedMs >= stillMs;
    if (still) stillSeenMs = tMs;
    if (still || tMs - toldMs < settleMs) [speed, peak] = [0, 0];
    else speed += (smooth - speed / forgetS) * seconds;
    if (speed * peak <= 0 || Math.abs(speed) > Math.abs(peak)) peak = speed;
    // Told once the speed has passed its peak: half of the way is done then.
    if (Math.abs(peak) < leastSpeedMps || Math.abs(speed) > 0.9 * Math.abs(peak)) return null;
    toldMs = tMs;
    return { up: peak > 0, fromStill: tMs - stillSeenMs <= fromStillMs };
  };
}
