import type { MobilityState } from '../../drills/mobility/state';

/** How the companion goes along the string, in each frame. */
export interface Way {
  /** Islands gone over, with the part of the bridge it is on. */
  readonly at: number;
  /** The island that it is on or leaves. */
  readonly island: number;
  /** How much of the bridge ahead stands. */
  readonly grown: number;
  /** How much of the bridge ahead is gone over. */
  readonly over: number;
  /** Follows the moves that are done; `staying`: how much of a stay already builds the bridge. */
  follow(done: number, staying: number, deltaMs: number): void;
  /** Is there at once. */
  put(done: number): void;
}

const growMs = 900;
const crossMs = 2600;
/** Without travel: the picture goes dim and comes back with the next island. */
const fadeMs = 1300;
/** More than one bridge behind, it hurries: taps may come quicker than feet. */
const hurry = 1.4;

/** Moves that are decided, in whatever way: each has built its bridge. */
export function toDone(state: Readonly<MobilityState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}

/** A way along the string; `still`: it does not travel, it is there when its bridge stands. */
export function createWay(still: boolean): Way {
  let [island, grown, over] = [0, 0, 0];
  const smooth = (t: number) => t * t * (3 - 2 * t);
  return {
    get at() {
      if (still) return over < 0.5 ? island : island + 1;
      return island + smooth(over);
    },
    get island() {
      return island;
    },
    get grown() {
      return grown;
    },
    get over() {
      return over;
    },
    follow(done, staying, deltaMs) {
      const pace = done - island > 1 ? hurry : 1;
      if (done <= island) {
        const wanted = Math.min(1, staying);
        grown = wanted > grown ? Math.min(wanted, grown + deltaMs / growMs) : grown;
        return;
      }
      if (grown < 1) grown = Math.min(1, grown + (deltaMs / growMs) * pace);
      else over = Math.min(1, over + (deltaMs / (still ? fadeMs : crossMs)) * pace);
      if (over < 1) return;
      island += 1;
      [grown, over] = [0, 0];
    },
    put(done) {
      [island, grown, over] = [done, 0, 0];
    },
  };
}
