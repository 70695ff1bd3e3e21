import { drawNormal, type Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { Frame, TouchContact } from '../../movement/types';
import { toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { ReachParams } from './params';
import { moveInField, type PointMm } from './place';
import type { ReachState } from './state';

const framePeriodMs = 1000 / 60;
/** A child that has arrived and sees no answer corrects, or lifts and lands again, after this long. */
const correctAfterMs = 350;
const liftMs = 180;

interface SyntheticHand {
  readonly id: number;
  at: PointMm;
  onGlass: boolean;
  move: { readonly startMs: Millis; readonly durationMs: Millis; readonly from: PointMm; readonly to: PointMm; readonly above: boolean } | null;
  waitUntilMs: Millis;
  arrivedMs: Millis | null;
}

/** A synthetic child at a reach set: minimum-jerk sub-movements, aim and tremor by its abilities, movement time by Fitts' law. */
export function createReachChild(set: SetSpec<ReachParams>, abilities: Abilities, rng: Rng): SyntheticChild<ReachState> {
  const { space, params } = set;
  const twoHands = params.mode === 'two-hands';
  const handAt = (id: number, x: number): SyntheticHand => ({
    id,
    at: { x, y: space.originYMm },
    onGlass: false,
    move: null,
    waitUntilMs: 0,
    arrivedMs: null,
  });
  const hands = twoHands ? [handAt(1, space.originXMm - 25), handAt(2, space.originXMm + 25)] : [handAt(1, space.originXMm)];
  let cueMs: Millis = -1;
  let rests = false;
  let nextFrameMs = 0;
  let lastSent = '';

  function meetCue(state: Readonly<ReachState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    for (const hand of hands) {
      hand.move = null;
      hand.arrivedMs = null;
      hand.waitUntilMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    }
  }

  function goalOf(state: Readonly<ReachState>, hand: SyntheticHand, durationMs: Millis): PointMm | null {
    const { carried } = state;
    if (carried && carried.by === null) return { x: carried.xMm, y: carried.yMm };
    const target = state.targets[twoHands ? hand.id - 1 : 0];
    if (!target || target.hit) return null;
    const from = { x: target.xMm, y: target.yMm };
    return state.assisted ? from : moveInField(set, from, state.memory.velocity, durationMs);
  }

  function startMove(state: Readonly<ReachState>, hand: SyntheticHand, nowMs: Millis): void {
    const rough = goalOf(state, hand, 0);
    if (!rough) return;
    const away = Math.hypot(rough.x - hand.at.x, rough.y - hand.at.y);
    const bits = Math.log2((2 * Math.max(away, params.targetWidthMm / 2)) / params.targetWidthMm);
    const durationMs = Math.max(150, abilities.interceptMs + abilities.slopeMs * Math.max(0, bits));
    const goal = goalOf(state, hand, durationMs) ?? rough;
    const to = { x: goal.x + abilities.aimSdMm * drawNormal(rng), y: goal.y + abilities.aimSdMm * drawNormal(rng) };
    const carries = state.carried !== null && state.carried.by !== null;
    const above = (abilities.lifts && !carries) || !hand.onGlass;
    hand.move = { startMs: nowMs, durationMs, from: hand.at, to, above };
    hand.onGlass = !above;
    hand.arrivedMs = null;
  }

  function advance(state: Readonly<ReachState>, hand: SyntheticHand, nowMs: Millis): void {
    const { move } = hand;
    if (move) {
      const share = (nowMs - move.startMs) / move.durationMs;
      const along = toProgress(Math.min(1, share), abilities.subMovements);
      hand.at = { x: move.from.x + (move.to.x - move.from.x) * along, y: move.from.y + (move.to.y - move.from.y) * along };
      if (share < 1) return;
      hand.move = null;
      hand.onGlass = true;
      hand.arrivedMs = nowMs;
      hand.waitUntilMs = nowMs + correctAfterMs + params.holdMs;
      return;
    }
    if (state.phase !== 'cue' || rests || nowMs < hand.waitUntilMs) return;
    if (hand.arrivedMs !== null && hand.onGlass && isThere(state, hand)) {
      // Arrived, held, and nothing happened: this child's touch counts on release.
      hand.onGlass = false;
      hand.arrivedMs = null;
      hand.waitUntilMs = nowMs + liftMs;
      return;
    }
    startMove(state, hand, nowMs);
  }

  function isThere(state: Readonly<ReachState>, hand: SyntheticHand): boolean {
    const goal = goalOf(state, hand, 0);
    return goal !== null && Math.hypot(goal.x - hand.at.x, goal.y - hand.at.y) <= params.targetWidthMm / 2;
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    for (const hand of hands) advance(state, hand, nowMs);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const contacts = hands.filter((hand) => hand.onGlass).map((hand) => toContact(hand, set, abilities, rng));
    const sent = JSON.stringify(contacts);
    if (sent === lastSent) return [];
    lastSent = sent;
    return [{ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts }];
  };
}

function toContact(hand: SyntheticHand, set: SetSpec<ReachParams>, abilities: Abilities, rng: Rng): TouchContact {
  const shake = () => (abilities.tremorMm > 0 ? abilities.tremorMm * drawNormal(rng) : 0);
  const inside = (mm: number, sizeMm: number) => Math.min(1, Math.max(0, mm / sizeMm));
  return { id: hand.id, x: inside(hand.at.x + shake(), set.space.widthMm), y: inside(hand.at.y + shake(), set.space.heightMm) };
}
