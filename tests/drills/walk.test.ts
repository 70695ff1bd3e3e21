import { describe, expect, test } from 'vitest';
import { walkDrill } from '../../src/drills/walk/drill';
import { createWalkSet, walkByHand } from './walk-set';

describe("a measured way with an adult's taps", () => {
  test('is timed from the start line to the line: 10 m in 10 s are 1 m/s, with the steps between the taps', () => {
    const play = walkByHand(createWalkSet());
    const cueMs = play.waitForCue();
    play.stepAt(cueMs + 500);
    play.tapAt(cueMs + 1000);
    play.walk(18, cueMs + 1300);
    play.tapAt(cueMs + 11_000);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'success', startMs: cueMs + 1000, endMs: cueMs + 11_000 });
    expect(result.metrics).toMatchObject({ distanceM: 10, speedMps: 1, timeS: 10, steps: 18 });
    expect(result.metrics.cadenceSpm).toBeCloseTo(120, 6);
  });

  test('hears no second tap within half a second, and one after it', () => {
    for (const [afterMs, phase] of [
      [490, 'cue'],
      [500, 'after'],
    ] as const) {
      const play = walkByHand(createWalkSet({ distanceM: 2 }));
      const cueMs = play.waitForCue();
      play.tapAt(cueMs + 1000);
      play.tapAt(cueMs + 1000 + afterMs);
      expect(play.state.phase).toBe(phase);
    }
  });

  test('tells no speed that no child walks: a tap was too early', () => {
    for (const [ms, told] of [
      [1670, true],
      [1660, false],
    ] as const) {
      const play = walkByHand(createWalkSet({}, { byAdult: true }));
      const cueMs = play.waitForCue();
      play.tapAt(cueMs + 1000);
      play.tapAt(cueMs + 1000 + ms);
      expect('speedMps' in play.waitForResult(1).metrics).toBe(told);
    }
  });

  test('may be as slow as it likes: without a sensor there is no window and no miss', () => {
    const play = walkByHand(createWalkSet({ trials: 1 }, { byAdult: true }));
    play.tapAt(400_000);
    play.tapAt(500_000, 2);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'assisted', help: 2, metrics: { distanceM: 10, timeS: 100, speedMps: 0.1 } });
    expect(result.metrics.steps).toBeUndefined();
    expect(play.state.done).toBe(true);
  });

  test('is not lost where the sensor loses the child; only the steps are then not measured', () => {
    const play = walkByHand(createWalkSet());
    const cueMs = play.waitForCue();
    play.tapAt(cueMs + 100);
    play.walk(4, cueMs + 500);
    play.tick([play.signal({ phase: 'none' }, play.nowMs, 0)]);
    play.wait(3000);
    expect(play.state.phase).toBe('cue');
    play.tapAt(cueMs + 10_100);
    const { outcome, metrics } = play.waitForResult(1);
    expect(outcome).toBe('success');
    expect(metrics).toEqual({ distanceM: 10, timeS: 10, speedMps: 1 });
  });
});

describe('a measured way by a sensor alone', () => {
  test('ends once the child has stood; distance and speed are not measured, steps, time and cadence are', () => {
    const play = walkByHand(createWalkSet());
    const cueMs = play.waitForCue();
    const lastMs = play.walk(20, cueMs + 1000);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'success', endMs: lastMs + 4000 });
    expect(result.metrics).toEqual({ steps: 20, timeS: 9.5, cadenceSpm: expect.closeTo(120, 6) });
  });

  test('with fewer steps than metres it waits: a rest on the way is no end', () => {
    for (const [steps, ended] of [
      [9, false],
      [10, true],
    ] as const) {
      const play = walkByHand(createWalkSet());
      const cueMs = play.waitForCue();
      const lastMs = play.walk(steps, cueMs + 1000);
      play.waitUntil(lastMs + 4000);
      expect(play.state.phase === 'after').toBe(ended);
    }
  });

  test('cuts nobody short who walks when the window is over', () => {
    const play = walkByHand(createWalkSet({ windowMs: 10_000 }));
    const cueMs = play.waitForCue();
    const lastMs = play.walk(9, cueMs + 1000, 3000);
    expect(play.state.phase).toBe('cue');
    play.stepAt(lastMs + 3000);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: { steps: 10 } });
  });

  test('without enough steps by the end of the window is a miss; after two of them half of the way counts', () => {
    const play = walkByHand(createWalkSet({ trials: 4, windowMs: 10_000 }));
    for (const trial of [0, 1]) {
      const cueMs = play.waitForCue();
      play.walk(5, cueMs + 500);
      expect(play.waitForResult(trial + 1)).toMatchObject({ outcome: 'miss', endMs: cueMs + 10_000 });
    }
    const cueMs = play.waitForCue();
    expect(play.state.assisted).toBe(true);
    const lastMs = play.walk(5, cueMs + 500);
    expect(play.waitForResult(3)).toMatchObject({ outcome: 'assisted', endMs: lastMs + 4000 });
    play.waitForCue();
    expect(play.state.assisted).toBe(false);
  });

  test('counts a step that was made inside it and became known after it', () => {
    const play = walkByHand(createWalkSet({ windowMs: 10_000 }));
    const cueMs = play.waitForCue();
    play.walk(9, cueMs + 1000);
    play.waitUntil(cueMs + 10_300);
    expect(play.state.outcome).toBe('miss');
    play.tick([play.signal({}, cueMs + 9900)]);
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'success', metrics: { steps: 10 } });
  });

  test('is lost, not missed, once the child is not seen for a second', () => {
    for (const [awayMs, phase] of [
      [990, 'cue'],
      [1000, 'after'],
    ] as const) {
      const play = walkByHand(createWalkSet());
      play.waitForCue();
      play.tick([play.signal({ phase: 'none' }, play.nowMs, 0)]);
      play.wait(awayMs - (play.state.memory.lostSinceMs === null ? 0 : play.nowMs - play.state.memory.lostSinceMs));
      expect(play.state.phase).toBe(phase);
      if (phase === 'after') expect(play.state.outcome).toBe('lost');
    }
  });

  test('a camera counts a foot that was up and came down, not one that rests', () => {
    const play = walkByHand(createWalkSet());
    play.waitForCue();
    play.wait(300);
    play.tick([play.signal({ side: 'left', phase: 'lift', height: 1 })]);
    play.wait(200);
    play.tick([play.signal({ side: 'left' })]);
    play.wait(200);
    play.tick([play.signal({ side: 'right' })]);
    expect(play.state.steps.map(({ side }) => side)).toEqual(['left']);
  });
});

describe('the one-minute walk', () => {
  test('ends by itself after its time; laps are tapped, and a part of a lap is not counted', () => {
    const play = walkByHand(createWalkSet({ course: 'minute', trials: 1 }, { byAdult: true }));
    const cueMs = play.waitForCue();
    play.tapAt(cueMs + 5000);
    for (const lapMs of [15_000, 25_000, 35_000, 45_000, 55_000]) play.tapAt(cueMs + 5000 + lapMs);
    expect(play.state.laps).toBe(5);
    expect(play.state.phase).toBe('cue');
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'success', startMs: cueMs + 5000, endMs: cueMs + 65_000 });
    // 50 m by the last whole lap, at 55 s.
    expect(result.metrics).toEqual({ distanceM: 50, timeS: 60, speedMps: expect.closeTo(50 / 55, 9) });
  });

  test('without a whole lap no distance is told', () => {
    const play = walkByHand(createWalkSet({ course: 'minute', trials: 1 }, { byAdult: true }));
    play.tapAt(play.waitForCue() + 1000);
    expect(play.waitForResult(1).metrics).toEqual({ timeS: 60 });
  });

  test('without taps begins with the first step, allows standing, and counts the steps', () => {
    const play = walkByHand(createWalkSet({ course: 'minute', trials: 1 }));
    const cueMs = play.waitForCue();
    play.walk(10, cueMs + 2000);
    play.walk(10, cueMs + 40_000);
    const result = play.waitForResult(1);
    expect(result).toMatchObject({ outcome: 'success', endMs: cueMs + 62_000, metrics: { steps: 20, timeS: 60 } });
    expect(result.metrics.distanceM).toBeUndefined();
  });

  test('of a child that does not set off is a miss at the end of the window', () => {
    const play = walkByHand(createWalkSet({ course: 'minute', windowMs: 20_000 }));
    const cueMs = play.waitForCue();
    expect(play.waitForResult(1)).toMatchObject({ outcome: 'miss', endMs: cueMs + 20_000 });
  });
});

test('a pause repeats the walk from its start, taps and steps forgotten', () => {
  const play = walkByHand(createWalkSet());
  const cueMs = play.waitForCue();
  play.tapAt(cueMs + 500);
  play.walk(6, cueMs + 800);
  play.repeat();
  expect(play.state).toMatchObject({ phase: 'ready', trial: 0, startedMs: null, steps: [], laps: 0 });
  expect(play.state.results).toEqual([]);
  const nextMs = play.waitForCue();
  play.tapAt(nextMs + 1000);
  play.tapAt(nextMs + 6000);
  expect(play.waitForResult(1).metrics).toMatchObject({ distanceM: 10, timeS: 5 });
});

test('a walk that was over before a pause stands', () => {
  const play = walkByHand(createWalkSet());
  const cueMs = play.waitForCue();
  play.tapAt(cueMs + 500);
  play.tapAt(cueMs + 8500);
  play.repeat();
  expect(play.state.results).toHaveLength(1);
  expect(play.state).toMatchObject({ phase: 'ready', trial: 1 });
});

test('only sources that an adult stands beside tell of the way, and a thumb alone tells of no steps', () => {
  const { distanceM, speedMps, steps, cadenceSpm } = walkDrill.metrics;
  for (const metric of [distanceM, speedMps]) expect([...metric.sources].sort()).toEqual(['adult', 'motion', 'pose']);
  for (const metric of [steps, cadenceSpm]) expect([...metric.sources].sort()).toEqual(['motion', 'pose']);
});
