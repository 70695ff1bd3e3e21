import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { toOutcome } from '../outcome';
import type { Drill, SetSpec } from '../types';
import { createMobilityChild } from './child';
import { type MobilityMetric, mobilityMetrics } from './metrics';
import { type MobilityParams, mobilityParams } from './params';
import { scoreMove } from './score';
import type { MobilityState } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 600;
const afterMs = 900;
/** A thumb that taps twice within this time has seen one move (clinical.md C9, post-acceptance delay). */
const doubleTapMs = 500;

/**
 * Moving about: rolling, crawling, kneeling, getting up, changing seats, wheeling. The app tells what, the child does it its own way, an
 * adult taps when it is done; a help level goes with each. No sensor sees these moves, so there is no time window and no miss.
 */
export const mobilityDrill: Drill<'rep', MobilityParams, MobilityMetric, MobilityState> = {
  id: 'mobility',
  version: 1,
  movement: 'rep',
  params: mobilityParams,
  metrics: mobilityMetrics,
  harderAxes: () => ['distanceM', 'stayS', 'trials'],
  start: startMobility,
  step: stepMobility,
  markRep(state, rep, nowMs) {
    const atMs = Math.min(nowMs, rep.capturedMs);
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue' || isDouble(state, atMs)) return;
    state.memory.tappedMs = Math.max(state.memory.cueMs, atMs);
    enter(state, 'stay', nowMs);
    stay(state, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    Object.assign(state, { held: 0, outcome: null });
    // A pause is no part of the child's pace.
    state.memory.lastMs = null;
    enter(state, 'ready', nowMs);
  },
  childSource: 'adult',
  createSyntheticChild: createMobilityChild,
};

function startMobility(set: SetSpec<MobilityParams>): MobilityState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    held: 0,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: { cueMs: 0, tappedMs: 0, lastMs: null },
  };
}

/** Taps come by `markRep`, beside every source; the signals say the same once more. */
function stepMobility(state: MobilityState, _signals: readonly MovementSignal<'rep'>[], nowMs: Millis): void {
  if (state.done) return;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) showTrial(state, nowMs);
  if (state.phase === 'stay') stay(state, nowMs);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
}

function isDouble({ memory }: MobilityState, atMs: Millis): boolean {
  return memory.lastMs !== null && atMs - memory.lastMs < doubleTapMs;
}

function showTrial(state: MobilityState, nowMs: Millis): void {
  Object.assign(state, { side: state.set.sides[state.trial] ?? null, held: 0, outcome: null });
  state.memory.cueMs = nowMs;
  enter(state, 'cue', nowMs);
}

function stay(state: MobilityState, nowMs: Millis): void {
  const { memory, set } = state;
  const stayMs = set.params.stayS * 1000;
  state.held = stayMs === 0 ? 1 : Math.min(1, Math.max(0, (nowMs - memory.tappedMs) / stayMs));
  if (state.held < 1) return;
  state.outcome = toOutcome(state.help);
  enter(state, 'after', nowMs);
}

function endTrial(state: MobilityState, nowMs: Millis): void {
  const { memory, trial, side, help, set } = state;
  const endMs = memory.tappedMs + set.params.stayS * 1000;
  const outcome = state.outcome ?? toOutcome(help);
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs, metrics: scoreMove(state) });
  memory.lastMs = endMs;
  Object.assign(state, { held: 0, outcome: null });
  if (trial + 1 >= set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = set.sides[state.trial] ?? null;
  enter(state, 'ready', nowMs);
}

function enter(state: MobilityState, phase: MobilityState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
