import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { stepDrill } from '../../src/drills/step/drill';
import { stepParams } from '../../src/drills/step/params';
import { createStepSet, marchByFoot } from './step-set';

const sides = ['left', 'right'] as const satisfies Side[];

describe.each(sides)('a knee lift on the %s', (side) => {
  test('counts from the asked share of today on, and not below', () => {
    for (const [height, outcome] of [
      [0.69, null],
      [0.7, 'success'],
      [1.2, 'success'],
    ] as const) {
      const play = marchByFoot(createStepSet(side));
      play.waitForCue();
      play.lift(side, height);
      expect(play.state.outcome, `${height}`).toBe(outcome);
    }
  });

  test('counts at once where the lift is told as high as asked', () => {
    const play = marchByFoot(createStepSet(side, { liftPct: 40 }));
    play.waitForCue();
    const cueMs = play.state.memory.cueMs;
    play.tell({ side, phase: 'lift', height: 0.4 });
    expect(play.state.outcome).toBe('success');
    play.waitUntil(cueMs + 600);
    play.tell({ side, phase: 'plant', height: 0.8 });
    expect(play.waitForResult(1).metrics).toMatchObject({ responseMs: 580, liftPct: 80 });
  });

  test('that stays up tells no response', () => {
    const play = marchByFoot(createStepSet(side, { liftPct: 40 }));
    play.waitForCue();
    play.tell({ side, phase: 'lift', height: 0.5 });
    const { outcome, metrics } = play.waitForResult(1);
    expect(outcome).toBe('success');
    expect(metrics.responseMs).toBeUndefined();
  });

  test('does not count by the other foot, and may still be made after it', () => {
    const play = marchByFoot(createStepSet(side));
    play.waitForCue();
    play.lift(toOtherSide(side), 1);
    expect(play.state.outcome).toBeNull();
    play.wait(200);
    play.lift(side, 0.9);
    expect(play.state.outcome).toBe('success');
    const { metrics } = play.waitForResult(1);
    expect(metrics).toMatchObject({ sideRight: 0, liftPct: 90 });
    expect(metrics.reactionMs).toBeUndefined();
  });

  test('tells response, reaction, height and that the side was right', () => {
    const play = marchByFoot(createStepSet(side));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 500);
    play.lift(side, 0.85);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ trial: 0, side, outcome: 'success', startMs: cueMs, endMs: cueMs + 780 });
    expect(result.metrics).toEqual({ responseMs: 780, reactionMs: 480, liftPct: 85, sideRight: 1 });
  });

  test('too low leaves its height, without a response', () => {
    const play = marchByFoot(createStepSet(side));
    play.waitForCue();
    play.wait(400);
    play.lift(side, 0.5);
    expect(play.state.lifted).toBeCloseTo(0.5 / 0.7, 9);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'miss', metrics: { liftPct: 50, sideRight: 1, reactionMs: 430 } });
    expect(result.metrics.responseMs).toBeUndefined();
  });

  test('that began before the cue does not answer it; the next one does', () => {
    const play = marchByFoot(createStepSet(side));
    play.wait(400);
    play.tell({ side, phase: 'lift', height: 0.4 });
    play.waitForCue();
    play.wait(100);
    play.tell({ side, phase: 'plant', height: 1 });
    expect(play.state.outcome).toBeNull();
    play.wait(100);
    play.lift(side, 1);
    expect(play.state.outcome).toBe('success');
  });

  test.each([
    [110, false],
    [120, true],
  ])('that is known %i ms after the cue tells a reaction time: %s', (knownMs, told) => {
    const play = marchByFoot(createStepSet(side));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + knownMs);
    play.lift(side, 1);
    expect(play.waitForResult(1).metrics.reactionMs !== undefined).toBe(told);
  });
});

describe('without an asked side', () => {
  test.each([...sides, null])('a lift of any foot counts, and no side is right or wrong: %s', (side) => {
    const play = marchByFoot(createStepSet(null));
    play.waitForCue();
    play.wait(300);
    play.lift(side, 0.8);
    const { outcome, metrics } = play.waitForResult(1);
    expect(outcome).toBe('success');
    expect(metrics.sideRight).toBeUndefined();
    expect(metrics.reactionMs).toBe(330);
  });
});

describe('a sensor that only feels contacts', () => {
  test('counts each as a lift of the asked foot, and tells the response alone', () => {
    const play = marchByFoot(createStepSet('left'));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 700);
    play.tell({});
    const { outcome, metrics } = play.waitForResult(1);
    expect(outcome).toBe('success');
    expect(metrics).toEqual({ responseMs: 680 });
  });

  test.each([
    [119, false],
    [120, true],
  ])('a contact %i ms after the cue can end a lift that began with it: %s', (afterMs, counts) => {
    const play = marchByFoot(createStepSet('right'));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 200);
    play.tell({}, 1, cueMs + afterMs);
    expect(play.state.outcome === 'success').toBe(counts);
  });
});

describe('the time window', () => {
  test('without a lift ends in a miss', () => {
    const play = marchByFoot(createStepSet('left'));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 3990);
    expect(play.state.outcome).toBeNull();
    play.tick();
    expect(play.state.outcome).toBe('miss');
    expect(play.waitForResult(1).metrics).toEqual({});
  });

  test('leaves a lift that has begun half a second more, and no longer', () => {
    for (const [downMs, outcome] of [
      [480, 'success'],
      [520, 'miss'],
    ] as const) {
      const play = marchByFoot(createStepSet('left'));
      const cueMs = play.waitForCue();
      play.waitUntil(cueMs + 3900);
      play.tell({ side: 'left', phase: 'lift', height: 0.4 });
      play.waitUntil(cueMs + 4000 + downMs - 10);
      play.tell({ side: 'left', phase: 'plant', height: 1 }, 1, cueMs + 4000 + downMs);
      expect(play.state.outcome).toBe(outcome);
    }
  });

  test('counts a lift that was made inside it and became known after it', () => {
    const play = marchByFoot(createStepSet('left'));
    const cueMs = play.waitForCue();
    play.waitUntil(cueMs + 4100);
    expect(play.state.outcome).toBe('miss');
    play.tell({}, 1, cueMs + 3900);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', endMs: cueMs + 3900 });
    expect(play.state.memory.missesInRow).toBe(0);
  });
});

describe('the mercy rule', () => {
  function missTwice() {
    const play = marchByFoot(createStepSet('left', { trials: 5, windowMs: 1500 }));
    play.waitForResult(2);
    play.waitForCue();
    return play;
  }

  test.each(sides)('after two misses in a row any small lift of any foot is an assisted success: %s', (side) => {
    const play = missTwice();
    expect(play.state.assisted).toBe(true);
    play.wait(300);
    play.lift(side, 0.4);
    const { outcome, metrics } = play.waitForResult(3);
    expect([outcome, metrics]).toEqual(['assisted', {}]);
  });

  test('without any lift the trial is assisted, not missed, and the count begins anew', () => {
    const play = missTwice();
    expect(play.waitForResult(3).outcome).toBe('assisted');
    expect(play.waitForResult(4).outcome).toBe('miss');
    expect(play.waitForResult(5).outcome).toBe('miss');
    expect(play.state.done).toBe(true);
  });
});

describe('a lost child', () => {
  test('is not a miss: the trial ends as lost after one second', () => {
    const play = marchByFoot(createStepSet('left'));
    play.waitForCue();
    play.tell({ phase: 'plant' }, 0);
    play.wait(990);
    expect(play.state.outcome).toBeNull();
    play.wait(20);
    const { outcome, metrics } = play.waitForResult(1);
    expect([outcome, metrics]).toEqual(['lost', {}]);
    expect(play.state.memory.missesInRow).toBe(0);
  });

  test('that is seen again in time goes on, and a foot that was up then has to come up again', () => {
    const play = marchByFoot(createStepSet('left'));
    play.waitForCue();
    play.tell({ side: 'left', phase: 'lift', height: 0.4 });
    play.tell({}, 0);
    expect(play.state.feet).toEqual({ left: 0, right: 0 });
    play.wait(500);
    play.tell({ side: 'left', phase: 'plant', height: 1 });
    expect(play.state.outcome).toBeNull();
    play.lift('left', 1);
    expect(play.waitForResult(1).outcome).toBe('success');
  });
});

describe('an adult', () => {
  const rep = { capturedMs: 0, deliveredMs: 0, value: { help: 0 as const }, quality: 1 };

  test('counts a lift with a tap, whatever the sensor saw; from a touching hand on it is assisted', () => {
    for (const [help, outcome] of [
      [1, 'success'],
      [2, 'assisted'],
    ] as const) {
      const play = marchByFoot(createStepSet('right'));
      play.waitForCue();
      play.state.help = help;
      stepDrill.markRep(play.state, rep, play.nowMs);
      expect(play.state.lifted).toBe(1);
      const result = play.waitForResult(1);
      expect(result).toMatchObject({ outcome, help });
      expect(result.metrics.responseMs).toBeUndefined();
    }
  });

  test('counts a tap in the calm before the cue, and one tap once', () => {
    const play = marchByFoot(createStepSet('right', { trials: 1 }));
    play.tick();
    stepDrill.markRep(play.state, rep, play.nowMs);
    stepDrill.markRep(play.state, rep, play.nowMs);
    play.waitForResult(1);
    stepDrill.markRep(play.state, rep, play.nowMs);
    expect(play.state.results).toHaveLength(1);
  });

  test('who counts alone has all the time in the world', () => {
    const play = marchByFoot(createStepSet('right', {}, { byAdult: true }));
    play.waitForCue();
    play.wait(120_000);
    expect(play.state.phase).toBe('cue');
  });
});

describe('a trial cut by a pause', () => {
  test('is asked for again and scored once', () => {
    const play = marchByFoot(createStepSet('left'));
    play.waitForCue();
    play.lift('right', 1);
    play.tell({ side: 'left', phase: 'lift', height: 0.4 });
    stepDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 0, side: 'left', lifted: 0, feet: { left: 0, right: 0 }, results: [] });
    play.waitForCue();
    play.wait(300);
    play.lift('left', 1);
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'success', metrics: { sideRight: 1, reactionMs: 330 } });
  });

  test('keeps its result when it was decided already', () => {
    const play = marchByFoot(createStepSet('left'));
    play.waitForCue();
    play.lift('left', 1);
    stepDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state.results).toHaveLength(1);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 1 });
  });
});

test('no lift is asked for beyond what is comfortable today', () => {
  expect(stepParams.liftPct.max).toBe(100);
});
