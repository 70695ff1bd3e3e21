import type { Millis, Ratio } from '../../core/units';
import { findTrunk, type PoseFrame, seeJoints, type Trunk, toDegrees, toMiddle, toPoint, toVector, toWorldPoint } from './body';

/** The trunk as a frame shows it: degrees to the child's right and forward, and its place in the room in mm where the tracker tells. */
export interface LeanReading {
  readonly x: number;
  readonly y: number;
  readonly place: { readonly ml: number; readonly ap: number } | null;
  readonly quality: Ratio;
}

/** A sway of this many millimetres is usual: the range of its filter. */
export const usualSwayMm = 100;
/** Shoulders narrower than this part of the trunk's length: the child is turned so far that forward looks like sideways. */
const leastShouldersOfTrunk = 0.25;
/** The way of measuring changes only when hips stay hidden, or seen, for this long: the two differ by some degrees. */
const settleMs: Millis = 500;
/** How slowly the scale of the picture in mm follows. */
const scaleSettleMs: Millis = 2000;

/**
 * Reads the trunk from joints: lateral lean from mid-hip to mid-shoulder in the picture, forward lean from their depth. With hips hidden by
 * a tray the tilt of the shoulder line stands for lateral lean, and forward lean reads 0. Null when the trunk is not seen.
 */
export function createPoseLeanReader(): (frame: PoseFrame) => LeanReading | null {
  let byHips: boolean | null = null;
  let changeSinceMs: Millis | null = null;
  let metresPerHeight: number | null = null;
  let scaleMs: Millis = 0;

  function choose(hips: boolean, atMs: Millis): boolean {
    byHips ??= hips;
    changeSinceMs = hips === byHips ? null : (changeSinceMs ?? atMs);
    if (changeSinceMs !== null && atMs - changeSinceMs >= settleMs) {
      byHips = hips;
      changeSinceMs = null;
    }
    return byHips;
  }

  function followScale(frame: PoseFrame, trunk: Trunk): void {
    const [left, right] = [toWorldPoint(frame, 'left_shoulder'), toWorldPoint(frame, 'right_shoulder')];
    if (!left || !right || !(trunk.shoulderWidth > 0)) return;
    const now = Math.hypot(right[0] - left[0], right[1] - left[1]) / trunk.shoulderWidth;
    const share = metresPerHeight === null ? 1 : Math.min(1, (frame.capturedMs - scaleMs) / scaleSettleMs);
    metresPerHeight = (metresPerHeight ?? now) + share * (now - (metresPerHeight ?? now));
    scaleMs = frame.capturedMs;
  }

  return (frame) => {
    const trunk = findTrunk(frame);
    if (!trunk) return null;
    const seen = seeJoints(frame, ['left_shoulder', 'right_shoulder']);
    if (!choose(trunk.hips !== null, frame.capturedMs)) return { x: tiltOfShoulders(frame, trunk), y: 0, place: null, quality: seen };
    if (!trunk.hips || trunk.shoulderWidth < leastShouldersOfTrunk * trunk.length) return null;
    followScale(frame, trunk);
    const [dx, dy] = toVector(trunk.hips, trunk.shoulders);
    const depth = findDepth(frame, trunk);
    const place =
      metresPerHeight === null || depth.aheadMm === null
        ? null
        : { ml: (-1000 * trunk.facing * metresPerHeight * (trunk.shoulders[0] + trunk.hips[0])) / 2, ap: depth.aheadMm };
    const quality = Math.min(seen, seeJoints(frame, ['left_hip', 'right_hip']));
    return { x: -trunk.facing * toDegrees(Math.atan2(dx, -dy)), y: depth.deg, place, quality };
  };
}

/** Degrees by which the right shoulder is lower than the left. */
function tiltOfShoulders(frame: PoseFrame, trunk: Trunk): number {
  const [left, right] = [toPoint(frame, 'left_shoulder'), toPoint(frame, 'right_shoulder')];
  if (!left || !right || !(trunk.shoulderWidth > 0)) return 0;
  return toDegrees(Math.atan2(right[1] - left[1], Math.abs(right[0] - left[0])));
}

/** Forward lean in degrees, and how far the shoulders are ahead of the hips in mm where the tracker tells metres. */
function findDepth(frame: PoseFrame, trunk: Trunk): { readonly deg: number; readonly aheadMm: number | null } {
  const shoulders = toMiddle(toWorldPoint(frame, 'left_shoulder'), toWorldPoint(frame, 'right_shoulder'));
  const hips = toMiddle(toWorldPoint(frame, 'left_hip'), toWorldPoint(frame, 'right_hip'));
  const inMetres = shoulders && hips ? toVector(hips, shoulders) : null;
  const [, dy, dz] = inMetres ?? toVector(trunk.hips ?? trunk.shoulders, trunk.shoulders);
  // Hidden depth of both kinds grows away from the camera; forward is where the child looks.
  const ahead = -trunk.facing * dz;
  return { deg: toDegrees(Math.atan2(ahead, -dy)), aheadMm: inMetres ? 1000 * ahead : null };
}
