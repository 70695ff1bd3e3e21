import { type JointName, jointNames } from '../core/joints';
import type { Ratio } from '../core/units';
import type { Clothes } from './person-clothes';
import type { PictureJoint, Vec3 } from './types';

/** Place of each joint in the tracker's 33 points. */
const places: Readonly<Record<JointName, number>> = {
  nose: 0,
  left_shoulder: 11,
  right_shoulder: 12,
  left_elbow: 13,
  right_elbow: 14,
  left_wrist: 15,
  right_wrist: 16,
  left_hip: 23,
  right_hip: 24,
  left_knee: 25,
  right_knee: 26,
  left_ankle: 27,
  right_ankle: 28,
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One person in a picture. */
export interface Person {
  readonly joints: Readonly<Partial<Record<JointName, PictureJoint>>>;
  readonly world: Readonly<Partial<Record<JointName, Vec3>>>;
  /** Middle of the shoulders and hips, as shares of the picture. */
  readonly x: Ratio;
  readonly y: Ratio;
  /** From the middle of the shoulders to that of the hips, or from shoulder to shoulder where that is more (a child who bends or sits), in picture heights. */
  readonly size: number;
  /** From shoulder to shoulder in trunk lengths: about 0.7 from the front, half of it from three quarters, next to nothing from the side. */
  readonly breadth: number;
  /** How surely shoulders and hips were seen, 0..1. */
  readonly surety: Ratio;
  /** Colours of the clothes, where the tracker tells. */
  readonly clothes?: Clothes;
}

/** A person from the tracker's packed points (x, y, z, visibility each); `aspect` is the picture's width over its height. */
export function toPerson(picture: ArrayLike<number>, world: ArrayLike<number>, aspect: number, clothes?: Clothes): Person {
  const joints: Partial<Record<JointName, PictureJoint>> = {};
  const inSpace: Partial<Record<JointName, Vec3>> = {};
  for (const name of jointNames) {
    const at = places[name] * 4;
    const [x = 0, y = 0, z = 0, seen = 0] = [picture[at], picture[at + 1], picture[at + 2], picture[at + 3]];
    joints[name] = [x, y, z, Math.min(1, Math.max(0, seen))];
    const [wx, wy, wz] = [world[at], world[at + 1], world[at + 2]];
    if (wx !== undefined && wy !== undefined && wz !== undefined) inSpace[name] = [wx, wy, wz];
  }
  return { joints, world: inSpace, ...(clothes ? { clothes } : {}), ...placeTrunk(joints, aspect) };
}

/** Nearer than this (mean of shoulders and hips, in trunk lengths), two finds are one person. */
const sameApart = 0.25;
const sameSize = 1.35;
const corners = ['left_shoulder', 'right_shoulder', 'left_hip', 'right_hip'] as const;

/** Where the trunk is, how large, and how surely it was seen. */
export function placeTrunk(joints: Person['joints'], aspect: number): Pick<Person, 'x' | 'y' | 'size' | 'breadth' | 'surety'> {
  const middle = (a: JointName, b: JointName): Point => {
    const [p, q] = [joints[a], joints[b]];
    return { x: ((p?.[0] ?? 0) + (q?.[0] ?? 0)) / 2, y: ((p?.[1] ?? 0) + (q?.[1] ?? 0)) / 2 };
  };
  const far = (a: Point, b: Point) => Math.hypot((a.x - b.x) * aspect, a.y - b.y);
  const point = (name: JointName) => ({ x: joints[name]?.[0] ?? 0, y: joints[name]?.[1] ?? 0 });
  const shoulders = middle('left_shoulder', 'right_shoulder');
  const hips = middle('left_hip', 'right_hip');
  const seen = corners.map((name) => joints[name]?.[3] ?? 0);
  const [width, trunk] = [far(point('left_shoulder'), point('right_shoulder')), far(shoulders, hips)];
  return {
    x: (shoulders.x + hips.x) / 2,
    y: (shoulders.y + hips.y) / 2,
    // In the picture's plane: with the tracker's depth the same person is up to twice as large in the next picture.
    size: Math.max(trunk, width),
    breadth: width / Math.max(trunk, 1e-6),
    surety: seen.reduce((sum, one) => sum + one, 0) / seen.length,
  };
}

/** How far two persons' middles are apart, in the larger one's trunk lengths. */
export function measureApart(a: Pick<Person, 'x' | 'y' | 'size'>, b: Pick<Person, 'x' | 'y' | 'size'>, aspect: number): number {
  return Math.hypot((a.x - b.x) * aspect, a.y - b.y) / Math.max(a.size, b.size, 1e-6);
}

/** Whether two finds are one person, found twice: a whole trunk covers the other. */
export function isSamePerson(a: Person, b: Person, aspect: number): boolean {
  const pairs = corners.flatMap((name) => {
    const [p, q] = [a.joints[name], b.joints[name]];
    return p && q ? [Math.hypot((p[0] - q[0]) * aspect, p[1] - q[1]) / Math.max(a.size, b.size, 1e-6)] : [];
  });
  if (pairs.length > 0) return pairs.reduce((sum, one) => sum + one, 0) / pairs.length < sameApart;
  return measureApart(a, b, aspect) < sameApart && Math.abs(Math.log(a.size / b.size)) < Math.log(sameSize);
}
