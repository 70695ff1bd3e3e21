import { drawNormal, type Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { Frame } from '../../movement/types';
import { bodyDelayMs, bodyRateHz, seatedPose, toBodyFrame, toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { WeightShiftParams } from './params';
import type { LeanPoint, WeightShiftState } from './state';

const framePeriodMs = 1000 / bodyRateHz;
/** A child that has arrived and is not yet there corrects after this long. */
const correctAfterMs = 400;
/** The first guess of how many degrees bring the lean to its limit; the child learns better ones from what it sees. */
const firstDegPerLimit = 12;
const [leastDegPerLimit, mostDegPerLimit] = [3, 40];
/** A lean of this share tells something about degrees. */
const learnFrom = 0.15;
/** The shoulders are 36 cm above the hips: a degree moves them by this much. */
const mmPerDeg = 6.3;
/** Nobody leans farther, whatever the target. */
const mostDeg = 35;
/** So near to the middle it is back, for the child. */
const backRatio = 0.08;

interface Lean {
  readonly startMs: Millis;
  readonly durationMs: Millis;
  readonly from: LeanPoint;
  readonly to: LeanPoint;
}

/** A synthetic child that sits and leans to the target: by guess first, then by what it sees of its own lean; in between it comes back. */
export function createWeightShiftChild(_set: SetSpec<WeightShiftParams>, abilities: Abilities, rng: Rng): SyntheticChild<WeightShiftState> {
  let at: LeanPoint = { x: 0, y: 0 };
  let move: Lean | null = null;
  let cueMs: Millis = -1;
  let rests = false;
  let waitUntilMs: Millis = 0;
  let nextFrameMs = 0;
  /** Where the child was and what it saw when it last moved, to learn from. */
  let before: { readonly deg: LeanPoint; readonly seen: LeanPoint } | null = null;
  const degPerLimit = { x: firstDegPerLimit, y: firstDegPerLimit };

  function meetCue(state: Readonly<WeightShiftState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    move = null;
    before = null;
    waitUntilMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
  }

  function learn(seen: LeanPoint): void {
    for (const axis of ['x', 'y'] as const) {
      const change = before ? seen[axis] - before.seen[axis] : 0;
      if (!before || Math.abs(change) < learnFrom) continue;
      const perLimit = (at[axis] - before.deg[axis]) / change;
      if (perLimit > 0) degPerLimit[axis] = Math.min(mostDegPerLimit, Math.max(leastDegPerLimit, perLimit));
    }
  }

  function startLean(seen: LeanPoint, goal: LeanPoint, width: number, nowMs: Millis): void {
    learn(seen);
    const away = Math.hypot(goal.x - seen.x, goal.y - seen.y);
    const bits = Math.log2((2 * Math.max(away, width / 2)) / width);
    const miss = () => (abilities.aimSdMm > 0 ? (abilities.aimSdMm / mmPerDeg) * drawNormal(rng) : 0);
    const aim = (axis: 'x' | 'y') => inside(at[axis] + (goal[axis] - seen[axis]) * degPerLimit[axis] + miss());
    before = { deg: at, seen };
    move = {
      startMs: nowMs,
      durationMs: Math.max(300, abilities.interceptMs + abilities.slopeMs * Math.max(0, bits)),
      from: at,
      to: { x: aim('x'), y: aim('y') },
    };
  }

  function follow(state: Readonly<WeightShiftState>, nowMs: Millis): void {
    if (move) {
      const share = Math.min(1, (nowMs - move.startMs) / move.durationMs);
      const along = toProgress(share, abilities.subMovements);
      at = { x: move.from.x + (move.to.x - move.from.x) * along, y: move.from.y + (move.to.y - move.from.y) * along };
      if (share < 1) return;
      move = null;
      waitUntilMs = nowMs + correctAfterMs;
      return;
    }
    if (nowMs < waitUntilMs) return;
    const { lean, target, phase } = state;
    if (phase === 'ready' && Math.hypot(lean.x, lean.y) > backRatio) startLean(lean, { x: 0, y: 0 }, 2 * backRatio, nowMs);
    if (phase !== 'cue' || !target || rests) return;
    // A child that is there stays there.
    const away = Math.hypot(target.x - lean.x, target.y - lean.y);
    if (away > target.radius * 0.8) startLean(lean, target, 2 * target.radius, nowMs);
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    follow(state, nowMs);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const shakeMm = () => (abilities.tremorMm > 0 ? abilities.tremorMm * drawNormal(rng) : 0);
    return [toBodyFrame({ ...seatedPose, leanDeg: at.x, forwardDeg: at.y, shakeMm }, nowMs, nowMs + bodyDelayMs)];
  };

  function inside(deg: number): number {
    return Math.min(mostDeg, Math.max(-mostDeg, deg));
  }
}
