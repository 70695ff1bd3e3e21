import { drawNormal, type Rng } from '../../core/rng';
import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { Frame } from '../../movement/types';
import { toWalkFrame, type WalkContact, walkRateHz } from '../synthetic-walk';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import { toBeatNumber, toPeriodMs } from './beat';
import type { GaitParams } from './params';
import type { GaitState } from './state';

/** A child that aims 1 mm off steps this much off the beat. */
const offBeatMsPerMm = 2;
/** A hand that shakes by 1 mm shakes the pouch by this much. */
const shakeMps2PerMm = 0.05;
/** No foot comes down sooner after the other than this share of a step. */
const leastStepShare = 0.6;
const framePeriodMs = 1000 / walkRateHz;

/** A synthetic child that walks to the beat with a sensor at its waist: sets off after its reaction time, aims each step at a beat. */
export function createGaitChild({ params }: SetSpec<GaitParams>, abilities: Abilities, rng: Rng): SyntheticChild<GaitState> {
  const ownMs = toPeriodMs({ ...params, tempoPct: 0 });
  let cueMs: Millis = -1;
  let rests = false;
  let last: WalkContact | null = null;
  let next: WalkContact | null = null;
  let nextFrameMs = 0;

  function meetCue(state: Readonly<GaitState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    last = null;
    const readyMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    next = rests ? null : planStep(state, readyMs, toFirstFoot(state));
  }

  /** The next beat about one step later, missed by the child's own scatter; without a beat, the child's own time. */
  function planStep({ beat }: Readonly<GaitState>, fromMs: Millis, side: Side): WalkContact {
    const stepMs = beat?.periodMs ?? ownMs;
    const aimMs = beat ? beat.firstMs + Math.max(0, toBeatNumber(beat, fromMs + stepMs)) * stepMs : fromMs + stepMs;
    const offMs = offBeatMsPerMm * abilities.aimSdMm * drawNormal(rng);
    return { tMs: Math.max(aimMs + offMs, fromMs + leastStepShare * stepMs), side, stepMs };
  }

  function toFirstFoot(state: Readonly<GaitState>): Side {
    return state.side ?? (params.accentSide === 'none' ? 'right' : params.accentSide);
  }

  function land(state: Readonly<GaitState>, contact: WalkContact): void {
    last = contact;
    next = planStep(state, contact.tMs, toOtherSide(contact.side));
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (state.phase !== 'cue') next = null;
    if (next && next.tMs <= nowMs) land(state, next);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = nowMs + framePeriodMs;
    const shake = () => (abilities.tremorMm > 0 ? shakeMps2PerMm * abilities.tremorMm * drawNormal(rng) : 0);
    return [toWalkFrame(nowMs, last, next, [shake(), shake(), shake()])];
  };
}
