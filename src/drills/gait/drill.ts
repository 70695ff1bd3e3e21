import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { toGridMs } from '../beat-grid';
import { followLoss, isLost, leastQuality, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { followAccent, toBeat, toCommonCadence, toPeriodMs } from './beat';
import { createGaitChild } from './child';
import { type GaitMetric, gaitMetrics } from './metrics';
import { type GaitParams, gaitParams } from './params';
import { scoreGait } from './score';
import type { GaitState } from './state';

/** Calm before the first bout, and before a repeated one. */
const readyMs = 600;
/** From the cue to the first beat: time for the sound to be scheduled and for the child to set off. */
export const leadInMs = 1000;
/** After a bout: sensors tell of a step only when its wave is over, and the child stands still first. */
const afterMs = 1500;
/** clinical.md C6: after two misses in a row the next bout is certain. */
export const missesBeforeMercy = 2;

/** Walking to a beat at the child's own cadence: a trial is a bout, and any step makes it a success. */
export const gaitDrill: Drill<'step', GaitParams, GaitMetric, GaitState> = {
  id: 'gait',
  version: 1,
  movement: 'step',
  params: gaitParams,
  metrics: gaitMetrics,
  pace: () => 'tempoPct',
  // Length before tempo: with a beat, children with CP gained speed without raising their cadence (clinical.md C3, RAS07).
  harderAxes: () => ['boutS', 'tempoPct', 'stillMs'],
  start: startGait,
  step: stepGait,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') startBout(state, nowMs);
    if (state.phase === 'cue') decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearBout(state);
    enter(state, 'ready', nowMs);
  },
  childSource: 'motion',
  createSyntheticChild: createGaitChild,
  toCommonBeat: toCommonCadence,
};

function startGait(set: SetSpec<GaitParams>): GaitState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    beat: null,
    steps: [],
    walked: 0,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: { cueMs: 0, decidedMs: 0, missesInRow: 0, lostSinceMs: null, seesFeet: false, lifted: new Set(), tellsLifts: false, offAccent: 0 },
  };
}

function stepGait(state: GaitState, signals: readonly MovementSignal<'step'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory } = state;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) startBout(state, nowMs);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) readSignal(state, signal);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  const endMs = toEndMs(state);
  const { beat } = state;
  state.walked = beat ? Math.min(1, Math.max(0, (nowMs - beat.firstMs) / (state.set.params.boutS * 1000))) : 0;
  if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs >= endMs) decide(state, judge(state), endMs, nowMs);
}

/** The bout ends with its time, or once the child has stood for long enough; never by itself where an adult sees the steps. */
function toEndMs({ set, beat, steps, memory }: GaitState): Millis {
  if (set.byAdult) return Number.POSITIVE_INFINITY;
  const stoodMs = (steps.at(-1)?.tMs ?? memory.cueMs) + set.params.stillMs;
  return beat ? Math.min(stoodMs, beat.firstMs + set.params.boutS * 1000) : stoodMs;
}

function startBout(state: GaitState, nowMs: Millis): void {
  const { memory } = state;
  clearBout(state);
  state.side = state.set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  const { params, beatGrid } = state.set;
  // In a common beat the child joins the others, so it does not wait for the first step either.
  if (beatGrid) state.beat = toBeat(params, toGridMs(toPeriodMs(params), nowMs + leadInMs));
  else state.beat = state.assisted ? null : toBeat(params, nowMs + leadInMs);
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearBout(state: GaitState): void {
  Object.assign(state, { beat: null, steps: [], walked: 0, outcome: null, assisted: false });
  state.memory.offAccent = 0;
}

function readSignal(state: GaitState, signal: MovementSignal<'step'>): void {
  const { memory } = state;
  const { side, phase, height } = signal.value;
  if (signal.quality < leastQuality) {
    // A foot that was up when the child was lost is up no longer, for all that is known.
    memory.lifted.clear();
    return;
  }
  if (height > 0) memory.seesFeet = true;
  if (phase === 'lift') {
    memory.tellsLifts = true;
    memory.lifted.add(side);
    return;
  }
  if (phase !== 'plant') return;
  // A source that tells lifts may say of a resting foot that it is down: that is no step.
  const wasLifted = memory.lifted.delete(side);
  if (wasLifted || !memory.tellsLifts) addStep(state, { tMs: signal.capturedMs, side });
}

function addStep(state: GaitState, step: GaitState['steps'][number]): void {
  const { memory } = state;
  const isInBout = state.phase === 'cue' || (state.phase === 'after' && step.tMs < memory.decidedMs);
  if (!isInBout || step.tMs < memory.cueMs || step.tMs <= (state.steps.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY)) return;
  state.steps = [...state.steps, step];
  if (state.phase === 'cue') {
    state.beat ??= toBeat(state.set.params, step.tMs);
    followAccent(state, step);
  } else if (state.outcome === 'miss') state.outcome = toDone(state);
}

/** With any step the bout is done; by the mercy rule it is done all the same. */
function judge(state: GaitState): Outcome {
  return state.steps.length > 0 || state.assisted ? toDone(state) : 'miss';
}

function toDone(state: GaitState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: GaitState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: GaitState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreGait(state) });
  clearBout(state);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  startBout(state, nowMs);
}

function enter(state: GaitState, phase: GaitState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
