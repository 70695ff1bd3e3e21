import { type PointSample, resampleLinear } from '../../measures/resample';
import { measureSway } from '../../measures/sway';
import { judgeSway, type SwayGroup } from '../../measures/sway-carriers';
import type { HoldMetric } from './metrics';
import type { HoldState } from './state';

/** Shortest hold whose sway is measured: children are tested for 10 s and more, and spectra need 10 s (D). */
export const leastSwayS = 10;
/** Rate in Hz at which sway is measured: that of a camera. */
const swayRateHz = 30;
/** Across a longer gap the way of the body would be made up (as in movement/filter.ts). */
const mostGapMs = 250;

type Scores = Partial<Record<HoldMetric, number>>;

/** The metrics of the hold that is over; what its source or its length cannot carry is absent. */
export function scoreHold(state: HoldState): Scores {
  const { memory, set } = state;
  // An adult's tap says only that it was done; by the mercy rule the zone came to the child.
  if (state.assisted || set.byAdult) return {};
  const scores: Scores = {};
  const seenMs = memory.heldMs + memory.outsideMs;
  if (seenMs > 0) {
    scores.timeInZonePct = (100 * memory.heldMs) / seenMs;
    scores.longestHoldS = memory.longestStayMs / 1000;
  }
  const path = cutSway(state);
  return path ? { ...scores, ...scoreSway(path, memory.stillMmps) } : scores;
}

/** Sway from the first moment in the zone on, as long as the hold, so that holds of one level can be compared; null where it was not seen throughout. */
function cutSway({ memory, set }: HoldState): readonly PointSample[] | null {
  const { holdS } = set.params;
  const fromMs = memory.firstInsideMs;
  if (fromMs === null || holdS < leastSwayS) return null;
  const toMs = fromMs + holdS * 1000;
  const path = memory.sway.filter(({ tMs }) => tMs >= fromMs && tMs <= toMs);
  const times = [fromMs, ...path.map(({ tMs }) => tMs), toMs];
  return path.length > 0 && times.every((tMs, i) => tMs - (times[i - 1] ?? tMs) <= mostGapMs) ? path : null;
}

function scoreSway(path: readonly PointSample[], stillMmps: number | null): Scores {
  const { x, y } = resampleLinear(path, swayRateHz);
  const { time } = measureSway({ ml: x, ap: y }, swayRateHz, 'lp5');
  if ('notMeasurable' in time) return {};
  const noise = { mveloMmS: time.mveloMmS, stillMveloMmS: stillMmps };
  // Millimetres come from the camera alone.
  const carries = (group: SwayGroup) => judgeSway('pose', group, noise).measurable;
  const scores: Scores = {};
  if (carries('extent')) {
    scores.swayRmsMm = time.rmsMm;
    scores.swayRangeMlMm = time.rangeMlMm;
    scores.swayRangeApMm = time.rangeApMm;
    scores.swayAreaMm2 = time.areaCeMm2;
  }
  if (carries('travel')) {
    scores.swayVelocityMmps = time.mveloMmS;
    scores.swayPathMm = time.pathMm;
    if (time.mfreqHz !== null) scores.swayFrequencyHz = time.mfreqHz;
  }
  return scores;
}
