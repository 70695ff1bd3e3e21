import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createWalkChild } from './child';
import { type WalkMetric, walkMetrics } from './metrics';
import { type WalkParams, walkParams } from './params';
import { scoreWalk } from './score';
import type { WalkState } from './state';
import { readStep } from './steps';

/** Calm before the first walk, and before each one after it. */
const readyMs = 600;
/** After a walk: sensors tell of a step only when its wave is over, and the child stands still first. */
const afterMs = 1500;
/** A thumb that taps twice within this time has tapped once (clinical.md C9, post-acceptance delay). */
const doubleTapMs = 500;
/** No child's step is longer than this: fewer steps are not the way. */
const longestStepM = 1;
/** clinical.md C6: after two misses in a row half of the way counts. */
export const missesBeforeMercy = 2;

/** Walking a measured way, or for a measured time in laps. An adult's taps tell the way; steps are counted by a sensor. Slow is never a miss. */
export const walkDrill: Drill<'step', WalkParams, WalkMetric, WalkState> = {
  id: 'walk',
  version: 1,
  movement: 'step',
  params: walkParams,
  metrics: walkMetrics,
  pace: () => 'windowMs',
  harderAxes: ({ course }) => (course === 'minute' ? ['walkS', 'trials'] : ['distanceM', 'trials']),
  start: startWalk,
  step: stepWalk,
  markRep(state, rep, nowMs) {
    const { memory } = state;
    const atMs = Math.min(nowMs, rep.capturedMs);
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue' || (memory.lastTapMs !== null && atMs - memory.lastTapMs < doubleTapMs)) return;
    tap(state, Math.max(memory.cueMs, atMs), nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearWalk(state);
    enter(state, 'ready', nowMs);
  },
  childSource: 'motion',
  createSyntheticChild: createWalkChild,
};

function startWalk(set: SetSpec<WalkParams>): WalkState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    startedMs: null,
    steps: [],
    laps: 0,
    walked: 0,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      hasGap: false,
      goMs: null,
      overMs: null,
      lastTapMs: null,
      tellsLifts: false,
      lifted: new Set(),
    },
  };
}

function stepWalk(state: WalkState, signals: readonly MovementSignal<'step'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory, set } = state;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) showTrial(state, nowMs);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) {
    const step = readStep(memory, signal);
    if (step) addStep(state, step);
  }
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  if (isMinute(state) && state.startedMs !== null) state.walked = Math.min(1, Math.max(0, (nowMs - state.startedMs) / (set.params.walkS * 1000)));
  const lost = memory.lostSinceMs !== null && isLost(Math.max(memory.lostSinceMs, memory.cueMs), nowMs);
  if (lost) memory.hasGap = true;
  const endMs = toEndMs(state);
  // An adult who taps sees the child, whatever the sensor sees.
  if (lost && memory.goMs === null) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs >= endMs) decide(state, judge(state), endMs, nowMs);
}

const isMinute = ({ set }: WalkState) => set.params.course === 'minute';

/** Steps without which the way was not walked: half of them by the mercy rule. */
function toLeastSteps({ set, assisted }: WalkState): number {
  return Math.max(2, Math.ceil((set.params.distanceM / longestStepM) * (assisted ? 0.5 : 1)));
}

/** The end of a walk, as far as it is known: nobody who walks is cut short, and where an adult alone sees the walk there is no window. */
function toEndMs(state: WalkState): Millis {
  const { set, steps, memory, startedMs } = state;
  const { windowMs, stillMs, walkS } = set.params;
  if (isMinute(state)) {
    if (startedMs !== null) return startedMs + walkS * 1000;
    return set.byAdult ? Number.POSITIVE_INFINITY : memory.cueMs + windowMs;
  }
  if (set.byAdult) return Number.POSITIVE_INFINITY;
  const last = steps.at(-1);
  const stoodMs = last ? last.tMs + stillMs : memory.cueMs;
  if (memory.goMs === null && steps.length >= toLeastSteps(state)) return stoodMs;
  return Math.max((memory.goMs ?? memory.cueMs) + windowMs, stoodMs);
}

/** At the start line; then over the line, or one lap more. */
function tap(state: WalkState, atMs: Millis, nowMs: Millis): void {
  const { memory } = state;
  memory.lastTapMs = atMs;
  if (memory.goMs === null) {
    memory.goMs = atMs;
    state.startedMs = atMs;
    // Steps to the start line are no part of the walk.
    state.steps = state.steps.filter(({ tMs }) => tMs >= atMs);
    memory.hasGap = memory.lostSinceMs !== null;
    return;
  }
  memory.overMs = atMs;
  if (isMinute(state)) state.laps += 1;
  else decide(state, toDone(state), atMs, nowMs);
}

function showTrial(state: WalkState, nowMs: Millis): void {
  clearWalk(state);
  state.side = state.set.sides[state.trial] ?? null;
  state.assisted = state.memory.missesInRow >= missesBeforeMercy;
  Object.assign(state.memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearWalk(state: WalkState): void {
  Object.assign(state, { startedMs: null, steps: [], laps: 0, walked: 0, outcome: null, assisted: false });
  Object.assign(state.memory, { goMs: null, overMs: null, hasGap: false });
}

function addStep(state: WalkState, step: WalkState['steps'][number]): void {
  const { memory } = state;
  const isInWalk = state.phase === 'cue' || (state.phase === 'after' && step.tMs < memory.decidedMs);
  const fromMs = Math.max(memory.cueMs, memory.goMs ?? 0);
  if (!isInWalk || step.tMs < fromMs || step.tMs <= (state.steps.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY)) return;
  state.steps = [...state.steps, step];
  if (state.phase === 'cue') state.startedMs ??= step.tMs;
  else if (state.outcome === 'miss') state.outcome = judge(state);
}

/** Any walk for a time is done, and a way with enough steps; by the mercy rule it is done all the same. */
function judge(state: WalkState): Outcome {
  const walked = isMinute(state) ? state.steps.length > 0 || state.memory.goMs !== null : state.steps.length >= toLeastSteps(state);
  return walked || state.assisted ? toDone(state) : 'miss';
}

function toDone(state: WalkState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: WalkState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: WalkState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  const startMs = memory.goMs ?? memory.cueMs;
  state.results.push({ trial, side, outcome, help, startMs, endMs: memory.decidedMs, metrics: scoreWalk(state) });
  clearWalk(state);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = state.set.sides[state.trial] ?? null;
  enter(state, 'ready', nowMs);
}

function enter(state: WalkState, phase: WalkState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
