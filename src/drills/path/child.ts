import { drawNormal, type Rng } from '../../core/rng';
import type { Millis, Ratio } from '../../core/units';
import type { Frame, TouchContact } from '../../movement/types';
import { toProgress } from '../synthetic-body';
import type { Abilities, SetSpec, SyntheticChild } from '../types';
import type { PathParams } from './params';
import type { PathState, PathWay, PointMm } from './state';
import { away, pointAlong, toRestPlace } from './ways';

const framePeriodMs = 1000 / 60;
/** The adult's finger lies beside the child's. */
const adultBesideMm = { x: 13, y: -11 } as const;
const adultId = 9;
/** A hand that came to the end and sees no answer goes over the rest of the path again after this long. */
const againMs: Millis = 500;
/** Where any movement counts, it goes this far. */
const anyMoveMm = 45;
/** An arm that an adult moves is at the start when the guide sets off. */
const passiveMs: Millis = 650;

interface Move {
  readonly startMs: Millis;
  readonly durationMs: Millis;
  readonly place: (share: Ratio) => PointMm;
  readonly above: boolean;
}

interface SyntheticHand {
  readonly id: number;
  at: PointMm;
  onGlass: boolean;
  move: Move | null;
  waitUntilMs: Millis;
  aimMm: number;
}

/** A synthetic child at a path set: comes to the start, follows the path with its own aim and tremor; what an adult moves follows the guide. */
export function createPathChild(set: SetSpec<PathParams>, abilities: Abilities, rng: Rng): SyntheticChild<PathState> {
  const { space, params } = set;
  const rest = toRestPlace(space);
  const both = params.hands === 'both' && params.mode !== 'any';
  const toHand = (id: number, dx: number): SyntheticHand => ({
    id,
    at: { x: rest.x + dx, y: rest.y },
    onGlass: false,
    move: null,
    waitUntilMs: 0,
    aimMm: 0,
  });
  const hands = both ? [toHand(1, -30), toHand(2, 30)] : [toHand(1, 0)];
  let cueMs: Millis = -1;
  let rests = false;
  let nextFrameMs = 0;
  let lastSent = '';

  function meetCue(state: Readonly<PathState>): void {
    cueMs = state.memory.cueMs;
    rests = rng.next() < abilities.restsRatio;
    for (const hand of hands) {
      if (abilities.lifts) hand.onGlass = false;
      const waitsMs = state.rhythm === 'watch' ? 0 : abilities.reactionMs * Math.max(0.4, 1 + 0.15 * drawNormal(rng));
      Object.assign(hand, { move: null, waitUntilMs: cueMs + waitsMs, aimMm: abilities.aimSdMm * drawNormal(rng) });
    }
  }

  function startMove(hand: SyntheticHand, nowMs: Millis, durationMs: Millis, place: Move['place'], above: boolean): void {
    hand.move = { startMs: nowMs, durationMs, place, above };
    hand.onGlass = !above;
  }

  function goTo(hand: SyntheticHand, to: PointMm, nowMs: Millis, durationMs: Millis): void {
    const from = hand.at;
    startMove(hand, nowMs, durationMs, (share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }), !hand.onGlass);
  }

  function draw(way: PathWay, hand: SyntheticHand, nowMs: Millis): void {
    const from = way.along;
    const bits = Math.log2((2 * way.place.lengthMm) / params.corridorMm);
    const own = abilities.interceptMs + abilities.slopeMs * Math.max(0, bits);
    const durationMs = Math.max(params.guideS * 1000, own) * Math.max(0.25, 1 - from);
    const aimMm = hand.aimMm;
    // The next time over it is nearer.
    hand.aimMm *= 0.5;
    const place = (share: Ratio) => toBeside(way, from + (1 - from) * share, aimMm * Math.sin(Math.PI * Math.min(1, share + 0.1)));
    startMove(hand, nowMs, durationMs, place, false);
    hand.waitUntilMs = nowMs + durationMs + againMs;
  }

  function act(state: Readonly<PathState>, hand: SyntheticHand, nowMs: Millis): void {
    if (hand.move) {
      const { startMs, durationMs, place } = hand.move;
      const share = Math.min(1, (nowMs - startMs) / durationMs);
      hand.at = place(toProgress(share, abilities.subMovements));
      if (share < 1) return;
      Object.assign(hand, { move: null, onGlass: true });
      return;
    }
    if ((state.phase !== 'cue' && state.phase !== 'go') || rests || nowMs < hand.waitUntilMs) return;
    const way = state.ways[hands.indexOf(hand)] ?? state.ways[0];
    if (!way || way.done) return;
    if (state.rhythm === null) {
      // Where any movement counts it goes up, and the next time down again.
      const up = hand.at.y > rest.y - anyMoveMm / 2 ? -1 : 1;
      if (state.phase === 'cue') goTo(hand, { x: hand.at.x, y: hand.at.y + up * anyMoveMm }, nowMs, abilities.interceptMs);
    } else if (state.rhythm === 'watch') {
      if (way.begun && hand.onGlass) hand.at = pointAlong(way.place, way.guide);
      else if (!way.begun && !hand.onGlass) goTo(hand, pointAlong(way.place, 0), nowMs, passiveMs);
    } else if (!way.begun) goTo(hand, pointAlong(way.place, 0), nowMs, abilities.interceptMs + abilities.slopeMs * toBits(hand.at, way));
    else if (way.guide > 0) draw(way, hand, nowMs);
  }

  function toBits(at: PointMm, way: PathWay): number {
    return Math.max(0, Math.log2((2 * away(at, pointAlong(way.place, 0)) + 1) / params.corridorMm));
  }

  return (state, nowMs): readonly Frame[] => {
    if ((state.phase === 'cue' || state.phase === 'go') && state.memory.cueMs !== cueMs) meetCue(state);
    for (const hand of hands) act(state, hand, nowMs);
    if (nowMs < nextFrameMs) return [];
    nextFrameMs = Math.max(nextFrameMs + framePeriodMs, nowMs);
    const shown = hands.filter((hand) => hand.onGlass);
    const contacts = shown.map((hand) => toContact(hand.id, hand.at, set, state.rhythm === 'watch' ? 0 : abilities.tremorMm, rng));
    const [first] = shown;
    const helped = state.rhythm === 'together' && !both && state.phase === 'go';
    if (first && helped) contacts.push(toContact(adultId, { x: first.at.x + adultBesideMm.x, y: first.at.y + adultBesideMm.y }, set, 0, rng));
    const sent = JSON.stringify(contacts);
    if (sent === lastSent) return [];
    lastSent = sent;
    return [{ kind: 'touch', capturedMs: nowMs, deliveredMs: nowMs, contacts }];
  };
}

/** A place of the path, and beside it to its left. */
function toBeside({ place }: PathWay, share: Ratio, offMm: number): PointMm {
  const [before, at, after] = [pointAlong(place, share - 0.02), pointAlong(place, share), pointAlong(place, share + 0.02)];
  const mm = away(before, after);
  if (mm === 0) return at;
  return { x: at.x + ((after.y - before.y) / mm) * offMm, y: at.y - ((after.x - before.x) / mm) * offMm };
}

function toContact(id: number, at: PointMm, set: SetSpec<PathParams>, tremorMm: number, rng: Rng): TouchContact {
  const shake = () => (tremorMm > 0 ? tremorMm * drawNormal(rng) : 0);
  const inside = (mm: number, sizeMm: number) => Math.min(1, Math.max(0, mm / sizeMm));
  return { id, x: inside(at.x + shake(), set.space.widthMm), y: inside(at.y + shake(), set.space.heightMm) };
}
