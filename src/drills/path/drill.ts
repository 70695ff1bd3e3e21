import type { Rng } from '../../core/rng';
import type { Help, Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, leastQuality, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createPathChild } from './child';
import { followHands, meetSwitch, meetWaitingHands, start, watchOther } from './follow';
import { isCarried, leadMs, moveGuides, toGuideMs } from './guide';
import { type PathMetric, pathMetrics } from './metrics';
import { type PathParams, pathParams } from './params';
import { placeTrial, toFirstRhythm, toNextRhythm } from './place';
import { scorePath } from './score';
import type { PathState, Rhythm } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 600;
const afterMs = 900;
/** A signal that comes later than this is late by fault, and nothing waits for it. */
const longestLagMs: Millis = 1000;
/** clinical.md C6: after two misses in a row the next path is certain. */
export const missesBeforeMercy = 2;
/** What an adult does in each phase of rhythmic initiation, unless it was told: moves the arm (4 full), helps hand over hand (3), nothing. */
const helpOf: Readonly<Record<Rhythm, Help>> = { watch: 4, together: 3, alone: 0 };

/** Drawing the diagonals of PNF along a guide: watched, together with an adult's hand, alone. It records handling and claims no benefit. */
export const pathDrill: Drill<'reach', PathParams, PathMetric, PathState> = {
  id: 'path',
  version: 1,
  movement: 'reach',
  params: pathParams,
  metrics: pathMetrics,
  // Length before width: small targets hurt more than long ways (clinical.md C2, FITTSB).
  harderAxes: (params) => [params.lengthReachPct > 0 ? 'lengthReachPct' : 'lengthMm', 'insidePct', 'guideS', 'windowMs', 'corridorMm'],
  start: startPath,
  step: stepPath,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue' && state.phase !== 'go') return;
    state.memory.tapped = true;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state);
    // The rest was had.
    enter(state, 'ready', nowMs - Math.max(0, state.set.params.restMs - readyMs));
  },
  childSource: 'touch',
  createSyntheticChild: createPathChild,
};

function startPath(set: SetSpec<PathParams>, rng: Rng): PathState {
  return {
    set,
    rng,
    phase: 'ready',
    phaseSinceMs: readyMs - Math.max(readyMs, set.params.restMs),
    trial: 0,
    side: set.sides[0] ?? null,
    rhythm: toFirstRhythm(set.params.mode),
    assisted: false,
    ways: [],
    other: null,
    hands: [],
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      lagMs: 0,
      beganMs: null,
      doneMs: null,
      tapped: false,
      scans: false,
      scanLine: null,
      seenAt: new Map(),
      traces: new Map(),
      mostHands: 0,
      otherStarts: 0,
      atOther: new Set(),
      doneInPhase: 0,
    },
  };
}

function stepPath(state: PathState, signals: readonly MovementSignal<'reach'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory, set } = state;
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) if (signal.quality >= leastQuality) readSignal(state, signal);
  const sinceMs = nowMs - state.phaseSinceMs;
  if (state.phase === 'ready' && sinceMs >= Math.max(readyMs, set.params.restMs)) showTrial(state, nowMs);
  if (state.phase === 'after' && sinceMs >= Math.max(afterMs, set.lockoutMs)) endTrial(state, nowMs);
  if (state.phase !== 'cue' && state.phase !== 'go') return;
  if ((set.byAdult || (isCarried(state) && state.rhythm !== null)) && nowMs >= memory.cueMs + leadMs) start(state, memory.cueMs + leadMs);
  moveGuides(state, nowMs);
  if (state.phase === 'cue' && state.ways.some((way) => way.begun)) enter(state, 'go', nowMs);
  if (set.byAdult) return;
  const endMs = endOfWindowMs(state);
  if (state.ways.every((way) => way.done)) {
    memory.doneMs = Math.max(...state.ways.map((way) => way.doneMs ?? nowMs));
    decide(state, toDone(state), memory.doneMs, nowMs);
  } else if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs - memory.lagMs >= endMs) decide(state, 'miss', endMs, nowMs);
}

function readSignal(state: PathState, { value: { contacts }, capturedMs: atMs, deliveredMs }: MovementSignal<'reach'>): void {
  const { memory } = state;
  memory.lagMs = Math.min(longestLagMs, Math.max(0, deliveredMs - atMs));
  // What was captured before the cue cannot have answered it.
  const isAsked = (state.phase === 'cue' || state.phase === 'go') && atMs >= memory.cueMs && atMs < endOfWindowMs(state);
  if (isAsked && !state.set.byAdult) {
    followHands(state, contacts, atMs);
    watchOther(state, contacts);
  } else meetSwitch(state, contacts);
  state.hands = contacts;
}

/** Slow is no miss: a path that was begun in time gets the guide's own time once more. What the guide draws comes to its end. */
function endOfWindowMs(state: PathState): Millis {
  const { memory, set } = state;
  const isBegun = state.ways.some((way) => way.begun);
  if (set.byAdult || (isCarried(state) && (isBegun || state.rhythm !== null))) return Number.POSITIVE_INFINITY;
  return memory.cueMs + set.params.windowMs + (isBegun ? toGuideMs(state) : 0);
}

function showTrial(state: PathState, nowMs: Millis): void {
  const { memory } = state;
  clearTrial(state);
  state.side = state.set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  Object.assign(state, placeTrial(state.set, state.rng, state.trial));
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  for (const { id, xMm, yMm } of state.hands) memory.seenAt.set(id, { x: xMm, y: yMm, rested: true });
  enter(state, 'cue', nowMs);
  if (!state.set.byAdult) meetWaitingHands(state);
}

function clearTrial(state: PathState): void {
  const { memory } = state;
  Object.assign(state, { ways: [], other: null, outcome: null, assisted: false });
  Object.assign(memory, { beganMs: null, doneMs: null, tapped: false, mostHands: 0, otherStarts: 0 });
  for (const kept of [memory.seenAt, memory.traces, memory.atOther]) kept.clear();
}

/** Help as it was told, or as the phase has it. */
function toHelp({ help, rhythm }: PathState): Help {
  return help > 0 || rhythm === null ? help : helpOf[rhythm];
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: PathState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(toHelp(state));
}

function decide(state: PathState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: PathState, nowMs: Millis): void {
  const { memory, trial, side } = state;
  const outcome = state.outcome ?? 'miss';
  const isDone = outcome === 'success' || outcome === 'assisted';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  const help = isDone ? toHelp(state) : state.help;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scorePath(state) });
  if (state.set.params.mode === 'rising' && isDone) toNextRhythm(state);
  clearTrial(state);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = state.set.sides[state.trial] ?? null;
  enter(state, 'ready', nowMs);
}

function enter(state: PathState, phase: PathState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
