import type { Millis } from '../../core/units';
import { measureReach, type ReachMeasures } from '../../measures/reach';
import type { ReachMetric } from './metrics';
import type { HandSample, ReachState, ReachTarget } from './state';

/** A hand that stays within this distance of where it landed made a tap or a rest, not a reach that can be measured. */
export const leastTravelMm = 10;
/** Screens report only changes: a longer gap means that the finger stood still. */
const stillGapMs = 40;
const samplePeriodMs = 16;

type Scores = Partial<Record<ReachMetric, number>>;

/**
 * The metrics of the trial that has just run out. Only what the glass saw is measured: a hand that moved above it leaves response
 * time and landing point, and reaction and movement time where it lifted off after the cue.
 */
export function scoreReach(state: ReachState): Scores {
  const { memory, outcome } = state;
  const scores: Scores = {};
  const target = state.targets.find((candidate) => candidate.role === 'target');
  const hit = chooseHit(state);
  const place = state.places[state.places.length - 1];
  if (state.targets.some((candidate) => candidate.role === 'distractor')) scores.distractorTouches = memory.distractorTouches;
  if (outcome === 'success' || outcome === 'assisted') if (hit) scores.responseMs = memory.decidedMs - memory.cueMs;
  // With the mercy rule at work the target moves by itself: a path to it says nothing about the child.
  if (!target || !place || state.assisted) return scores;
  if (state.set.params.mode === 'two-hands') {
    const [first, second] = memory.hitBy;
    if (first && second) scores.handGapMs = second.enteredMs - first.enteredMs;
  }
  const hand = hit?.hand ?? farthestHand(memory.paths);
  const path = hand === undefined ? undefined : memory.paths.get(hand);
  if (hand === undefined || !path) return scores;
  const atCue = memory.handsAtCue.find((contact) => contact.id === hand);
  const goal = (hit ? state.targets[hit.target] : nearestTarget(state, path.at(-1))) ?? target;
  const from = atCue ? { x: atCue.xMm, y: atCue.yMm } : { x: place.startXMm, y: place.startYMm };
  if (state.set.params.mode !== 'anywhere') scores.distanceMm = Math.hypot(goal.xMm - from.x, goal.yMm - from.y);
  const measures = travelMm(path) >= leastTravelMm ? measureReach(fillStill(path)) : null;
  if (measures && !('notMeasurable' in measures)) addMeasures(scores, measures, atCue !== undefined);
  else if (!atCue) addLifted(scores, state, path);
  const end = measures && !('notMeasurable' in measures) ? measures.endPoint : path[path.length - 1];
  if (end && state.set.params.mode !== 'anywhere' && state.set.params.mode !== 'catch')
    scores.endErrorMm = Math.hypot(end.x - goal.xMm, end.y - goal.yMm);
  return scores;
}

/** With both hands the one on the trial's side is measured; without a side the one that came last. */
function chooseHit(state: ReachState): ReachState['memory']['hitBy'][number] | undefined {
  const { hitBy } = state.memory;
  if (state.set.params.mode !== 'two-hands') return hitBy[0];
  const own = state.side === null ? undefined : hitBy.find((hit) => hit.target === (state.side === 'left' ? 0 : 1));
  return own ?? hitBy.at(-1);
}

/** What a hand that hit nothing was nearest to in the end. */
function nearestTarget(state: ReachState, end: HandSample | undefined): ReachTarget | undefined {
  if (!end) return undefined;
  const away = (target: ReachTarget) => Math.hypot(target.xMm - end.x, target.yMm - end.y);
  return state.targets.filter((target) => target.role === 'target').sort((p, q) => away(p) - away(q))[0];
}

/** The samples of a finger with its standstills filled in, so that a pause is not read as a slow drift. */
export function fillStill(path: readonly HandSample[]): HandSample[] {
  const filled: HandSample[] = [];
  for (const sample of path) {
    const last = filled[filled.length - 1];
    if (last && sample.tMs - last.tMs > stillGapMs) {
      for (let tMs = last.tMs + samplePeriodMs; tMs <= sample.tMs - samplePeriodMs; tMs += samplePeriodMs) filled.push({ ...last, tMs });
    }
    filled.push(sample);
  }
  return filled;
}

function addMeasures(scores: Scores, measures: ReachMeasures, seenFromCue: boolean): void {
  // An onset at the very cue is a hand that moved already, or a tremor that hides the onset: no reaction time can be told.
  if (seenFromCue && measures.onsetS > 0) scores.reactionMs = measures.onsetS * 1000;
  scores.movementMs = measures.movementTimeS * 1000;
  scores.pathMm = measures.pathLength;
  scores.straightness = measures.pathStraightness;
  scores.peakSpeedMmps = measures.peakSpeed;
  scores.movementUnits = measures.movementUnits;
  scores.sparc = measures.sparc;
}

/** A hand that rested on the glass at the cue, lifted and landed again: the lift is the onset, the landing the end. */
function addLifted(scores: Scores, state: ReachState, path: readonly HandSample[]): void {
  const { memory } = state;
  const landedMs = path[0]?.tMs;
  if (landedMs === undefined) return;
  const liftsMs = memory.handsAtCue.map((contact) => memory.lifts.get(contact.id)).filter((ms): ms is Millis => ms !== undefined && ms < landedMs);
  if (liftsMs.length === 0) return;
  const liftMs = Math.max(...liftsMs);
  scores.reactionMs = liftMs - memory.cueMs;
  scores.movementMs = landedMs - liftMs;
}

function farthestHand(paths: ReadonlyMap<number, readonly HandSample[]>): number | undefined {
  let longest: number | undefined;
  let mostMm = -1;
  for (const [hand, path] of paths) {
    const mm = travelMm(path);
    if (mm > mostMm) [longest, mostMm] = [hand, mm];
  }
  return longest;
}

function travelMm(path: readonly HandSample[]): number {
  const first = path[0];
  return first ? Math.max(...path.map((sample) => Math.hypot(sample.x - first.x, sample.y - first.y))) : 0;
}
