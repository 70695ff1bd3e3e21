import type { Millis } from '../../core/units';
import type { HandContact } from '../../movement/types';
import type { ReachState, ReachTarget } from './state';

/** A tremor that leaves the target for less than this does not undo the hold. */
const holdGraceMs = 200;
/** A hand that rested where its answer was asked for answers once it has moved this far: resting is no reach. */
const freshMm = 8;

/** Brings the holds and hits of all targets up to `atMs`, with the hands where they are. */
export function keepHits(state: ReachState, atMs: Millis): void {
  if (state.assisted || state.set.params.mode === 'anywhere') {
    touchAnywhere(state, atMs);
    return;
  }
  if (state.carried) carry(state);
  for (const target of state.targets) {
    if (target.role === 'distractor') touchDistractor(state, target);
    else if (!target.hit) keepHold(state, target, atMs);
  }
}

function touchAnywhere(state: ReachState, atMs: Millis): void {
  const hand = state.hands.find((contact) => contact.counts && isFresh(state, contact));
  if (!hand) return;
  for (const target of state.targets) {
    if (target.role === 'distractor' || target.hit) continue;
    if (!state.assisted) {
      target.xMm = hand.xMm;
      target.yMm = hand.yMm;
    }
    hitTarget(state, target, hand.id, atMs);
  }
}

function isFresh(state: ReachState, hand: HandContact): boolean {
  const before = state.memory.handsAtCue.find((contact) => contact.id === hand.id);
  return !before || Math.hypot(before.xMm - hand.xMm, before.yMm - hand.yMm) >= freshMm;
}

function restedWithin(state: ReachState, hand: HandContact, target: ReachTarget): boolean {
  const before = state.memory.handsAtCue.find((contact) => contact.id === hand.id);
  return before !== undefined && isWithin(before, target);
}

function keepHold(state: ReachState, target: ReachTarget, atMs: Millis): void {
  const { memory, set } = state;
  const hand = handInside(state, target);
  const held = memory.inside.get(target.id);
  if (!hand) {
    if (held && atMs - held.lastMs > holdGraceMs) {
      memory.inside.delete(target.id);
      target.held = 0;
    }
    return;
  }
  const inside = held ?? { sinceMs: atMs, lastMs: atMs, hand: hand.id };
  inside.lastMs = atMs;
  inside.hand = hand.id;
  memory.inside.set(target.id, inside);
  const heldMs = atMs - inside.sinceMs;
  target.held = set.params.holdMs > 0 ? Math.min(1, heldMs / set.params.holdMs) : 0;
  if (heldMs < set.params.holdMs || !hand.counts) return;
  // Both hands at once: a target is won only while every other one is held too.
  const others = state.targets.filter((other) => other.role === 'target' && other !== target);
  if (!others.every((other) => other.hit || isHeldToo(state, other, hand.id, atMs))) return;
  for (const won of [target, ...others]) {
    const by = memory.inside.get(won.id);
    if (by && !won.hit) hitTarget(state, won, by.hand, atMs, by.sinceMs);
  }
  memory.hitBy.sort((p, q) => p.enteredMs - q.enteredMs);
}

function isHeldToo(state: ReachState, target: ReachTarget, otherHand: number, atMs: Millis): boolean {
  const held = state.memory.inside.get(target.id);
  return held !== undefined && held.hand !== otherHand && atMs - held.lastMs <= holdGraceMs && atMs - held.sinceMs >= state.set.params.holdMs;
}

function handInside(state: ReachState, target: ReachTarget): HandContact | undefined {
  const { carried, set, memory } = state;
  const radius = target.widthMm / 2;
  if (carried) {
    if (carried.by === null || Math.hypot(carried.xMm - target.xMm, carried.yMm - target.yMm) > radius) return undefined;
    const holder = state.hands.find((contact) => contact.id === carried.by);
    // Left inside the lantern by a lift: it stays there and counts.
    return holder ?? { id: carried.by, xMm: carried.xMm, yMm: carried.yMm, side: null, counts: true };
  }
  const taken = [...memory.inside].filter(([id]) => id !== target.id).map(([, held]) => held.hand);
  const able = set.params.mode === 'two-hands' ? state.hands.filter((contact) => !taken.includes(contact.id)) : state.hands.slice(0, 1);
  return able.find((contact) => isWithin(contact, target) && (isFresh(state, contact) || !restedWithin(state, contact, target)));
}

/** Drag: the firefly goes with the hand that reached it. No gesture is required: a second touch on the target calls it there. */
function carry(state: ReachState): void {
  const { carried } = state;
  const hand = state.hands[0];
  if (!carried || !hand) return;
  const isNear = Math.hypot(hand.xMm - carried.xMm, hand.yMm - carried.yMm) <= carried.widthMm / 2;
  const calls = carried.by !== null && hand.counts && state.targets.some((target) => target.role === 'target' && isWithin(hand, target));
  if (carried.by !== hand.id && !isNear && !calls) return;
  carried.by = hand.id;
  carried.xMm = hand.xMm;
  carried.yMm = hand.yMm;
}

function isWithin(hand: HandContact, target: ReachTarget): boolean {
  return Math.hypot(hand.xMm - target.xMm, hand.yMm - target.yMm) <= target.widthMm / 2;
}

function touchDistractor(state: ReachState, distractor: ReachTarget): void {
  const { memory } = state;
  const touched = state.hands.some((contact) => contact.counts && isWithin(contact, distractor));
  if (touched && !memory.touchedDistractors.has(distractor.id)) memory.distractorTouches += 1;
  if (touched) memory.touchedDistractors.add(distractor.id);
  else memory.touchedDistractors.delete(distractor.id);
}

function hitTarget(state: ReachState, target: ReachTarget, hand: number, atMs: Millis, enteredMs: Millis = atMs): void {
  target.hit = true;
  target.held = 1;
  state.memory.hitBy.push({ target: target.id, hand, atMs, enteredMs });
}
