import type { Millis } from '../core/units';
import { findTrunk, measureBetween, type PoseFrame, toDegrees } from './interpret/body';
import type { Frame, FrameOf, Vec3 } from './types';

/** Says once, with the frame that makes it so, that a fall was seen; then looks for the next one. */
export type FallWatch = (frame: Frame) => boolean;

/** A knock on the body of a fall, of a body-worn sensor (2.0 g and then a posture that is no longer upright: Kangas 2008, doi 10.1016/j.gaitpost.2008.01.003). */
const knockMps2 = 2 * 9.81;
/** Upright or not: more than this away from how the body was before (Kangas 2008: vertical part below 0.5 g, which is 60 degrees). */
const lyingDeg = 60;
/** Who walks on, or takes the device out of a pocket, is restless: readings scatter by more than this around their mean size (D). */
const restlessMps2 = 0.25 * 9.81;
/** The posture is read from one to two seconds after the knock, when it has come to rest (Kangas 2008). */
const afterMs = { from: 1000, to: 2000 } as const;
/** The posture before: the mean of so long, up to shortly before the knock. */
const beforeMs = { long: 2000, gap: 500 } as const;

/** A trunk this near the vertical is upright; for so long, and a fall from it can be told. */
const uprightDeg = 30;
const armMs: Millis = 2000;
/** In a fall the shoulders come down by this share of the trunk's length within a second; in a bow they do not come to lie beside the hips (D). */
const dropShare = 0.8;
const dropMs: Millis = 1200;
/** A trunk that stays down is a fall; one that comes up at once is a movement (D). */
const downMs: Millis = 1000;

/**
 * Watches frames of a camera or a worn sensor for a fall: play then rests, and an adult looks. A child that was never upright cannot fall
 * by this rule, so lying drills raise no alarm; a fall straight towards the camera looks like a bow and is not told.
 */
export function createFallWatch(): FallWatch {
  const bySensor = watchSensor();
  const byPicture = watchPicture();
  return (frame) => {
    if (frame.kind === 'motion') return bySensor(frame);
    return frame.kind === 'pose' && byPicture(frame);
  };
}

function watchSensor(): (frame: FrameOf<'motion'>) => boolean {
  let recent: FrameOf<'motion'>[] = [];
  let knockedMs: Millis | null = null;
  let before: Vec3 | null = null;
  return (frame) => {
    const nowMs = frame.capturedMs;
    const keepMs = afterMs.to + beforeMs.long + beforeMs.gap;
    recent = [...recent.filter(({ capturedMs }) => nowMs - capturedMs <= keepMs), frame];
    if (knockedMs === null) {
      if (Math.hypot(...frame.accelMps2) < knockMps2) return false;
      const fromMs = nowMs - beforeMs.gap - beforeMs.long;
      const isWorn = (recent[0]?.capturedMs ?? nowMs) <= fromMs;
      before = isWorn ? toMean(recent, fromMs, nowMs - beforeMs.gap) : null;
      knockedMs = nowMs;
      return false;
    }
    if (nowMs - knockedMs < afterMs.to) return false;
    const after = toMean(recent, knockedMs + afterMs.from, knockedMs + afterMs.to);
    const turnedDeg = before && after ? measureBetween(before, after) : null;
    const rests = toScatter(recent, knockedMs + afterMs.from, knockedMs + afterMs.to) <= restlessMps2;
    knockedMs = null;
    return rests && turnedDeg !== null && turnedDeg > lyingDeg;
  };
}

/** Mean acceleration of a stretch of time: where the body is not thrown about, the direction of up; null without readings. */
function toMean(frames: readonly FrameOf<'motion'>[], fromMs: Millis, toMs: Millis): Vec3 | null {
  const within = frames.filter(({ capturedMs }) => capturedMs >= fromMs && capturedMs <= toMs);
  if (within.length === 0) return null;
  const sum = within.reduce<Vec3>((all, { accelMps2: [x, y, z] }) => [all[0] + x, all[1] + y, all[2] + z], [0, 0, 0]);
  return [sum[0] / within.length, sum[1] / within.length, sum[2] / within.length];
}

/** Standard deviation of the size of acceleration in a stretch of time. */
function toScatter(frames: readonly FrameOf<'motion'>[], fromMs: Millis, toMs: Millis): number {
  const sizes = frames.filter(({ capturedMs }) => capturedMs >= fromMs && capturedMs <= toMs).map(({ accelMps2 }) => Math.hypot(...accelMps2));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length);
}

interface SeenTrunk {
  readonly tMs: Millis;
  /** Height of the shoulders in the picture, down. */
  readonly shouldersY: number;
}

function watchPicture(): (frame: PoseFrame) => boolean {
  let uprightSinceMs: Millis | null = null;
  let upright: readonly SeenTrunk[] = [];
  let lengthOfTrunk = 0;
  let armed = false;
  let downSinceMs: Millis | null = null;
  return (frame) => {
    const nowMs = frame.capturedMs;
    const trunk = findTrunk(frame);
    if (!trunk?.hips) return false;
    const slantDeg = toDegrees(Math.atan2(Math.abs(trunk.shoulders[0] - trunk.hips[0]), trunk.hips[1] - trunk.shoulders[1]));
    if (slantDeg < uprightDeg) {
      uprightSinceMs ??= nowMs;
      armed ||= nowMs - uprightSinceMs >= armMs;
      lengthOfTrunk = Math.max(trunk.length, lengthOfTrunk * 0.99);
      upright = [...upright.filter(({ tMs }) => nowMs - tMs <= dropMs + downMs), { tMs: nowMs, shouldersY: trunk.shoulders[1] }];
      downSinceMs = null;
      return false;
    }
    uprightSinceMs = null;
    if (!armed || slantDeg < lyingDeg) {
      downSinceMs = null;
      return false;
    }
    // Down it is from the moment it lies, if it stood no longer ago than a fall takes.
    if (downSinceMs === null) {
      const lately = upright.filter(({ tMs }) => nowMs - tMs <= dropMs);
      const dropped = lately.some(({ shouldersY }) => trunk.shoulders[1] - shouldersY >= dropShare * lengthOfTrunk);
      if (dropped) downSinceMs = nowMs;
      else if (lately.length === 0) armed = false;
      return false;
    }
    if (nowMs - downSinceMs < downMs) return false;
    armed = false;
    downSinceMs = null;
    upright = [];
    return true;
  };
}
