import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import type { Help } from '../../src/core/units';
import { riseDrill } from '../../src/drills/rise/drill';
import type { RiseParams } from '../../src/drills/rise/params';
import type { RiseState } from '../../src/drills/rise/state';
import type { SetSpec } from '../../src/drills/types';
import type { MovementSignal } from '../../src/movement/types';
import { createRiseSet } from './rise-set';

/** A body over a running set, moved by the test at 30 readings a second, each known so long after it was made. */
function riseByBody(set: SetSpec<RiseParams>, lagMs = 10) {
  const state: RiseState = riseDrill.start(set, createRng('body'));
  let nowMs = 0;
  let height = 0;
  let under: MovementSignal<'rise'>[] = [];
  const tick = (quality = 1) => {
    nowMs += 10;
    if (nowMs % 30 === 0) under.push({ capturedMs: nowMs, deliveredMs: nowMs + lagMs, value: { height }, quality });
    const known = under.filter(({ deliveredMs }) => deliveredMs <= nowMs);
    under = under.filter(({ deliveredMs }) => deliveredMs > nowMs);
    riseDrill.step(state, known, nowMs);
  };
  const wait = (ms: number, quality = 1) => {
    for (let left = ms; left > 0; left -= 10) tick(quality);
  };
  return {
    state,
    wait,
    /** Goes to a height in so many milliseconds, evenly; 0: at once, as a motion sensor tells it. */
    moveTo(to: number, ms: number) {
      const [from, steps] = [height, ms / 10];
      for (let i = 1; i <= steps; i++) {
        height = from + ((to - from) * i) / steps;
        tick();
      }
      height = to;
      if (ms === 0) wait(30);
    },
    waitForCue() {
      while (state.phase !== 'cue' && !state.done) tick();
    },
    waitForResult() {
      const count = state.results.length;
      while (state.results.length === count) tick();
      return state.results[count];
    },
    tap(help: Help = 0) {
      state.help = help;
      riseDrill.markRep(state, { capturedMs: nowMs, deliveredMs: nowMs, value: { help }, quality: 1 }, nowMs);
    },
    pause: () => riseDrill.repeatTrial(state, nowMs),
  };
}

describe('a rise', () => {
  test('is done after the stay at the top; its time is that from a tenth to nine tenths of the way', () => {
    const body = riseByBody(createRiseSet());
    body.waitForCue();
    body.wait(400);
    body.moveTo(1, 1000);
    expect(body.state.phase).toBe('top');
    body.wait(300);
    expect(body.state.phase).toBe('top');
    expect(body.waitForResult()).toMatchObject({ outcome: 'success', help: 0 });
    const metrics = body.state.results[0]?.metrics;
    expect(metrics?.riseS).toBeGreaterThan(0.76);
    expect(metrics?.riseS).toBeLessThan(0.87);
    expect(metrics?.heightPct).toBe(100);
    expect(metrics?.reactionMs).toBeGreaterThan(400);
    expect(metrics?.cycleS).toBeUndefined();
  });

  test('waits for the way down before the next cue, and tells the pace', () => {
    const body = riseByBody(createRiseSet({ topMs: 0 }));
    body.waitForCue();
    body.moveTo(1, 600);
    body.waitForResult();
    body.wait(3000);
    expect(body.state.phase).toBe('ready');
    body.moveTo(0.31, 300);
    body.wait(50);
    expect(body.state.phase).toBe('ready');
    body.moveTo(0.29, 50);
    body.waitForCue();
    body.moveTo(1, 600);
    expect(body.waitForResult()?.metrics.cycleS).toBeGreaterThan(4);
  });

  test.each([
    [0.895, 'cue'],
    [0.9, 'after'],
  ])('to 90 per cent: at a height of %f the trial is in %s', (height, phase) => {
    const body = riseByBody(createRiseSet({ topMs: 0 }));
    body.waitForCue();
    body.moveTo(height, 500);
    body.wait(100);
    expect(body.state.phase).toBe(phase);
  });

  test('that sinks down before the stay is over begins its stay anew', () => {
    const body = riseByBody(createRiseSet({ topMs: 2000, windowMs: 20_000 }));
    body.waitForCue();
    body.moveTo(1, 500);
    body.wait(1000);
    body.moveTo(0.5, 300);
    expect(body.state).toMatchObject({ phase: 'cue', held: 0 });
    body.moveTo(1, 300);
    expect(body.waitForResult()?.outcome).toBe('success');
  });

  test('told by a motion sensor has a pace, but no time of the way up', () => {
    const body = riseByBody(createRiseSet({ topMs: 0, trials: 2 }));
    body.waitForCue();
    body.moveTo(1, 0);
    body.waitForResult();
    body.moveTo(0, 0);
    body.waitForCue();
    body.wait(500);
    body.moveTo(1, 0);
    expect(Object.keys(body.waitForResult()?.metrics ?? {})).toEqual(['cycleS']);
  });
});

describe('a rise told late', () => {
  const rise = (lagMs: number, params: Parameters<typeof createRiseSet>[0] = {}) => {
    const body = riseByBody(createRiseSet(params), lagMs);
    body.waitForCue();
    body.wait(600);
    body.moveTo(1, 900);
    return body;
  };

  test.each([0, 500, 2000])('ends when the body had stayed up for %i ms, not when that was known', (topMs) => {
    const [soon, late] = [10, 250].map((lagMs) => rise(lagMs, { topMs }).waitForResult());
    expect(late).toEqual(soon);
    expect((soon?.endMs ?? 0) - (soon?.startMs ?? 0)).toBeCloseTo(1410 + topMs, -2);
  });

  test('a body that was up before the time ran out is no miss, however late that is known', () => {
    const windowMs = 3000;
    for (const [upMs, outcome] of [
      [windowMs - 40, 'success'],
      [windowMs, 'miss'],
    ] as const) {
      const body = riseByBody(createRiseSet({ windowMs, topMs: 0 }), 400);
      body.waitForCue();
      body.wait(upMs - 10);
      body.moveTo(1, 10);
      const result = body.waitForResult();
      expect(result?.outcome).toBe(outcome);
      if (outcome === 'miss') expect((result?.endMs ?? 0) - (result?.startMs ?? 0)).toBe(windowMs);
    }
  });

  test('a sink that is not known yet is waited for: nobody wins a stay that was broken off', () => {
    const body = rise(300, { topMs: 1000, windowMs: 6000 });
    body.wait(600);
    body.moveTo(0.2, 200);
    body.wait(1500);
    expect(body.state.outcome).toBeNull();
  });
});

describe('what is no miss', () => {
  test('a child out of sight for a second is lost, and that calls no mercy', () => {
    const body = riseByBody(createRiseSet());
    for (let n = 1; n <= 3; n++) while (body.state.results.length < n) body.wait(10, 0);
    expect(body.state.results.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost']);
    expect(body.state.assisted).toBe(false);
  });

  test('a stay at the top does not go on while nobody is seen', () => {
    const body = riseByBody(createRiseSet({ topMs: 800 }));
    body.waitForCue();
    body.moveTo(1, 500);
    body.wait(900, 0);
    expect(body.state.results).toEqual([]);
    expect(body.state.outcome).toBeNull();
  });

  test('a pause repeats the trial, and is no part of the pace', () => {
    const body = riseByBody(createRiseSet({ topMs: 0 }));
    body.waitForCue();
    body.moveTo(1, 500);
    body.waitForResult();
    body.moveTo(0, 500);
    body.waitForCue();
    body.pause();
    expect(body.state).toMatchObject({ phase: 'ready', trial: 1 });
    body.waitForCue();
    body.moveTo(1, 500);
    expect(body.waitForResult()?.metrics.cycleS).toBeUndefined();
  });
});

describe('help', () => {
  test('after two misses half of the way is enough', () => {
    const body = riseByBody(createRiseSet({ windowMs: 3000, topMs: 0 }));
    expect([1, 2].map(() => body.waitForResult()?.outcome)).toEqual(['miss', 'miss']);
    body.waitForCue();
    expect(body.state.goal).toBe(0.45);
    body.moveTo(0.5, 500);
    expect(body.waitForResult()?.outcome).toBe('assisted');
  });

  test.each([
    [1, 'success'],
    [3, 'assisted'],
  ] as const)("an adult's tap with help %i is a %s, at its own pace", (help, outcome) => {
    const body = riseByBody(createRiseSet({}, { byAdult: true }));
    body.wait(30_000);
    expect(body.state.results).toEqual([]);
    body.tap(help);
    expect(body.waitForResult()).toMatchObject({ outcome, help, metrics: {} });
    body.waitForCue();
    body.wait(1000);
    body.tap(help);
    expect(Object.keys(body.waitForResult()?.metrics ?? {})).toEqual(['cycleS']);
  });
});
