import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JointName } from '../../src/core/joints';
import type { BodyFrame, JointPoint } from '../../src/measures/joint-angles';
import type { Calibration, Frame, Interpreter, Movement, MovementSignal, SourceKind, Vec3 } from '../../src/movement/types';

/** The play field of these tests. */
export const fieldMm = { width: 240, height: 160 };

/** A calibration of a source with plain touch settings. */
export function calibrate(source: SourceKind, more: Partial<Calibration> = {}): Calibration {
  return { source, fieldMm, touch: { accept: 'contact', holdMs: 0, mergeMs: 0, edgeRestMm: 0, palmMm: 35 }, ...more };
}

/** Plays frames as a runner does, in ticks of 10 ms, and gives every signal. */
export function play<M extends Movement>(interpret: Interpreter<M>, frames: readonly Frame[], untilMs?: number): MovementSignal<M>[] {
  const sorted = frames.toSorted((a, b) => a.deliveredMs - b.deliveredMs);
  const lastMs = untilMs ?? (sorted.at(-1)?.deliveredMs ?? 0) + 10;
  const signals: MovementSignal<M>[] = [];
  let next = 0;
  for (let nowMs = 10; nowMs <= lastMs; nowMs += 10) {
    const from = next;
    while (next < sorted.length && (sorted[next]?.deliveredMs ?? nowMs + 1) <= nowMs) next += 1;
    signals.push(...interpret(sorted.slice(from, next), nowMs));
  }
  return signals;
}

/** What a camera of 4:3 with its usual lens sees of points in metres (x right in the picture, y down, z away), with world points. */
export function toPoseFrame({ tMs, joints }: BodyFrame, delayMs = 60): Frame {
  const entries = Object.entries(joints) as [JointName, JointPoint][];
  const { left_hip, right_hip } = joints;
  const middle: JointPoint =
    left_hip && right_hip ? ([0, 1, 2].map((i) => ((left_hip[i] ?? 0) + (right_hip[i] ?? 0)) / 2) as unknown as JointPoint) : [0, 0, 2.5];
  const picture = entries.map(([joint, [x, y, z]]) => [
    joint,
    [0.5 + (0.82 * x) / z, 0.5 + (1.094 * y) / z, (0.82 * (z - middle[2])) / middle[2], 1],
  ]);
  const world = entries.map(([joint, [x, y, z]]) => [joint, [x - middle[0], y - middle[1], z - middle[2]]]);
  const [shown, metres] = [Object.fromEntries(picture), Object.fromEntries(world)];
  return { kind: 'pose', capturedMs: tMs, deliveredMs: tMs + delayMs, joints: shown, world: metres, aspect: 4 / 3 };
}

/** A frame without its metres, as from a tracker that tells only the picture. */
export function withoutWorld(frame: Frame): Frame {
  if (frame.kind !== 'pose') return frame;
  const { world: _, ...rest } = frame;
  return rest;
}

/** A frame in which some joints are hidden: the tracker guesses them. */
export function hide(frame: Frame, hidden: (joint: JointName) => boolean): Frame {
  if (frame.kind !== 'pose') return frame;
  const entries = Object.entries(frame.joints) as [JointName, readonly [number, number, number, number]][];
  return { ...frame, joints: Object.fromEntries(entries.map(([joint, [x, y, z, v]]) => [joint, [x, y, z, hidden(joint) ? 0.3 : v]])) };
}

/** How a synthetic child holds itself; metres and degrees. */
export interface Posture {
  /** Trunk leaning to the child's right and forward. */
  readonly leanDeg: number;
  readonly forwardDeg: number;
  /** Arms raised sideways from hanging. */
  readonly armDeg: { readonly left: number; readonly right: number };
  /** 0 sitting, 1 standing. */
  readonly standing: number;
  /** Feet lifted while standing. */
  readonly liftM: { readonly left: number; readonly right: number };
}

/** A child of 1.1 m that sits still in front of the camera. */
export const seated: Posture = { leanDeg: 0, forwardDeg: 0, armDeg: { left: 10, right: 10 }, standing: 0, liftM: { left: 0, right: 0 } };
const radians = (deg: number) => (deg * Math.PI) / 180;

/** The child's key points in metres before the camera, 2.2 m away; the child's left is to the right of the picture. */
export function toBody(tMs: number, change: Partial<Posture> = {}): BodyFrame {
  const { leanDeg, forwardDeg, armDeg, standing, liftM } = { ...seated, ...change };
  const thighDeg = 85 * (1 - standing);
  const [thigh, shin, trunk, upper, lower] = [0.27, 0.26, 0.36, 0.2, 0.18];
  const groundY = 0.62;
  const hipY = groundY - shin - thigh * Math.cos(radians(thighDeg));
  const hipZ = 2.2 + thigh * Math.sin(radians(thighDeg));
  const tilt = (x: number, up: number): JointPoint => {
    const [c, s] = [Math.cos(radians(leanDeg)), Math.sin(radians(leanDeg))];
    const [sideways, height] = [x * c - up * s, x * s + up * c];
    return [sideways, hipY - height * Math.cos(radians(forwardDeg)), hipZ - height * Math.sin(radians(forwardDeg))];
  };
  const points: Partial<Record<JointName, JointPoint>> = { nose: tilt(0, trunk + 0.16) };
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const arm = radians(armDeg[side]);
    const lift = liftM[side];
    points[`${side}_shoulder`] = tilt(0.13 * sign, trunk);
    points[`${side}_elbow`] = tilt(sign * (0.13 + upper * Math.sin(arm)), trunk - upper * Math.cos(arm));
    points[`${side}_wrist`] = tilt(sign * (0.13 + (upper + lower) * Math.sin(arm)), trunk - (upper + lower) * Math.cos(arm));
    points[`${side}_hip`] = [0.13 * sign, hipY, hipZ];
    points[`${side}_knee`] = [0.13 * sign, groundY - shin - lift, 2.2 - lift];
    points[`${side}_ankle`] = [0.13 * sign, groundY - lift, 2.2 + (standing > 0.5 ? lift / 2 : 0)];
  }
  return { tMs, joints: points };
}

/** Frames of a child that moves as told, at a camera's rate, for some time. */
export function film(untilMs: number, move: (tMs: number) => Partial<Posture>, hz = 30): Frame[] {
  return Array.from({ length: Math.floor((untilMs * hz) / 1000) }, (_, i) => toPoseFrame(toBody((i * 1000) / hz, move((i * 1000) / hz))));
}

/** 0 before, 1 after, smoothly between two times. */
export function ease(tMs: number, fromMs: number, toMs: number): number {
  const share = Math.min(1, Math.max(0, (tMs - fromMs) / (toMs - fromMs)));
  return share * share * (3 - 2 * share);
}

/** Joints as seen in a mirror: what the child's left does, the right does. */
export function mirror(frame: Frame): Frame {
  if (frame.kind !== 'pose') return frame;
  const swap = (joint: string) => (joint.startsWith('left_') ? joint.replace('left_', 'right_') : joint.replace('right_', 'left_'));
  const flip = <T>(of: Readonly<Partial<Record<JointName, T>>>, change: (value: T) => T) =>
    Object.fromEntries(Object.entries(of).map(([joint, value]) => [swap(joint), change(value as T)]));
  const joints = flip(frame.joints, ([x, y, z, v]) => [1 - x, y, z, v] as const);
  return { ...frame, joints, ...(frame.world ? { world: flip(frame.world, ([x, y, z]) => [-x, y, z] as Vec3) } : {}) };
}

/** Ways in which frames come badly; none may change what a child did. */
export const worsened: readonly (readonly [string, (frames: readonly Frame[]) => readonly Frame[]])[] = [
  ['every third frame dropped', (frames) => frames.filter((_, i) => i % 3 !== 1)],
  [
    'repeated timestamps',
    (frames) => frames.flatMap((frame, i) => (i % 4 === 0 ? [frame, { ...frame, deliveredMs: frame.deliveredMs + 5 }] : [frame])),
  ],
];

const folder = join(import.meta.dirname, '../../../shared/data/imu');
/** Whether the recordings of motion sensors are there. */
export const motionPresent = existsSync(folder);
if (!motionPresent) console.info('skipped: no reference recordings');

/** A motion recording as frames; `turn` changes each vector, as another mounting would. */
export function readMotion(name: string, turn: (vector: Vec3) => Vec3 = (vector) => vector): Frame[] {
  const [header = '', ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  const turning = header.split(',').length > 4;
  return rows.map((row) => {
    const [tMs = 0, ax = 0, ay = 0, az = 0, gx = 0, gy = 0, gz = 0] = row.split(',').map(Number);
    const rotationDps = turning ? turn([gx, gy, gz]) : null;
    return { kind: 'motion', capturedMs: tMs, deliveredMs: tMs + 5, accelMps2: turn([ax, ay, az]), rotationDps, tiltDeg: null };
  });
}

/** What is known about a motion recording. */
export function readMotionReference(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
