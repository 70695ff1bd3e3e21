import { describe, expect, test } from 'vitest';
import { riseDrill } from '../../src/drills/rise/drill';
import type { RiseState } from '../../src/drills/rise/state';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { plainTouch } from './reach-set';
import { createRiseSet } from './rise-set';
import { replayAt } from './step-replay';

const camera: Calibration = { ...plainTouch, source: 'pose' };
const toSetup = (set: SetSpec) => ({ drill: riseDrill, set, seed: 'rise', calibration: camera });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<RiseState>(toSetup(set), { ...calmAbilities, ...abilities });
const mirror = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => {
    if (frame.kind !== 'pose') return frame;
    const other = (name: string) => (name.startsWith('left_') ? name.replace('left_', 'right_') : name.replace('right_', 'left_'));
    return {
      ...frame,
      joints: Object.fromEntries(Object.entries(frame.joints).map(([name, [x, y, z, seen]]) => [other(name), [1 - x, y, z, seen]])),
      world: Object.fromEntries(Object.entries(frame.world ?? {}).map(([name, [x, y, z]]) => [other(name), [-x, y, z]])),
    };
  });

describe('standing up before a camera', () => {
  test.each([50, 80, 100])('a calm child stands up to %i per cent of today, each time', (heightPct) => {
    const { state } = play(createRiseSet({ heightPct }));
    expect(state.results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('success'));
    for (const [i, { metrics }] of state.results.entries()) {
      expect(metrics.heightPct).toBeGreaterThanOrEqual(heightPct);
      // It stands up in 1 s; a minimum-jerk way passes from a tenth to nine tenths in half of that.
      if (heightPct > 85) expect(metrics.riseS).toBeGreaterThan(0.3);
      if (metrics.riseS !== undefined) expect(metrics.riseS).toBeLessThan(1);
      expect(metrics.reactionMs).toBeGreaterThan(400);
      expect(metrics.reactionMs).toBeLessThan(1300);
      if (i === 0) expect(metrics.cycleS).toBeUndefined();
      else expect(metrics.cycleS).toBeGreaterThan(2);
    }
  });

  test('a slower child rises later by what it is slower', () => {
    const mean = (slopeMs: number) => {
      const { results } = play(createRiseSet({ heightPct: 95 }), { slopeMs }).state;
      return results.reduce((sum, { metrics }) => sum + (metrics.riseS ?? Number.NaN), 0) / results.length;
    };
    expect(mean(750) / mean(250)).toBeGreaterThan(1.6);
  });

  test('a child that rests misses, and is helped by the mercy rule after two misses', () => {
    const { state } = play(createRiseSet({ windowMs: 3000, trials: 4 }), { restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted', 'miss']);
  });

  test.each([1, 3, 5])('is counted through %i mm of tremor', (tremorMm) => {
    const { state } = play(createRiseSet({ heightPct: 80 }), { tremorMm });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('success'));
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const set = createRiseSet({ heightPct: 80 });
    const { frames, state } = play(set, { aimSdMm: 6 });
    expect(replayAt<RiseState>(toSetup(set), frames, fps)).toEqual(state.results);
  });

  test('mirrored, it scores the same', () => {
    const set = createRiseSet({ heightPct: 80 });
    const { frames, state } = play(set, { aimSdMm: 6 });
    const rounded = (results: RiseState['results']) =>
      JSON.parse(JSON.stringify(results), (_, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value));
    expect(rounded(replayAt<RiseState>(toSetup(set), mirror(frames), 60) as RiseState['results'])).toEqual(rounded(state.results));
  });

  test('a child that leaves the picture is lost, not scored as a miss', () => {
    const set = createRiseSet();
    const gone = play(set).frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 700 ? { ...frame, joints: {} } : frame));
    expect(replayAt<RiseState>(toSetup(set), gone, 60)[0]?.outcome).toBe('lost');
  });
});
