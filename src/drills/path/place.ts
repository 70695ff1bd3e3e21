import type { Rng } from '../../core/rng';
import type { Params, SetSpec } from '../types';
import type { PathParams } from './params';
import type { PathState, PathWay, Rhythm, WayPlace } from './state';
import { placeWay, toHand } from './ways';

/** How many stars there are to tell apart. */
export const starKinds = 5;
/** In "rising" a phase is left after so many repetitions that were done. */
export const donePerPhase = 2;

/** The phase in which a set begins; null where any movement counts. */
export function toFirstRhythm(mode: Params<PathParams>['mode']): Rhythm | null {
  if (mode === 'any') return null;
  return mode === 'rising' ? 'watch' : mode;
}

/** In "rising" two repetitions done lead on: from watching to together, from together to alone. */
export function toNextRhythm(state: PathState): void {
  const { memory } = state;
  memory.doneInPhase += 1;
  if (memory.doneInPhase < donePerPhase || state.rhythm === 'alone') return;
  state.rhythm = state.rhythm === 'watch' ? 'together' : 'alone';
  memory.doneInPhase = 0;
}

/** The paths of a trial; the same seed and trial give the same ones. */
export function placeTrial(set: SetSpec<PathParams>, rng: Rng, trial: number): Pick<PathState, 'ways' | 'other'> {
  const { params } = set;
  const stream = rng.fork(`place/${trial}`);
  const side = set.sides[trial] ?? null;
  // Each hand goes there and back by itself, whichever hand's turn lies between.
  const turn = set.sides.slice(0, trial).filter((one) => one === side).length;
  const backs = params.directions === 'up-and-back';
  const direction = backs && turn % 2 === 1 ? 'back' : 'up';
  const picks = params.others > 0 && params.hands === 'one' && params.mode !== 'any' && params.mode !== 'watch';
  const inTurn = Math.floor(turn / (backs ? 2 : 1)) % 2 === 0 ? 'd1' : 'd2';
  // Which of two paths is asked for is told by its star alone, so nothing but chance may tell it.
  const pattern = params.pattern !== 'both' ? params.pattern : picks ? (stream.next() < 0.5 ? 'd1' : 'd2') : inTurn;
  const star = Math.floor(stream.next() * starKinds);
  const otherStar = (star + 1 + Math.floor(stream.next() * (starKinds - 1))) % starKinds;
  const toWay = (place: WayPlace, id: number): PathWay => ({
    id,
    place,
    star,
    guide: 0,
    along: 0,
    begun: false,
    done: false,
    guideFromMs: null,
    skipLeft: 1 - params.insidePct / 100,
    passedMs: new Map(),
    doneMs: null,
  });
  if (params.hands === 'both' && params.mode !== 'any')
    return { ways: [placeWay(set, 'left', pattern, direction), placeWay(set, 'right', pattern, direction)].map(toWay), other: null };
  const hand = toHand(side);
  const one = { ...set, params: { ...params, hands: 'one' as const } };
  const other = picks ? { place: placeWay(one, hand, pattern === 'd1' ? 'd2' : 'd1', direction), star: otherStar } : null;
  return { ways: [toWay(placeWay(one, hand, pattern, direction), 0)], other };
}
