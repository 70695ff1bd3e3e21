import { describe, expect, test } from 'vitest';
import { holdDrill } from '../../src/drills/hold/drill';
import { createHoldSet, holdByHand } from './hold-set';

const rep = { capturedMs: 0, deliveredMs: 0, value: { help: 0 as const }, quality: 1 };
/** To the child's left and right, forward and backward. */
const directions = [
  [-1, 0],
  [1, 0],
  [0, 1],
  [0, -1],
] as const;

describe('a hold', () => {
  test('is a success once the child was in the zone for its time', () => {
    const play = holdByHand(createHoldSet());
    const cueMs = play.waitForCue();
    play.wait(5030);
    expect(play.state.outcome).toBeNull();
    play.wait(10);
    expect(play.state).toMatchObject({ outcome: 'success', held: 1 });
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'success', help: 0, startMs: cueMs, endMs: cueMs + 5000 });
    expect(play.state.results[0]?.metrics.timeInZonePct).toBe(100);
    expect(play.state.results[0]?.metrics.longestHoldS).toBeCloseTo(5, 1);
  });

  test.each(directions)('waits while the child is elsewhere (%i, %i), and goes on where it was', (x, y) => {
    const play = holdByHand(createHoldSet());
    const cueMs = play.waitForCue();
    play.wait(2040);
    expect(play.state.held).toBeCloseTo(0.4, 6);
    play.lean(0.8 * x, 0.8 * y);
    play.wait(1000);
    expect(play.state).toMatchObject({ inside: false, outcome: null });
    expect(play.state.held).toBeCloseTo(0.4, 2);
    play.lean(0.1 * x, 0.1 * y);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'success', endMs: cueMs + 6000 });
    expect(result.metrics.timeInZonePct).toBeCloseTo((100 * 5) / 6, 6);
    expect(result.metrics.longestHoldS).toBeCloseTo(3, 1);
  });

  test.each(directions)('has its edge at the tolerance, the edge included (%i, %i)', (x, y) => {
    for (const [share, inside] of [
      [0.4, true],
      [0.401, false],
    ] as const) {
      const play = holdByHand(createHoldSet());
      play.waitForCue();
      play.lean(share * x, share * y);
      play.tick();
      expect(play.state.inside).toBe(inside);
    }
  });

  test.each([
    [4900, 'success'],
    [5000, 'miss'],
  ])('with 5 s to spare and %i ms elsewhere is a %s', (awayMs, outcome) => {
    const play = holdByHand(createHoldSet());
    play.waitForCue();
    play.wait(1000);
    play.lean(0.9);
    play.wait(awayMs / 2);
    play.lean(0);
    play.wait(1000);
    play.lean(-0.9);
    play.wait(awayMs / 2);
    play.lean(0);
    expect(play.waitForResult(1).outcome).toBe(outcome);
  });

  test('can be finished whatever its length', () => {
    const play = holdByHand(createHoldSet({ holdS: 60, spareS: 5 }));
    play.waitForCue();
    play.lean(0.9);
    play.wait(4900);
    play.lean(0);
    expect(play.waitForResult(1).outcome).toBe('success');
  });

  test('ends when it was done, not when that became known', () => {
    const play = holdByHand(createHoldSet());
    const cueMs = play.waitForCue();
    play.wait(5020);
    expect(play.state.outcome).toBeNull();
    play.tick([{ ...play.signal(), capturedMs: play.nowMs }]);
    expect(play.state.outcome).toBe('success');
    expect(play.waitForResult(1).endMs).toBe(cueMs + 5000);
  });

  test('of a child that is never there is a miss, and says so without a penalty', () => {
    const play = holdByHand(createHoldSet());
    const cueMs = play.waitForCue();
    play.lean(0.9);
    play.tick();
    const result = play.waitForResult(1);
    expect(result.outcome).toBe('miss');
    expect(result.endMs).toBeGreaterThanOrEqual(cueMs + 5000);
    expect(result.metrics.timeInZonePct).toBeLessThan(1);
    expect(Object.keys(result.metrics)).toEqual(['timeInZonePct', 'longestHoldS']);
  });

  test('of a stick that says nothing more while it rests in the middle is held', () => {
    const play = holdByHand(createHoldSet());
    for (let i = 0; i < 620; i++) play.tick([]);
    expect(play.state.outcome).toBe('success');
  });

  test('is followed by the next one after a breath, until the set is over', () => {
    const play = holdByHand(createHoldSet({ trials: 2 }, { sides: ['left', 'right'] }));
    expect(play.waitForResult(1).side).toBe('left');
    expect(play.state).toMatchObject({ phase: 'ready', trial: 1, side: 'right', held: 0 });
    expect(play.waitForResult(2).side).toBe('right');
    expect(play.state).toMatchObject({ phase: 'done', done: true });
  });
});

describe('quiet things', () => {
  test.each([0, 1, 6])('%i of them arrive during the hold, one by one and the same in every run', (arrivals) => {
    const times = () => {
      const play = holdByHand(createHoldSet({ arrivals }));
      play.waitForCue();
      const found: number[] = [];
      while (play.state.phase === 'cue') {
        play.tick();
        while (found.length < play.state.arrived) found.push(play.state.held);
      }
      return found;
    };
    const found = times();
    expect(found).toHaveLength(arrivals);
    for (const [i, held] of found.entries()) expect(held).toBeGreaterThan(found[i - 1] ?? 0);
    expect(found.at(-1) ?? 0).toBeLessThan(1);
    expect(times()).toEqual(found);
  });

  test('change nothing that is scored', () => {
    const results = [0, 6].map((arrivals) => holdByHand(createHoldSet({ arrivals })).waitForResult(1));
    expect(results[0]).toEqual(results[1]);
  });
});

describe('the mercy rule', () => {
  function missTwice() {
    const play = holdByHand(createHoldSet({ trials: 5 }));
    play.lean(0.9, -0.2);
    play.waitForResult(2);
    play.waitForCue();
    return play;
  }

  test('after two misses in a row the zone comes to where the child is, and the hold can be done there', () => {
    const play = missTwice();
    expect(play.state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss']);
    expect(play.state.assisted).toBe(true);
    play.wait(5000);
    expect(play.state).toMatchObject({ inside: true, phase: 'cue' });
    expect(play.waitForResult(3)).toMatchObject({ outcome: 'assisted', metrics: {} });
    expect(play.state.zone).toMatchObject({ x: 0, y: 0 });
  });

  test('a child that cannot stay even so is assisted, not missed, and the count begins anew', () => {
    const play = missTwice();
    while (play.state.results.length < 3) {
      play.lean(Math.floor(play.nowMs / 500) % 2 === 0 ? 1.5 : -1.5);
      play.tick();
    }
    expect(play.state.results[2]?.outcome).toBe('assisted');
    expect(play.state.memory.missesInRow).toBe(0);
  });
});

describe('a lost child', () => {
  test('is not a miss: the trial ends as lost after one second, and does not count towards mercy', () => {
    const play = holdByHand(createHoldSet());
    play.lean(0.9);
    play.waitForResult(1);
    play.waitForCue();
    play.hide(1000);
    expect(play.state.outcome).toBeNull();
    play.hide(10);
    expect(play.state.outcome).toBe('lost');
    play.waitForResult(2);
    expect(play.state.memory.missesInRow).toBe(1);
  });

  test('that is hidden for a moment neither holds nor is elsewhere in that time', () => {
    for (const x of [0, 0.9]) {
      const play = holdByHand(createHoldSet());
      play.waitForCue();
      play.lean(x);
      play.wait(1000);
      const { heldMs, outsideMs } = play.state.memory;
      play.hide(900);
      expect(Math.abs(play.state.memory.heldMs - heldMs)).toBeLessThanOrEqual(40);
      expect(Math.abs(play.state.memory.outsideMs - outsideMs)).toBeLessThanOrEqual(40);
      play.wait(500);
      expect(play.state.memory.heldMs + play.state.memory.outsideMs).toBeGreaterThan(heldMs + outsideMs + 400);
    }
  });
});

describe('an adult', () => {
  test.each([
    [0, 'success'],
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)('ends the hold by a tap, done well whatever the sensor saw; help %i is %s', (help, outcome) => {
    const play = holdByHand(createHoldSet());
    play.lean(0.9);
    play.waitForCue();
    play.wait(200);
    play.state.help = help;
    holdDrill.markRep(play.state, rep, play.nowMs);
    expect(play.waitForResult(1)).toMatchObject({ outcome, help });
  });

  test('taps before the cue too, and once a trial', () => {
    const play = holdByHand(createHoldSet({ trials: 1 }));
    play.tick();
    holdDrill.markRep(play.state, rep, play.nowMs);
    holdDrill.markRep(play.state, rep, play.nowMs);
    play.waitForResult(1);
    holdDrill.markRep(play.state, rep, play.nowMs);
    expect(play.state).toMatchObject({ done: true, results: [{ outcome: 'success' }] });
  });

  test('who counts alone has all the time in the world, and nothing is measured', () => {
    const play = holdByHand(createHoldSet({}, { byAdult: true }));
    for (let i = 0; i < 20_000; i++) play.tick([]);
    expect(play.state).toMatchObject({ phase: 'cue', outcome: null, held: 0 });
    holdDrill.markRep(play.state, rep, play.nowMs);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: {} });
  });
});

describe('a trial cut by a pause', () => {
  test('is repeated from its start and scored once', () => {
    const play = holdByHand(createHoldSet());
    play.waitForCue();
    play.wait(3000);
    holdDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 0, held: 0, results: [] });
    const cueMs = play.waitForCue();
    expect(play.waitForResult(1)).toMatchObject({ trial: 0, outcome: 'success', startMs: cueMs, endMs: cueMs + 5000 });
  });

  test('keeps its result when it was over already', () => {
    const play = holdByHand(createHoldSet());
    while (play.state.phase !== 'after') play.tick();
    holdDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state).toMatchObject({ phase: 'ready', trial: 1, results: [{ outcome: 'success' }] });
  });

  test('does not take a child for lost that was lost before the pause', () => {
    const play = holdByHand(createHoldSet());
    play.waitForCue();
    play.hide(900);
    holdDrill.repeatTrial(play.state, play.nowMs);
    for (let i = 0; i < 620; i++) play.tick([]);
    expect(play.state.outcome).toBe('success');
  });

  test('by the mercy rule keeps its mercy', () => {
    const play = holdByHand(createHoldSet());
    play.lean(0.9);
    play.waitForResult(2);
    play.waitForCue();
    holdDrill.repeatTrial(play.state, play.nowMs);
    play.waitForCue();
    expect(play.state.assisted).toBe(true);
  });
});

test('the stance is never made harder by the game', () => {
  expect(holdDrill.harderAxes(createHoldSet().params)).not.toContain('stance');
});
