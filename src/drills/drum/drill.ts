import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { toGridMs } from '../beat-grid';
import { followLoss, isLost, leastQuality, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { countBeats, countWanted, isAsked, toBeat, toBeatNumber, toCommonBeat, toOwnMs } from './beat';
import { createDrumChild } from './child';
import { type DrumMetric, drumMetrics } from './metrics';
import { type DrumParams, drumParams } from './params';
import { scoreDrum } from './score';
import type { DrumState } from './state';

/** Calm before the first bout, and before a repeated one. */
const readyMs = 600;
/** From the cue to the first beat: time for the sound to be scheduled and for the child to get ready. */
export const leadInMs = 1000;
/** After a bout: a camera tells of a hit a little later, and the hands come to rest. */
const afterMs = 1500;
/** The same drum struck again within this time is its own bounce: nobody strikes eight times a second (D). */
export const bounceMs = 120;
/** clinical.md C6: after two misses in a row the next bout is certain. */
export const missesBeforeMercy = 2;

/**
 * Drumming in bouts and rests. A bout is a success when the wanted hits are there at its end; more are welcome. Early or late hits sound
 * and are counted in the rate; they only answer no beat. The lock-out after a hit does not apply: hits are the movement itself, and
 * tremor is taken out before (touch merge time, switch repeat time).
 */
export const drumDrill: Drill<'press', DrumParams, DrumMetric, DrumState> = {
  id: 'drum',
  version: 1,
  movement: 'press',
  params: drumParams,
  metrics: drumMetrics,
  // Length first, as endurance is built (clinical.md C4); precision before tempo, which costs most.
  harderAxes: ({ mode }) => (mode === 'free' ? ['boutS', 'hitsPerMin', 'restS'] : ['boutS', 'hitsPerMin', 'nearMs', 'beatBpm', 'restS']),
  pace: ({ mode }) => (mode === 'free' ? 'hitsPerMin' : 'beatBpm'),
  start: startDrum,
  step: stepDrum,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready' || state.phase === 'rest') startBout(state, nowMs);
    if (state.phase === 'cue') decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    // A pause was rest enough.
    clearBout(state);
    enter(state, 'ready', nowMs);
  },
  childSource: 'touch',
  createSyntheticChild: createDrumChild,
  toCommonBeat,
};

function startDrum(set: SetSpec<DrumParams>): DrumState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    beat: null,
    hits: [],
    due: null,
    counted: 0,
    wanted: countWanted(set.params),
    reached: 0,
    played: 0,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: { cueMs: 0, decidedMs: 0, missesInRow: 0, lostSinceMs: null, answered: new Set() },
  };
}

function stepDrum(state: DrumState, signals: readonly MovementSignal<'press'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory, set } = state;
  if (state.phase === 'rest' && nowMs - state.phaseSinceMs >= set.params.restS * 1000) enter(state, 'ready', nowMs);
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) startBout(state, nowMs);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, signals);
  for (const signal of signals) if (signal.quality >= leastQuality && signal.value.down) addHit(state, signal);
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  const fromMs = toFromMs(state);
  state.played = Math.min(1, Math.max(0, (nowMs - fromMs) / (set.params.boutS * 1000)));
  const endMs = set.byAdult ? Number.POSITIVE_INFINITY : fromMs + set.params.boutS * 1000;
  // A rest out of sight is nobody's loss.
  const lostSinceMs = memory.lostSinceMs === null ? null : Math.max(memory.lostSinceMs, memory.cueMs);
  if (isLost(lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs >= endMs) decide(state, judge(state), endMs, nowMs);
}

/** The bout's time runs from its first beat; without a beat from its cue. */
function toFromMs({ beat, memory, set }: DrumState): Millis {
  return beat?.firstMs ?? memory.cueMs + (set.params.mode === 'free' ? 0 : leadInMs);
}

function startBout(state: DrumState, nowMs: Millis): void {
  const { memory, set } = state;
  clearBout(state);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  state.wanted = state.assisted ? 1 : countWanted(set.params);
  const beat = toBeat(set.params, nowMs + leadInMs);
  // In a common beat the child joins the others, so it does not wait for the first hit either.
  if (set.beatGrid && beat) state.beat = { ...beat, firstMs: toGridMs(beat.periodMs, beat.firstMs) };
  else state.beat = state.assisted ? null : beat;
  state.due = set.params.hands === 'any' ? null : state.side;
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearBout(state: DrumState): void {
  Object.assign(state, { beat: null, hits: [], due: null, counted: 0, reached: 0, played: 0, outcome: null, assisted: false });
  state.memory.answered.clear();
}

function addHit(state: DrumState, { value: { side }, capturedMs: tMs }: MovementSignal<'press'>): void {
  const { memory, set } = state;
  const inBout = state.phase === 'cue' || (state.phase === 'after' && state.outcome !== 'lost' && tMs < memory.decidedMs);
  if (!inBout || tMs < memory.cueMs) return;
  if (state.hits.some((hit) => hit.side === side && Math.abs(hit.tMs - tMs) < bounceMs)) return;
  if (state.phase === 'cue' && state.assisted) state.beat ??= toBeat(set.params, tMs);
  const counts = answers(state, side, tMs);
  state.hits = [...state.hits, { tMs, side, counts }];
  if (!counts) return;
  state.counted += 1;
  state.reached = Math.min(1, state.counted / state.wanted);
  if (set.params.hands === 'alternate' && side !== null) state.due = toOtherSide(side);
  if (state.outcome === 'miss') state.outcome = judge(state);
}

/** Whether a hit is one of the wanted ones; then its beat is answered. A hand that nobody knows is the right one. */
function answers({ assisted, beat, due, memory, set }: DrumState, side: Side | null, hitMs: Millis): boolean {
  const { params } = set;
  if (assisted) return true;
  if (due !== null && side !== null && side !== due) return false;
  if (!beat) return params.mode === 'free';
  const tMs = toOwnMs(set, hitMs);
  const n = toBeatNumber(beat, tMs);
  const near = Math.abs(tMs - beat.firstMs - n * beat.periodMs) <= params.nearMs;
  if (!near || n >= countBeats(params) || !isAsked(params, n) || memory.answered.has(n)) return false;
  memory.answered.add(n);
  return true;
}

/** By the mercy rule the bout is done in any case. */
function judge(state: DrumState): Outcome {
  return state.counted >= state.wanted || state.assisted ? toDone(state) : 'miss';
}

function toDone(state: DrumState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: DrumState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  enter(state, 'after', nowMs);
}

function endTrial(state: DrumState, nowMs: Millis): void {
  const { memory, set, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreDrum(state) });
  clearBout(state);
  if (trial + 1 >= set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = set.sides[state.trial] ?? null;
  enter(state, set.params.restS > 0 ? 'rest' : 'ready', nowMs);
}

function enter(state: DrumState, phase: DrumState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
