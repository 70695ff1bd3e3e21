import { createRng } from '../../src/core/rng';
import type { Help, Side } from '../../src/core/units';
import type { Params, SetSpec } from '../../src/drills/types';
import { walkDrill } from '../../src/drills/walk/drill';
import type { WalkParams } from '../../src/drills/walk/params';
import type { WalkState } from '../../src/drills/walk/state';
import type { MovementSignal, MovementValue } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

/** Three ways of 10 m. */
export const tenMetres: Params<WalkParams> = {
  course: 'distance',
  trials: 3,
  distanceM: 10,
  walkS: 60,
  load: 'none',
  windowMs: 60_000,
  stillMs: 4000,
};

/** A set of walks. */
export function createWalkSet(params: Partial<Params<WalkParams>> = {}, over: Partial<SetSpec<WalkParams>> = {}): SetSpec<WalkParams> {
  const all = { ...tenMetres, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** A child's feet and an adult's thumb over a running set, in 10 ms ticks; a step is known 40 ms after it was made, a tap at once. */
export function walkByHand(set: SetSpec<WalkParams>) {
  const state: WalkState = walkDrill.start(set, createRng('feet'));
  let nowMs = 0;
  const tick = (signals: readonly MovementSignal<'step'>[] = []) => {
    nowMs += 10;
    walkDrill.step(state, signals, nowMs);
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
    tapAt(atMs: number, help: Help = 0) {
      waitUntil(atMs - 10);
      nowMs += 10;
      state.help = help;
      walkDrill.markRep(state, { capturedMs: nowMs, deliveredMs: nowMs, value: { help }, quality: 1 }, nowMs);
      walkDrill.step(state, [], nowMs);
    },
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
      return state.memory.cueMs;
    },
    waitForResult(count: number) {
      for (let i = 0; i < 60_000 && state.results.length < count; i++) tick();
      const result = state.results[count - 1];
      if (!result) throw new Error('no result');
      return result;
    },
    /** So many steps, one each `everyMs`, the first at `fromMs`. */
    walk(count: number, fromMs: number, everyMs = 500) {
      for (let i = 0; i < count; i++) stepAt(fromMs + i * everyMs);
      return fromMs + (count - 1) * everyMs;
    },
    repeat: () => walkDrill.repeatTrial(state, nowMs),
    get nowMs() {
      return nowMs;
    },
  };
}
