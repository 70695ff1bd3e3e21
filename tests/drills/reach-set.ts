import { createRng } from '../../src/core/rng';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachParams } from '../../src/drills/reach/params';
import type { ReachState } from '../../src/drills/reach/state';
import type { Params, SetSpec } from '../../src/drills/types';
import type { Calibration, HandContact, MovementSignal } from '../../src/movement/types';
import { toPlaySpace } from '../../src/session/space';

export const fieldMm = { width: 260, height: 170 };

export const easyParams: Params<ReachParams> = {
  mode: 'touch',
  trials: 4,
  directions: 'eight',
  distanceMm: 80,
  distanceReachPct: 0,
  targetWidthMm: 40,
  holdMs: 0,
  windowMs: 5000,
  speedMmps: 0,
  distractors: 0,
  spacingWidths: 1,
};

/** A set of reaches on a field of 260 x 170 mm. */
export function createSet(params: Partial<Params<ReachParams>> = {}, over: Partial<SetSpec<ReachParams>> = {}): SetSpec<ReachParams> {
  const all = { ...easyParams, ...params };
  return { params: all, sides: Array(all.trials).fill(null), space: toPlaySpace(fieldMm.width, fieldMm.height, null), lockoutMs: 500, ...over };
}

export const plainTouch: Calibration = {
  source: 'touch',
  fieldMm,
  touch: { accept: 'contact', holdMs: 0, mergeMs: 0, edgeRestMm: 0, palmMm: 35 },
};

/** A child's hand over a running set, moved by the test in millimetres and 10 ms ticks. */
export function playByHand(set: SetSpec<ReachParams>, seed = 'hand') {
  const state: ReachState = reachDrill.start(set, createRng(seed));
  let nowMs = 0;
  let hands: readonly HandContact[] = [];
  const hand = (xMm: number, yMm: number, id = 1, counts = true): HandContact => ({ id, xMm, yMm, side: null, counts });
  function wait(ms: number): void {
    for (let left = ms; left > 0; left -= 10) {
      nowMs += 10;
      reachDrill.step(state, [], nowMs);
    }
  }
  function touch(...contacts: readonly HandContact[]): void {
    hands = contacts;
    nowMs += 10;
    const signal: MovementSignal<'reach'> = { capturedMs: nowMs - 4, deliveredMs: nowMs - 2, value: { contacts: hands }, quality: 1 };
    reachDrill.step(state, [signal], nowMs);
  }
  return {
    state,
    hand,
    wait,
    touch,
    lift: () => touch(),
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) wait(10);
    },
    get nowMs() {
      return nowMs;
    },
    get target() {
      const target = state.targets[0];
      if (!target) throw new Error('no target is shown');
      return target;
    },
  };
}
