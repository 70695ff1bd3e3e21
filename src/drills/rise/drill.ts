import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, leastQuality, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createRiseChild } from './child';
import { type RiseMetric, riseMetrics } from './metrics';
import { type RiseParams, riseParams } from './params';
import { scoreRise } from './score';
import type { RiseState } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 600;
/** Down is below this share of the way; coming down is waited for at most so long, before the next cue. */
const downRatio = 0.3;
const longestReturnMs = 8000;
const afterMs = 500;
/** The way up is timed from the first tenth to nine tenths of it. */
const startRatio = 0.1;
const arriveRatio = 0.9;
/** At the top, the body may sink this far below the goal. */
const topSlack = 0.1;
/** A signal that comes later than this is late by fault, and nothing waits for it. */
const longestLagMs: Millis = 1000;
/** A stay at the top that has begun gets its own length and this much more. */
const topMercyMs = 2000;
/** clinical.md C6: after two misses in a row the next rise is certain. */
export const missesBeforeMercy = 2;

/** Going up and coming down again: from sitting to standing, the bridge, the heels. A trial is one way up; the way down is the child's own. */
export const riseDrill: Drill<'rise', RiseParams, RiseMetric, RiseState> = {
  id: 'rise',
  version: 2,
  movement: 'rise',
  params: riseParams,
  metrics: riseMetrics,
  pace: () => 'windowMs',
  harderAxes: () => ['trials', 'heightPct', 'topMs', 'windowMs'],
  start: startRise,
  step: stepRise,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue' && state.phase !== 'top') return;
    state.held = 1;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state);
    // A pause is no part of the child's pace.
    state.memory.lastMs = null;
    enter(state, 'ready', nowMs);
  },
  childSource: 'pose',
  createSyntheticChild: createRiseChild,
};

function startRise(set: SetSpec<RiseParams>): RiseState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    height: 0,
    goal: set.params.heightPct / 100,
    held: 0,
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
      tellsWay: false,
      leftMs: null,
      arrivedMs: null,
      topSinceMs: null,
      doneMs: null,
      highest: 0,
      lastMs: null,
    },
  };
}

function stepRise(state: RiseState, signals: readonly MovementSignal<'rise'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory } = state;
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) if (signal.quality >= leastQuality) follow(state, signal);
  if (state.phase === 'ready' && isReady(state, nowMs)) showTrial(state, nowMs);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue' && state.phase !== 'top') return;
  stay(state, nowMs);
  // Seen so far: up to when the newest heights were made.
  const endMs = endOfWindowMs(state);
  if (memory.doneMs !== null) decide(state, toDone(state), memory.doneMs, nowMs);
  else if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs - memory.lagMs >= endMs) decide(state, state.assisted ? 'assisted' : 'miss', endMs, nowMs);
}

function isReady(state: RiseState, nowMs: Millis): boolean {
  const forMs = nowMs - state.phaseSinceMs;
  return forMs >= readyMs && (state.height <= downRatio || forMs >= longestReturnMs);
}

function follow(state: RiseState, { value: { height }, capturedMs: atMs, deliveredMs }: MovementSignal<'rise'>): void {
  const { memory, set } = state;
  state.height = height;
  memory.lagMs = Math.min(longestLagMs, Math.max(0, deliveredMs - atMs));
  if (height > 0.02 && height < 0.98) memory.tellsWay = true;
  if ((state.phase !== 'cue' && state.phase !== 'top') || atMs < memory.cueMs || atMs >= endOfWindowMs(state)) return;
  memory.highest = Math.max(memory.highest, height);
  if (height < startRatio) Object.assign(memory, { leftMs: atMs, arrivedMs: null });
  else if (height >= arriveRatio) memory.arrivedMs ??= atMs;
  const goal = state.goal - (memory.topSinceMs === null ? 0 : topSlack);
  if (height < goal) {
    memory.topSinceMs = null;
    return;
  }
  memory.topSinceMs ??= atMs;
  // Decided by when the body was there, not by when that was known.
  if (atMs - memory.topSinceMs >= set.params.topMs) memory.doneMs ??= memory.topSinceMs + set.params.topMs;
}

/** The stay at the top is drawn on between two signals; only a signal says that it is over. */
function stay(state: RiseState, nowMs: Millis): void {
  const { memory, set } = state;
  // Nobody is up whom nobody sees.
  if (memory.lostSinceMs !== null) memory.topSinceMs = null;
  if (memory.topSinceMs === null) {
    if (state.phase === 'top') enter(state, 'cue', nowMs);
    state.held = 0;
    return;
  }
  if (state.phase === 'cue') enter(state, 'top', nowMs);
  const sinceMs = nowMs - memory.lagMs - memory.topSinceMs;
  state.held = memory.doneMs !== null || set.params.topMs === 0 ? 1 : Math.min(1, Math.max(0, sinceMs / set.params.topMs));
}

/** A stay at the top that has begun may be finished after the window. */
function endOfWindowMs(state: RiseState): Millis {
  const { memory, set } = state;
  if (set.byAdult) return Number.POSITIVE_INFINITY;
  return memory.cueMs + set.params.windowMs + (memory.topSinceMs !== null ? set.params.topMs + topMercyMs : 0);
}

function showTrial(state: RiseState, nowMs: Millis): void {
  const { memory, set } = state;
  clearTrial(state);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  state.goal = (set.params.heightPct / 100) * (state.assisted ? 0.5 : 1);
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearTrial(state: RiseState): void {
  Object.assign(state, { held: 0, outcome: null, assisted: false });
  Object.assign(state.memory, { leftMs: null, arrivedMs: null, topSinceMs: null, doneMs: null, highest: 0 });
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: RiseState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: RiseState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: RiseState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreRise(state) });
  memory.lastMs = outcome === 'success' || outcome === 'assisted' ? memory.decidedMs : null;
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

function enter(state: RiseState, phase: RiseState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
