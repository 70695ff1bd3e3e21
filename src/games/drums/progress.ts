import type { Ratio } from '../../core/units';
import type { DrumState } from '../../drills/drum/state';
import { friends } from './pictures';

/** Below 1, friends wake quickly at first: a child meets the first one within a few hits. */
const wakeCurve = 0.7;

/** Bouts that are decided, in whatever way: each has its wave. */
export function toDone(state: Readonly<DrumState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}

/** How much of the set is drummed. An adult's tap tells of a whole bout only. */
export function toShare(state: Readonly<DrumState>): Ratio {
  const running = state.phase === 'cue' && !state.set.byAdult ? state.reached : 0;
  return Math.min(1, (toDone(state) + running) / Math.max(1, state.set.sides.length));
}

/** How many friends are awake; the part behind the point is how far the next one has come. */
export function toWaking(state: Readonly<DrumState>): number {
  return toShare(state) ** wakeCurve * friends.length;
}
