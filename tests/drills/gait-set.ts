import { createRng } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { gaitDrill } from '../../src/drills/gait/drill';
import type { GaitParams } from '../../src/drills/gait/params';
import type { GaitState } from '../../src/drills/gait/state';
import type { Params, SetSpec } from '../../src/drills/types';
import type { MovementSignal, MovementValue } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const calmWalk: Params<GaitParams> = { trials: 3, boutS: 20, ownCadenceSpm: 120, tempoPct: 0, accentSide: 'none', stillMs: 5000 };

/** A set of bouts at 120 steps a minute: a beat every 500 ms. */
export function createGaitSet(params: Partial<Params<GaitParams>> = {}, over: Partial<SetSpec<GaitParams>> = {}): SetSpec<GaitParams> {
  const all = { ...calmWalk, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** Times between steps of an even walk. */
export const even = (count: number, ms = 500) => Array<number>(count).fill(ms);

/** A child's feet over a running set, moved by the test in 10 ms ticks; a step is known 40 ms after it was made. */
export function walkByFoot(set: SetSpec<GaitParams>) {
  const state: GaitState = gaitDrill.start(set, createRng('feet'));
  let nowMs = 0;
  const tick = (signals: readonly MovementSignal<'step'>[] = []) => {
    nowMs += 10;
    gaitDrill.step(state, signals, nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) tick();
  };
  const waitUntil = (ms: number) => wait(ms - nowMs);
  const signal = (value: Partial<MovementValue['step']>, capturedMs = nowMs - 30, quality = 1): MovementSignal<'step'> => ({
    capturedMs,
    deliveredMs: nowMs,
    value: { side: null, phase: 'plant', height: 0, ...value },
    quality,
  });
  /** A foot meets the ground at `atMs`, which must be later than now. */
  const stepAt = (atMs: number, side: Side | null = null) => {
    waitUntil(Math.ceil((atMs + 40) / 10) * 10 - 10);
    tick([signal({ side }, atMs)]);
  };
  return {
    state,
    tick,
    wait,
    waitUntil,
    signal,
    stepAt,
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
    /** Steps at given distances from each other, from the first beat on; sides by turns from `first` where it is given. */
    walk(distancesMs: readonly number[], first: Side | null = null) {
      let atMs = state.beat?.firstMs ?? nowMs;
      let side = first;
      for (const distanceMs of [0, ...distancesMs]) {
        atMs += distanceMs;
        stepAt(atMs, side);
        if (side) side = side === 'left' ? 'right' : 'left';
      }
    },
    get nowMs() {
      return nowMs;
    },
  };
}
