import { drawNormal, type Rng } from '../../core/rng';
import type { Millis, Ratio } from '../../core/units';
import type { Frame } from '../../movement/types';
import { bodyDelayMs, bodyRateHz, seatedPose, toBodyFrame, toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { RiseParams } from './params';
import type { RiseState } from './state';

const framePeriodMs = 1000 / bodyRateHz;
/** It stays up a little longer than it must. */
const stayMoreMs = 500;
/** It stands up in the time of a reach of two bits, and sits down as slowly. */
const bits = 2;
/** A child that aims 1 mm off ends this share of the way too low. */
const offPerMm = 0.01;

/** A synthetic child before a camera: stands up after its reaction time, stays and sits down again. */
export function createRiseChild({ params }: SetSpec<RiseParams>, abilities: Abilities, rng: Rng): SyntheticChild<RiseState> {
  const lastsMs = abilities.interceptMs + abilities.slopeMs * bits;
  let at: Ratio = 0;
  let cueMs: Millis = -1;
  let rests = false;
  let startAtMs: Millis = 0;
  let way: { readonly from: Ratio; readonly to: Ratio; readonly startMs: Millis } | null = null;
  let downAtMs: Millis | null = null;
  let nextFrameMs = 0;

  function meetCue(state: Readonly<RiseState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    startAtMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    downAtMs = null;
  }

  function act(state: Readonly<RiseState>, nowMs: Millis): void {
    const asked = state.phase === 'cue' || state.phase === 'top';
    if (state.phase === 'cue' && !rests && way === null && downAtMs === null && nowMs >= startAtMs) {
      const to = Math.min(1, Math.max(0.5, 1 - offPerMm * Math.abs(abilities.aimSdMm * drawNormal(rng))));
      way = { from: at, to, startMs: nowMs };
      downAtMs = nowMs + lastsMs + params.topMs + stayMoreMs;
    }
    const sits = downAtMs !== null && nowMs >= downAtMs;
    if (way === null && at > 0 && (sits || !asked)) {
      way = { from: at, to: 0, startMs: nowMs };
      downAtMs = null;
      startAtMs = nowMs + lastsMs + abilities.reactionMs;
    }
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    act(state, nowMs);
    if (way) {
      const share = Math.min(1, (nowMs - way.startMs) / lastsMs);
      at = way.from + (way.to - way.from) * toProgress(share, abilities.subMovements);
      if (share === 1) way = null;
    }
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const shakes = abilities.tremorMm > 0 ? { shakeMm: () => abilities.tremorMm * drawNormal(rng) } : {};
    return [toBodyFrame({ ...seatedPose, rise: at, ...shakes }, nowMs, nowMs + bodyDelayMs)];
  };
}
