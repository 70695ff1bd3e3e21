import type { mobilityMoves } from '../../drills/mobility/params';

/** A move that the game can show. */
export type Move = (typeof mobilityMoves)[number];

/** What a pose tells of the paper companion: angles in degrees (0 ahead, 90 down, -90 up, 180 behind), lengths in its own units. */
export const joints = [
  'x',
  'torso',
  'head',
  'nearUpper',
  'nearFore',
  'farUpper',
  'farFore',
  'nearThigh',
  'nearShin',
  'farThigh',
  'farShin',
  // 1: the hips are on a seat of height `seatU`; 0: whatever is lowest stands on the ground.
  'seated',
  'seatU',
  // 1: looks ahead, -1: has turned round.
  'turn',
  'seen',
] as const;

/** One pose. */
export type Pose = Readonly<Record<(typeof joints)[number], number>>;

/** Standing upright. */
export const standing: Pose = {
  x: 0,
  torso: -90,
  head: 0,
  nearUpper: 82,
  nearFore: 66,
  farUpper: 104,
  farFore: 84,
  nearThigh: 84,
  nearShin: 92,
  farThigh: 97,
  farShin: 98,
  seated: 0,
  seatU: 116,
  turn: 1,
  seen: 1,
};

/** Seated in its wheelchair. */
export const inChair: Pose = {
  ...standing,
  seated: 1,
  seatU: 140,
  torso: -86,
  nearThigh: 8,
  nearShin: 66,
  farThigh: 4,
  farShin: 72,
  nearUpper: 96,
  nearFore: 38,
  farUpper: 92,
  farFore: 34,
};

const heels: Pose = {
  ...standing,
  torso: -72,
  nearThigh: 31,
  nearShin: 180,
  farThigh: 27,
  farShin: 178,
  nearUpper: 42,
  nearFore: 12,
  farUpper: 34,
  farFore: 4,
};
const kneeling: Pose = {
  ...heels,
  torso: -88,
  nearThigh: 92,
  nearShin: 180,
  farThigh: 86,
  farShin: 178,
  nearUpper: 62,
  nearFore: 52,
  farUpper: 50,
  farFore: 42,
};
const halfKneeling: Pose = {
  ...kneeling,
  torso: -76,
  nearThigh: 4,
  nearShin: 92,
  farThigh: 94,
  farShin: 180,
  nearUpper: 24,
  nearFore: -8,
  farUpper: 10,
  farFore: -16,
};
const upright: Pose = { ...standing, nearUpper: 14, nearFore: -30, farUpper: -4, farFore: -44, head: -5 };
const crawling: Pose = {
  ...standing,
  torso: -14,
  head: -4,
  nearThigh: 66,
  nearShin: 180,
  farThigh: 112,
  farShin: 176,
  nearUpper: 112,
  nearFore: 98,
  farUpper: 64,
  farFore: 78,
};
const crawlingOn: Pose = {
  ...crawling,
  nearThigh: 112,
  farThigh: 66,
  nearUpper: 64,
  nearFore: 78,
  farUpper: 112,
  farFore: 98,
};
const seat = {
  ...standing,
  seated: 1,
  nearThigh: 6,
  nearShin: 86,
  farThigh: 2,
  farShin: 92,
  nearUpper: 74,
  nearFore: 40,
  farUpper: 66,
  farFore: 34,
} satisfies Pose;
const leaving: Pose = {
  ...seat,
  x: -30,
  seated: 0,
  torso: -48,
  nearThigh: 34,
  nearShin: 122,
  farThigh: 40,
  farShin: 124,
  nearUpper: 36,
  nearFore: 20,
  farUpper: 28,
  farFore: 12,
};
const pushing: Pose = { ...inChair, torso: -76, nearUpper: 52, nearFore: 34, farUpper: 48, farFore: 30 };
const reachingBack: Pose = { ...inChair, nearUpper: 134, nearFore: 46, farUpper: 128, farFore: 42 };

/** A pose that the loop reaches at a moment, in ms. */
interface Key {
  readonly atMs: number;
  readonly pose: Pose;
}

/** A move as a loop of poses. */
export interface Loop {
  readonly keys: readonly Key[];
  readonly lengthMs: number;
  /** The pose that says most; it stays after the move is done, and stands for the whole loop where nothing moves by itself. */
  readonly done: Pose;
}

const hidden = (pose: Pose): Pose => ({ ...pose, seen: 0 });

/** Poses in turn that travel ahead from -`half` to `half`; gone and back at the ends. */
function travel(poses: readonly Pose[], half: number, everyMs: number, count: number): Key[] {
  const keys = Array.from({ length: count + 1 }, (_, i): Key => {
    const pose = poses[i % poses.length] ?? standing;
    return { atMs: 400 + i * everyMs, pose: { ...pose, x: -half + (2 * half * i) / count } };
  });
  const [first, last] = [keys[0]?.pose ?? standing, keys.at(-1)?.pose ?? standing];
  const endMs = 400 + count * everyMs;
  return [
    { atMs: 0, pose: first },
    ...keys,
    { atMs: endMs + 500, pose: last },
    { atMs: endMs + 900, pose: hidden(last) },
    { atMs: endMs + 950, pose: hidden(first) },
    { atMs: endMs + 1350, pose: first },
  ];
}

const toLoop = (keys: readonly Key[], done: Pose): Loop => ({ keys, lengthMs: keys.at(-1)?.atMs ?? 1, done });

/** Every move of the drill but rolling, which is shown by its own paper figure. */
export const loops: Readonly<Record<Exclude<Move, 'roll'>, Loop>> = {
  crawl: toLoop(travel([crawling, crawlingOn], 150, 620, 8), { ...crawling, x: 60 }),
  kneel: toLoop(
    [
      { atMs: 0, pose: heels },
      { atMs: 900, pose: heels },
      { atMs: 2300, pose: kneeling },
      { atMs: 4100, pose: kneeling },
      { atMs: 5500, pose: heels },
    ],
    kneeling,
  ),
  'stand-up': toLoop(
    [
      { atMs: 0, pose: heels },
      { atMs: 700, pose: heels },
      { atMs: 1600, pose: kneeling },
      { atMs: 2700, pose: halfKneeling },
      { atMs: 3300, pose: halfKneeling },
      { atMs: 4700, pose: upright },
      { atMs: 6500, pose: upright },
      { atMs: 6950, pose: hidden(upright) },
      { atMs: 7000, pose: hidden(heels) },
      { atMs: 7450, pose: heels },
    ],
    upright,
  ),
  transfer: toLoop(
    [
      { atMs: 0, pose: { ...seat, x: -128 } },
      { atMs: 800, pose: { ...seat, x: -128 } },
      { atMs: 1700, pose: { ...leaving, x: -46 } },
      { atMs: 2900, pose: { ...leaving, x: 46, turn: -1 } },
      { atMs: 3900, pose: { ...seat, x: 128, turn: -1 } },
      { atMs: 5700, pose: { ...seat, x: 128, turn: -1 } },
      { atMs: 6150, pose: { ...seat, x: 128, turn: -1, seen: 0 } },
      { atMs: 6200, pose: { ...seat, x: -128, seen: 0 } },
      { atMs: 6650, pose: { ...seat, x: -128 } },
    ],
    { ...seat, x: 128, turn: -1 },
  ),
  wheel: toLoop(travel([reachingBack, pushing], 150, 640, 7), { ...pushing, x: 60 }),
};

/** The loop's pose at a time, eased from each key to the next. */
export function poseAt({ keys, lengthMs }: Loop, atMs: number): Pose {
  const t = ((atMs % lengthMs) + lengthMs) % lengthMs;
  const after = keys.findIndex((key) => key.atMs > t);
  const to = keys[after] ?? keys[0];
  const from = keys[after - 1] ?? to;
  if (!from || !to) return standing;
  const span = Math.max(1, to.atMs - from.atMs);
  const share = 0.5 - 0.5 * Math.cos((Math.PI * (t - from.atMs)) / span);
  return blend(from.pose, to.pose, share);
}

/** A pose between two. Travel runs evenly, all else as `share` says. */
export function blend(from: Pose, to: Pose, share: number): Pose {
  const pose = { ...from } as Record<keyof Pose, number>;
  for (const joint of joints) pose[joint] = from[joint] + (to[joint] - from[joint]) * share;
  return pose;
}

const strideMs = 560;
const stepA: Pose = {
  ...standing,
  nearThigh: 64,
  nearShin: 80,
  farThigh: 112,
  farShin: 128,
  nearUpper: 112,
  nearFore: 96,
  farUpper: 66,
  farFore: 44,
};
const stepB: Pose = {
  ...standing,
  nearThigh: 112,
  nearShin: 128,
  farThigh: 64,
  farShin: 80,
  nearUpper: 66,
  nearFore: 44,
  farUpper: 112,
  farFore: 96,
};

/** Going over a bridge in the companion's own way, after so many ms of it. */
export function crossingPose(aid: string, ms: number): Pose {
  const share = 0.5 - 0.5 * Math.cos((Math.PI * ms) / strideMs);
  if (aid === 'wheelchair') return blend(reachingBack, pushing, share);
  const pose = blend(stepA, stepB, share);
  return aid === 'walker' ? { ...pose, nearUpper: 104, nearFore: 56, farUpper: 100, farFore: 52 } : pose;
}

/** Waiting in the companion's own way. */
export function restingPose(aid: string): Pose {
  if (aid === 'wheelchair') return inChair;
  return aid === 'walker' ? { ...standing, nearUpper: 104, nearFore: 56, farUpper: 100, farFore: 52 } : standing;
}

/** Both arms out and up: glad. */
export function gladPose(aid: string): Pose {
  return { ...restingPose(aid), nearUpper: 26, nearFore: -34, farUpper: 168, farFore: -142, head: -6 };
}
