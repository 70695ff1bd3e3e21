import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss } from '../outcome';
import type { HoldState } from './state';

/** With the mercy rule at work the zone comes to the child at this share of the limit a second. */
const mercyPerSecond = 0.25;

/** Takes in one lean: time up to it is counted where the child was before. */
export function readLean(state: HoldState, signal: MovementSignal<'lean'>): void {
  const { memory } = state;
  const tMs = signal.capturedMs;
  countTo(state, tMs);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, [signal]);
  if (memory.lostSinceMs !== null) {
    // Nobody knows whether a child that is not seen stays.
    memory.stayMs = 0;
    return;
  }
  memory.lagMs = Math.max(0, signal.deliveredMs - tMs);
  const { x, y, swayMm } = signal.value;
  state.lean = { x, y };
  state.inside = isInside(state);
  if (swayMm) memory.stillMmps = swayMm.stillMmps ?? null;
  if (state.phase === 'cue' && swayMm && tMs >= memory.cueMs) memory.sway.push({ tMs, x: swayMm.ml, y: swayMm.ap });
}

/** Counts the time up to a moment as held or outside, by where the child was last seen; time in which nobody saw it is neither. */
export function countTo(state: HoldState, toMs: Millis): void {
  const { memory, set } = state;
  const ms = toMs - memory.countedMs;
  if (state.phase !== 'cue' || ms <= 0 || set.byAdult) return;
  comeNearer(state, ms);
  memory.countedMs = toMs;
  if (memory.lostSinceMs !== null) return;
  if (!state.inside) {
    memory.outsideMs += ms;
    memory.stayMs = 0;
    return;
  }
  memory.firstInsideMs ??= toMs - ms;
  memory.heldMs += ms;
  memory.stayMs += ms;
  memory.longestStayMs = Math.max(memory.longestStayMs, memory.stayMs);
  state.held = Math.min(1, memory.heldMs / (set.params.holdS * 1000));
  state.arrived = memory.arrivals.filter((share) => share <= state.held).length;
}

/** Whether the trunk is in the zone; its edge belongs to it. */
export function isInside({ lean, zone }: HoldState): boolean {
  return Math.hypot(lean.x - zone.x, lean.y - zone.y) <= zone.radius;
}

/** The mercy rule: the zone drifts to where the child is. */
function comeNearer(state: HoldState, ms: Millis): void {
  const { lean, zone } = state;
  if (!state.assisted) return;
  const away = Math.hypot(lean.x - zone.x, lean.y - zone.y);
  const share = away > 0 ? Math.min(1, (mercyPerSecond * ms) / 1000 / away) : 0;
  zone.x += (lean.x - zone.x) * share;
  zone.y += (lean.y - zone.y) * share;
  state.inside = isInside(state);
}
