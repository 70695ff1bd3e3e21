import { drawNormal, type Rng } from '../../core/rng';
import { type Millis, type Side, toOtherSide } from '../../core/units';
import type { Frame } from '../../movement/types';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import { isAsked, toBeatNumber } from './beat';
import type { DrumParams } from './params';
import type { DrumState } from './state';

/** Where each hand strikes, as a share of the field. */
const spots = { left: { x: 0.28, y: 0.62 }, right: { x: 0.72, y: 0.62 } } as const;
const fingerMm = 12;
const longestTouchMs = 110;
/** A child that aims 1 mm off strikes this much off the beat. */
const offBeatMsPerMm = 2;
/** A stroke takes this part of an aimed movement of one bit: nobody strikes faster. */
const strokeRatio = 0.35;
/** It strikes a little more often than is wanted, as children do. */
const eagerRatio = 1.15;

interface Stroke {
  readonly tMs: Millis;
  readonly side: Side;
}

/** A synthetic child with the tablet before it: drums with one hand, or with both in turn, on the beat where there is one. */
export function createDrumChild({ params, space }: SetSpec<DrumParams>, abilities: Abilities, rng: Rng): SyntheticChild<DrumState> {
  const leastGapMs = strokeRatio * (abilities.interceptMs + abilities.slopeMs);
  const ownGapMs = Math.max(leastGapMs, 60_000 / (params.hitsPerMin * eagerRatio));
  let cueMs: Millis = -1;
  let rests = false;
  let next: Stroke | null = null;
  let touch: { readonly id: number; readonly untilMs: Millis } | null = null;
  let nextId = 1;

  function meetCue(state: Readonly<DrumState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    const readyMs = cueMs + abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
    next = rests ? null : plan(state, readyMs - leastGapMs, state.side ?? 'right');
  }

  /** The next asked beat that can be reached, missed by the child's own scatter; without a beat, the child's own time. */
  function plan({ beat }: Readonly<DrumState>, fromMs: Millis, side: Side): Stroke {
    const soonestMs = fromMs + leastGapMs;
    const off = () => offBeatMsPerMm * abilities.aimSdMm * drawNormal(rng);
    if (!beat) return { tMs: Math.max(soonestMs, fromMs + ownGapMs + off()), side };
    let n = Math.max(0, toBeatNumber(beat, soonestMs + beat.periodMs / 2));
    while (!isAsked(params, n)) n += 1;
    return { tMs: Math.max(soonestMs, beat.firstMs + n * beat.periodMs + off()), side };
  }

  function toContact({ side }: Stroke, id: number) {
    const { x, y } = spots[side];
    const shake = (lengthMm: number) => (abilities.tremorMm > 0 ? (abilities.tremorMm * drawNormal(rng)) / lengthMm : 0);
    return { id, x: x + shake(space.widthMm), y: y + shake(space.heightMm), sizeMm: fingerMm };
  }

  return (state, nowMs): readonly Frame[] => {
    if (state.phase === 'cue' && state.memory.cueMs !== cueMs) meetCue(state);
    if (state.phase !== 'cue') next = null;
    if (touch) {
      if (nowMs < touch.untilMs) return [];
      touch = null;
      return [{ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts: [] }];
    }
    if (!next || next.tMs > nowMs) return [];
    const stroke = next;
    const after = params.hands === 'alternate' ? toOtherSide(stroke.side) : stroke.side;
    next = plan(state, stroke.tMs, after);
    touch = { id: nextId++, untilMs: nowMs + Math.min(longestTouchMs, 0.4 * (next.tMs - stroke.tMs)) };
    return [{ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts: [toContact(stroke, touch.id)] }];
  };
}
