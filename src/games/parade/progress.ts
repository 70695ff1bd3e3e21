import type { Ratio, Side } from '../../core/units';
import { toBeatNumber } from '../../drills/gait/beat';
import type { Beat, GaitState } from '../../drills/gait/state';
import { friendCount } from './layout';

/** A step this near to its beat, as a share of the time between beats, makes ribbons fly; another one is a step all the same. */
const nearBeatRatio = 0.22;

/** Bouts that are decided, in whatever way: each flies its kite. */
export function toDone(state: Readonly<GaitState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}

/** How much of the set is walked. An adult's tap tells of a whole bout only. */
export function toShare(state: Readonly<GaitState>): Ratio {
  const running = state.phase === 'cue' && !state.set.byAdult && state.steps.length > 0 ? Math.min(1, state.walked) : 0;
  return Math.min(1, (toDone(state) + running) / Math.max(1, state.set.sides.length));
}

/** Below 1, friends join quickly at first: a child meets the second one within seconds. */
const joinCurve = 0.6;

/** Friends that walk along by now: the first joins with the first step, the last as the set ends. Time counts, not the number of steps. */
export function toFriends(state: Readonly<GaitState>): number {
  if (toDone(state) === 0 && state.steps.length === 0) return 0;
  return 1 + Math.floor(toShare(state) ** joinCurve * (friendCount - 1) + 1e-6);
}

/** The foot that a beat is meant for: by the stress, else by the feet that were seen; null where nobody can know. */
export function toBeatSide(state: Readonly<GaitState>, beat: Beat, n: number): Side | null {
  const { accentSide } = state.set.params;
  if (beat.accent !== null && accentSide !== 'none') return turn(accentSide, n, beat.accent);
  for (let i = state.steps.length - 1; i >= 0; i--) {
    const step = state.steps[i];
    if (step?.side) return turn(step.side, n, toBeatNumber(beat, step.tMs));
  }
  return null;
}

function turn(side: Side, n: number, known: number): Side {
  if (Math.abs(n - known) % 2 === 0) return side;
  return side === 'left' ? 'right' : 'left';
}

/** Whether a step came near its beat. */
export function isNearBeat(beat: Beat, stepMs: number): boolean {
  const n = toBeatNumber(beat, stepMs);
  return Math.abs(stepMs - beat.firstMs - n * beat.periodMs) <= nearBeatRatio * beat.periodMs;
}
