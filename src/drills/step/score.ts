import type { StepMetric } from './metrics';
import type { StepState } from './state';

/** A foot that leaves the ground this soon after the cue was on its way before: no reaction time can be told. */
export const leastReactionMs = 100;

/** The metrics of the trial that has just run out; what its source did not tell is absent. */
export function scoreStep(state: StepState): Partial<Record<StepMetric, number>> {
  const { memory, side } = state;
  const scores: Partial<Record<StepMetric, number>> = {};
  // By the mercy rule any lift counts, and an adult's tap says only that there was one.
  if (state.assisted || state.set.byAdult) return scores;
  if (memory.highest > 0) scores.liftPct = memory.highest * 100;
  if (memory.answered && memory.downMs !== null) scores.responseMs = memory.downMs - memory.cueMs;
  const { firstSide, onsetMs } = memory;
  if (side !== null && firstSide) scores.sideRight = firstSide === side ? 1 : 0;
  if (onsetMs !== null && scores.sideRight !== 0 && onsetMs - memory.cueMs >= leastReactionMs) scores.reactionMs = onsetMs - memory.cueMs;
  return scores;
}
