import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createStepChild } from './child';
import { followLift, isLifting } from './lifts';
import { type StepMetric, stepMetrics } from './metrics';
import { type StepParams, stepParams } from './params';
import { scoreStep } from './score';
import type { StepState } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 600;
/** A decided trial runs on for at least this long: the knee reaches its highest point, the foot comes down. */
const afterMs = 700;
/** A lift that began inside the time window gets this much more. */
const liftMercyMs = 500;
/** clinical.md C6: after two misses in a row the next lift is certain. */
export const missesBeforeMercy = 2;

/** Marching in place: a trial is one knee lift on the asked side, to a share of today's comfortable lift. */
export const stepDrill: Drill<'step', StepParams, StepMetric, StepState> = {
  id: 'step',
  version: 1,
  movement: 'step',
  params: stepParams,
  metrics: stepMetrics,
  pace: () => 'windowMs',
  harderAxes: () => ['liftPct', 'windowMs'],
  start: startStep,
  step: stepStep,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue') return;
    state.lifted = 1;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state);
    // Whoever stands there after the pause stands on both feet, until a lift is seen.
    state.memory.up.clear();
    Object.assign(state.feet, { left: 0, right: 0 });
    enter(state, 'ready', nowMs);
  },
  childSource: 'pose',
  createSyntheticChild: createStepChild,
};

function startStep(set: SetSpec<StepParams>): StepState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    lifted: 0,
    feet: { left: 0, right: 0 },
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      tellsLifts: false,
      up: new Map(),
      firstSide: undefined,
      onsetMs: null,
      highest: 0,
      downMs: null,
      answered: false,
    },
  };
}

function stepStep(state: StepState, signals: readonly MovementSignal<'step'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory } = state;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) showTrial(state, nowMs);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) if (followLift(state, signal)) finish(state, Math.max(signal.capturedMs, memory.cueMs), nowMs);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs >= endOfWindowMs(state)) decide(state, state.assisted ? 'assisted' : 'miss', nowMs, nowMs);
}

/** A lift that has begun may be finished after the window. */
function endOfWindowMs(state: StepState): Millis {
  if (state.set.byAdult) return Number.POSITIVE_INFINITY;
  return state.memory.cueMs + state.set.params.windowMs + (isLifting(state) ? liftMercyMs : 0);
}

/** The lift is done; one that was done inside the window and became known after it counts too. */
function finish(state: StepState, atMs: Millis, nowMs: Millis): void {
  const { memory } = state;
  const isLate = state.phase === 'after' && state.outcome === 'miss' && atMs < memory.decidedMs;
  if (state.phase !== 'cue' && !isLate) return;
  memory.answered = true;
  if (state.phase === 'cue') enter(state, 'after', nowMs);
  state.outcome = toDone(state);
  memory.decidedMs = atMs;
}

function showTrial(state: StepState, nowMs: Millis): void {
  const { memory, set } = state;
  clearTrial(state);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearTrial(state: StepState): void {
  Object.assign(state, { lifted: 0, outcome: null, assisted: false });
  Object.assign(state.memory, { firstSide: undefined, onsetMs: null, highest: 0, downMs: null, answered: false });
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: StepState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: StepState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: StepState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreStep(state) });
  clearTrial(state);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  showTrial(state, nowMs);
}

function enter(state: StepState, phase: StepState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
