import type { Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { MovementSignal } from '../../movement/types';
import { followLoss, isLost, toOutcome } from '../outcome';
import type { Drill, Outcome, SetSpec } from '../types';
import { createReachChild } from './child';
import { keepHits } from './hits';
import { type ReachMetric, reachMetrics } from './metrics';
import { type ReachParams, reachParams } from './params';
import { moveInField, placeTrial } from './place';
import { scoreReach } from './score';
import type { ReachState } from './state';

/** Calm before the first cue, and before the cue of a repeated trial. */
const readyMs = 600;
/** A decided trial runs on for at least this long: the hand comes to rest, the firefly settles. */
const afterMs = 700;
/** Beyond its own length, a hold that began inside the time window gets this much more. */
const holdMercyMs = 500;
/** clinical.md C6: after two misses in a row the next target is certain. */
export const missesBeforeMercy = 2;
/** With the mercy rule at work the target comes to the hand at this speed. */
const mercySpeedMmps = 60;

/** Reaching with one or both hands: a target appears, the child gets there in its own way. */
export const reachDrill: Drill<'reach', ReachParams, ReachMetric, ReachState> = {
  id: 'reach',
  version: 1,
  movement: 'reach',
  params: reachParams,
  metrics: reachMetrics,
  pace: () => 'windowMs',
  // Distance before width: at equal index of difficulty small targets hurt more than long ways (clinical.md C2, FITTSB).
  harderAxes: (params) => {
    const distance = params.distanceReachPct > 0 ? 'distanceReachPct' : 'distanceMm';
    return [distance, 'speedMmps', 'distractors', 'windowMs', 'holdMs', 'targetWidthMm'];
  },
  start: startReach,
  step: stepReach,
  markRep(state, _rep, nowMs) {
    if (state.phase === 'ready') showTrial(state, nowMs);
    if (state.phase !== 'cue') return;
    for (const target of state.targets) if (target.role === 'target') target.hit = true;
    decide(state, toDone(state), nowMs, nowMs);
  },
  repeatTrial(state, nowMs) {
    if (state.phase === 'after') endTrial(state, nowMs);
    if (state.done) return;
    state.targets = [];
    state.carried = null;
    enter(state, 'ready', nowMs);
  },
  childSource: 'touch',
  createSyntheticChild: createReachChild,
};

function startReach(set: SetSpec<ReachParams>, rng: Rng): ReachState {
  return {
    set,
    rng,
    phase: 'ready',
    phaseSinceMs: 0,
    trial: 0,
    side: set.sides[0] ?? null,
    assisted: false,
    targets: [],
    carried: null,
    hands: [],
    outcome: null,
    help: 0,
    done: false,
    results: [],
    places: [],
    memory: {
      cueMs: 0,
      decidedMs: 0,
      nearedMs: 0,
      missesInRow: 0,
      lostSinceMs: null,
      velocity: { x: 0, y: 0 },
      handsAtCue: [],
      paths: new Map(),
      lifts: new Map(),
      inside: new Map(),
      hitBy: [],
      distractorTouches: 0,
      touchedDistractors: new Set(),
    },
  };
}

function stepReach(state: ReachState, signals: readonly MovementSignal<'reach'>[], nowMs: Millis): void {
  if (state.done) return;
  if (state.phase === 'ready' && nowMs - state.phaseSinceMs >= readyMs) showTrial(state, nowMs);
  state.memory.lostSinceMs = followLoss(state.memory.lostSinceMs, signals);
  for (const signal of signals) readSignal(state, signal);
  if (state.phase === 'cue') {
    moveTargets(state, nowMs);
    keepHits(state, nowMs);
    if (isDecided(state)) decide(state, toDone(state), lastHitMs(state, nowMs), nowMs);
    else if (isLost(state.memory.lostSinceMs, nowMs)) decide(state, 'lost', nowMs, nowMs);
    else if (nowMs >= endOfWindowMs(state)) {
      decide(state, state.assisted ? 'assisted' : 'miss', nowMs, nowMs);
    }
  } else if (state.phase === 'after' && nowMs - state.phaseSinceMs >= Math.max(afterMs, state.set.lockoutMs)) endTrial(state, nowMs);
}

/** A hold that has begun may be finished after the window. */
function endOfWindowMs(state: ReachState): Millis {
  if (state.set.byAdult) return Number.POSITIVE_INFINITY;
  const { params } = state.set;
  return state.memory.cueMs + params.windowMs + (state.memory.inside.size > 0 ? params.holdMs + holdMercyMs : 0);
}

function showTrial(state: ReachState, nowMs: Millis): void {
  const { set, memory } = state;
  const before = state.places.filter((place) => place.trial < state.trial).at(-1)?.targets[0];
  const start = before && set.params.mode !== 'two-hands' ? { x: before.xMm, y: before.yMm } : { x: set.space.originXMm, y: set.space.originYMm };
  const { targets, velocity } = placeTrial(
    set,
    state.rng,
    state.trial,
    start,
    state.hands.map((hand) => ({ x: hand.xMm, y: hand.yMm })),
  );
  state.targets = targets;
  state.side = set.sides[state.trial] ?? null;
  state.assisted = memory.missesInRow >= missesBeforeMercy;
  state.carried = set.params.mode === 'drag' ? { xMm: start.x, yMm: start.y, widthMm: Math.max(set.params.targetWidthMm * 0.8, 20), by: null } : null;
  state.outcome = null;
  if (state.places.at(-1)?.trial === state.trial) state.places.pop();
  const shown = targets.filter((target) => target.role === 'target').map(({ xMm, yMm, widthMm }) => ({ xMm, yMm, widthMm }));
  state.places.push({ trial: state.trial, startXMm: start.x, startYMm: start.y, targets: shown });
  Object.assign(memory, { cueMs: nowMs, decidedMs: nowMs, nearedMs: nowMs, velocity, handsAtCue: state.hands, distractorTouches: 0 });
  memory.hitBy.length = 0;
  for (const kept of [memory.paths, memory.lifts, memory.inside, memory.touchedDistractors]) kept.clear();
  for (const hand of state.hands) memory.paths.set(hand.id, [{ tMs: nowMs, x: hand.xMm, y: hand.yMm }]);
  enter(state, 'cue', nowMs);
}

function readSignal(state: ReachState, signal: MovementSignal<'reach'>): void {
  const { memory } = state;
  const atMs = signal.capturedMs;
  const contacts = signal.value.contacts;
  for (const hand of state.hands) if (!contacts.some((contact) => contact.id === hand.id)) memory.lifts.set(hand.id, atMs);
  state.hands = contacts;
  if (state.phase !== 'cue' && state.phase !== 'after') return;
  for (const contact of contacts) {
    const path = memory.paths.get(contact.id);
    const sample = { tMs: Math.max(atMs, memory.cueMs), x: contact.xMm, y: contact.yMm };
    if (!path) memory.paths.set(contact.id, [sample]);
    else if (sample.tMs > (path.at(-1)?.tMs ?? 0)) path.push(sample);
    else path[path.length - 1] = sample;
  }
  // What was captured before the cue cannot have answered it.
  if (state.phase !== 'cue' || atMs < memory.cueMs || isDecided(state)) return;
  moveTargets(state, atMs);
  keepHits(state, atMs);
}

function moveTargets(state: ReachState, atMs: Millis): void {
  const { memory, set } = state;
  const shown = state.places.at(-1)?.targets ?? [];
  if (state.assisted) comeNearer(state, atMs);
  else if (memory.velocity.x !== 0 || memory.velocity.y !== 0) {
    for (const [i, first] of shown.entries()) {
      const target = state.targets[i];
      if (!target || target.hit) continue;
      const at = moveInField(set, { x: first.xMm, y: first.yMm }, memory.velocity, atMs - memory.cueMs);
      target.xMm = at.x;
      target.yMm = at.y;
    }
  }
}

/** The mercy rule: every target drifts to the hand, or to where the hand was asked to start when none is on the glass. */
function comeNearer(state: ReachState, atMs: Millis): void {
  const place = state.places.at(-1);
  if (!place) return;
  const hand = state.hands[0];
  const goal = hand ? { x: hand.xMm, y: hand.yMm } : { x: place.startXMm, y: place.startYMm };
  const travelMm = (mercySpeedMmps * Math.max(0, atMs - state.memory.nearedMs)) / 1000;
  state.memory.nearedMs = Math.max(state.memory.nearedMs, atMs);
  for (const target of state.targets) {
    if (target.role !== 'target') continue;
    const awayMm = Math.hypot(goal.x - target.xMm, goal.y - target.yMm);
    if (awayMm < 1) continue;
    const share = Math.min(1, travelMm / awayMm);
    target.xMm += (goal.x - target.xMm) * share;
    target.yMm += (goal.y - target.yMm) * share;
  }
}

function isDecided(state: ReachState): boolean {
  return state.targets.length > 0 && state.targets.every((target) => target.role === 'distractor' || target.hit);
}

/** By the mercy rule or with a hand, it is done all the same. */
function toDone(state: ReachState): Outcome {
  return state.assisted ? 'assisted' : toOutcome(state.help);
}

function lastHitMs(state: ReachState, nowMs: Millis): Millis {
  return Math.max(...state.memory.hitBy.map((hit) => hit.atMs), state.memory.hitBy.length === 0 ? nowMs : 0);
}

function decide(state: ReachState, outcome: Outcome, decidedMs: Millis, nowMs: Millis): void {
  state.outcome = outcome;
  state.memory.decidedMs = decidedMs;
  if (outcome !== 'lost') state.memory.missesInRow = outcome === 'miss' ? state.memory.missesInRow + 1 : 0;
  enter(state, 'after', nowMs);
}

function endTrial(state: ReachState, nowMs: Millis): void {
  state.results.push({
    trial: state.trial,
    side: state.side,
    outcome: state.outcome ?? 'miss',
    help: state.help,
    startMs: state.memory.cueMs,
    endMs: state.memory.decidedMs,
    metrics: scoreReach(state),
  });
  state.targets = [];
  state.carried = null;
  if (state.trial + 1 >= state.set.sides.length) {
    state.done = true;
    enter(state, 'done', nowMs);
    return;
  }
  state.trial += 1;
  state.side = state.set.sides[state.trial] ?? null;
  showTrial(state, nowMs);
}

function enter(state: ReachState, phase: ReachState['phase'], nowMs: Millis): void {
  state.phase = phase;
  state.phaseSinceMs = nowMs;
}
