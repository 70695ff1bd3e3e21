import { describe, expect, test } from 'vitest';
import { holdDrill } from '../../src/drills/hold/drill';
import { raiseDrill } from '../../src/drills/raise/drill';
import { reachDrill } from '../../src/drills/reach/drill';
import { toLevelItem, toNextLevel, toNextSide, toPace } from '../../src/plan/in-play';
import { clampParams, toLimits } from '../../src/plan/limits';
import type { Level, PlanItem } from '../../src/plan/types';

const level = (order: number): Level => ({
  format: 1,
  game: 'fireflies',
  id: `0${order}-x`,
  order,
  name: { en: '', 'zh-CN': '' },
  objective: { en: '', 'zh-CN': '' },
  params: {},
  bounds: {},
});
const levels = [level(2), level(1), level(3), { ...level(9), game: 'ferry' }];

describe('a therapist who changes play by thumb', () => {
  test('goes one level up or down within the game, and no farther than its ends', () => {
    expect(toNextLevel(levels, { game: 'fireflies', level: '02-x' }, 'harder')?.id).toBe('03-x');
    expect(toNextLevel(levels, { game: 'fireflies', level: '02-x' }, 'easier')?.id).toBe('01-x');
    expect(toNextLevel(levels, { game: 'fireflies', level: '03-x' }, 'harder')).toBeNull();
    expect(toNextLevel(levels, { game: 'fireflies', level: '01-x' }, 'easier')).toBeNull();
    expect(toNextLevel(levels, { game: 'fireflies', level: 'gone' }, 'easier')).toBeNull();
  });

  test("another level is played as it is written, inside the therapist's bounds", () => {
    const item = {
      id: 'a',
      game: 'fireflies',
      level: '01-x',
      params: { holdMs: 900 },
      bounds: { holdMs: { min: 0, max: 900 } },
    } as unknown as PlanItem;
    expect(toLevelItem(item, level(2))).toMatchObject({ level: '02-x', params: {}, bounds: item.bounds });
  });

  test.each([
    [reachDrill, 'windowMs'],
    [raiseDrill, 'windowMs'],
  ] as const)('quicker is less time and slower more, never out of the limits: %o', (drill, name) => {
    const limits = toLimits(drill.params, { [name]: { min: 4000, max: 12_000 } });
    const at = (value: number) => clampParams(drill.params, limits, { [name]: value });
    expect(toPace(drill, limits, at(8000), 'quicker')?.value).toBeLessThan(8000);
    expect(toPace(drill, limits, at(8000), 'slower')?.value).toBeGreaterThan(8000);
    expect(toPace(drill, limits, at(4000), 'quicker')).toBeNull();
    expect(toPace(drill, limits, at(12_000), 'slower')).toBeNull();
  });

  test('a drill in which the child has its own time has no pace to change', () => {
    const limits = toLimits(holdDrill.params, {});
    expect(toPace(holdDrill, limits, clampParams(holdDrill.params, limits, {}), 'quicker')).toBeNull();
  });

  test('one tap after the other goes round all sides', () => {
    expect(['either', 'left', 'right', 'alternate'].map((side) => toNextSide(side as PlanItem['side']))).toEqual([
      'left',
      'right',
      'alternate',
      'either',
    ]);
  });
});
