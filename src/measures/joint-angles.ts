import { type JointName, jointNames, otherSideOfJoint } from '../core/joints';
import type { Side } from '../core/units';

/** A key point: x to the right of the unmirrored image, y down, z away from the camera (0 in an image), all in one length unit. */
export type JointPoint = readonly [x: number, y: number, z: number];

/** The key points of one moment; a joint that was not seen is left out, never guessed. */
export interface BodyFrame {
  readonly tMs: number;
  readonly joints: Readonly<Partial<Record<JointName, JointPoint>>>;
}

/** Where the numbers come from: an image of the child from the front or the side, or points in space. */
export type BodyView = 'front' | 'side' | '3d';

/** The limb angles, of which there is one a side. */
export type LimbAngle = 'knee_flexion' | 'hip_flexion' | 'elbow_flexion' | 'shoulder_elevation' | 'thigh_from_vertical';
/** The name of a joint angle, as in reports. */
export type AngleName = `${LimbAngle}_${Side}` | 'trunk_lateral_lean' | 'trunk_forward_lean';

/**
 * The views that can carry an angle. An image shows an angle only in its own plane: from the front a squat's knee reads 34-44 degrees
 * too low, from the side an arm raised sideways 30 too high (UI-PRMD against 3D); an elbow in one image is 12-70 off (Keraal).
 */
export const viewsOfAngle: Readonly<Record<LimbAngle | 'trunk_lateral_lean' | 'trunk_forward_lean', readonly BodyView[]>> = {
  knee_flexion: ['side', '3d'],
  hip_flexion: ['side', '3d'],
  elbow_flexion: ['3d'],
  shoulder_elevation: ['front', '3d'],
  thigh_from_vertical: ['side', '3d'],
  trunk_lateral_lean: ['front', '3d'],
  trunk_forward_lean: ['side', '3d'],
};

const limbAngles = ['knee_flexion', 'hip_flexion', 'elbow_flexion', 'shoulder_elevation', 'thigh_from_vertical'] as const satisfies LimbAngle[];
const sides = ['left', 'right'] as const satisfies Side[];

/** One angle: the joints it needs, the views that carry it, and its value in degrees in a frame (null when a joint was not seen). */
export interface JointAngle {
  readonly name: AngleName;
  readonly views: readonly BodyView[];
  readonly joints: readonly JointName[];
  measure(frame: BodyFrame, view: BodyView): number | null;
}

/** All angles that are measured, limbs first. */
export const jointAngles: readonly JointAngle[] = [
  ...limbAngles.flatMap((limb) => sides.map((side) => toLimbAngle(limb, side))),
  { name: 'trunk_lateral_lean', views: viewsOfAngle.trunk_lateral_lean, joints: toTrunkJoints(), measure: measureLateralLean },
  { name: 'trunk_forward_lean', views: viewsOfAngle.trunk_forward_lean, joints: toTrunkJoints(), measure: measureForwardLean },
];

/** Angle in degrees (0..180) at `corner` between the directions to `from` and `to`; null when one of them lies on the corner. */
export function measureAngleAt(from: JointPoint, corner: JointPoint, to: JointPoint): number | null {
  return measureBetween(subtract(from, corner), subtract(to, corner));
}

/** Length from one point to another, in the points' unit. */
export function measureDistance(from: JointPoint, to: JointPoint): number {
  return Math.hypot(...subtract(to, from));
}

/** The point half-way between two. */
export function toMiddle(a: JointPoint, b: JointPoint): JointPoint {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

/** A frame of a mirrored picture as it was: left and right exchanged, and x turned round about `axis`. */
export function unmirror(frame: BodyFrame, axis: number): BodyFrame {
  const joints: Partial<Record<JointName, JointPoint>> = {};
  for (const name of jointNames) {
    const point = frame.joints[name];
    if (point) joints[otherSideOfJoint[name]] = [2 * axis - point[0], point[1], point[2]];
  }
  return { tMs: frame.tMs, joints };
}

function toLimbAngle(limb: LimbAngle, side: Side): JointAngle {
  const chain = (...parts: ('shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle')[]) => parts.map((part) => `${side}_${part}` as const);
  const build = (joints: readonly JointName[], toAngle: (points: readonly JointPoint[]) => number | null): JointAngle => ({
    name: `${limb}_${side}`,
    views: viewsOfAngle[limb],
    joints,
    measure: (frame) => {
      const points = joints.map((joint) => frame.joints[joint]).filter((point) => point !== undefined);
      return points.length === joints.length ? toAngle(points) : null;
    },
  });
  const inner = ([from, corner, to]: readonly JointPoint[]) => (from && corner && to ? measureAngleAt(from, corner, to) : null);
  const flexion = (points: readonly JointPoint[]) => {
    const angle = inner(points);
    return angle === null ? null : 180 - angle;
  };
  switch (limb) {
    case 'knee_flexion':
      return build(chain('hip', 'knee', 'ankle'), flexion);
    case 'hip_flexion':
      return build(chain('shoulder', 'hip', 'knee'), flexion);
    case 'elbow_flexion':
      return build(chain('shoulder', 'elbow', 'wrist'), flexion);
    case 'shoulder_elevation':
      return build(chain('hip', 'shoulder', 'elbow'), inner);
    case 'thigh_from_vertical':
      return build(chain('hip', 'knee'), ([hip, knee]) => (hip && knee ? measureBetween(subtract(knee, hip), [0, 1, 0]) : null));
  }
}

function toTrunkJoints(): readonly JointName[] {
  return ['left_shoulder', 'right_shoulder', 'left_hip', 'right_hip'];
}

/** From mid-hip to mid-shoulder; null when one of the four was not seen. */
function findTrunk({ joints }: BodyFrame): JointPoint | null {
  const { left_shoulder, right_shoulder, left_hip, right_hip } = joints;
  if (!left_shoulder || !right_shoulder || !left_hip || !right_hip) return null;
  return subtract(toMiddle(left_shoulder, right_shoulder), toMiddle(left_hip, right_hip));
}

/** Degrees, positive to the child's left when the child faces the camera. */
function measureLateralLean(frame: BodyFrame): number | null {
  const trunk = findTrunk(frame);
  return trunk && toDegrees(Math.atan2(trunk[0], -trunk[1]));
}

/** Degrees, positive forwards: towards the camera in space; in a side view to where the nose points. */
function measureForwardLean(frame: BodyFrame, view: BodyView): number | null {
  const trunk = findTrunk(frame);
  if (trunk === null) return null;
  if (view === '3d') return toDegrees(Math.atan2(-trunk[2], -trunk[1]));
  const { nose, left_shoulder, right_shoulder } = frame.joints;
  if (!nose || !left_shoulder || !right_shoulder) return null;
  const facing = Math.sign(nose[0] - toMiddle(left_shoulder, right_shoulder)[0]);
  return facing === 0 ? null : toDegrees(Math.atan2(facing * trunk[0], -trunk[1]));
}

function measureBetween(a: JointPoint, b: JointPoint): number | null {
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  if (!(lengths > 0)) return null;
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / lengths;
  return toDegrees(Math.acos(Math.min(1, Math.max(-1, cosine))));
}

function subtract(a: JointPoint, b: JointPoint): JointPoint {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
