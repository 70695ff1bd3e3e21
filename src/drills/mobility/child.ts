import { drawNormal, type Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { Frame } from '../../movement/types';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { MobilityParams } from './params';
import type { MobilityState } from './state';

/** A move takes as long as a reach of so many bits. */
const bits = 6;

/** A synthetic child with an adult beside it, whose thumb says when the move is done. It never rests: nobody taps for a move that was not made. */
export function createMobilityChild(_set: SetSpec<MobilityParams>, abilities: Abilities, rng: Rng): SyntheticChild<MobilityState> {
  let cueMs: Millis = -1;
  let doneMs: Millis = 0;
  return (state, nowMs): readonly Frame[] => {
    if (state.phase !== 'cue') return [];
    if (state.memory.cueMs !== cueMs) {
      cueMs = state.memory.cueMs;
      const usualMs = abilities.reactionMs + abilities.interceptMs + abilities.slopeMs * bits;
      doneMs = cueMs + usualMs * Math.max(0.5, 1 + 0.15 * drawNormal(rng));
    }
    if (nowMs < doneMs) return [];
    doneMs = Number.POSITIVE_INFINITY;
    return [{ kind: 'adult', capturedMs: nowMs, deliveredMs: nowMs, rep: true, help: state.help }];
  };
}
