import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import { reachParams } from '../../src/drills/reach/params';
import type { ParamSpec } from '../../src/drills/types';
import { clampParams, isRelevant, stepDifficulty, toItemParams, toLimits } from '../../src/plan/limits';
import type { Bounds, Level, PlanItem } from '../../src/plan/types';
import { easyParams } from '../drills/reach-set';

const spec: ParamSpec = reachParams;
const numbers = Object.entries(spec).flatMap(([name, param]) => (param.kind === 'number' ? [{ name, param }] : []));
const anyBounds: fc.Arbitrary<Bounds> = fc.dictionary(
  fc.constantFrom(...numbers.map((entry) => entry.name)),
  fc.record({ min: fc.double({ noNaN: true }), max: fc.double({ noNaN: true }) }),
);

describe('nested limits', () => {
  test('whatever level, therapist and stored value say, a parameter never leaves the drill', () => {
    const anyValues = fc.dictionary(fc.constantFrom(...Object.keys(spec)), fc.oneof(fc.double(), fc.string(), fc.constant(Number.NaN)));
    fc.assert(
      fc.property(anyBounds, anyBounds, anyValues, (level, plan, values) => {
        const params = clampParams(spec, toLimits(spec, level, plan), values);
        for (const { name, param } of numbers) {
          expect(params[name]).toBeGreaterThanOrEqual(param.min);
          expect(params[name]).toBeLessThanOrEqual(param.max);
        }
        for (const [name, param] of Object.entries(spec)) if (param.kind === 'choice') expect(param.choices).toContain(params[name]);
      }),
    );
  });

  test("the therapist's bounds hold inside the level's, and give way where they would leave it", () => {
    const level = { targetWidthMm: { min: 40, max: 80 } };
    expect(toLimits(spec, level, { targetWidthMm: { min: 50, max: 200 } }).targetWidthMm).toEqual({ min: 50, max: 80 });
    expect(toLimits(spec, level, { targetWidthMm: { min: 100, max: 120 } }).targetWidthMm).toEqual({ min: 80, max: 80 });
  });

  test('a choice that is not allowed becomes the easiest allowed one', () => {
    const limits = toLimits(spec, { mode: { allowed: ['drag', 'touch'] } });
    expect(clampParams(spec, limits, { ...easyParams, mode: 'catch' }).mode).toBe('touch');
  });

  test('a plan item changes only what it names', () => {
    const level = { params: easyParams, bounds: {} } as unknown as Level;
    const item = { params: { targetWidthMm: 62 }, bounds: {} } as unknown as PlanItem;
    expect(toItemParams(spec, level, item)).toEqual({ ...easyParams, targetWidthMm: 60 });
  });

  test('a parameter without meaning in this mode is told apart', () => {
    expect(isRelevant(spec, 'speedMmps', { ...easyParams, mode: 'touch' })).toBe(false);
    expect(isRelevant(spec, 'speedMmps', { ...easyParams, mode: 'catch' })).toBe(true);
  });
});

describe('one step harder', () => {
  const limits = toLimits(spec);

  test('makes the distance longer before it makes the target smaller', () => {
    const step = stepDifficulty(reachDrill, limits, easyParams, 'harder');
    expect(step).toMatchObject({ param: 'distanceMm', from: 80, to: 120 });
  });

  test('makes the target smaller when nothing else has room', () => {
    const far = { ...easyParams, distanceMm: 400, distractors: 6, windowMs: 1500, holdMs: 1500 };
    expect(stepDifficulty(reachDrill, limits, far, 'harder')).toMatchObject({ param: 'targetWidthMm', from: 40, to: 25 });
    expect(stepDifficulty(reachDrill, limits, { ...far, targetWidthMm: 20 }, 'harder')).toBeNull();
  });

  test('uses the share of reach where the level does', () => {
    expect(stepDifficulty(reachDrill, limits, { ...easyParams, distanceReachPct: 50 }, 'harder')).toMatchObject({
      param: 'distanceReachPct',
      from: 50,
      to: 60,
    });
  });

  test('easier gives a larger target first', () => {
    expect(stepDifficulty(reachDrill, limits, easyParams, 'easier')).toMatchObject({ param: 'targetWidthMm', from: 40, to: 55 });
  });

  test('never leaves any bound, however often it is pressed', () => {
    fc.assert(
      fc.property(anyBounds, fc.array(fc.constantFrom('harder' as const, 'easier' as const), { maxLength: 60 }), (bounds, presses) => {
        const own = toLimits(spec, bounds);
        let params = clampParams(spec, own, easyParams);
        for (const towards of presses) {
          const step = stepDifficulty(reachDrill, own, params, towards);
          if (step) params = { ...params, [step.param]: step.to };
        }
        expect(clampParams(spec, own, params)).toEqual(params);
      }),
    );
  });
});
