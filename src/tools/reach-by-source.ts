import type { Rng } from '../core/rng';
import { createReachChild } from '../drills/reach/child';
import type { ReachParams } from '../drills/reach/params';
import type { ReachState } from '../drills/reach/state';
import { bodyDelayMs, bodyRateHz, standingPose, toBodyFrame } from '../drills/synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../drills/types';
import { toSafeBox } from '../movement/interpret/default-ranges';
import type { Frame, FrameOf, PictureJoint, TouchContact } from '../movement/types';

const keyPeriodMs = 20;
/** Nearer than this the stick is let go: at full travel the hand goes on a little. */
const nearMm = 6;
const pressMs = 250;

/** The synthetic child of a reach set, before a camera or at a stick instead of at the glass; for recordings. */
export function createReachChildBy(kind: 'pose' | 'gamepad', set: SetSpec<ReachParams>, abilities: Abilities, rng: Rng): SyntheticChild<ReachState> {
  return kind === 'pose' ? createCameraChild(set, abilities, rng) : createStickChild(set);
}

/** Moves its hands in the air as it would on the glass; a hand that is lifted there waits where it was. */
function createCameraChild(set: SetSpec<ReachParams>, abilities: Abilities, rng: Rng): SyntheticChild<ReachState> {
  const play = createReachChild(set, { ...abilities, lifts: false }, rng);
  const { space, sides } = set;
  const usual = sides[0] ?? 'right';
  const hands = new Map<number, TouchContact>();
  let nextMs = 0;
  return (state, nowMs) => {
    for (const frame of play(state, nowMs)) {
      if (frame.kind === 'touch') for (const contact of frame.contacts) hands.set(contact.id, contact);
    }
    if (nowMs < nextMs) return [];
    nextMs = nowMs + 1000 / bodyRateHz;
    const base = toBodyFrame(standingPose, nowMs, nowMs + bodyDelayMs);
    const joints = { ...base.joints };
    const both = set.params.mode === 'two-hands';
    for (const contact of hands.values()) {
      const side = both ? (contact.id === 1 ? 'left' : 'right') : (sides[state.trial] ?? usual);
      joints[`${side}_wrist`] = toWrist(base, side, contact);
    }
    if (hands.size === 0) {
      const start = { id: 0, x: space.originXMm / space.widthMm, y: space.originYMm / space.heightMm };
      joints[`${usual}_wrist`] = toWrist(base, usual, start);
    }
    return [{ ...base, joints }];
  };
}

/** Where the wrist is in the picture when the hand is at this place of the field; the picture is unmirrored, the field a mirror. */
export function toWrist({ joints, aspect }: FrameOf<'pose'>, side: 'left' | 'right', { x, y }: TouchContact): PictureJoint {
  const [left, right] = [joints.left_shoulder ?? [0, 0], joints.right_shoulder ?? [0, 0]];
  const width = Math.hypot((left[0] - right[0]) * aspect, left[1] - right[1]);
  const box = toSafeBox(side);
  const across = box.left + x * (box.right - box.left);
  const down = box.top + y * (box.bottom - box.top);
  return [(left[0] + right[0]) / 2 - (across * width) / aspect, (left[1] + right[1]) / 2 + down * width, 0, 1];
}

/** Steers the hand to the target by the stick and presses there. */
function createStickChild({ params }: SetSpec<ReachParams>): SyntheticChild<ReachState> {
  let nextMs = 0;
  let pressedMs = Number.NEGATIVE_INFINITY;
  let restMs = 0;
  return (state, nowMs): readonly Frame[] => {
    if (nowMs < nextMs) return [];
    nextMs = nowMs + keyPeriodMs;
    const say = (x: number, y: number, down: boolean): readonly Frame[] => [
      { kind: 'gamepad', capturedMs: nowMs, deliveredMs: nowMs, axes: [x, y], buttons: [down, false, false, false] },
    ];
    if (nowMs - pressedMs < pressMs + params.holdMs) return say(0, 0, true);
    const target = state.targets[0];
    const hand = state.hands[0];
    if (!target || target.hit || state.phase !== 'cue') {
      restMs = nowMs;
      return say(0, 0, false);
    }
    // It looks before it moves.
    if (nowMs - restMs < 300) return say(0, 0, false);
    const [dx, dy] = [target.xMm - (hand?.xMm ?? 0), target.yMm - (hand?.yMm ?? 0)];
    const away = Math.hypot(dx, dy);
    if (hand && away <= nearMm) {
      pressedMs = nowMs;
      return say(0, 0, true);
    }
    const pull = hand ? Math.min(1, 0.25 + away / 60) / away : 0;
    return say(hand ? dx * pull : 0.3, hand ? dy * pull : 0, false);
  };
}
