import { createRng } from '../../src/core/rng';
import { holdDrill } from '../../src/drills/hold/drill';
import type { HoldParams } from '../../src/drills/hold/params';
import type { HoldState } from '../../src/drills/hold/state';
import type { Params, SetSpec } from '../../src/drills/types';
import type { MovementSignal } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const easyHold: Params<HoldParams> = { trials: 4, stance: 'sit', holdS: 5, tolerancePct: 40, spareS: 5, arrivals: 0 };

/** A set of holds of 5 s within 40 % of today's limit, with 5 s to spare. */
export function createHoldSet(params: Partial<Params<HoldParams>> = {}, over: Partial<SetSpec<HoldParams>> = {}): SetSpec<HoldParams> {
  const all = { ...easyHold, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** A child's trunk over a running set, moved by the test in 10 ms ticks; each lean is known 40 ms after it was made. */
export function holdByHand(set: SetSpec<HoldParams>) {
  const state: HoldState = holdDrill.start(set, createRng('hold'));
  let nowMs = 0;
  let at = { x: 0, y: 0 };
  const signal = (quality = 1, swayMm: { ml: number; ap: number; stillMmps?: number } | null = null): MovementSignal<'lean'> => ({
    capturedMs: Math.max(0, nowMs - 40),
    deliveredMs: nowMs,
    value: { ...at, swayMm },
    quality,
  });
  const tick = (signals?: readonly MovementSignal<'lean'>[]) => {
    nowMs += 10;
    holdDrill.step(state, signals ?? [signal()], nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) tick();
  };
  return {
    state,
    tick,
    wait,
    signal,
    /** Leans elsewhere at once; the next tick tells. */
    lean(x: number, y = 0) {
      at = { x, y };
    },
    /** The child is not seen for a time. */
    hide(ms: number) {
      for (let left = ms; left > 0; left -= 10) {
        nowMs += 10;
        holdDrill.step(state, [signal(0)], nowMs);
      }
    },
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
      return state.memory.cueMs;
    },
    waitForResult(count: number) {
      while (state.results.length < count && nowMs < 900_000) tick();
      const result = state.results[count - 1];
      if (!result) throw new Error('no result');
      return result;
    },
    /** Holds with a sway in mm told by the camera 30 times a second, until the trial is over. */
    sway(move: (tMs: number) => { ml: number; ap: number; stillMmps?: number } | null) {
      const count = state.results.length + 1;
      for (let i = 0; state.results.length < count; i++) tick(i % 3 === 0 ? [signal(1, move(nowMs + 10 - 40))] : []);
      return state.results[count - 1]?.metrics ?? {};
    },
    get nowMs() {
      return nowMs;
    },
  };
}
