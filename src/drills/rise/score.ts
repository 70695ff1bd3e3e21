import type { RiseMetric } from './metrics';
import type { RiseState } from './state';

/** A body that goes up this soon after the cue was on its way before: no reaction time can be told. */
export const leastReactionMs = 100;

/** The metrics of the trial that has just run out; what its source did not tell is absent. */
export function scoreRise({ memory, set, outcome, assisted }: RiseState): Partial<Record<RiseMetric, number>> {
  const scores: Partial<Record<RiseMetric, number>> = {};
  const isDone = outcome === 'success' || outcome === 'assisted';
  if (isDone && memory.lastMs !== null) scores.cycleS = (memory.decidedMs - memory.lastMs) / 1000;
  // An adult's tap says only that there was a rise, and a motion sensor only that the body is up.
  if (set.byAdult || !memory.tellsWay) return scores;
  if (memory.highest > 0) scores.heightPct = memory.highest * 100;
  if (memory.leftMs === null || assisted) return scores;
  if (memory.arrivedMs !== null) scores.riseS = (memory.arrivedMs - memory.leftMs) / 1000;
  if (isDone && memory.leftMs - memory.cueMs >= leastReactionMs) scores.reactionMs = memory.leftMs - memory.cueMs;
  return scores;
}
