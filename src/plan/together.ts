import type { Ratio } from '../core/units';
import type { AnyDrill, Params } from '../drills/types';
import type { SourceKind } from '../movement/types';
import { clampParams, type DrillParams, type Limits } from './limits';

/** Sources that two children can use at once on one tablet: each half of the glass is one's own, and adults have thumbs. */
const sharedSources: readonly SourceKind[] = ['touch', 'adult'];

/** Share of successes that a child without history is taken to have: the target of adaptation (clinical.md C6). */
export const usualBaseline: Ratio = 0.8;
/** Below this a baseline is chance, and one success would fill the whole picture. */
const leastBaseline: Ratio = 0.2;
/** Sessions that make a baseline (clinical.md C5: the first 3 to 5). */
export const baselineSessions = 5;

/** What a baseline is made of: outcomes of one game in one session. */
export interface PlayedOutcomes {
  readonly success: number;
  readonly assisted: number;
  readonly miss: number;
}

/** The child's own usual share of trials that succeed, helped ones included; `usualBaseline` without history. Lost trials tell nothing. */
export function toBaseline(newest: readonly PlayedOutcomes[]): Ratio {
  const sessions = newest.slice(0, baselineSessions);
  const reached = sessions.reduce((sum, { success, assisted }) => sum + success + assisted, 0);
  const known = sessions.reduce((sum, { success, assisted, miss }) => sum + success + assisted + miss, 0);
  return known === 0 ? usualBaseline : Math.max(leastBaseline, reached / known);
}

/** How much of its half of the common picture a child has filled: successes against what it usually reaches in so many trials, 1 at most. */
export function toShare(reached: number, trials: number, baseline: Ratio): Ratio {
  return trials > 0 ? Math.min(1, reached / (trials * baseline)) : 0;
}

/** Sources left for a friend, in the order given: a camera, a sensor or a switch follows one child. */
export function toFriendSources(sources: readonly SourceKind[], taken: SourceKind): readonly SourceKind[] {
  return sources.filter((source) => source !== taken || sharedSources.includes(source));
}

/** The part of a drill that playing together needs. */
export type SharedDrill = DrillParams & Pick<AnyDrill, 'toCommonBeat'>;

/** What two children play with, in their order: each its own values, but for the beat, which is one for both, since two beats at once are none; null: no beat fits both within their limits. */
export function toPairParams(
  drill: SharedDrill,
  own: readonly [Params, Params],
  limits: readonly [Limits, Limits],
): readonly [Params, Params] | null {
  if (!drill.toCommonBeat) return own;
  const beat = drill.toCommonBeat(own[0], own[1]);
  if (!beat) return null;
  const first = clampParams(drill.params, limits[0], { ...own[0], ...beat });
  const second = clampParams(drill.params, limits[1], { ...own[1], ...beat });
  const isKept = Object.entries(beat).every(([name, value]) => first[name] === value && second[name] === value);
  return isKept ? [first, second] : null;
}
