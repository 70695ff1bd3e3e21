import type { JointName } from '../core/joints';
import type { Help, Millis, Ratio, Side } from '../core/units';
import type { TrialResult } from '../drills/types';
import type { Recording } from '../session/types';

type Frame = Recording['frames'][number];
type PoseFrame = Extract<Frame, { readonly kind: 'pose' }>;

/** One trial on the set's clock: how the child and its sources were from shortly before the cue until the movement ran out. */
export interface TrialReplay {
  readonly trial: number;
  readonly fromMs: Millis;
  /** When the target appeared, and when the trial was decided. */
  readonly cueMs: Millis;
  readonly endMs: Millis;
  readonly toMs: Millis;
  readonly poses: readonly PoseMoment[];
  readonly touches: readonly TouchMoment[];
  readonly motions: readonly MotionMoment[];
  readonly gamepads: readonly GamepadMoment[];
  /** Repetitions that an adult tapped. */
  readonly taps: readonly { readonly ms: Millis; readonly help: Help }[];
}

/** A stick figure in picture heights, unmirrored: x from the left, y from the top; without bones the child was not seen. */
export interface PoseMoment {
  readonly ms: Millis;
  /** Width of the picture over its height. */
  readonly aspect: number;
  readonly bones: readonly Bone[];
  readonly joints: readonly { readonly joint: JointName; readonly side: Side | null; readonly x: number; readonly y: number }[];
}

/** A line between two joints that were both seen; the side is the child's own. */
export interface Bone {
  readonly side: Side | null;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Hands on the glass in millimetres of the play field; they stay until the next moment. */
export interface TouchMoment {
  readonly ms: Millis;
  readonly places: readonly { readonly id: number; readonly xMm: number; readonly yMm: number }[];
}

/** Size of the acceleration with gravity in m/s²: 9.81 at rest. */
export interface MotionMoment {
  readonly ms: Millis;
  readonly mps2: number;
}

/** The first stick, -1..1, and the numbers of the buttons that are down; it stays until the next moment. */
export interface GamepadMoment {
  readonly ms: Millis;
  readonly stick: { readonly x: number; readonly y: number };
  readonly down: readonly number[];
}

/** How much is shown before the cue and after the end: a movement starts from rest and runs out. */
const leadMs: Millis = 500;
const tailMs: Millis = 900;
/** Below this a joint is guessed, not seen: the interpreters' own limit. */
const leastVisibility: Ratio = 0.5;
/** A picture that is older than this says nothing of now: the interpreters' own limit. */
const pictureLastsMs: Millis = 500;

const ofSide = (side: Side): readonly (readonly [JointName, JointName])[] => [
  [`${side}_shoulder`, `${side}_elbow`],
  [`${side}_elbow`, `${side}_wrist`],
  [`${side}_shoulder`, `${side}_hip`],
  [`${side}_hip`, `${side}_knee`],
  [`${side}_knee`, `${side}_ankle`],
];
const across: readonly (readonly [JointName, JointName])[] = [
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
];

/** The timeline of one trial of a recording; null where the set has no such trial or its recording does not reach to it. */
export function toTrialReplay(recording: Recording, results: readonly TrialResult[], trial: number): TrialReplay | null {
  const result = results.find((one) => one.trial === trial);
  if (!result || trial >= recording.set.sides.length) return null;
  const { startMs: cueMs, endMs } = result;
  const before = Math.max(0, ...results.filter((one) => one.trial < trial).map((one) => one.endMs));
  const next = Math.min(...results.filter((one) => one.trial > trial).map((one) => one.startMs), ...recording.cuts.filter((ms) => ms > endMs));
  // What was before a pause belongs to a try that does not count.
  const cutMs = Math.max(0, ...recording.cuts.filter((ms) => ms <= cueMs));
  const fromMs = Math.min(cueMs, Math.max(cueMs - leadMs, before, cutMs));
  const toMs = Math.max(endMs, Math.min(endMs + tailMs, next));
  const since = recording.frames.filter((frame) => frame.deliveredMs > cutMs || cutMs === 0).sort((a, b) => a.capturedMs - b.capturedMs);
  const frames = since.filter((frame) => frame.capturedMs >= fromMs && frame.capturedMs <= toMs);
  const of = <K extends Frame['kind']>(kind: K) => frames.filter((frame): frame is Extract<Frame, { readonly kind: K }> => frame.kind === kind);
  const findStanding = <K extends Frame['kind']>(kind: K) =>
    since.filter((frame) => frame.capturedMs < fromMs).findLast((frame): frame is Extract<Frame, { readonly kind: K }> => frame.kind === kind);
  /** Devices that tell only changes are still as they last told before the trial. */
  const withStanding = <K extends Frame['kind']>(kind: K) => {
    const standing = findStanding(kind);
    return standing ? [{ ...standing, capturedMs: fromMs }, ...of(kind)] : of(kind);
  };
  const pictureBefore = findStanding('pose');
  const { width, height } = recording.calibration.fieldMm;
  return {
    trial,
    fromMs,
    cueMs,
    endMs,
    toMs,
    // The last picture before keeps its own time: it may be too old to say anything.
    poses: [...(pictureBefore ? [pictureBefore] : []), ...of('pose')].map(toPoseMoment),
    touches: withStanding('touch').map(({ capturedMs, contacts }) => ({
      ms: capturedMs,
      places: contacts.map(({ id, x, y }) => ({ id, xMm: x * width, yMm: y * height })),
    })),
    motions: of('motion').map(({ capturedMs, accelMps2 }) => ({ ms: capturedMs, mps2: Math.hypot(...accelMps2) })),
    gamepads: withStanding('gamepad').map(({ capturedMs, axes, buttons }) => ({
      ms: capturedMs,
      stick: { x: axes[0] ?? 0, y: axes[1] ?? 0 },
      down: buttons.flatMap((down, i) => (down ? [i] : [])),
    })),
    taps: of('adult')
      .filter((frame) => frame.rep)
      .map(({ capturedMs, help }) => ({ ms: capturedMs, help })),
  };
}

/** The last of some moments, in order of time, that is not later than `ms`; null before the first. */
export function findMoment<T extends { readonly ms: Millis }>(moments: readonly T[], ms: Millis): T | null {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.ms ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1] ?? null;
}

/** The stick figure at a time; null while the camera had no picture of the child. */
export function findPose(replay: TrialReplay, ms: Millis): PoseMoment | null {
  const pose = findMoment(replay.poses, ms);
  return pose && ms - pose.ms <= pictureLastsMs && pose.joints.length > 0 ? pose : null;
}

function toPoseMoment({ capturedMs, joints, aspect }: PoseFrame): PoseMoment {
  const see = (joint: JointName) => {
    const seen = joints[joint];
    if (!seen) return null;
    const [x, y, , visibility] = seen;
    // Trackers draw joints outside the picture as sure as inside.
    return visibility >= leastVisibility && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x: x * aspect, y } : null;
  };
  const join = (side: Side | null, pairs: readonly (readonly [JointName, JointName])[]) =>
    pairs.flatMap(([a, b]): Bone[] => {
      const [from, to] = [see(a), see(b)];
      return from && to ? [{ side, from, to }] : [];
    });
  const [nose, left, right] = [see('nose'), see('left_shoulder'), see('right_shoulder')];
  const neck = nose && left && right ? [{ side: null, from: nose, to: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 } }] : [];
  const names = Object.keys(joints) as JointName[];
  return {
    ms: capturedMs,
    aspect,
    bones: [...join(null, across), ...neck, ...join('left', ofSide('left')), ...join('right', ofSide('right'))],
    joints: names.flatMap((joint) => {
      const place = see(joint);
      return place ? [{ joint, side: toSide(joint), ...place }] : [];
    }),
  };
}

function toSide(joint: JointName): Side | null {
  if (joint.startsWith('left_')) return 'left';
  return joint.startsWith('right_') ? 'right' : null;
}
