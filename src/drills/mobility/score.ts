import type { MobilityMetric } from './metrics';
import type { MobilityState } from './state';

/** Shorter than this a thumb's tap is no measurement of a move. */
const leastTimeS = 0.5;

/** The metrics of the move that has just run out. */
export function scoreMove({ memory, set }: MobilityState): Partial<Record<MobilityMetric, number>> {
  const scores: Partial<Record<MobilityMetric, number>> = {};
  const timeS = (memory.tappedMs - memory.cueMs) / 1000;
  if (timeS < leastTimeS) return scores;
  scores.timeS = timeS;
  const { move, distanceM } = set.params;
  if (distanceM > 0 && (move === 'roll' || move === 'crawl' || move === 'wheel')) scores.speedMps = distanceM / timeS;
  if (memory.lastMs !== null && memory.tappedMs > memory.lastMs) scores.movesPerMin = 60_000 / (memory.tappedMs - memory.lastMs);
  return scores;
}
