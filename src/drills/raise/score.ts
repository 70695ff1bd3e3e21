import type { RaiseMetric } from './metrics';
import type { RaiseState } from './state';

/** A joint that moves this soon after the cue was on its way before: no reaction time can be told. */
export const leastReactionMs = 100;

/** The metrics of the trial that has just run out; what its source did not tell is absent. */
export function scoreRaise({ memory, set, outcome }: RaiseState): Partial<Record<RaiseMetric, number>> {
  const scores: Partial<Record<RaiseMetric, number>> = {};
  // An adult's tap says only that there was a raise.
  if (set.byAdult || !memory.farthest) return scores;
  scores.angleDeg = memory.farthest.deg;
  if (memory.atCueDeg !== null) scores.romDeg = Math.abs(memory.farthest.deg - memory.atCueDeg);
  scores.rangePct = memory.farthest.ofRange * 100;
  if (outcome !== 'lost') scores.holdS = memory.heldMs / 1000;
  if (memory.peakSpeedDps > 0) scores.peakSpeedDps = memory.peakSpeedDps;
  if (memory.onsetMs !== null && memory.onsetMs - memory.cueMs >= leastReactionMs) scores.reactionMs = memory.onsetMs - memory.cueMs;
  return scores;
}
