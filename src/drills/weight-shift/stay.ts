import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { leastQuality } from '../outcome';
import { neutralRadius } from './place';
import type { WeightShiftState } from './state';

/** A child at the edge of a target has left it only when it is this share of the limit beyond the edge: tremor must not undo a hold. */
const leaveMargin = 0.05;
/** With the mercy rule at work the target comes to the child at this share of the limit a second. */
const mercyPerSecond = 0.25;
/** How long before the cue leans are kept, to tell where the child was when it came. */
export const keptMs: Millis = 100;

/** Takes in one lean; what was not seen changes nothing. */
export function readLean(state: WeightShiftState, signal: MovementSignal<'lean'>): void {
  const { memory } = state;
  if (signal.quality < leastQuality) {
    // Nobody knows whether a child that is not seen stays.
    leave(state);
    memory.neutralSinceMs = null;
    return;
  }
  const tMs = signal.capturedMs;
  const { x, y } = signal.value;
  state.lean = { x, y };
  memory.lagMs = Math.max(0, signal.deliveredMs - tMs);
  const isNeutral = Math.hypot(x, y) <= neutralRadius + (memory.neutralSinceMs === null ? 0 : leaveMargin);
  memory.neutralSinceMs = isNeutral ? (memory.neutralSinceMs ?? tMs) : null;
  if (tMs <= (memory.path.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY)) return;
  if (state.phase === 'ready') memory.path = memory.path.filter((sample) => tMs - sample.tMs <= keptMs);
  memory.path.push({ tMs, x, y });
  // What was captured before the cue cannot have answered it.
  if (tMs < memory.cueMs || (state.phase !== 'cue' && state.phase !== 'after')) return;
  moveTarget(state, tMs);
  followStay(state, tMs);
}

/** Follows how long the child has been at the target, up to a time. */
export function followStay(state: WeightShiftState, atMs: Millis): void {
  const { target, memory, lean } = state;
  // A hit stays a hit; what follows it in the same tick is heard of in the next phase.
  if (!target || memory.lostSinceMs !== null || (target.hit && state.phase === 'cue')) return;
  const away = Math.hypot(target.x - lean.x, target.y - lean.y);
  if (away > target.radius + (memory.insideSinceMs === null ? 0 : leaveMargin)) {
    leave(state);
    return;
  }
  memory.insideSinceMs ??= Math.max(atMs, memory.cueMs);
  const stayMs = Math.max(0, atMs - memory.insideSinceMs);
  memory.longestStayMs = Math.max(memory.longestStayMs, stayMs);
  const holdMs = state.assisted ? 0 : state.set.params.holdMs;
  if (state.phase !== 'cue') return;
  target.held = holdMs > 0 ? Math.min(1, stayMs / holdMs) : 1;
  if (stayMs < holdMs) return;
  target.hit = true;
  memory.enteredMs = memory.insideSinceMs;
}

/** The mercy rule: the target drifts to where the child leans now. */
export function moveTarget(state: WeightShiftState, atMs: Millis): void {
  const { target, memory, lean } = state;
  if (!state.assisted || !target || state.phase !== 'cue') return;
  const travel = (mercyPerSecond * Math.max(0, atMs - memory.nearedMs)) / 1000;
  memory.nearedMs = Math.max(memory.nearedMs, atMs);
  const away = Math.hypot(lean.x - target.x, lean.y - target.y);
  const share = away > 0 ? Math.min(1, travel / away) : 0;
  target.x += (lean.x - target.x) * share;
  target.y += (lean.y - target.y) * share;
}

function leave({ memory, target, phase }: WeightShiftState): void {
  memory.insideSinceMs = null;
  if (target && phase === 'cue' && !target.hit) target.held = 0;
}
