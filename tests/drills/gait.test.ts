import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { gaitDrill, leadInMs } from '../../src/drills/gait/drill';
import { gaitParams } from '../../src/drills/gait/params';
import { createGaitSet, even, walkByFoot } from './gait-set';

const sides = ['left', 'right'] as const satisfies Side[];

describe('the beat', () => {
  test('begins one second after the cue, at the own cadence', () => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    expect(play.state.beat).toEqual({ firstMs: cueMs + leadInMs, periodMs: 500, accent: null });
  });

  test.each([
    [-5, 60_000 / 114],
    [0, 500],
    [5, 60_000 / 126],
  ])('at %i per cent of change has one beat each %d ms', (tempoPct, periodMs) => {
    const play = walkByFoot(createGaitSet({ tempoPct }));
    play.waitForCue();
    expect(play.state.beat?.periodMs).toBeCloseTo(periodMs, 9);
  });

  test('differs from the own cadence by 5 % at most', () => {
    expect([gaitParams.tempoPct.min, gaitParams.tempoPct.max]).toEqual([-5, 5]);
  });

  test.each(sides)('stresses the steps of the %s foot, whichever foot begins', (side) => {
    for (const first of sides) {
      const play = walkByFoot(createGaitSet({ accentSide: side }));
      play.waitForCue();
      expect(play.state.beat?.accent).toBe(0);
      play.walk(even(5), first);
      expect(play.state.beat?.accent).toBe(first === side ? 0 : 1);
    }
  });

  test.each(sides)('moves its stress to the %s foot after three steps in a row on the other beat, not after a stumble', (side) => {
    const play = walkByFoot(createGaitSet({ accentSide: side }));
    play.waitForCue();
    const other = toOtherSide(side);
    const firstMs = play.state.beat?.firstMs ?? 0;
    for (const [beat, foot] of ([side, other, other, side, other] as const).entries()) play.stepAt(firstMs + beat * 500, foot);
    expect(play.state.beat?.accent).toBe(1);
    const stumbling = walkByFoot(createGaitSet({ accentSide: side }));
    stumbling.waitForCue();
    for (const [beat, foot] of ([side, other, other, side, side, side, other] as const).entries()) {
      stumbling.stepAt(firstMs + beat * 500, foot);
      expect(stumbling.state.beat?.accent).toBe(0);
    }
  });
});

describe('a bout', () => {
  test('with any step is a success, and lasts its time from the first beat', () => {
    const play = walkByFoot(createGaitSet({ stillMs: 60_000 }));
    const cueMs = play.waitForCue();
    play.stepAt(cueMs + 1200);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ trial: 0, outcome: 'success', help: 0, startMs: cueMs, endMs: cueMs + leadInMs + 20_000 });
    expect(result.metrics).toEqual({ steps: 1 });
  });

  test('without a step is a miss once the child has stood for the time that the level gives', () => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'miss', endMs: cueMs + 5000 });
    expect(result.metrics).toEqual({ steps: 0 });
  });

  test('ends early once no step was known of for the time that the level gives, and is a success', () => {
    for (const [standsMs, steps] of [
      [4950, 2],
      [5000, 1],
    ] as const) {
      const play = walkByFoot(createGaitSet());
      const cueMs = play.waitForCue();
      play.stepAt(cueMs + 1000);
      play.stepAt(cueMs + 1000 + standsMs);
      const result = play.waitForResult(1);
      expect(result).toMatchObject({ outcome: 'success', metrics: { steps } });
      expect(result.endMs).toBe(cueMs + (steps === 2 ? 1000 + standsMs : 1000) + 5000);
    }
  });

  test('counts a step that was made inside it and became known after it, and none that was made after it', () => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 5300);
    expect(play.state.outcome).toBe('miss');
    play.tick([play.signal({}, cueMs + 4900)]);
    expect(play.state.outcome).toBe('success');
    play.tick([play.signal({}, cueMs + 5200)]);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: { steps: 1 } });
  });

  test('does not count what was made before its cue', () => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    play.tick([play.signal({}, cueMs - 10)]);
    expect(play.state.steps).toEqual([]);
    play.tick([play.signal({}, cueMs)]);
    expect(play.state.steps).toHaveLength(1);
  });

  test('tells how much of its time is over', () => {
    const play = walkByFoot(createGaitSet({ stillMs: 60_000 }));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + leadInMs);
    expect(play.state.walked).toBe(0);
    play.waitUntil(cueMs + leadInMs + 5000);
    expect(play.state.walked).toBeCloseTo(0.25, 9);
  });

  test('follows the next one after a moment of rest, until the set is over', () => {
    const play = walkByFoot(createGaitSet({ trials: 2 }));
    play.waitForCue();
    play.stepAt(play.nowMs + 100);
    play.waitForResult(1);
    expect(play.state).toMatchObject({ phase: 'cue', trial: 1, steps: [], walked: 0, done: false });
    play.stepAt(play.nowMs + 100);
    play.waitForResult(2);
    expect(play.state).toMatchObject({ phase: 'done', done: true });
  });
});

describe('a foot that comes down', () => {
  test.each(sides)('is a step only after it was up, where the source tells lifts: %s', (side) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.wait(500);
    play.tick([play.signal({ side, phase: 'lift', height: 0.5 })]);
    play.wait(300);
    play.tick([play.signal({ side })]);
    play.wait(300);
    play.tick([play.signal({ side })]);
    expect(play.state.steps.map((step) => step.side)).toEqual([side]);
  });

  test('is no step when the child is not seen', () => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.wait(500);
    play.tick([play.signal({}, play.nowMs, 0)]);
    expect(play.state.steps).toEqual([]);
  });
});

describe('the mercy rule', () => {
  function missTwice() {
    const play = walkByFoot(createGaitSet({ trials: 4 }));
    play.waitForResult(1);
    play.waitForResult(2);
    return play;
  }

  test('after two misses in a row the beat waits for the first step and begins with it', () => {
    const play = missTwice();
    expect(play.state).toMatchObject({ assisted: true, beat: null, walked: 0 });
    const stepMs = play.nowMs + 2000;
    play.stepAt(stepMs);
    expect(play.state.beat).toEqual({ firstMs: stepMs, periodMs: 500, accent: null });
    play.walk(even(15));
    const result = play.waitForResult(3);
    expect(result.outcome).toBe('assisted');
    expect(result.metrics.steps).toBeGreaterThan(10);
    expect(result.metrics.beatErrorMs).toBeUndefined();
  });

  test('without any step the bout is assisted, not missed, and the count begins anew', () => {
    const play = missTwice();
    expect(play.waitForResult(3).outcome).toBe('assisted');
    expect(play.state.assisted).toBe(false);
    expect(play.waitForResult(4).outcome).toBe('miss');
  });
});

describe('a lost child', () => {
  test('is not a miss: the bout ends as lost after one second, and does not count towards mercy', () => {
    const play = walkByFoot(createGaitSet({ trials: 4 }));
    play.waitForResult(1);
    play.tick([play.signal({}, play.nowMs, 0)]);
    const unseenMs = play.nowMs;
    play.waitUntil(unseenMs + 980);
    expect(play.state.outcome).toBeNull();
    const result = play.waitForResult(2);
    expect(result.outcome).toBe('lost');
    expect(play.state.memory.missesInRow).toBe(1);
  });

  test('that is seen again in time walks on', () => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    play.tick([play.signal({}, play.nowMs, 0)]);
    play.wait(900);
    play.stepAt(cueMs + 950);
    expect(play.waitForResult(1).outcome).toBe('success');
  });
});

describe('an adult', () => {
  const rep = { capturedMs: 0, deliveredMs: 0, value: { help: 0 as const }, quality: 1 };

  test('ends the bout with a tap, done well whatever the sensor saw', () => {
    for (const [help, outcome] of [
      [0, 'success'],
      [1, 'success'],
      [2, 'assisted'],
      [4, 'assisted'],
    ] as const) {
      const play = walkByFoot(createGaitSet());
      play.waitForCue();
      play.wait(1000);
      play.state.help = help;
      gaitDrill.markRep(play.state, rep, play.nowMs);
      expect(play.waitForResult(1)).toMatchObject({ outcome, help });
    }
  });

  test('counts a tap in the calm before the bout too, and only one a bout', () => {
    const play = walkByFoot(createGaitSet({ trials: 1 }));
    play.tick();
    gaitDrill.markRep(play.state, rep, play.nowMs);
    gaitDrill.markRep(play.state, rep, play.nowMs);
    play.waitForResult(1);
    gaitDrill.markRep(play.state, rep, play.nowMs);
    expect(play.state.results).toHaveLength(1);
  });

  test('who counts alone has all the time in the world, and no steps are made up', () => {
    const play = walkByFoot(createGaitSet({}, { byAdult: true }));
    play.waitForCue();
    play.wait(200_000);
    expect(play.state).toMatchObject({ phase: 'cue', walked: 1 });
    gaitDrill.markRep(play.state, rep, play.nowMs);
    const { outcome, metrics } = play.waitForResult(1);
    expect([outcome, metrics]).toEqual(['success', {}]);
  });
});

describe('a bout cut by a pause', () => {
  test('is walked again from its start and scored once', () => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(even(4), 'left');
    gaitDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 0, steps: [], beat: null, results: [] });
    const cueMs = play.waitForCue();
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'miss', startMs: cueMs, metrics: { steps: 0 } });
  });

  test('keeps its result when it was over already', () => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.stepAt(play.nowMs + 100);
    while (play.state.phase !== 'after') play.tick();
    gaitDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state.results).toHaveLength(1);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 1 });
  });

  test('by the mercy rule keeps its mercy', () => {
    const play = walkByFoot(createGaitSet({ trials: 4 }));
    play.waitForResult(2);
    gaitDrill.repeatTrial(play.state, play.nowMs);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
  });
});
