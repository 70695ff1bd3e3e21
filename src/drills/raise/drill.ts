import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, leastQuality, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createRaiseChild } from './child';
import { type RaiseMetric, raiseMetrics } from './metrics';
import { type RaiseParams, raiseParams } from './params';
import { scoreRaise } from './score';
import type { AngleSample, RaiseState } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 800;
/** Below this share of the range the joint is back; it is waited for at most so long. */
const restRatio = 0.35;
const longestReturnMs = 5000;
/** A decided trial runs on for this long. */
const afterMs = 1000;
/** The speed is measured over this time: shorter, the tracker's jitter would be speed. */
const speedOverMs = 200;
/** Slow again after this long below the limit. */
const slowAgainMs = 300;
/** While holding, the joint may sink this far below the goal. */
const holdSlack = 0.1;
/** A hold that has begun gets its own length and this much more. */
const holdMercyMs = 2000;
/** The first degrees that are a movement: 2.5 times the tracker's jitter. */
const onsetDeg = 5;
/** clinical.md C6: after two misses in a row the next raise is certain. */
export const missesBeforeMercy = 2;

/** Raising a joint slowly to a share of today's range, and holding it there. */
export const raiseDrill: Drill<'angle', RaiseParams, RaiseMetric, RaiseState> = {
  id: 'raise',
  version: 1,
  movement: 'angle',
  params: raiseParams,
  metrics: raiseMetrics,
  pace: () => 'windowMs',
  harderAxes: () => ['targetRangePct', 'holdMs', 'windowMs'],
  start: startRaise,
  step: stepRaise,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue') return;
    state.held = 1;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    clearTrial(state);
    state.memory.recent = [];
    enter(state, 'ready', nowMs);
  },
  childSource: 'pose',
  createSyntheticChild: createRaiseChild,
};

function startRaise(set: SetSpec<RaiseParams>): RaiseState {
  return {
    set,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    ofRange: 0,
    goal: set.params.targetRangePct / 100,
    held: 0,
    tooFast: false,
    outcome: null,
    help: 0,
    done: false,
    results: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      recent: [],
      atCueDeg: null,
      onsetMs: null,
      farthest: null,
      peakSpeedDps: 0,
      fastMs: Number.NEGATIVE_INFINITY,
      heldMs: 0,
      holdAtMs: null,
    },
  };
}

function stepRaise(state: RaiseState, signals: readonly MovementSignal<'angle'>[], nowMs: Millis): void {
  if (state.done) return;
  const { memory } = state;
  // The camera tells both sides in each frame: the one that is not asked for is neither seen nor lost.
  const asked = state.side === null ? keepFarthestSeen(signals) : signals.filter(({ value }) => value.side === null || value.side === state.side);
  memory.lostSinceMs = followLoss(memory.lostSinceMs, asked);
  if (state.phase === 'ready' && isReady(state, nowMs)) showTrial(state, nowMs);
  for (const signal of asked) if (signal.quality >= leastQuality) follow(state, signal);
  if (memory.lostSinceMs !== null) memory.holdAtMs = null;
  if (state.phase === 'after' && nowMs - state.phaseSinceMs >= afterMs) endTrial(state, nowMs);
  if (state.phase !== 'cue') return;
  if (state.held >= 1) decide(state, toDone(state), memory.holdAtMs ?? nowMs, nowMs);
  else if (isLost(memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
  else if (nowMs >= endOfWindowMs(state)) decide(state, state.assisted ? 'assisted' : 'miss', nowMs, nowMs);
}

/** Where no side is asked for, each moment's farther one of those that are seen counts; a hidden limb hides nothing. */
function keepFarthestSeen(signals: readonly MovementSignal<'angle'>[]): readonly MovementSignal<'angle'>[] {
  const rank = ({ quality, value }: MovementSignal<'angle'>) => (quality >= leastQuality ? value.ofRange : Number.NEGATIVE_INFINITY);
  return signals.filter((one, i) =>
    signals.every((other, k) => k === i || other.capturedMs !== one.capturedMs || rank(one) > rank(other) || (rank(one) === rank(other) && i < k)),
  );
}

function isReady(state: RaiseState, nowMs: Millis): boolean {
  const forMs = nowMs - state.phaseSinceMs;
  return forMs >= readyMs && (state.ofRange <= restRatio || forMs >= longestReturnMs);
}

function follow(state: RaiseState, { value, capturedMs }: MovementSignal<'angle'>): void {
  const { memory, set } = state;
  const sample: AngleSample = { tMs: capturedMs, deg: value.deg, ofRange: value.ofRange };
  if (sample.tMs <= (memory.recent.at(-1)?.tMs ?? Number.NEGATIVE_INFINITY)) return;
  const older = memory.recent.findLastIndex(({ tMs }) => sample.tMs - tMs >= speedOverMs);
  memory.recent = [...memory.recent.slice(Math.max(0, older)), sample];
  state.ofRange = sample.ofRange;
  const from = memory.recent[0] ?? sample;
  const spanMs = sample.tMs - from.tMs;
  const speedDps = spanMs >= speedOverMs ? (1000 * Math.abs(sample.deg - from.deg)) / spanMs : 0;
  if (speedDps > set.params.speedLimitDps) memory.fastMs = sample.tMs;
  state.tooFast = sample.tMs - memory.fastMs < slowAgainMs;
  if (state.phase !== 'cue' || sample.tMs < memory.cueMs) return;
  memory.peakSpeedDps = Math.max(memory.peakSpeedDps, speedDps);
  memory.atCueDeg ??= sample.deg;
  if (memory.onsetMs === null && Math.abs(sample.deg - memory.atCueDeg) >= onsetDeg) memory.onsetMs = sample.tMs;
  if (!memory.farthest || sample.ofRange > memory.farthest.ofRange) memory.farthest = sample;
  hold(state, sample);
}

/** Time at the goal counts while it is slow; a joint that sinks a little goes on holding, one that sinks more waits with what it has. */
function hold(state: RaiseState, sample: AngleSample): void {
  const { memory, set } = state;
  const holding = memory.holdAtMs !== null;
  const there = sample.ofRange >= state.goal - (holding || memory.heldMs > 0 ? holdSlack : 0);
  if (!there || state.tooFast) {
    memory.holdAtMs = null;
    return;
  }
  if (memory.holdAtMs !== null) memory.heldMs += sample.tMs - memory.holdAtMs;
  memory.holdAtMs = sample.tMs;
  state.held = set.params.holdMs === 0 ? 1 : Math.min(1, memory.heldMs / set.params.holdMs);
}

/** A hold that has begun may be finished after the window. */
function endOfWindowMs(state: RaiseState): Millis {
  const { memory, set } = state;
  if (set.byAdult) return Number.POSITIVE_INFINITY;
  return memory.cueMs + set.params.windowMs + (memory.holdAtMs !== null ? set.params.holdMs + holdMercyMs : 0);
}

function showTrial(state: RaiseState, nowMs: Millis): void {
  const { memory, set } = state;
  clearTrial(state);
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  // With the mercy rule at work the goal comes down to the child.
  state.goal = (set.params.targetRangePct / 100) * (state.assisted ? 0.5 : 1);
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs });
  enter(state, 'cue', nowMs);
}

function clearTrial(state: RaiseState): void {
  Object.assign(state, { held: 0, outcome: null, assisted: false });
  Object.assign(state.memory, { atCueDeg: null, onsetMs: null, farthest: null, peakSpeedDps: 0, heldMs: 0, holdAtMs: null });
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: RaiseState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function decide(state: RaiseState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = Math.max(decidedMs, state.memory.cueMs);
  enter(state, 'after', nowMs);
}

function endTrial(state: RaiseState, nowMs: Millis): void {
  const { memory, trial, side, help } = state;
  const outcome = state.outcome ?? 'miss';
  if (outcome !== 'lost') memory.missesInRow = outcome === 'miss' ? memory.missesInRow + 1 : 0;
  state.results.push({ trial, side, outcome, help, startMs: memory.cueMs, endMs: memory.decidedMs, metrics: scoreRaise(state) });
  clearTrial(state);
  if (trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  const next = state.set.sides[state.trial] ?? null;
  if (next !== side) state.memory.recent = [];
  state.side = next;
  enter(state, 'ready', nowMs);
}

function enter(state: RaiseState, phase: RaiseState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
