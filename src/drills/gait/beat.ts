import type { Millis } from '../../core/units';
import type { Params } from '../types';
import { type GaitParams, mostTempoPct } from './params';
import type { Beat, GaitState, GaitStep } from './state';

/** So many steps in a row on the other foot move the stress: one may be a stumble. */
const stepsToMoveAccent = 3;

/** Time from beat to beat: one a step, at the child's own cadence changed by the level's share. */
export function toPeriodMs({ ownCadenceSpm, tempoPct }: Params<GaitParams>): Millis {
  return 60_000 / (ownCadenceSpm * (1 + tempoPct / 100));
}

/** Both at one cadence in whole steps a minute, where it differs from neither's own by more than the safe share (clinical.md C3); null otherwise. */
export function toCommonCadence(
  one: Params<GaitParams>,
  other: Params<GaitParams>,
): { readonly ownCadenceSpm: number; readonly tempoPct: number } | null {
  const ownCadenceSpm = Math.round((60_000 / toPeriodMs(one) + 60_000 / toPeriodMs(other)) / 2);
  const isSafe = [one, other].every((params) => Math.abs(ownCadenceSpm - params.ownCadenceSpm) * 100 <= mostTempoPct * params.ownCadenceSpm);
  return isSafe ? { ownCadenceSpm, tempoPct: 0 } : null;
}

/** A beat from `firstMs` on; its first one is stressed, where the level asks for a stress. */
export function toBeat(params: Params<GaitParams>, firstMs: Millis): Beat {
  return { firstMs, periodMs: toPeriodMs(params), accent: params.accentSide === 'none' ? null : 0 };
}

/** Number of the beat nearest to a time; below 0 before the first. */
export function toBeatNumber({ firstMs, periodMs }: Beat, atMs: Millis): number {
  return Math.round((atMs - firstMs) / periodMs);
}

/** Times of the beats from the first up to `untilMs`. */
export function listBeats({ firstMs, periodMs }: Beat, untilMs: Millis): Millis[] {
  const count = Math.max(0, Math.floor((untilMs - firstMs) / periodMs) + 1);
  return Array.from({ length: count }, (_, i) => firstMs + i * periodMs);
}

/** Keeps the stress on the beats of the level's foot: set by the first step whose foot is known, moved when the feet have changed places. */
export function followAccent(state: GaitState, step: GaitStep): void {
  const { beat, memory } = state;
  const { accentSide } = state.set.params;
  if (!beat || beat.accent === null || step.side === null) return;
  const isOdd = Math.abs(toBeatNumber(beat, step.tMs) % 2) === 1;
  const accent = isOdd === (step.side === accentSide) ? 1 : 0;
  memory.offAccent = accent === beat.accent ? 0 : memory.offAccent + 1;
  const isFirst = state.steps.filter(({ side }) => side !== null).length === 1;
  if (accent === beat.accent || (!isFirst && memory.offAccent < stepsToMoveAccent)) return;
  state.beat = { ...beat, accent };
  memory.offAccent = 0;
}
