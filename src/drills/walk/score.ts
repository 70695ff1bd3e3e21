import { type Contact, measureGait } from '../../measures/gait';
import type { WalkMetric } from './metrics';
import type { WalkState } from './state';

/** Shorter than this a thumb's two taps are no measurement of a walk. */
const leastTimeS = 0.5;
/** Faster than this no child walks: a tap was too early or too late. */
const mostSpeedMps = 6;

/** The metrics of the walk that is over; what nobody tapped and no source told is absent. */
export function scoreWalk(state: WalkState): Partial<Record<WalkMetric, number>> {
  return { ...scoreTaps(state), ...scoreSteps(state) };
}

function scoreTaps({ memory: { goMs, overMs }, set, laps }: WalkState): Partial<Record<WalkMetric, number>> {
  const { course, walkS } = set.params;
  const scores: Partial<Record<WalkMetric, number>> = course === 'minute' && goMs !== null ? { timeS: walkS } : {};
  if (goMs === null || overMs === null) return scores;
  const distanceM = set.params.distanceM * (course === 'minute' ? laps : 1);
  const timeS = (overMs - goMs) / 1000;
  if (timeS < leastTimeS || distanceM / timeS > mostSpeedMps) return scores;
  return { timeS, ...scores, distanceM, speedMps: distanceM / timeS };
}

function scoreSteps({ steps, memory, set }: WalkState): Partial<Record<WalkMetric, number>> {
  // Steps that the source did not see would be missing from the count.
  if (set.byAdult || memory.hasGap) return {};
  const contacts = steps.map(({ tMs, side }): Contact => ({ tS: tMs / 1000, side }));
  const { cadenceSpm } = measureGait(contacts, [], false);
  const scores: Partial<Record<WalkMetric, number>> = { steps: steps.length };
  if (cadenceSpm !== null) scores.cadenceSpm = cadenceSpm;
  const [first, last] = [steps[0], steps.at(-1)];
  if (memory.goMs === null && first && last && last.tMs > first.tMs)
    scores.timeS = set.params.course === 'minute' ? set.params.walkS : (last.tMs - first.tMs) / 1000;
  return scores;
}
