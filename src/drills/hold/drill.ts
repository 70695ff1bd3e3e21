import type { Rng } from '../../core/rng';
import type { Millis, Ratio } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { isLost, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createHoldChild } from './child';
import { type HoldMetric, holdMetrics } from './metrics';
import { type HoldParams, holdParams } from './params';
import { scoreHold } from './score';
import type { HoldState } from './state';
import { countTo, isInside, readLean } from './stay';

/** Calm before a hold; longer than the silence after which a camera says that it sees nobody. */
const readyMs = 1000;
/** A breath after a hold. */
const afterMs = 1500;
/** clinical.md C6: after two misses in a row the next hold is certain. */
export const missesBeforeMercy = 2;
/** Things arrive about evenly over the hold, each by up to this part of its share earlier or later. */
const arrivalSpread = 0.3;

/** Stillness in a stance: a trial is a hold near today's neutral. Leaving the zone only makes the time wait; nothing falls, nothing is lost. */
export const holdDrill: Drill<'lean', HoldParams, HoldMetric, HoldState> = {
  id: 'hold',
  version: 2,
  movement: 'lean',
  params: holdParams,
  metrics: holdMetrics,
  // The stance is for the therapist alone: it decides how a child could fall.
  harderAxes: () => ['holdS', 'tolerancePct', 'arrivals', 'spareS'],
  start: startHold,
  step: stepHold,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue') return;
    state.held = 1;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state, nowMs);
    // Whoever is back after the pause is seen anew.
    state.lean = { x: 0, y: 0 };
    state.inside = isInside(state);
    state.memory.lostSinceMs = null;
    enter(state, 'ready', nowMs);
  },
  childSource: 'pose',
  createSyntheticChild: createHoldChild,
};

function startHold(set: SetSpec<HoldParams>, rng: Rng): HoldState {
  return {
    set,
    rng,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    // A stick that was not moved yet says nothing, and is in its middle.
    lean: { x: 0, y: 0 },
    zone: toZone(set),
    inside: true,
    held: 0,
    arrived: 0,
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
      countedMs: 0,
      heldMs: 0,
      outsideMs: 0,
      stayMs: 0,
      longestStayMs: 0,
      firstInsideMs: null,
      arrivals: [],
      stillMmps: null,
      sway: [],
    },
  };
}

function toZone({ params }: SetSpec<HoldParams>): HoldState['zone'] {
  return { x: 0, y: 0, radius: params.tolerancePct / 100 };
}

function stepHold(state: HoldState, signals: readonly MovementSignal<'lean'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory, set } = state;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) showTrial(state, nowMs);
  for (const signal of signals) readLean(state, signal);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= Math.max(afterMs, set.lockoutMs)) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  // Seen so far: up to when the newest leans were made.
  countTo(state, nowMs - memory.lagMs);
  const overMs = memory.heldMs - set.params.holdS * 1000;
  if (overMs >= 0) decide(state, toDone(state), memory.countedMs - overMs, nowMs);
  else if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (memory.outsideMs >= set.params.spareS * 1000) decide(state, state.assisted ? 'assisted' : 'miss', memory.countedMs, nowMs);
}

function showTrial(state: HoldState, nowMs: Millis): void {
  const { memory, set } = state;
  clearTrial(state, nowMs);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  memory.arrivals = drawArrivals(set.params.arrivals, state.rng.fork(`arrivals/${state.trial}`));
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function drawArrivals(count: number, rng: Rng): Ratio[] {
  return Array.from({ length: count }, (_, i) => (i + 1 + arrivalSpread * (2 * rng.next() - 1)) / (count + 1));
}

function clearTrial(state: HoldState, nowMs: Millis): void {
  Object.assign(state, { assisted: false, zone: toZone(state.set), held: 0, arrived: 0, outcome: null });
  state.inside = isInside(state);
  const times = { countedMs: nowMs, heldMs: 0, outsideMs: 0, stayMs: 0, longestStayMs: 0, firstInsideMs: null };
  Object.assign(state.memory, times, { arrivals: [], sway: [] });
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: HoldState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: HoldState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: HoldState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreHold(state) });
  clearTrial(state, nowMs);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = state.set.sides[state.trial] ?? null;
  enter(state, 'ready', nowMs);
}

function enter(state: HoldState, phase: HoldState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
