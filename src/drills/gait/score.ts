import { type Contact, measureCvFloorPct, measureGait } from '../../measures/gait';
import { measureRhythm } from '../../measures/rhythm';
import { listBeats } from './beat';
import type { GaitMetric } from './metrics';
import type { GaitState } from './state';

/** clinical.md D: a motion sensor of at least 60 Hz. */
const motionIntervalS = 1 / 60;

/** The metrics of the bout that is over; what its steps or its source cannot carry is absent. */
export function scoreGait(state: GaitState): Partial<Record<GaitMetric, number>> {
  const { steps, beat, memory } = state;
  // An adult's tap says that the child walked, not how often.
  if (state.set.byAdult) return {};
  const contacts = steps.map(({ tMs, side }): Contact => ({ tS: tMs / 1000, side }));
  const knowsSides = steps.some(({ side }) => side !== null);
  const { cadenceSpm, stepTimeMeanS, strideTimeMeanS, strideTimeCvPct, stepTimeAsymmetryPct } = measureGait(contacts, [], knowsSides);
  const scores: Partial<Record<GaitMetric, number>> = { steps: steps.length };
  if (cadenceSpm !== null) scores.cadenceSpm = cadenceSpm;
  if (stepTimeMeanS !== null) scores.stepTimeMeanS = stepTimeMeanS;
  if (strideTimeMeanS !== null && strideTimeCvPct !== null && !memory.seesFeet) {
    // What is no more than sampling alone makes of an even walk says nothing about the child.
    if (strideTimeCvPct > measureCvFloorPct(motionIntervalS, strideTimeMeanS)) scores.strideTimeCvPct = strideTimeCvPct;
  }
  if (stepTimeAsymmetryPct !== null) scores.asymmetryPct = stepTimeAsymmetryPct;
  // By the mercy rule the beat came from the child's own steps: keeping to it says nothing.
  if (!beat || state.assisted) return scores;
  const rhythm = measureRhythm(
    steps.map(({ tMs }) => tMs - (state.set.beatOffsetMs ?? 0)),
    listBeats(beat, memory.decidedMs),
  );
  if ('notMeasurable' in rhythm) return scores;
  return { ...scores, beatErrorMs: rhythm.meanAbsMs, beatSpreadMs: rhythm.sdMs };
}
