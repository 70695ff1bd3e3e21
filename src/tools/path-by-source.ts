import type { Rng } from '../core/rng';
import { createPathChild } from '../drills/path/child';
import type { PathParams } from '../drills/path/params';
import type { PathState, PointMm } from '../drills/path/state';
import { pointAlong } from '../drills/path/ways';
import { bodyDelayMs, bodyRateHz, standingPose, toBodyFrame } from '../drills/synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../drills/types';
import type { TouchContact } from '../movement/types';
import { toWrist } from './reach-by-source';

const keyPeriodMs = 20;
/** The stick leads the hand to a place this share of the path ahead. */
const aheadShare = 0.12;

/** The synthetic child of a path set, before a camera or at a stick instead of at the glass; for recordings. */
export function createPathChildBy(kind: 'pose' | 'gamepad', set: SetSpec<PathParams>, abilities: Abilities, rng: Rng): SyntheticChild<PathState> {
  return kind === 'pose' ? createCameraChild(set, abilities, rng) : createStickChild();
}

/** Moves its hands in the air as it would on the glass; the adult's hand is beside the picture. */
function createCameraChild(set: SetSpec<PathParams>, abilities: Abilities, rng: Rng): SyntheticChild<PathState> {
  const play = createPathChild(set, { ...abilities, lifts: false }, rng);
  const { space, sides, params } = set;
  const hands = new Map<number, TouchContact>([[1, { id: 1, x: space.originXMm / space.widthMm, y: space.originYMm / space.heightMm }]]);
  let nextMs = 0;
  return (state, nowMs) => {
    for (const frame of play(state, nowMs)) {
      if (frame.kind === 'touch') for (const contact of frame.contacts) if (contact.id <= 2) hands.set(contact.id, contact);
    }
    if (nowMs < nextMs) return [];
    nextMs = nowMs + 1000 / bodyRateHz;
    const base = toBodyFrame(standingPose, nowMs, nowMs + bodyDelayMs);
    const joints = { ...base.joints };
    for (const contact of hands.values()) {
      const side = params.hands === 'both' ? (contact.id === 1 ? 'left' : 'right') : (sides[state.trial] ?? 'right');
      joints[`${side}_wrist`] = toWrist(base, side, contact);
    }
    return [{ ...base, joints }];
  };
}

/** Steers the hand to the start, and along the path, a little ahead of itself. */
function createStickChild(): SyntheticChild<PathState> {
  let nextMs = 0;
  const goalOf = ({ ways, rhythm }: Readonly<PathState>): PointMm | null => {
    const way = ways.find((one) => !one.done);
    if (!way) return null;
    if (rhythm === null) return pointAlong(way.place, 1);
    return pointAlong(way.place, way.begun ? way.along + aheadShare : 0);
  };
  return (state, nowMs) => {
    if (nowMs < nextMs) return [];
    nextMs = nowMs + keyPeriodMs;
    const hand = state.hands[0];
    const isAsked = (state.phase === 'cue' || state.phase === 'go') && nowMs - state.memory.cueMs > 300;
    const goal = isAsked ? goalOf(state) : null;
    const [dx, dy] = goal ? [goal.x - (hand?.xMm ?? 0), goal.y - (hand?.yMm ?? 0)] : [0, 0];
    const away = Math.hypot(dx, dy);
    const pull = away > 2 ? Math.min(1, 0.25 + away / 60) / away : 0;
    const axes = hand ? [dx * pull, dy * pull] : [goal ? 0.3 : 0, 0];
    return [{ kind: 'gamepad', capturedMs: nowMs, deliveredMs: nowMs, axes, buttons: [false, false, false, false] }];
  };
}
