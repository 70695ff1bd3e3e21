import { drawNormal, type Rng } from '../../core/rng';
import type { Millis, Side } from '../../core/units';
import type { Frame } from '../../movement/types';
import { bodyDelayMs, bodyRateHz, standingPose, toBodyFrame, toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { RaiseParams } from './params';
import type { RaiseState } from './state';

const framePeriodMs = 1000 / bodyRateHz;
/** This child's comfortable arm: the safe range where none was measured (movement/interpret/default-ranges.ts). */
const restDeg = 10;
const comfortableDeg = 70;
/** It raises at this part of the speed limit, its fastest moment being 1.9 times its mean, and a little above the goal. */
const speedRatio = 0.4;
const overRatio = 1.08;
/** A child that aims 1 mm off raises this share too high or too low. */
const offPerMm = 0.01;
/** It goes on holding a little longer than it must. */
const holdMoreMs = 600;

/** A synthetic child before a camera: raises the asked arm slowly, holds it and lets it down. Other joints it does not move. */
export function createRaiseChild({ params }: SetSpec<RaiseParams>, abilities: Abilities, rng: Rng): SyntheticChild<RaiseState> {
  const armDeg = { left: restDeg, right: restDeg };
  let cueMs: Millis = -1;
  let rests = false;
  let moves: { readonly side: Side; readonly fromDeg: number; readonly toDeg: number; readonly startMs: Millis; readonly lastsMs: Millis } | null =
    null;
  let startAtMs: Millis = 0;
  let downAtMs: Millis | null = null;
  let nextFrameMs = 0;

  function move(side: Side, toDeg: number, startMs: Millis): Millis {
    const fromDeg = armDeg[side];
    const lastsMs = Math.max(600, (1000 * Math.abs(toDeg - fromDeg)) / (params.speedLimitDps * speedRatio));
    moves = { side, fromDeg, toDeg, startMs, lastsMs };
    return lastsMs;
  }

  function meetCue(state: Readonly<RaiseState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    startAtMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    downAtMs = null;
  }

  function act(state: Readonly<RaiseState>, nowMs: Millis): void {
    const side = state.side ?? 'right';
    if (state.phase === 'cue' && !rests && moves === null && downAtMs === null && nowMs >= startAtMs) {
      const goalDeg = restDeg + (comfortableDeg - restDeg) * state.goal * (overRatio + offPerMm * abilities.aimSdMm * drawNormal(rng));
      downAtMs = nowMs + move(side, goalDeg, nowMs) + params.holdMs + holdMoreMs;
    }
    if (state.phase !== 'cue' && armDeg[side] > restDeg + 1 && (downAtMs === null || nowMs < downAtMs)) downAtMs = nowMs;
    if (downAtMs !== null && nowMs >= downAtMs) {
      for (const each of ['left', 'right'] as const) if (armDeg[each] > restDeg + 1 && moves?.toDeg !== restDeg) move(each, restDeg, nowMs);
      if (state.phase === 'cue' && moves === null) downAtMs = null;
    }
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    act(state, nowMs);
    if (moves) {
      const share = Math.min(1, (nowMs - moves.startMs) / moves.lastsMs);
      armDeg[moves.side] = moves.fromDeg + (moves.toDeg - moves.fromDeg) * toProgress(share, abilities.subMovements);
      if (share === 1) moves = null;
    }
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const shakes = abilities.tremorMm > 0 ? { shakeMm: () => abilities.tremorMm * drawNormal(rng) } : {};
    return [toBodyFrame({ ...standingPose, armDeg: { ...armDeg }, ...shakes }, nowMs, nowMs + bodyDelayMs)];
  };
}
