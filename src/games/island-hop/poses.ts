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
  nearThigh: 99,
  nearShin: 100,
  farThigh: 80,
  farShin: 90,
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

/** Sitting on the heels, hands ahead. */
export const heels: Pose = {
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
/** Kneeling up. */
export const kneeling: Pose = {
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
/** One foot ahead, one knee on the ground. */
export const halfKneeling: Pose = {
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
/** Standing, hands on a support. */
export const upright: Pose = { ...standing, nearUpper: 14, nearFore: -30, farUpper: -4, farFore: -44, head: -5 };
/** On hands and knees, the far hand ahead. */
export const crawling: Pose = {
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
/** The same, the near hand ahead. */
export const crawlingOn: Pose = {
  ...crawling,
  nearThigh: 112,
  farThigh: 66,
  nearUpper: 64,
  nearFore: 78,
  farUpper: 112,
  farFore: 98,
};
/** Seated on a rock. */
export const seat = {
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
/** Leaving a seat, leaning to where it goes. */
export const leaving: Pose = {
  ...seat,
  x: -30,
  seated: 0,
  torso: -50,
  nearThigh: 66,
  nearShin: 116,
  farThigh: 26,
  farShin: 100,
  nearUpper: 62,
  nearFore: 40,
  farUpper: 40,
  farFore: 22,
};
/** At the end of a push of the wheels. */
export const pushing: Pose = { ...inChair, torso: -76, nearUpper: 52, nearFore: 34, farUpper: 48, farFore: 30 };
/** Reaching back for the next push. */
export const reachingBack: Pose = { ...inChair, nearUpper: 134, nearFore: 46, farUpper: 128, farFore: 42 };

/** A pose between two. Travel runs evenly, all else as `share` says. */
export function blend(from: Pose, to: Pose, share: number): Pose {
  const pose = { ...from } as Record<keyof Pose, number>;
  for (const joint of joints) pose[joint] = from[joint] + (to[joint] - from[joint]) * share;
  return pose;
}

const strideMs = 820;
const stepA: Pose = {
  ...standing,
  nearThigh: 72,
  nearShin: 84,
  farThigh: 106,
  farShin: 118,
  nearUpper: 104,
  nearFore: 88,
  farUpper: 76,
  farFore: 54,
};
const stepB: Pose = {
  ...standing,
  nearThigh: 106,
  nearShin: 118,
  farThigh: 72,
  farShin: 84,
  nearUpper: 78,
  nearFore: 56,
  farUpper: 102,
  farFore: 86,
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
