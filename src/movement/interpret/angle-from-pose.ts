import type { JointName } from '../../core/joints';
import type { Ratio, Side } from '../../core/units';
import type { Limb, Vec3 } from '../types';
import { findTrunk, leastVisibility, measureBetween, type PoseFrame, seeJoint, seeJoints, toPoint, toVector, toWorldPoint } from './body';

/** One joint's angle in degrees and how surely it was seen. */
export interface AngleReading {
  readonly deg: number;
  readonly quality: Ratio;
}

/** Shoulders wider than this part of the trunk's length: seen from the front, where a picture without depth shows no knee and no hip. */
const mostShouldersOfTrunkSideways = 0.4;
/** The three joints of an angle, its corner in the middle, and whether it is told as bending from straight. */
const chains = {
  shoulder_elevation: { parts: ['hip', 'shoulder', 'elbow'], bends: false },
  elbow_flexion: { parts: ['shoulder', 'elbow', 'wrist'], bends: true },
  knee_flexion: { parts: ['hip', 'knee', 'ankle'], bends: true },
  hip_flexion: { parts: ['shoulder', 'hip', 'knee'], bends: true },
} as const satisfies Record<Limb, { readonly parts: readonly [string, string, string]; readonly bends: boolean }>;

/**
 * One side's joint angle, in space where the tracker tells metres, else in the picture where that can carry it: an arm from the front, knee
 * and hip from the side, an elbow never (FORMULAS.md 5). A hip hidden by a tray does not hide the arm: the trunk then counts as upright.
 * Null when a needed joint is not seen, or the view cannot carry the angle.
 */
export function readAngle(frame: PoseFrame, limb: Limb, side: Side): AngleReading | null {
  const { parts, bends } = chains[limb];
  const [from, corner, to] = parts.map((part) => `${side}_${part}` as const) as [JointName, JointName, JointName];
  const upright = limb === 'shoulder_elevation' && seeJoint(frame, from) < leastVisibility;
  const quality = seeJoints(frame, upright ? [corner, to] : [from, corner, to]);
  if (quality === 0) return null;
  const inSpace = [from, corner, to].every((joint) => (upright && joint === from) || toWorldPoint(frame, joint) !== null);
  if (!inSpace && !canPicture(frame, limb)) return null;
  const find = (joint: JointName) => (inSpace ? toWorldPoint(frame, joint) : toFlat(toPoint(frame, joint)));
  const [middle, end] = [find(corner), find(to)];
  const start = upright && middle ? ([middle[0], middle[1] + 1, middle[2]] as const) : find(from);
  const between = start && middle && end ? measureBetween(toVector(middle, start), toVector(middle, end)) : null;
  return between === null ? null : { deg: bends ? 180 - between : between, quality };
}

/** The picture's depth is a guess of its own unit: angles in the picture are taken in its plane. */
function toFlat(point: Vec3 | null): Vec3 | null {
  return point && [point[0], point[1], 0];
}

function canPicture(frame: PoseFrame, limb: Limb): boolean {
  const trunk = findTrunk(frame);
  const sideways = trunk !== null && trunk.hips !== null && trunk.shoulderWidth < mostShouldersOfTrunkSideways * trunk.length;
  switch (limb) {
    case 'shoulder_elevation':
      return !sideways;
    case 'elbow_flexion':
      return false;
    default:
      return sideways;
  }
}
