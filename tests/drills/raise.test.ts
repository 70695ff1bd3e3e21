import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import type { Help, Side } from '../../src/core/units';
import { raiseDrill } from '../../src/drills/raise/drill';
import type { RaiseParams } from '../../src/drills/raise/params';
import type { RaiseState } from '../../src/drills/raise/state';
import type { SetSpec } from '../../src/drills/types';
import { createRaiseSet } from './raise-set';

/** An arm over a running set, moved by the test at 30 readings a second; 60 degrees are the whole range, from 10. */
function raiseByArm(set: SetSpec<RaiseParams>, side: Side | null = 'right') {
  const state: RaiseState = raiseDrill.start(set, createRng('arm'));
  let nowMs = 0;
  let share = 0;
  const tick = (quality = 1) => {
    nowMs += 10;
    const value = { side, deg: 10 + 60 * share, ofRange: share };
    const other = { side: side === 'left' ? ('right' as const) : ('left' as const), deg: 12, ofRange: 0 };
    const signals = nowMs % 30 === 0 ? [value, other].map((each) => ({ capturedMs: nowMs - 5, deliveredMs: nowMs, value: each, quality })) : [];
    raiseDrill.step(state, signals, nowMs);
  };
  const wait = (ms: number, quality = 1) => {
    for (let left = ms; left > 0; left -= 10) tick(quality);
  };
  return {
    state,
    wait,
    /** Moves the arm to a share of its range at a speed in degrees a second. */
    moveTo(to: number, speedDps = 30) {
      const step = (Math.sign(to - share) * speedDps) / 60 / 100;
      while (Math.abs(to - share) > Math.abs(step)) {
        share += step;
        tick();
      }
      share = to;
      tick();
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
      raiseDrill.markRep(state, { capturedMs: nowMs, deliveredMs: nowMs, value: { help }, quality: 1 }, nowMs);
    },
    pause: () => raiseDrill.repeatTrial(state, nowMs),
  };
}

describe.each(['left', 'right'] as const)('a raise of the %s arm', (side) => {
  test('is done when it is held at the goal for the whole hold', () => {
    const arm = raiseByArm(createRaiseSet(side), side);
    arm.waitForCue();
    arm.wait(300);
    arm.moveTo(0.85);
    arm.wait(900);
    expect(arm.state.phase).toBe('cue');
    arm.wait(200);
    expect(arm.waitForResult()).toMatchObject({ side, outcome: 'success', help: 0 });
    const metrics = arm.state.results[0]?.metrics;
    expect(metrics?.angleDeg).toBeCloseTo(61, 1);
    expect(metrics?.rangePct).toBeCloseTo(85, 1);
    expect(metrics?.romDeg).toBeCloseTo(51, 1);
    expect(metrics?.holdS).toBeGreaterThanOrEqual(1);
    expect(metrics?.peakSpeedDps).toBeCloseTo(30, 0);
    // 300 ms of rest, then 5 degrees at 30 a second.
    expect(metrics?.reactionMs).toBeGreaterThan(420);
    expect(metrics?.reactionMs).toBeLessThan(520);
  });

  test('of the other arm counts for nothing', () => {
    const arm = raiseByArm(createRaiseSet(side, { windowMs: 3000 }), side === 'left' ? 'right' : 'left');
    arm.waitForCue();
    arm.moveTo(1);
    expect(arm.waitForResult()?.outcome).toBe('miss');
  });
});

describe('the goal', () => {
  test.each([
    [0.795, 'cue'],
    [0.8, 'after'],
  ])('80 per cent of the range: at a share of %f the trial is in %s', (share, phase) => {
    const arm = raiseByArm(createRaiseSet('right', { holdMs: 0 }));
    arm.waitForCue();
    arm.moveTo(share);
    arm.wait(100);
    expect(arm.state.phase).toBe(phase);
  });

  test('a hold that sinks a little goes on; one that sinks more waits with what it has', () => {
    const arm = raiseByArm(createRaiseSet('right', { holdMs: 2000, windowMs: 20_000 }));
    arm.waitForCue();
    arm.moveTo(0.82);
    arm.wait(1000);
    arm.moveTo(0.73);
    const held = arm.state.held;
    arm.wait(300);
    expect(arm.state.held).toBeGreaterThan(held);
    arm.moveTo(0.5);
    const kept = arm.state.held;
    arm.wait(500);
    expect(arm.state.held).toBe(kept);
    arm.moveTo(0.82);
    arm.wait(1500);
    expect(arm.waitForResult()?.outcome).toBe('success');
  });
});

describe('speed', () => {
  test('above the limit is told, and the hold waits until it is slow again; it is no miss', () => {
    const arm = raiseByArm(createRaiseSet('right', { holdMs: 0, speedLimitDps: 40 }));
    arm.waitForCue();
    arm.moveTo(0.9, 120);
    expect(arm.state).toMatchObject({ tooFast: true, phase: 'cue' });
    arm.wait(800);
    expect(arm.state.tooFast).toBe(false);
    expect(arm.waitForResult()?.outcome).toBe('success');
    expect(arm.state.results[0]?.metrics.peakSpeedDps).toBeGreaterThan(100);
  });

  test('just below the limit is slow enough', () => {
    const arm = raiseByArm(createRaiseSet('right', { holdMs: 0, speedLimitDps: 40 }));
    arm.waitForCue();
    arm.moveTo(0.9, 38);
    expect(arm.state.tooFast).toBe(false);
  });
});

describe('what is no miss', () => {
  test('a joint out of sight for a second ends the trial as lost, and calls no mercy', () => {
    const arm = raiseByArm(createRaiseSet('right'));
    arm.waitForCue();
    arm.wait(950, 0);
    expect(arm.state.results).toEqual([]);
    for (let n = 1; n <= 3; n++) while (arm.state.results.length < n) arm.wait(10, 0);
    expect(arm.state.results.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost']);
    expect(arm.state.assisted).toBe(false);
  });

  test('the other arm out of sight loses nothing', () => {
    const set = createRaiseSet('right');
    const state = raiseDrill.start(set, createRng('one'));
    for (let nowMs = 10; nowMs < 4000; nowMs += 10) {
      const at = (side: Side, quality: number) => ({ capturedMs: nowMs, deliveredMs: nowMs, value: { side, deg: 10, ofRange: 0 }, quality });
      raiseDrill.step(state, nowMs % 30 === 0 ? [at('left', 0), at('right', 1)] : [], nowMs);
    }
    expect(state.memory.lostSinceMs).toBeNull();
  });

  test.each(['left', 'right'] as const)('where no side is asked for, a hidden arm hides nothing: the %s one is seen', (seen) => {
    const state = raiseDrill.start(createRaiseSet(null, { holdMs: 500 }), createRng('either'));
    for (let nowMs = 10; nowMs < 6000 && state.results.length === 0; nowMs += 10) {
      const share = Math.min(0.9, Math.max(0, nowMs - 1500) / 2500);
      const signals = (['left', 'right'] as const).map((side) => {
        const value = side === seen ? { side, deg: 10 + 60 * share, ofRange: share } : { side, deg: 80, ofRange: 1.1 };
        return { capturedMs: nowMs, deliveredMs: nowMs, value, quality: side === seen ? 1 : 0 };
      });
      raiseDrill.step(state, nowMs % 30 === 0 ? signals : [], nowMs);
    }
    expect(state.results[0]).toMatchObject({ outcome: 'success' });
    expect(state.results[0]?.metrics.rangePct).toBeLessThan(95);
  });

  test('a pause repeats the trial', () => {
    const arm = raiseByArm(createRaiseSet('right'));
    arm.waitForCue();
    arm.moveTo(0.9);
    arm.wait(500);
    arm.pause();
    expect(arm.state).toMatchObject({ phase: 'ready', trial: 0, held: 0 });
    expect(arm.state.results).toEqual([]);
  });
});

describe('help', () => {
  test('after two misses half of the way is enough', () => {
    const arm = raiseByArm(createRaiseSet('right', { windowMs: 3000, holdMs: 0 }));
    for (let n = 0; n < 2; n++) expect(arm.waitForResult()?.outcome).toBe('miss');
    arm.waitForCue();
    expect(arm.state).toMatchObject({ assisted: true, goal: 0.4 });
    arm.moveTo(0.42);
    expect(arm.waitForResult()?.outcome).toBe('assisted');
    arm.moveTo(0);
    arm.waitForCue();
    expect(arm.state.goal).toBe(0.8);
  });

  test('the mercy rule makes the next one certain, whatever the arm does', () => {
    const arm = raiseByArm(createRaiseSet('right', { windowMs: 3000 }));
    expect([1, 2, 3].map(() => arm.waitForResult()?.outcome)).toEqual(['miss', 'miss', 'assisted']);
  });

  test.each([
    [0, 'success'],
    [2, 'assisted'],
  ] as const)("an adult's tap with help %i is a %s", (help, outcome) => {
    const arm = raiseByArm(createRaiseSet('right', {}, { byAdult: true }));
    arm.wait(60_000);
    expect(arm.state.results).toEqual([]);
    arm.tap(help);
    expect(arm.waitForResult()).toMatchObject({ outcome, help, metrics: {} });
  });
});
