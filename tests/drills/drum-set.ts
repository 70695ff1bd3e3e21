import { createRng } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { drumDrill } from '../../src/drills/drum/drill';
import type { DrumParams } from '../../src/drills/drum/params';
import type { DrumState } from '../../src/drills/drum/state';
import type { Params, SetSpec } from '../../src/drills/types';
import type { MovementSignal } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const freeDrumming: Params<DrumParams> = {
  trials: 3,
  mode: 'free',
  hands: 'any',
  boutS: 20,
  restS: 0,
  hitsPerMin: 30,
  beatBpm: 60,
  nearMs: 200,
  pattern: 'threes',
};

/** A set of bouts of 20 s with 10 wanted hits; where there is a beat, one a second. */
export function createDrumSet(params: Partial<Params<DrumParams>> = {}, over: Partial<SetSpec<DrumParams>> = {}): SetSpec<DrumParams> {
  const all = { ...freeDrumming, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** A child's hands over a running set, moved by the test in 10 ms ticks; a hit is known 40 ms after it was made. */
export function drumByHand(set: SetSpec<DrumParams>) {
  const state: DrumState = drumDrill.start(set, createRng('hands'));
  let nowMs = 0;
  const tick = (signals: readonly MovementSignal<'press'>[] = []) => {
    nowMs += 10;
    drumDrill.step(state, signals, nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) tick();
  };
  const waitUntil = (ms: number) => wait(ms - nowMs);
  const signal = (down: boolean, side: Side | null = null, capturedMs = nowMs - 30, quality = 1): MovementSignal<'press'> => ({
    capturedMs,
    deliveredMs: nowMs,
    value: { down, side },
    quality,
  });
  /** A drum is struck at `atMs`, which must be later than now. */
  const hitAt = (atMs: number, side: Side | null = null) => {
    waitUntil(Math.ceil((atMs + 40) / 10) * 10 - 10);
    tick([signal(true, side, atMs)]);
  };
  return {
    state,
    tick,
    wait,
    waitUntil,
    signal,
    hitAt,
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
      return state.memory.cueMs;
    },
    waitForResult(count: number) {
      while (state.results.length < count) tick();
      const result = state.results[count - 1];
      if (!result) throw new Error('no result');
      return result;
    },
    /** So many hits with the same time between them, the first at `fromMs`; hands in turn from `first` where `turns`. */
    hits(count: number, fromMs: number, everyMs: number, first: Side | null = null, turns = false) {
      let side = first;
      for (let i = 0; i < count; i++) {
        hitAt(fromMs + i * everyMs, side);
        if (turns && side) side = side === 'left' ? 'right' : 'left';
      }
    },
    get nowMs() {
      return nowMs;
    },
  };
}
