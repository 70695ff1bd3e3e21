import type { JointName } from '../../core/joints';
import type { Ratio, Side } from '../../core/units';
import type { FrameOf, Vec3 } from '../types';

/** A frame of joints. */
export type PoseFrame = FrameOf<'pose'>;

/** Both sides, in the order in which they are reported. */
export const sides = ['left', 'right'] as const satisfies Side[];
/** Below this visibility a joint is guessed, not seen. */
export const leastVisibility: Ratio = 0.5;
/** Usual length of the trunk (mid-hip to mid-shoulder) in shoulder widths, where the hips are hidden. */
export const trunkOfShoulders = 1.4;

/** How surely a joint is seen: its visibility, 0 when it is guessed or outside the picture, where trackers draw joints as sure as inside. */
export function seeJoint(frame: PoseFrame, joint: JointName): Ratio {
  const seen = frame.joints[joint];
  if (!seen) return 0;
  const [x, y, , visibility] = seen;
  return visibility >= leastVisibility && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? visibility : 0;
}

/** How surely all of some joints are seen: as the worst of them. */
export function seeJoints(frame: PoseFrame, joints: readonly JointName[]): Ratio {
  return Math.min(1, ...joints.map((joint) => seeJoint(frame, joint)));
}

/** A joint in picture heights, so that both directions of the picture have one unit; null when it is not seen. */
export function toPoint(frame: PoseFrame, joint: JointName): Vec3 | null {
  const seen = seeJoint(frame, joint) > 0 ? frame.joints[joint] : undefined;
  return seen ? [seen[0] * frame.aspect, seen[1], seen[2] * frame.aspect] : null;
}

/** A seen joint in metres; null when it is not seen, or the tracker tells no metres. */
export function toWorldPoint(frame: PoseFrame, joint: JointName): Vec3 | null {
  return seeJoint(frame, joint) > 0 ? (frame.world?.[joint] ?? null) : null;
}

/** The point half-way between a joint of the left and of the right; null unless both are there. */
export function toMiddle(left: Vec3 | null, right: Vec3 | null): Vec3 | null {
  return left && right ? [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2] : null;
}

/** From one point to another. */
export function toVector(from: Vec3, to: Vec3): Vec3 {
  return [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
}

/** The child's trunk in the picture, in picture heights: middles of shoulders and hips, distance of the shoulders, and length. */
export interface Trunk {
  readonly shoulders: Vec3;
  readonly hips: Vec3 | null;
  readonly shoulderWidth: number;
  readonly length: number;
  /** 1 when the child faces the camera, -1 when it looks away from it. */
  readonly facing: 1 | -1;
}

/** The trunk; shoulders are enough, a seated child's hips may be behind a tray. Null when a shoulder is not seen. */
export function findTrunk(frame: PoseFrame): Trunk | null {
  const left = toPoint(frame, 'left_shoulder');
  const right = toPoint(frame, 'right_shoulder');
  const shoulders = toMiddle(left, right);
  if (!left || !right || !shoulders) return null;
  const hips = toMiddle(toPoint(frame, 'left_hip'), toPoint(frame, 'right_hip'));
  const shoulderWidth = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const length = hips ? Math.hypot(shoulders[0] - hips[0], shoulders[1] - hips[1]) : trunkOfShoulders * shoulderWidth;
  return { shoulders, hips, shoulderWidth, length, facing: left[0] >= right[0] ? 1 : -1 };
}

/** Radians in degrees. */
export function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

/** Angle in degrees between two directions; null when one has no length. */
export function measureBetween(a: Vec3, b: Vec3): number | null {
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  if (!(lengths > 0)) return null;
  return toDegrees(Math.acos(Math.min(1, Math.max(-1, (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / lengths))));
}

/** Middle value; null for none. */
export function findMiddle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
