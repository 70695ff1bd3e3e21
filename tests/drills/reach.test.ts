import { describe, expect, test } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import { createSet, playByHand } from './reach-set';

describe('a touch on the target', () => {
  test('counts up to the very edge of its width, and not beyond', () => {
    for (const [away, expected] of [
      [20, true],
      [20.1, false],
    ] as const) {
      const play = playByHand(createSet());
      play.waitForCue();
      play.touch(play.hand(play.target.xMm + away, play.target.yMm));
      expect(play.target.hit).toBe(expected);
    }
  });

  test('is a success, with the time from cue to touch', () => {
    const play = playByHand(createSet());
    play.waitForCue();
    const cueMs = play.nowMs;
    play.wait(400);
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    play.wait(900);
    expect(play.state.results).toHaveLength(1);
    expect(play.state.results[0]).toMatchObject({ trial: 0, outcome: 'success', help: 0, startMs: cueMs, endMs: cueMs + 406 });
    expect(play.state.results[0]?.metrics.responseMs).toBe(406);
  });

  test('does not count while the hand may not choose yet', () => {
    const play = playByHand(createSet());
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm, 1, false));
    play.wait(300);
    expect(play.target.hit).toBe(false);
  });

  test('by a second hand does nothing while the first one works', () => {
    const play = playByHand(createSet());
    play.waitForCue();
    play.touch(play.hand(5, 5, 1), play.hand(play.target.xMm, play.target.yMm, 2));
    expect(play.target.hit).toBe(false);
  });

  test('made before the cue does not answer it', () => {
    const play = playByHand(createSet({ distanceMm: 0, targetWidthMm: 100, mode: 'anywhere' }));
    play.touch(play.hand(130, 85));
    play.waitForCue();
    play.wait(500);
    expect(play.state.outcome).toBeNull();
    play.touch(play.hand(139, 85));
    expect(play.state.outcome).toBe('success');
  });
});

describe('the lock-out', () => {
  test.each([500, 1200])('shows no new target for %i ms after a hit', (lockoutMs) => {
    const play = playByHand(createSet({}, { lockoutMs }));
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    const hitMs = play.nowMs;
    play.waitForCue();
    expect(play.nowMs - hitMs).toBeGreaterThanOrEqual(lockoutMs);
    expect(play.state.trial).toBe(1);
  });
});

describe('a hold', () => {
  test('is done after its whole time inside, to the tick', () => {
    const play = playByHand(createSet({ holdMs: 600 }));
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    play.wait(580);
    expect(play.target.hit).toBe(false);
    expect(play.target.held).toBeGreaterThan(0.9);
    play.wait(20);
    expect(play.target.hit).toBe(true);
  });

  test('survives a tremor that leaves the target for less than 0.2 s, and starts anew after a longer way out', () => {
    for (const [outMs, expected] of [
      [150, true],
      [300, false],
    ] as const) {
      const play = playByHand(createSet({ holdMs: 600 }));
      play.waitForCue();
      const { xMm, yMm } = play.target;
      play.touch(play.hand(xMm, yMm));
      play.wait(290);
      play.touch(play.hand(xMm + 30, yMm));
      play.wait(outMs - 10);
      play.touch(play.hand(xMm, yMm));
      play.wait(600 - 300 - outMs + 10);
      expect(play.target.hit).toBe(expected);
    }
  });

  test('that begins inside the time window may be finished after it', () => {
    const play = playByHand(createSet({ holdMs: 1000, windowMs: 2000 }));
    play.waitForCue();
    play.wait(1500);
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    play.wait(1000);
    expect(play.state.outcome).toBe('success');
  });

  test('cannot keep a trial open for ever', () => {
    const play = playByHand(createSet({ holdMs: 500, windowMs: 2000 }));
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm, 1, false));
    play.wait(3100);
    expect(play.state.outcome).toBe('miss');
  });
});

describe('the mercy rule', () => {
  function missTwice(set = createSet({ windowMs: 1500 })) {
    const play = playByHand(set);
    for (let i = 0; i < 2; i++) {
      play.waitForCue();
      play.wait(1500);
      play.wait(800);
    }
    return play;
  }

  test('after two misses in a row the next target comes to the hand, and any touch is an assisted success', () => {
    const play = missTwice();
    expect(play.state.assisted).toBe(true);
    play.touch(play.hand(20, 20));
    expect(play.state.outcome).toBe('assisted');
    play.wait(900);
    expect(play.state.results.map((result) => result.outcome)).toEqual(['miss', 'miss', 'assisted']);
  });

  test('without any touch the target still arrives, and the trial is assisted, not missed', () => {
    const play = missTwice();
    play.wait(1500);
    expect(play.state.outcome).toBe('assisted');
  });

  test('one miss does not start it, and after it the count begins anew', () => {
    const play = missTwice(createSet({ windowMs: 1500, trials: 5 }));
    play.wait(2400);
    expect(play.state.trial).toBe(3);
    expect(play.state.assisted).toBe(false);
    play.wait(2400);
    expect(play.state.trial).toBe(4);
    expect(play.state.assisted).toBe(false);
  });

  test('the path to a target that came by itself is not measured', () => {
    const play = missTwice();
    for (let i = 0; i < 40; i++) play.touch(play.hand(30 + i * 2, 90));
    play.wait(900);
    expect(play.state.results[2]?.metrics.straightness).toBeUndefined();
  });
});

describe('carrying', () => {
  test('the firefly goes with the hand, waits where it was left, and arrives', () => {
    const play = playByHand(createSet({ mode: 'drag', windowMs: 20000 }));
    play.waitForCue();
    const { carried } = play.state;
    if (!carried) throw new Error('nothing to carry');
    play.touch(play.hand(carried.xMm, carried.yMm));
    play.touch(play.hand(carried.xMm + 10, carried.yMm - 10));
    const left = { xMm: carried.xMm, yMm: carried.yMm };
    play.lift();
    play.wait(1000);
    expect(play.state.carried).toMatchObject(left);
    play.touch(play.hand(left.xMm, left.yMm, 2));
    play.touch(play.hand(play.target.xMm, play.target.yMm, 2));
    expect(play.target.hit).toBe(true);
  });

  test('needs no dragging: a touch on the firefly and a second one on the lantern do it', () => {
    const play = playByHand(createSet({ mode: 'drag', windowMs: 20000 }));
    play.waitForCue();
    const { carried } = play.state;
    if (!carried) throw new Error('nothing to carry');
    play.touch(play.hand(carried.xMm, carried.yMm));
    play.lift();
    play.wait(500);
    play.touch(play.hand(play.target.xMm, play.target.yMm, 2));
    expect(play.target.hit).toBe(true);
  });

  test('a touch on the lantern alone brings nothing', () => {
    const play = playByHand(createSet({ mode: 'drag', windowMs: 20000 }));
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    expect(play.target.hit).toBe(false);
  });
});

describe('two hands at once', () => {
  test('one hand alone does not win; the second hand does, and the time between them is told', () => {
    const play = playByHand(createSet({ mode: 'two-hands', windowMs: 20000 }));
    play.waitForCue();
    const [left, right] = play.state.targets;
    if (!left || !right) throw new Error('two targets are missing');
    play.touch(play.hand(left.xMm, left.yMm, 1));
    play.wait(390);
    expect(play.state.outcome).toBeNull();
    play.touch(play.hand(left.xMm, left.yMm, 1), play.hand(right.xMm, right.yMm, 2));
    expect(play.state.outcome).toBe('success');
    play.wait(900);
    expect(play.state.results[0]?.metrics.handGapMs).toBeCloseTo(400, -1);
  });

  test('one hand inside both targets by turns does not win', () => {
    const play = playByHand(createSet({ mode: 'two-hands', windowMs: 20000 }));
    play.waitForCue();
    const [left, right] = play.state.targets;
    if (!left || !right) throw new Error('two targets are missing');
    play.touch(play.hand(left.xMm, left.yMm, 1));
    play.touch(play.hand(right.xMm, right.yMm, 1));
    play.wait(50);
    expect(play.state.outcome).toBeNull();
  });
});

describe('a trial cut by a pause', () => {
  test('is shown again at the same place and scored once', () => {
    const play = playByHand(createSet());
    play.waitForCue();
    const place = { ...play.state.places[0] };
    play.wait(1000);
    reachDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state.targets).toEqual([]);
    play.waitForCue();
    expect(play.state.trial).toBe(0);
    expect(play.state.places).toEqual([place]);
    expect(play.state.results).toEqual([]);
  });

  test('keeps its result when it was decided already', () => {
    const play = playByHand(createSet());
    play.waitForCue();
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    reachDrill.repeatTrial(play.state, play.nowMs);
    expect(play.state.results).toHaveLength(1);
    expect(play.state.trial).toBe(1);
  });
});

describe('a hand that rests on the glass', () => {
  test('is not under the next target where there is room elsewhere', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const play = playByHand(createSet({ trials: 6, windowMs: 1500, distanceMm: 60 }), seed);
      play.touch(play.hand(130, 62));
      for (let trial = 0; trial < 6; trial++) {
        play.waitForCue();
        if (play.state.done) break;
        if (!play.state.assisted) expect(Math.hypot(play.target.xMm - 130, play.target.yMm - 62)).toBeGreaterThan(20);
        play.wait(2300);
      }
    }
  });

  test('inside a target that can be nowhere else answers by moving, not by resting', () => {
    const play = playByHand(createSet({ distanceMm: 0, targetWidthMm: 100 }));
    play.touch(play.hand(130, 122));
    play.waitForCue();
    play.wait(1000);
    expect(play.state.outcome).toBeNull();
    play.touch(play.hand(130, 113));
    expect(play.state.outcome).toBe('success');
  });
});
