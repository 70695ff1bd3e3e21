import { createRng } from '../../src/core/rng';
import type { Params, SetSpec } from '../../src/drills/types';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';
import type { WeightShiftParams } from '../../src/drills/weight-shift/params';
import type { WeightShiftState } from '../../src/drills/weight-shift/state';
import type { MovementSignal } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const easyLean: Params<WeightShiftParams> = {
  trials: 4,
  directions: 'sides',
  distanceLimitPct: 80,
  targetWidthPct: 40,
  holdMs: 500,
  windowMs: 5000,
  neutralMs: 300,
};

/** A set of leans to the sides, to 80 % of today's limit, into targets of 40 % of it. */
export function createLeanSet(params: Partial<Params<WeightShiftParams>> = {}, over: Partial<SetSpec<WeightShiftParams>> = {}) {
  const all = { ...easyLean, ...params };
  const set: SetSpec<WeightShiftParams> = {
    params: all,
    sides: Array(all.trials).fill(null),
    space: toPlaySpace(260, 170, null),
    lockoutMs: 500,
    ...over,
  };
  return set;
}

/** A child's trunk over a running set, moved by the test in 10 ms ticks; each lean is known 40 ms after it was made. */
export function leanByHand(set: SetSpec<WeightShiftParams>, seed = 'lean') {
  const state: WeightShiftState = weightShiftDrill.start(set, createRng(seed));
  let nowMs = 0;
  let at = { x: 0, y: 0 };
  const signal = (x: number, y: number, quality = 1): MovementSignal<'lean'> => ({
    capturedMs: Math.max(0, nowMs - 40),
    deliveredMs: nowMs,
    value: { x, y, swayMm: null },
    quality,
  });
  const tick = (signals?: readonly MovementSignal<'lean'>[]) => {
    nowMs += 10;
    weightShiftDrill.step(state, signals ?? [signal(at.x, at.y)], nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) tick();
  };
  return {
    state,
    tick,
    wait,
    signal,
    lean(x: number, y: number) {
      at = { x, y };
    },
    /** Leans evenly to a place in a time, along a straight line. */
    leanTo(x: number, y: number, ms: number) {
      const from = at;
      for (let t = 10; t <= ms; t += 10) {
        at = { x: from.x + ((x - from.x) * t) / ms, y: from.y + ((y - from.y) * t) / ms };
        tick();
      }
    },
    /** The child is not seen for a time. */
    hide(ms: number) {
      for (let left = ms; left > 0; left -= 10) {
        nowMs += 10;
        weightShiftDrill.step(state, [signal(at.x, at.y, 0)], nowMs);
      }
    },
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
      return state.memory.cueMs;
    },
    waitForResult(count: number) {
      while (state.results.length < count && nowMs < 600_000) tick();
      const result = state.results[count - 1];
      if (!result) throw new Error('no result');
      return result;
    },
    get target() {
      if (!state.target) throw new Error('no target is shown');
      return state.target;
    },
    get nowMs() {
      return nowMs;
    },
  };
}
