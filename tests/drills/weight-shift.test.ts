import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';
import { createLeanSet, leanByHand } from './weight-shift-set';

const sides = ['left', 'right'] as const satisfies Side[];
const signOf = (side: Side) => (side === 'left' ? -1 : 1);
const rep = { capturedMs: 0, deliveredMs: 0, value: { help: 0 as const }, quality: 1 };

describe('a lean', () => {
  test.each(sides)('to the %s that stays for the hold is a success at the end of the hold', (side) => {
    const play = leanByHand(createLeanSet({}, { sides: [side, side] }));
    const cueMs = play.waitForCue();
    expect(play.target.x).toBeCloseTo(0.8 * signOf(side), 9);
    play.wait(300);
    play.lean(0.8 * signOf(side), 0);
    play.tick();
    const enteredMs = play.nowMs - 40;
    play.wait(490);
    expect(play.state.outcome).toBeNull();
    expect(play.target.held).toBeGreaterThan(0.9);
    play.wait(20);
    expect(play.state.outcome).toBe('success');
    expect(play.waitForResult(1)).toMatchObject({ side, outcome: 'success', help: 0, startMs: cueMs, endMs: enteredMs + 500 });
  });

  test.each(sides)('to the other side than the %s is a miss when the time is over', (side) => {
    const play = leanByHand(createLeanSet({}, { sides: [side, side] }));
    const cueMs = play.waitForCue();
    play.lean(-0.8 * signOf(side), 0);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'miss', endMs: cueMs + 5000, metrics: { excursionPct: 0 } });
  });

  test.each([
    ['forward', 1],
    ['backward', -1],
  ])('%s is won forward and backward alike', (_, sign) => {
    const play = leanByHand(createLeanSet({ directions: 'four', trials: 8, holdMs: 0 }));
    while (Math.abs(play.waitForCue() && play.target.y - 0.8 * sign) > 0.01) {
      play.lean(play.target.x, play.target.y);
      play.waitForResult(play.state.results.length + 1);
      play.lean(0, 0);
    }
    play.lean(0, 0.8 * sign);
    expect(play.waitForResult(play.state.results.length + 1).outcome).toBe('success');
  });

  test.each([
    [0.601, 'success'],
    [0.599, 'miss'],
    [0.999, 'success'],
    [1.001, 'miss'],
  ])('to %d of the limit with the target from 0.6 to 1 is a %s', (x, outcome) => {
    const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
    play.waitForCue();
    play.lean(x, 0);
    expect(play.waitForResult(1).outcome).toBe(outcome);
  });

  test('that shakes at the edge of the target keeps its hold; one that leaves begins it anew', () => {
    const play = leanByHand(createLeanSet({}, { sides: ['right', 'right'] }));
    play.waitForCue();
    play.lean(0.61, 0);
    play.wait(300);
    play.lean(0.56, 0);
    play.wait(100);
    expect(play.target.held).toBeGreaterThan(0.5);
    play.lean(0.5, 0);
    play.wait(50);
    expect(play.target.held).toBe(0);
    play.lean(0.7, 0);
    play.wait(480);
    expect(play.state.outcome).toBeNull();
    play.wait(40);
    expect(play.state.outcome).toBe('success');
  });

  test('without a hold is a success as it enters', () => {
    const play = leanByHand(createLeanSet({ holdMs: 0 }, { sides: ['right'] }));
    play.waitForCue();
    play.wait(100);
    play.lean(0.8, 0);
    play.tick();
    expect(play.state.outcome).toBe('success');
  });

  test('that began its hold in time may finish it after the time', () => {
    const play = leanByHand(createLeanSet({ windowMs: 1500, holdMs: 1000 }, { sides: ['right'] }));
    const cueMs = play.waitForCue();
    while (play.nowMs < cueMs + 1400) play.tick();
    play.lean(0.8, 0);
    expect(play.waitForResult(1).outcome).toBe('success');
    const late = leanByHand(createLeanSet({ windowMs: 1500, holdMs: 1000 }, { sides: ['right'] }));
    late.waitForCue();
    late.wait(1560);
    late.lean(0.8, 0);
    expect(late.waitForResult(1).outcome).toBe('miss');
  });

  test('made before the cue does not answer it', () => {
    const play = leanByHand(createLeanSet({ holdMs: 0, neutralMs: 0 }, { sides: ['right', 'right'] }));
    while (play.nowMs < 590) play.tick([]);
    play.tick([{ ...play.signal(0.8, 0), capturedMs: 580 }]);
    expect(play.state).toMatchObject({ phase: 'cue', outcome: null });
  });

  test('of a stick that says nothing more while it is held is held', () => {
    const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
    while (play.state.phase !== 'cue') play.tick([]);
    play.tick([play.signal(0.8, 0)]);
    for (let i = 0; i < 60; i++) play.tick([]);
    expect(play.state.outcome).toBe('success');
  });
});

describe('the mercy rule', () => {
  function missTwice() {
    const play = leanByHand(createLeanSet({ windowMs: 1500, trials: 5 }, { sides: Array(5).fill('right') }));
    play.waitForResult(2);
    return play;
  }

  test('after two misses in a row the target comes to the child, and needs no hold', () => {
    const play = missTwice();
    expect(play.state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss']);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
    play.wait(1000);
    expect(play.target.x).toBeCloseTo(0.8 - 0.25, 1);
    play.lean(0.45, 0);
    const result = play.waitForResult(3);
    expect(result).toMatchObject({ outcome: 'assisted', metrics: {} });
  });

  test('a child that does nothing is assisted, not missed, and the count begins anew', () => {
    const play = missTwice();
    expect(play.waitForResult(3).outcome).toBe('assisted');
    expect(play.waitForResult(4).outcome).toBe('miss');
    expect(play.state.memory.missesInRow).toBe(1);
  });
});

describe('a lost child', () => {
  test('is not a miss: the trial ends as lost after one second, and does not count towards mercy', () => {
    const play = leanByHand(createLeanSet({ windowMs: 1500 }));
    play.waitForResult(1);
    play.waitForCue();
    play.hide(990);
    expect(play.state.outcome).toBeNull();
    play.hide(20);
    expect(play.state.outcome).toBe('lost');
    expect(play.waitForResult(2).outcome).toBe('lost');
    expect(play.state.memory.missesInRow).toBe(1);
  });

  test('is lost at once when it is gone as the next trial comes', () => {
    const play = leanByHand(createLeanSet());
    play.waitForCue();
    play.lean(0, 0);
    play.hide(20_000);
    expect(play.state.results.length).toBeGreaterThan(1);
    expect(play.state.results.every(({ outcome }) => outcome === 'lost')).toBe(true);
  });

  test('that is hidden for a moment does not hold while nobody sees it', () => {
    const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
    play.waitForCue();
    play.lean(0.8, 0);
    play.wait(300);
    play.hide(600);
    expect(play.state.outcome).toBeNull();
    play.wait(480);
    expect(play.state.outcome).toBeNull();
    expect(play.waitForResult(1).outcome).toBe('success');
  });
});

describe('an adult', () => {
  test.each([
    [0, 'success'],
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)('ends the trial by a tap, done well whatever the sensor saw; help %i is %s', (help, outcome) => {
    const play = leanByHand(createLeanSet());
    play.waitForCue();
    play.wait(200);
    play.state.help = help;
    weightShiftDrill.markRep(play.state, rep, play.nowMs);
    expect(play.waitForResult(1)).toMatchObject({ outcome, help });
  });

  test('taps before the cue too, and once a trial', () => {
    const play = leanByHand(createLeanSet({ trials: 1 }));
    play.tick();
    weightShiftDrill.markRep(play.state, rep, play.nowMs);
    weightShiftDrill.markRep(play.state, rep, play.nowMs);
    play.waitForResult(1);
    weightShiftDrill.markRep(play.state, rep, play.nowMs);
    expect(play.state).toMatchObject({ done: true, results: [{ outcome: 'success' }] });
  });

  test('who counts alone has all the time in the world, and nothing is measured', () => {
    const play = leanByHand(createLeanSet({ neutralMs: 3000 }, { byAdult: true }));
    for (let i = 0; i < 10_000; i++) play.tick([]);
    expect(play.state).toMatchObject({ phase: 'cue', outcome: null });
    weightShiftDrill.markRep(play.state, rep, play.nowMs);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: {} });
  });
});

describe('a trial cut by a pause', () => {
  test('is repeated at the same place and scored once', () => {
    const play = leanByHand(createLeanSet({ directions: 'eight' }));
    play.waitForCue();
    const { x, y } = play.target;
    play.lean(x / 2, y / 2);
    play.wait(1000);
    weightShiftDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 0, target: null, results: [] });
    play.lean(0, 0);
    const cueMs = play.waitForCue();
    expect(play.target).toMatchObject({ x, y, held: 0, hit: false });
    expect(play.state.places).toHaveLength(1);
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'miss', startMs: cueMs });
  });

  test('keeps its result when it was decided already', () => {
    const play = leanByHand(createLeanSet({ holdMs: 0 }, { sides: ['right', 'right'] }));
    play.waitForCue();
    play.wait(100);
    play.lean(0.8, 0);
    play.tick();
    weightShiftDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 1, results: [{ outcome: 'success' }] });
  });

  test('does not take a child for lost that was lost before the pause', () => {
    const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
    play.waitForCue();
    play.hide(900);
    weightShiftDrill.repeatTrial(play.state, play.nowMs);
    for (let i = 0; i < 300; i++) play.tick([]);
    expect(play.state).toMatchObject({ phase: 'cue', outcome: null });
  });

  test('by the mercy rule keeps its mercy', () => {
    const play = leanByHand(createLeanSet({ windowMs: 1500 }));
    play.waitForResult(2);
    play.waitForCue();
    weightShiftDrill.repeatTrial(play.state, play.nowMs);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
  });
});
