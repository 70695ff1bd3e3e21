import type { Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createWeightShiftChild } from './child';
import { type WeightShiftMetric, weightShiftMetrics } from './metrics';
import { type WeightShiftParams, weightShiftParams } from './params';
import { placeTarget } from './place';
import { scoreShift } from './score';
import type { WeightShiftState } from './state';
import { followStay, moveTarget, readLean } from './stay';

/** Calm before the first cue, between trials, and before the cue of a repeated trial. */
const readyMs = 600;
/** A child that does not come back to the middle is not kept waiting: its neutral may have moved since the range check. */
const mostReadyMs = 5000;
/** A decided trial runs on for at least this long: the trunk comes to rest. */
const afterMs = 700;
/** Beyond its own length, a hold that began inside the time window gets this much more. */
const holdMercyMs = 500;
/** clinical.md C6: after two misses in a row the next target is certain. */
export const missesBeforeMercy = 2;

/** Weight shift: a target appears around the child, as far as a share of today's limit; the child leans there and comes back. */
export const weightShiftDrill: Drill<'lean', WeightShiftParams, WeightShiftMetric, WeightShiftState> = {
  id: 'weight-shift',
  version: 1,
  movement: 'lean',
  params: weightShiftParams,
  metrics: weightShiftMetrics,
  pace: () => 'windowMs',
  // Holding before going farther: near the limit of stability a longer lean is the greater risk (clinical.md C1).
  harderAxes: () => ['holdMs', 'distanceLimitPct', 'targetWidthPct', 'neutralMs', 'windowMs'],
  start: startShift,
  step: stepShift,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue') return;
    if (state.target) Object.assign(state.target, { hit: true, held: 1 });
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state);
    // Whoever is back after the pause is seen anew.
    Object.assign(state.memory, { lostSinceMs: null, neutralSinceMs: nowMs, path: [] });
    state.lean = { x: 0, y: 0 };
    enter(state, 'ready', nowMs);
  },
  childSource: 'pose',
  createSyntheticChild: createWeightShiftChild,
};

function startShift(set: SetSpec<WeightShiftParams>, rng: Rng): WeightShiftState {
  return {
    set,
    rng,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    lean: { x: 0, y: 0 },
    target: null,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    places: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      lagMs: 0,
      // A stick that was not moved yet says nothing, and is in its middle.
      neutralSinceMs: 0,
      insideSinceMs: null,
      nearedMs: 0,
      longestStayMs: 0,
      enteredMs: null,
      path: [],
    },
  };
}

function stepShift(state: WeightShiftState, signals: readonly MovementSignal<'lean'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory } = state;
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  if (state.phase === 'ready' && isReady(state, nowMs)) showTrial(state, nowMs);
  for (const signal of signals) readLean(state, signal);
  // Seen so far: up to when the newest leans were made.
  const seenMs = nowMs - memory.lagMs;
  if (state.phase === 'cue') {
    moveTarget(state, seenMs);
    if (seenMs >= memory.cueMs) followStay(state, seenMs);
    if (state.target?.hit) decide(state, toDone(state), toHitMs(state), nowMs);
    else if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
    else if (seenMs >= endOfWindowMs(state)) decide(state, state.assisted ? 'assisted' : 'miss', endOfWindowMs(state), nowMs);
  } else if (state.phase === 'after') {
    followStay(state, seenMs);
    if (nowMs - state.phaseSinceMs >= Math.max(afterMs, state.set.lockoutMs)) endTrial(state, nowMs);
  }
}

function isReady({ set, memory, phaseSinceMs }: WeightShiftState, nowMs: Millis): boolean {
  const waitedMs = nowMs - phaseSinceMs;
  // A child that is gone is not waited for: the trial comes, and is lost.
  if (waitedMs < readyMs) return false;
  if (set.params.neutralMs === 0 || waitedMs >= mostReadyMs || isLost(memory.lostSinceMs, nowMs)) return true;
  return memory.neutralSinceMs !== null && nowMs - memory.lagMs - memory.neutralSinceMs >= set.params.neutralMs;
}

/** A hold that has begun may be finished after the window. */
function endOfWindowMs(state: WeightShiftState): Millis {
  if (state.set.byAdult) return Number.POSITIVE_INFINITY;
  const { params } = state.set;
  const { cueMs, insideSinceMs } = state.memory;
  const endMs = cueMs + params.windowMs;
  return insideSinceMs !== null && insideSinceMs < endMs ? Math.max(endMs, insideSinceMs + params.holdMs + holdMercyMs) : endMs;
}

function toHitMs({ memory, set, assisted }: WeightShiftState): Millis {
  return (memory.enteredMs ?? memory.cueMs) + (assisted ? 0 : set.params.holdMs);
}

function showTrial(state: WeightShiftState, nowMs: Millis): void {
  const { set, memory } = state;
  clearTrial(state);
  const place = placeTarget(set, state.rng, state.trial);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  state.target = { x: place.x, y: place.y, radius: place.radius, held: 0, hit: false };
  if (state.places.at(-1)?.trial === state.trial) state.places.pop();
  state.places.push(place);
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs, nearedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearTrial(state: WeightShiftState): void {
  Object.assign(state, { target: null, outcome: null, assisted: false });
  Object.assign(state.memory, { insideSinceMs: null, longestStayMs: 0, enteredMs: null });
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: WeightShiftState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: WeightShiftState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: WeightShiftState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreShift(state) });
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

function enter(state: WeightShiftState, phase: WeightShiftState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
