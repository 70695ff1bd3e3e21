import { describe, expect, test } from 'vitest';
import { type Side, toOtherSide } from '../../src/core/units';
import { raiseDrill } from '../../src/drills/raise/drill';
import type { RaiseState } from '../../src/drills/raise/state';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { createRaiseSet } from './raise-set';
import { plainTouch } from './reach-set';
import { replayAt } from './step-replay';

const camera: Calibration = { ...plainTouch, source: 'pose', limb: 'shoulder_elevation' };
const toSetup = (set: SetSpec) => ({ drill: raiseDrill, set, seed: 'raise', calibration: camera });
const play = (set: SetSpec, abilities: Partial<Abilities> = {}) => simulateSet<RaiseState>(toSetup(set), { ...calmAbilities, ...abilities });
const inTurn: readonly Side[] = ['left', 'right', 'left', 'right'];

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

describe('raising before a camera', () => {
  test.each([50, 80, 100])('a calm child raises each arm to %i per cent of today, in turn, slowly', (targetRangePct) => {
    const set = { ...createRaiseSet(null, { targetRangePct }), sides: inTurn };
    const { state } = play(set);
    expect(state.results.map(({ outcome, side }) => [outcome, side])).toEqual(inTurn.map((side) => ['success', side]));
    for (const { metrics } of state.results) {
      expect(metrics.rangePct).toBeGreaterThanOrEqual(targetRangePct);
      expect(metrics.rangePct).toBeLessThan(targetRangePct + 15);
      expect(metrics.peakSpeedDps).toBeLessThan(60);
      expect(metrics.reactionMs).toBeGreaterThan(400);
      // A slow raise passes its first 5 degrees late.
      expect(metrics.reactionMs).toBeLessThan(2000);
    }
  });

  test('a child that rests misses, and is helped by the mercy rule after two misses', () => {
    const { state } = play(createRaiseSet('left', { windowMs: 3000 }), { restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted', 'miss']);
  });

  test.each([1, 3, 5])('is done through %i mm of tremor', (tremorMm) => {
    const { state } = play(createRaiseSet('right', { windowMs: 15_000 }), { tremorMm });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('success'));
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const set = { ...createRaiseSet('left'), sides: inTurn };
    const { frames, state } = play(set, { aimSdMm: 6 });
    expect(replayAt<RaiseState>(toSetup(set), frames, fps)).toEqual(state.results);
  });

  test('mirrored, it scores the same on the other side', () => {
    const set = { ...createRaiseSet('left'), sides: inTurn };
    const { frames, state } = play(set, { aimSdMm: 6 });
    const results = replayAt<RaiseState>(toSetup({ ...set, sides: inTurn.map(toOtherSide) }), mirror(frames), 60);
    expect(results.map((result) => ({ ...result, side: result.side && toOtherSide(result.side) }))).toEqual(state.results);
  });

  test('a child that leaves the picture is lost, not scored as a miss', () => {
    const set = createRaiseSet('left');
    const gone = play(set).frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 900 ? { ...frame, joints: {} } : frame));
    expect(replayAt<RaiseState>(toSetup(set), gone, 60)[0]?.outcome).toBe('lost');
  });
});
