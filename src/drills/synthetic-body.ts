import type { JointName } from '../core/joints';
import type { Millis, Ratio } from '../core/units';
import type { FrameOf, PictureJoint, Vec3 } from '../movement/types';

/** Rate in Hz at which the synthetic camera films. */
export const bodyRateHz = 30;
/** Usual time from a picture to its joints. */
export const bodyDelayMs: Millis = 60;

/** How a synthetic child holds itself before the camera; degrees and metres, left and right the child's own. */
export interface BodyPose {
  /** Trunk to the child's right. */
  readonly leanDeg: number;
  /** Trunk forward, towards the camera. */
  readonly forwardDeg: number;
  /** Arms raised sideways from hanging. */
  readonly armDeg: { readonly left: number; readonly right: number };
  /** Height of the hips: 0 sits, 1 stands. */
  readonly rise: Ratio;
  /** How far each knee, and the foot below it, is lifted from where it rests. */
  readonly kneeLiftM: { readonly left: number; readonly right: number };
  /** The next millimetres of tremor or of the tracker's jitter; asked for once for each coordinate of each joint. */
  readonly shakeMm?: () => number;
}

/** A child that stands still with its arms hanging. */
export const standingPose: BodyPose = {
  leanDeg: 0,
  forwardDeg: 0,
  armDeg: { left: 0, right: 0 },
  rise: 1,
  kneeLiftM: { left: 0, right: 0 },
};
/** A child that sits still with its arms hanging. */
export const seatedPose: BodyPose = { ...standingPose, rise: 0 };

// A child of 1.1 m that looks at a camera 2.2 m away; lengths in metres.
const [halfWidth, trunk, head, upperArm, forearm, thigh, shin] = [0.13, 0.36, 0.16, 0.2, 0.18, 0.27, 0.26];
const feetAwayM = 2.2;
const groundBelowM = 0.62;
const seatedThighDeg = 85;
const aspect = 4 / 3;
/** Picture heights to one metre at one metre of distance, as usual in tablets. */
const lens = 1.094;
/** Numbers of a frame, to a hundredth of a millimetre: finer only makes recordings longer. */
const digits = 5;

/** What a camera of 30 pictures a second tells of a child: all joints, in the unmirrored picture and in metres from the middle of the hips. */
export function toBodyFrame(pose: BodyPose, capturedMs: Millis, deliveredMs: Millis): FrameOf<'pose'> {
  const points = toPoints(pose);
  const middle = toMiddle(points.left_hip, points.right_hip);
  const joints: Partial<Record<JointName, PictureJoint>> = {};
  const world: Partial<Record<JointName, Vec3>> = {};
  for (const [name, [x, y, z]] of Object.entries(points) as [JointName, Vec3][]) {
    const width = lens / aspect;
    joints[name] = [round(0.5 + (width * x) / z), round(0.5 + (lens * y) / z), round((width * (z - middle[2])) / middle[2]), 1];
    world[name] = [round(x - middle[0]), round(y - middle[1]), round(z - middle[2])];
  }
  return { kind: 'pose', capturedMs, deliveredMs, joints, world, aspect };
}

/** Joints in metres before the camera: x to the right of the picture, y down, z away; the child's left is to the right of the picture. */
function toPoints({ leanDeg, forwardDeg, armDeg, rise, kneeLiftM, shakeMm }: BodyPose): Record<JointName, Vec3> {
  const shake = () => (shakeMm ? shakeMm() / 1000 : 0);
  const at = (x: number, y: number, z: number): Vec3 => [x + shake(), y + shake(), z + shake()];
  const thighAtRest = toRadians(seatedThighDeg * (1 - rise));
  const hipY = groundBelowM - shin - thigh * Math.cos(thighAtRest);
  const hipZ = feetAwayM + thigh * Math.sin(thighAtRest);
  const [lean, forward] = [toRadians(leanDeg), toRadians(forwardDeg)];
  const onTrunk = (x: number, up: number): Vec3 => {
    const height = x * Math.sin(lean) + up * Math.cos(lean);
    return at(x * Math.cos(lean) - up * Math.sin(lean), hipY - height * Math.cos(forward), hipZ - height * Math.sin(forward));
  };
  const toSide = (side: 'left' | 'right') => {
    const sign = side === 'left' ? 1 : -1;
    const arm = toRadians(armDeg[side]);
    // The thigh swings up as far as the knee is lifted, the shin hangs from it: no bone grows.
    const swing = Math.acos(Math.min(1, Math.max(-1, Math.cos(thighAtRest) - kneeLiftM[side] / thigh)));
    const [kneeY, kneeZ] = [hipY + thigh * Math.cos(swing), hipZ - thigh * Math.sin(swing)];
    return {
      shoulder: onTrunk(sign * halfWidth, trunk),
      elbow: onTrunk(sign * (halfWidth + upperArm * Math.sin(arm)), trunk - upperArm * Math.cos(arm)),
      wrist: onTrunk(sign * (halfWidth + (upperArm + forearm) * Math.sin(arm)), trunk - (upperArm + forearm) * Math.cos(arm)),
      hip: at(sign * halfWidth, hipY, hipZ),
      knee: at(sign * halfWidth, kneeY, kneeZ),
      ankle: at(sign * halfWidth, kneeY + shin, kneeZ),
    };
  };
  const [left, right] = [toSide('left'), toSide('right')];
  return {
    nose: onTrunk(0, trunk + head),
    left_shoulder: left.shoulder,
    right_shoulder: right.shoulder,
    left_elbow: left.elbow,
    right_elbow: right.elbow,
    left_wrist: left.wrist,
    right_wrist: right.wrist,
    left_hip: left.hip,
    right_hip: right.hip,
    left_knee: left.knee,
    right_knee: right.knee,
    left_ankle: left.ankle,
    right_ankle: right.ankle,
  };
}

function toMiddle([ax, ay, az]: Vec3, [bx, by, bz]: Vec3): Vec3 {
  return [(ax + bx) / 2, (ay + by) / 2, (az + bz) / 2];
}

function toRadians(deg: number): number {
  return (deg * Math.PI) / 180;
}

function round(value: number): number {
  return Number(value.toFixed(digits));
}

/** Sub-movements of one movement start every 0.75 of their own length (clinical.md, recipe of the smoothness table). */
const subMovementStart = 0.75;

/** Share of the way after a share of the time, for one or several overlapping minimum-jerk sub-movements. */
export function toProgress(share: Ratio, subMovements: number): Ratio {
  const length = 1 / (1 + subMovementStart * (subMovements - 1));
  let progress = 0;
  for (let i = 0; i < subMovements; i++) {
    const t = Math.min(1, Math.max(0, (share - i * subMovementStart * length) / length));
    progress += (t * t * t * (10 - 15 * t + 6 * t * t)) / subMovements;
  }
  return progress;
}
