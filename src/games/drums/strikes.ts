import type { Millis, Side } from '../../core/units';
import type { DrumState } from '../../drills/drum/state';
import type { Stage } from '../../session/types';

/** A drum that is struck in this frame. */
export interface Strike {
  readonly side: Side | null;
}

/** What the hands do, heard at once from the source, and from the drill where the source was not heard. */
export interface Strikes {
  /** The drums that are struck in this frame, each hit once. */
  follow(press: Stage<unknown>['live']['press'] | null, hits: DrumState['hits'], nowMs: Millis): readonly Strike[];
  /** Whether the drum of a side is down now; null: that of a source that tells none. */
  isDown(side: Side | null): boolean;
  reset(known: number): void;
}

/** The drill hears of a hit at its next tick: a strike that was drawn is known to it well within this time. */
const knownWithinMs = 400;

/** Follows the hands from now on. */
export function createStrikes(): Strikes {
  const down = new Map<Side | null, boolean>();
  let heard: Stage<unknown>['live']['press'] | null = null;
  let waiting: readonly { readonly side: Side | null; readonly atMs: Millis }[] = [];
  let seen = 0;
  return {
    follow(press, hits, nowMs) {
      const out: Strike[] = [];
      waiting = waiting.filter(({ atMs }) => nowMs - atMs < knownWithinMs);
      if (!press) down.clear();
      else if (press !== heard) {
        down.set(press.side, press.down);
        if (press.down) {
          out.push({ side: press.side });
          waiting = [...waiting, { side: press.side, atMs: nowMs }];
        }
      }
      heard = press;
      if (hits.length < seen) seen = 0;
      for (; seen < hits.length; seen++) {
        const side = hits[seen]?.side ?? null;
        const drawn = waiting.findIndex((one) => one.side === side);
        if (drawn < 0) out.push({ side });
        else waiting = waiting.filter((_, i) => i !== drawn);
      }
      return out;
    },
    isDown: (side) => down.get(side) === true,
    reset(known) {
      seen = known;
      waiting = [];
      heard = null;
      down.clear();
    },
  };
}
