import type { Millis, Side } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { leastQuality } from '../outcome';
import type { StepState } from './state';

/** A step's swing takes at least this long: a contact sooner after the cue ends a lift from before it (measures/steps-from-pose.ts). */
const leastSwingMs: Millis = 120;

/** Takes in one signal; true when with it the asked lift is done. */
export function followLift(state: StepState, signal: MovementSignal<'step'>): boolean {
  const { memory, feet } = state;
  const { side, phase, height } = signal.value;
  if (signal.quality < leastQuality) {
    // A foot that was up when the child was lost is up no longer, for all that is known.
    memory.up.clear();
    Object.assign(feet, { left: 0, right: 0 });
    return false;
  }
  if (phase !== 'lift' && phase !== 'plant') return false;
  if (side) feet[side] = phase === 'lift' ? height : 0;
  const sinceMs = phase === 'lift' ? openLift(state, side, signal.capturedMs) : closeLift(state, side, signal.capturedMs);
  if ((state.phase !== 'cue' && state.phase !== 'after') || sinceMs === null || sinceMs < memory.cueMs) return false;
  if (memory.firstSide === undefined) memory.firstSide = side;
  if (!isAsked(state, side)) return false;
  if (memory.tellsLifts) memory.onsetMs ??= sinceMs;
  memory.highest = Math.max(memory.highest, height);
  const goal = state.set.params.liftPct / 100;
  // A source that tells no height says that there was a step, which is then all that is asked.
  const isDone = state.assisted || memory.highest >= goal || (phase === 'plant' && memory.highest === 0);
  // A lift is told at its onset by one source and at its end by another: only the end is the same for all.
  if (isDone && phase === 'plant') memory.downMs ??= signal.capturedMs;
  state.lifted = isDone ? 1 : Math.min(1, memory.highest / goal);
  return isDone;
}

/** Whether the asked foot is off the ground in a lift that began after the cue. */
export function isLifting(state: StepState): boolean {
  return [...state.memory.up].some(([side, sinceMs]) => isAsked(state, side) && sinceMs >= state.memory.cueMs);
}

function isAsked(state: StepState, side: Side | null): boolean {
  return state.assisted || state.side === null || side === null || side === state.side;
}

function openLift({ memory }: StepState, side: Side | null, atMs: Millis): Millis {
  memory.tellsLifts = true;
  const sinceMs = memory.up.get(side) ?? atMs;
  memory.up.set(side, sinceMs);
  return sinceMs;
}

/** When the lift began that ends here; null: the foot was on the ground all the time. */
function closeLift({ memory }: StepState, side: Side | null, atMs: Millis): Millis | null {
  const sinceMs = memory.up.get(side);
  memory.up.delete(side);
  if (sinceMs !== undefined) return sinceMs;
  return memory.tellsLifts ? null : atMs - leastSwingMs;
}
