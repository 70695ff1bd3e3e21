import { describe, expect, test } from 'vitest';
import type { Help } from '../../src/core/units';
import { mobilityDrill } from '../../src/drills/mobility/drill';
import type { MobilityParams } from '../../src/drills/mobility/params';
import type { MobilityState } from '../../src/drills/mobility/state';
import type { Params, SetSpec } from '../../src/drills/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';

const fieldMm = { width: 256, height: 160 };
const touch = { accept: 'contact', holdMs: 0, mergeMs: 100, edgeRestMm: 0, palmMm: 40 } as const;
const calibration = { source: 'adult', fieldMm, touch } as const;
const toSet = (params: Partial<Params<MobilityParams>> = {}, trials = 2): SetSpec<MobilityParams> => ({
  params: { move: 'roll', trials, distanceM: 0, stayS: 0, ...params },
  sides: Array.from({ length: trials }, () => null),
  space: { widthMm: 256, heightMm: 160, originXMm: 128, originYMm: 120, reachMm: 300 },
  lockoutMs: 500,
  byAdult: true,
});

function play(set = toSet()) {
  const runner = createRunner<MobilityState>({ drill: mobilityDrill, set, seed: 'm', calibration });
  let nowMs = 0;
  const wait = (ms: number) => {
    nowMs += ms;
    runner.advanceTo(nowMs);
  };
  const tap = (help: Help = 0) => {
    runner.push({ kind: 'adult', capturedMs: nowMs, deliveredMs: nowMs, rep: true, help });
    wait(10);
  };
  return { runner, state: runner.state, wait, tap, now: () => nowMs };
}

describe('moving about', () => {
  test('an adult sees it and taps: a success, with its time from the cue', () => {
    const { state, wait, tap } = play();
    wait(600);
    expect(state.phase).toBe('cue');
    const { cueMs } = state.memory;
    wait(4000);
    tap();
    wait(1000);
    expect(state.results).toMatchObject([{ outcome: 'success', help: 0, startMs: cueMs }]);
    expect(state.results[0]?.metrics.timeS).toBeCloseTo(4, 1);
  });

  test.each([
    [0, 'success'],
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)('with help %i it is a %s', (help, outcome) => {
    const { state, wait, tap } = play();
    wait(2000);
    tap(help);
    wait(1000);
    expect(state.results).toMatchObject([{ outcome, help }]);
  });

  test('there is no time window: nothing is ever missed', () => {
    const { state, wait } = play();
    wait(600_000);
    expect(state).toMatchObject({ phase: 'cue', results: [] });
  });

  test.each([
    [499, 1],
    [501, 2],
  ])('a second tap %i ms after the first counts %i moves: a thumb that bounces has seen one', (apartMs, moves) => {
    const { state, wait, tap } = play(toSet({}, 3));
    wait(2000);
    tap();
    // The end of the first trial is shown for 0.9 s; a tap in the calm after it asks for the next at once.
    wait(920);
    const since = state.memory.lastMs ?? 0;
    expect(since).toBeGreaterThan(0);
    state.memory.lastMs = 2930 - apartMs;
    tap();
    wait(1000);
    expect(state.results).toHaveLength(moves);
  });

  test('a stay is part of the move, not of its time', () => {
    const { state, wait, tap } = play(toSet({ move: 'kneel', stayS: 3 }));
    wait(2600);
    tap();
    expect(state.phase).toBe('stay');
    wait(1500);
    expect(state.held).toBeCloseTo(0.5, 1);
    wait(1500);
    expect(state.outcome).toBe('success');
    wait(1000);
    expect(state.results[0]?.metrics.timeS).toBeCloseTo(2, 1);
    expect((state.results[0]?.endMs ?? 0) - (state.results[0]?.startMs ?? 0)).toBeCloseTo(5000, -2);
  });

  test('a way that was measured gives a speed; a move in place has none', () => {
    for (const [move, speed] of [
      ['wheel', 2.5],
      ['kneel', undefined],
    ] as const) {
      const { state, wait, tap } = play(toSet({ move, distanceM: 5 }));
      wait(2600);
      tap();
      wait(1000);
      const { speedMps } = state.results[0]?.metrics ?? {};
      if (speed === undefined) expect(speedMps).toBeUndefined();
      else expect(speedMps).toBeCloseTo(speed, 1);
    }
  });

  test('a pause repeats the move and is no part of the pace', () => {
    const { runner, state, wait, tap } = play(toSet({}, 3));
    wait(2000);
    tap();
    wait(3000);
    runner.cut();
    expect(state).toMatchObject({ phase: 'ready', trial: 1 });
    wait(3000);
    tap();
    wait(1000);
    expect(state.results[1]?.metrics.movesPerMin).toBeUndefined();
  });

  test('moves a minute run from the end of one to the end of the next', () => {
    const { state, wait, tap } = play(toSet({}, 3));
    wait(2000);
    tap();
    wait(5990);
    tap();
    wait(1000);
    expect(state.results[1]?.metrics.movesPerMin).toBeCloseTo(10, 1);
  });

  test('a simulated set comes to its end, the same each time', () => {
    const run = () =>
      simulateSet<MobilityState>({ drill: mobilityDrill, set: toSet({ move: 'crawl', distanceM: 3 }, 5), seed: 's', calibration }, calmAbilities)
        .state.results;
    expect(run()).toHaveLength(5);
    expect(run()).toEqual(run());
  });
});
