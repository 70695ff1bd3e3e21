import { leastTravelMm } from './follow';
import { isCarried, toGuideMs, toGuideTime } from './guide';
import type { PathMetric } from './metrics';
import type { PathState, PathWay } from './state';

type Scores = Partial<Record<PathMetric, number>>;

const reached = { watch: 1, together: 2, alone: 3 } as const;

/**
 * The metrics of the trial that has just run out. What the guide drew says nothing about the child, nor does a path that two hands drew, or one
 * that was told by an adult's tap: those leave only the phase that was reached.
 */
export function scorePath(state: PathState): Scores {
  const { memory, outcome, rhythm, set } = state;
  const scores: Scores = {};
  const isDone = outcome === 'success' || outcome === 'assisted';
  if (isDone && rhythm && !state.assisted) scores.phaseReached = reached[rhythm];
  if (set.byAdult || memory.tapped || state.assisted || rhythm === 'watch' || outcome === 'lost') return scores;
  if (memory.beganMs !== null && memory.beganMs > memory.cueMs) scores.responseMs = memory.beganMs - memory.cueMs;
  if (isCarried(state)) return scores;
  scores.completionPct = (100 * state.ways.reduce((sum, way) => sum + way.along, 0)) / state.ways.length;
  if (state.other) scores.otherStarts = memory.otherStarts;
  if (isDone && memory.beganMs !== null && memory.doneMs !== null) scores.timeS = (memory.doneMs - memory.beganMs) / 1000;
  if (memory.mostHands > 1 || memory.scans) return scores;
  addMeasures(scores, state);
  if (isDone) addTiming(scores, state);
  return scores;
}

function addMeasures(scores: Scores, { memory, ways }: PathState): void {
  const traces = [...memory.traces.values()].filter((trace) => trace.travelMm >= leastTravelMm);
  const onMs = traces.reduce((sum, trace) => sum + trace.onMs, 0);
  const lengthMm = ways[0]?.place.lengthMm ?? 0;
  if (onMs <= 0 || lengthMm <= 0) return;
  const errorMm = Math.sqrt(traces.reduce((sum, trace) => sum + trace.squareMm2Ms, 0) / onMs);
  scores.pathErrorMm = errorMm;
  scores.pathErrorPct = (100 * errorMm) / lengthMm;
  scores.insidePct = (100 * traces.reduce((sum, trace) => sum + trace.insideMs, 0)) / onMs;
}

function addTiming(scores: Scores, state: PathState): void {
  const lags = state.ways.flatMap((way) => listLags(way, toGuideMs(state)));
  if (lags.length > 0) scores.lagMs = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
  const [one, two] = state.ways;
  if (one && two && one.doneMs !== null && two.doneMs !== null) scores.handGapMs = Math.abs(one.doneMs - two.doneMs);
}

/** How long after the guide each mark of the path was passed. */
function listLags({ guideFromMs, passedMs }: PathWay, guideMs: number): number[] {
  if (guideFromMs === null) return [];
  return [...passedMs].map(([share, atMs]) => atMs - (guideFromMs + toGuideTime(share, guideMs)));
}
