import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { shiftDirections, weightShiftParams } from '../../src/drills/weight-shift/params';
import { neutralRadius, placeTarget } from '../../src/drills/weight-shift/place';
import { createLeanSet, leanByHand } from './weight-shift-set';

const sides = ['left', 'right'] as const satisfies Side[];
const signOf = (side: Side) => (side === 'left' ? -1 : 1);
const placesOf = (set: ReturnType<typeof createLeanSet>, seed = 'places') => set.sides.map((_, trial) => placeTarget(set, createRng(seed), trial));
const bearing = ({ x, y }: { x: number; y: number }) => (Math.round((Math.atan2(x, y) * 180) / Math.PI) + 360) % 360;

describe('targets', () => {
  test.each([
    ['sides', [90, 270]],
    ['front', [0, 45, 90, 270, 315]],
    ['four', [0, 90, 180, 270]],
    ['eight', [0, 45, 90, 135, 180, 225, 270, 315]],
  ] as const)('of "%s" come once from every direction before one comes again', (directions, expected) => {
    const set = createLeanSet({ directions, trials: expected.length * 2 });
    const bearings = placesOf(set).map(bearing);
    for (const half of [bearings.slice(0, expected.length), bearings.slice(expected.length)])
      expect(half.toSorted((a, b) => a - b)).toEqual([...expected]);
  });

  test.each(sides)('of a trial of the %s are on that side, never in the middle', (side) => {
    for (const directions of shiftDirections) {
      const places = placesOf(createLeanSet({ directions, trials: 9 }, { sides: Array(9).fill(side) }));
      for (const { x } of places) expect(x * signOf(side)).toBeGreaterThan(0.1);
    }
  });

  test('of the left are the mirror image of those of the right', () => {
    const [left, right] = sides.map((side) => placesOf(createLeanSet({ directions: 'eight', trials: 9 }, { sides: Array(9).fill(side) })));
    expect(left?.map(({ x, y }) => ({ x: -x, y }))).toEqual(right?.map(({ x, y }) => ({ x, y })));
  });

  test.each([30, 100])('are at %i %% of the limit in every direction', (distanceLimitPct) => {
    for (const { x, y } of placesOf(createLeanSet({ directions: 'eight', trials: 8, distanceLimitPct })))
      expect(Math.hypot(x, y)).toBeCloseTo(distanceLimitPct / 100, 9);
  });

  test("are never beyond today's limit", () => {
    expect([weightShiftParams.distanceLimitPct.min, weightShiftParams.distanceLimitPct.max]).toEqual([30, 100]);
  });

  test('never reach into the middle, however wide and near', () => {
    const [wide] = placesOf(createLeanSet({ distanceLimitPct: 30, targetWidthPct: 60 }));
    expect(wide?.radius).toBeCloseTo(0.3 - neutralRadius, 9);
    const [narrow] = placesOf(createLeanSet({ distanceLimitPct: 80, targetWidthPct: 40 }));
    expect(narrow?.radius).toBeCloseTo(0.2, 9);
  });
});

describe('between two targets', () => {
  function afterOne(neutralMs: number) {
    const play = leanByHand(createLeanSet({ holdMs: 0, neutralMs }, { sides: ['right', 'left'] }));
    play.waitForCue();
    play.lean(0.8, 0);
    play.waitForResult(1);
    return play;
  }

  test('the child comes back to the middle and stays there first', () => {
    const play = afterOne(1000);
    play.wait(2000);
    expect(play.state.phase).toBe('ready');
    play.lean(0.1, 0);
    play.wait(980);
    expect(play.state.phase).toBe('ready');
    play.wait(60);
    expect(play.state).toMatchObject({ phase: 'cue', trial: 1, side: 'left' });
  });

  test.each([
    [0.149, 'cue'],
    [0.151, 'ready'],
  ] as const)('the middle ends at 15 %% of the limit: %d', (x, phase) => {
    for (const sign of [1, -1]) {
      const play = afterOne(300);
      play.lean(x * sign, 0);
      play.wait(2000);
      expect(play.state.phase).toBe(phase);
    }
  });

  test('a child that cannot come back to the middle is not kept waiting', () => {
    const play = afterOne(1000);
    play.wait(4980);
    expect(play.state.phase).toBe('ready');
    play.wait(20);
    expect(play.state.phase).toBe('cue');
  });

  test('no way back is asked for where the level wants none', () => {
    const play = afterOne(0);
    play.wait(610);
    expect(play.state.phase).toBe('cue');
  });
});
