import type { MovementSignal } from '../../movement/types';
import { leastQuality } from '../outcome';
import type { WalkMemory, WalkStep } from './state';

/** The step that a signal tells of, or null. A source that tells lifts may say of a resting foot that it is down: that is no step. */
export function readStep(memory: WalkMemory, signal: MovementSignal<'step'>): WalkStep | null {
  const { side, phase } = signal.value;
  if (signal.quality < leastQuality) {
    // A foot that was up when the child was lost is up no longer, for all that is known.
    memory.lifted.clear();
    return null;
  }
  if (phase === 'lift') {
    memory.tellsLifts = true;
    memory.lifted.add(side);
    return null;
  }
  if (phase !== 'plant') return null;
  const wasLifted = memory.lifted.delete(side);
  return wasLifted || !memory.tellsLifts ? { tMs: signal.capturedMs, side } : null;
}
