import type { mobilityMoves } from '../../drills/mobility/params';
import {
  blend,
  crawling,
  crawlingOn,
  halfKneeling,
  heels,
  kneeling,
  leaving,
  type Pose,
  pushing,
  reachingBack,
  seat,
  standing,
  upright,
} from './poses';

/** A move that the game can show. */
export type Move = (typeof mobilityMoves)[number];

/** A pose that the loop reaches at a moment, in ms. */
interface Key {
  readonly atMs: number;
  readonly pose: Pose;
}

/** A move as a loop of poses. */
export interface Loop {
  readonly keys: readonly Key[];
  readonly lengthMs: number;
  /** The pose in which the child stays once the move is done. */
  readonly done: Pose;
  /** The pose that says most: it stands for the whole loop where nothing moves by itself. */
  readonly tells: Pose;
  /** Where in the loop the companion goes on from a place on the island; null: it begins at the loop's own place. */
  readonly goOnMs: ((x: number) => number) | null;
}

const hidden = (pose: Pose): Pose => ({ ...pose, seen: 0 });

/** Half of the way over an island, and the pause before it. */
const travelHalfU = 150;
const leadMs = 400;

/** Poses in turn that travel ahead from -`half` to `half`; gone and back at the ends. */
function travel(poses: readonly Pose[], half: number, everyMs: number, count: number): Key[] {
  const keys = Array.from({ length: count + 1 }, (_, i): Key => {
    const pose = poses[i % poses.length] ?? standing;
    return { atMs: leadMs + i * everyMs, pose: { ...pose, x: -half + (2 * half * i) / count } };
  });
  const [first, last] = [keys[0]?.pose ?? standing, keys.at(-1)?.pose ?? standing];
  const endMs = leadMs + count * everyMs;
  return [
    { atMs: 0, pose: first },
    ...keys,
    { atMs: endMs + 500, pose: last },
    { atMs: endMs + 900, pose: hidden(last) },
    { atMs: endMs + 950, pose: hidden(first) },
    { atMs: endMs + 1350, pose: first },
  ];
}

const toLoop = (keys: readonly Key[], done: Pose, tells = done): Loop => ({ keys, lengthMs: keys.at(-1)?.atMs ?? 1, done, tells, goOnMs: null });

/** Poses in turn on the way over an island, from one end of it to the other. */
function toTravel(poses: readonly Pose[], done: Pose, everyMs: number, count: number): Loop {
  const loop = toLoop(travel(poses, travelHalfU, everyMs, count), { ...done, x: 40 });
  const goOnMs = (x: number) => leadMs + Math.min(1, Math.max(0, (x + travelHalfU) / (2 * travelHalfU))) * count * everyMs;
  return { ...loop, goOnMs };
}

/** Every move of the drill but rolling, which is shown by its own paper figure. */
export const loops: Readonly<Record<Exclude<Move, 'roll'>, Loop>> = {
  crawl: toTravel([crawling, crawlingOn], crawling, 900, 6),
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
    halfKneeling,
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
    { ...leaving, x: -60 },
  ),
  wheel: toTravel([reachingBack, pushing], pushing, 860, 6),
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
