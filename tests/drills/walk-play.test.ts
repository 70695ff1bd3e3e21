import { describe, expect, test } from 'vitest';
import type { Abilities, SetSpec } from '../../src/drills/types';
import { walkDrill } from '../../src/drills/walk/drill';
import type { WalkState } from '../../src/drills/walk/state';
import type { Calibration, Frame } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';
import { createWalkSet } from './walk-set';

const waist: Calibration = { ...plainTouch, source: 'motion' };
const toSetup = (set: SetSpec, calibration = waist) => ({ drill: walkDrill, set, seed: 'post', calibration });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<WalkState>(toSetup(set), { ...calmAbilities, ...abilities });
const tap = (atMs: number): Frame => ({ kind: 'adult', capturedMs: atMs, deliveredMs: atMs, rep: true, help: 0 });

describe('walking with a sensor at the waist', () => {
  test('a calm child that walks 10 m in steps of half a metre is counted within two steps', () => {
    for (const { outcome, metrics } of play(createWalkSet({ trials: 2 })).state.results) {
      expect(outcome).toBe('success');
      expect(Math.abs((metrics.steps ?? 0) - 21)).toBeLessThanOrEqual(2);
      expect(metrics.cadenceSpm).toBeGreaterThan(115);
      expect(metrics.cadenceSpm).toBeLessThan(125);
      expect(metrics.speedMps).toBeUndefined();
    }
  });

  test('a child that does not walk misses twice; the third walk is certain', () => {
    const { state } = play(createWalkSet({ trials: 4, windowMs: 10_000 }), { restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted', 'miss']);
  });

  test.each([15, 60, 144])("scores the same to the last digit at %i pictures a second, an adult's taps among the frames", (fps) => {
    const set = createWalkSet({ trials: 2 });
    const { frames } = play(set, { aimSdMm: 10, tremorMm: 1 });
    const all = [...frames, tap(1203), tap(9017)].sort((a, b) => a.deliveredMs - b.deliveredMs);
    const runner = createRunner<WalkState>(toSetup(set));
    for (const frame of all) runner.push(frame);
    runner.advanceTo(600_000);
    expect(runner.state.results[0]?.metrics.speedMps).toBeCloseTo(10 / 7.814, 9);
    expect(replayAt<WalkState>(toSetup(set), all, fps)).toEqual(runner.state.results);
  });

  test('a recorded set plays again to the same results', () => {
    const set = createWalkSet({ trials: 1, course: 'minute', walkS: 30 });
    const { frames, state } = play(set);
    expect(replayAt<WalkState>(toSetup(set), frames, 60)).toEqual(state.results);
    expect(state.results[0]?.outcome).toBe('success');
  });

  test('a sensor that falls silent is the sensor: the walk is lost, not missed', () => {
    const set = createWalkSet({ trials: 1 });
    const silent = play(set).frames.filter(({ capturedMs }) => capturedMs < 3000);
    expect(replayAt<WalkState>(toSetup(set), silent, 60)[0]?.outcome).toBe('lost');
  });
});

test("an adult's thumb alone plays a whole set: two taps a way", () => {
  const runner = createRunner<WalkState>({
    ...toSetup(createWalkSet({ trials: 2 }, { byAdult: true })),
    calibration: { ...plainTouch, source: 'adult' },
  });
  for (const atMs of [5000, 17_500, 30_000, 50_000]) runner.push(tap(atMs));
  runner.advanceTo(60_000);
  expect(runner.state.results.map(({ outcome, metrics }) => ({ outcome, metrics }))).toEqual([
    { outcome: 'success', metrics: { distanceM: 10, timeS: 12.5, speedMps: 0.8 } },
    { outcome: 'success', metrics: { distanceM: 10, timeS: 20, speedMps: 0.5 } },
  ]);
});
