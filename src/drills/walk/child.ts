import { drawNormal, type Rng } from '../../core/rng';
import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { Frame } from '../../movement/types';
import { toWalkFrame, type WalkContact, walkRateHz } from '../synthetic-walk';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { WalkParams } from './params';
import type { WalkState } from './state';

/** Length of its steps. */
export const childStepM = 0.5;
/** A hand that shakes by 1 mm shakes the pouch by this much. */
const shakeMps2PerMm = 0.05;
/** A child that aims 1 mm off steps this much earlier or later. */
const offMsPerMm = 2;
const framePeriodMs = 1000 / walkRateHz;

/** A synthetic child with a sensor at its waist: walks the way of a delivery and stands, or walks until the time is over. */
export function createWalkChild({ params }: SetSpec<WalkParams>, abilities: Abilities, rng: Rng): SyntheticChild<WalkState> {
  const stepMs = Math.min(1100, Math.max(380, abilities.interceptMs));
  const wanted = params.course === 'minute' ? Number.POSITIVE_INFINITY : Math.ceil(params.distanceM / childStepM) + 1;
  let cueMs: Millis = -1;
  let made = 0;
  let last: WalkContact | null = null;
  let next: WalkContact | null = null;
  let nextFrameMs = 0;

  function plan(fromMs: Millis, side: Side): WalkContact {
    const offMs = offMsPerMm * abilities.aimSdMm * drawNormal(rng);
    return { tMs: fromMs + Math.max(0.6 * stepMs, stepMs + offMs), side, stepMs };
  }

  function meetCue(state: Readonly<WalkState>): void {
    cueMs = state.memory.cueMs;
    made = 0;
    last = null;
    const readyMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    next = rng.next() < abilities.restsRatio ? null : plan(readyMs, 'right');
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (state.phase !== 'cue') next = null;
    if (next && next.tMs <= nowMs) {
      last = next;
      made += 1;
      next = made < wanted ? plan(last.tMs, toOtherSide(last.side)) : null;
    }
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = nowMs + framePeriodMs;
    const shake = () => (abilities.tremorMm > 0 ? shakeMps2PerMm * abilities.tremorMm * drawNormal(rng) : 0);
    return [toWalkFrame(nowMs, last, next, [shake(), shake(), shake()])];
  };
}
