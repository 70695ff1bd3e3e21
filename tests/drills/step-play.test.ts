import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { stepDrill } from '../../src/drills/step/drill';
import type { StepState } from '../../src/drills/step/state';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';
import { createStepSet } from './step-set';

const camera: Calibration = { ...plainTouch, source: 'pose' };
const toSetup = (set: SetSpec, seed = 'march') => ({ drill: stepDrill, set, seed, calibration: camera });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<StepState>(toSetup(set), { ...calmAbilities, ...abilities });

const mirror = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => {
    if (frame.kind !== 'pose') return frame;
    const swap = ([name, [x, y, z, seen]]: [string, readonly [number, number, number, number]]) => [
      name.startsWith('left_') ? name.replace('left_', 'right_') : name.replace('right_', 'left_'),
      [1 - x, y, z, seen],
    ];
    return { ...frame, joints: Object.fromEntries(Object.entries(frame.joints).map(swap)) };
  });

describe('marching before a camera', () => {
  test.each([40, 60, 80, 100])('a calm child lifts each foot to %i per cent of today, in turn', (liftPct) => {
    const set = { ...createStepSet(null, { liftPct }), sides: ['left', 'right', 'left', 'right'] as Side[] };
    const { state } = play(set);
    expect(state.results.map(({ outcome, side }) => [outcome, side])).toEqual(set.sides.map((side) => ['success', side]));
    for (const { metrics } of state.results) {
      expect(metrics.sideRight).toBe(1);
      expect(metrics.liftPct).toBeGreaterThanOrEqual(liftPct);
      expect(metrics.liftPct).toBeLessThan(150);
      // Its reaction time is 450 ms (SD 15 %); the foot is seen up some 150 ms later.
      expect(metrics.reactionMs).toBeGreaterThan(350);
      expect(metrics.reactionMs).toBeLessThan(1000);
    }
  });

  test('either foot may answer where no side is asked for', () => {
    const { state } = play(createStepSet(null));
    expect(state.results.every(({ outcome }) => outcome === 'success')).toBe(true);
  });

  test('a child that rests misses, and is helped by the mercy rule after two misses', () => {
    const { state } = play(createStepSet('left', { windowMs: 1500 }), { restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted', 'miss']);
  });

  test.each([1, 3, 5])('is counted through %i mm of tremor', (tremorMm) => {
    const { state } = play(createStepSet(null, { trials: 6 }), { tremorMm });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(Array(6).fill('success'));
  });

  test('a slow child answers later by what it is slower', () => {
    const mean = (reactionMs: number) => {
      const { results } = play(createStepSet('right', { trials: 10 }), { reactionMs }).state;
      return results.reduce((sum, { metrics }) => sum + (metrics.reactionMs ?? Number.NaN), 0) / results.length;
    };
    const slower = mean(900) - mean(450);
    expect(slower).toBeGreaterThan(380);
    expect(slower).toBeLessThan(560);
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const set = createStepSet('left', {}, { sides: ['left', 'right', 'left', 'left'] });
    const { frames, state } = play(set, { aimSdMm: 10 });
    expect(replayAt<StepState>(toSetup(set), frames, fps)).toEqual(state.results);
  });

  test('mirrored, it scores the same on the other side', () => {
    const set = createStepSet('left', {}, { sides: ['left', 'right', 'left', 'left'] });
    const { frames, state } = play(set, { aimSdMm: 10 });
    const other = { ...set, sides: set.sides.map((side) => side && toOtherSide(side)) };
    const results = replayAt<StepState>(toSetup(other), mirror(frames), 60);
    expect(results.map((result) => ({ ...result, side: result.side && toOtherSide(result.side) }))).toEqual(state.results);
  });

  test('a child that leaves the picture is lost, not scored as a miss', () => {
    const set = createStepSet('left');
    const { frames } = play(set);
    const gone = frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 700 ? { ...frame, joints: {} } : frame));
    expect(replayAt<StepState>(toSetup(set), gone, 60)[0]?.outcome).toBe('lost');
  });
});
