import { createRng } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { stepDrill } from '../../src/drills/step/drill';
import type { StepParams } from '../../src/drills/step/params';
import type { StepState } from '../../src/drills/step/state';
import type { Params, SetSpec } from '../../src/drills/types';
import type { MovementSignal, MovementValue } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const calmMarch: Params<StepParams> = { trials: 4, liftPct: 70, windowMs: 4000 };

/** A set of knee lifts to 70 % of today's, all on one side. */
export function createStepSet(
  side: Side | null,
  params: Partial<Params<StepParams>> = {},
  over: Partial<SetSpec<StepParams>> = {},
): SetSpec<StepParams> {
  const all = { ...calmMarch, ...params };
  return { params: all, sides: Array(all.trials).fill(side), space: toPlaySpace(260, 170, null), lockoutMs: 500, ...over };
}

/** A child's feet over a running set, moved by the test in 10 ms ticks; what they do is known 30 ms later. */
export function marchByFoot(set: SetSpec<StepParams>) {
  const state: StepState = stepDrill.start(set, createRng('feet'));
  let nowMs = 0;
  const tick = (signals: readonly MovementSignal<'step'>[] = []) => {
    nowMs += 10;
    stepDrill.step(state, signals, nowMs);
  };
  const wait = (ms: number) => {
    for (let left = ms; left > 0; left -= 10) tick();
  };
  const tell = (value: Partial<MovementValue['step']>, quality = 1, capturedMs = nowMs - 20) =>
    tick([{ capturedMs, deliveredMs: nowMs + 5, value: { side: null, phase: 'plant', height: 0, ...value }, quality }]);
  return {
    state,
    tick,
    wait,
    tell,
    waitUntil: (ms: number) => wait(ms - nowMs),
    /** Until 50 ms after the cue: what is told then was captured after it. */
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
      wait(50);
      return state.memory.cueMs;
    },
    waitForResult(count: number) {
      while (state.results.length < count) tick();
      const result = state.results[count - 1];
      if (!result) throw new Error('no result');
      return result;
    },
    /** A whole lift as a camera tells it: the foot leaves the ground at 40 % of comfort, and its highest point is known as it comes down. */
    lift(side: Side | null, height: number, upMs = 300) {
      tell({ side, phase: 'lift', height: Math.min(height, 0.4) });
      wait(upMs - 10);
      tell({ side, phase: 'plant', height });
    },
    get nowMs() {
      return nowMs;
    },
  };
}
