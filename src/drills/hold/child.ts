import { drawNormal, type Rng } from '../../core/rng';
import type { Millis } from '../../core/units';
import type { Frame } from '../../movement/types';
import { bodyDelayMs, bodyRateHz, seatedPose, standingPose, toBodyFrame, toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { HoldParams } from './params';
import type { HoldState } from './state';

const framePeriodMs = 1000 / bodyRateHz;
/** How long a child's sway remembers where it was. */
const swayMemoryMs = 800;
/** Sway of a child without difficulty, and what each mm of poor aim adds to it (standard deviation). */
const ownSwayDeg = 0.3;
const swayDegPerMm = 0.12;
/** A child that does something else leans there, and takes this long to get there. */
const awayDeg = 25;
const awayMs: Millis = 900;
const liftedKneeM = 0.1;

/** A synthetic child that stands or sits as asked and sways around its middle; a child that does something else leans away until the hold is over. */
export function createHoldChild({ params, sides }: SetSpec<HoldParams>, abilities: Abilities, rng: Rng): SyntheticChild<HoldState> {
  const kept = Math.exp(-framePeriodMs / swayMemoryMs);
  const spreadDeg = ownSwayDeg + swayDegPerMm * abilities.aimSdMm;
  const sway = { x: 0, y: 0 };
  let cueMs: Millis = -1;
  let nextFrameMs = 0;
  let away: { readonly fromMs: Millis; readonly toDeg: number } | null = null;

  function meetCue(state: Readonly<HoldState>): void {
    cueMs = state.memory.cueMs;
    const rests = rng.next() < abilities.restsRatio;
    const toDeg = state.side === 'left' ? -awayDeg : awayDeg;
    away = rests ? { fromMs: cueMs + abilities.reactionMs, toDeg } : null;
  }

  function toAwayDeg(nowMs: Millis): number {
    return away ? away.toDeg * toProgress(Math.min(1, Math.max(0, (nowMs - away.fromMs) / awayMs)), abilities.subMovements) : 0;
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (state.phase !== 'cue') away = null;
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    for (const axis of ['x', 'y'] as const) sway[axis] = kept * sway[axis] + Math.sqrt(1 - kept * kept) * spreadDeg * drawNormal(rng);
    const shakeMm = () => (abilities.tremorMm > 0 ? abilities.tremorMm * drawNormal(rng) : 0);
    const rest = params.stance === 'sit' ? seatedPose : standingPose;
    const stands = sides[state.trial] ?? null;
    const lifted = params.stance === 'single' && state.phase === 'cue' ? liftedKneeM : 0;
    const kneeLiftM = { left: stands === 'left' ? 0 : lifted, right: stands === 'left' ? lifted : 0 };
    const pose = { ...rest, leanDeg: sway.x + toAwayDeg(nowMs), forwardDeg: sway.y, kneeLiftM, shakeMm };
    return [toBodyFrame(pose, nowMs, nowMs + bodyDelayMs)];
  };
}
