import { describe, expect, test } from 'vitest';
import { type ChildSafety, noSafety, toLocking, toOwnRule, toOwnRules, toUnlockDay } from '../../src/plan/safety/child-safety';
import { isNewPain, isPainStop, isTooHard, painFaces } from '../../src/plan/safety/faces';
import { longestSessionMs, type SafetyRuleId, safetyRuleIds, safetyRules } from '../../src/plan/safety/rules';

const usual = toOwnRules(undefined);
const withRules = (rules: ChildSafety['rules']): ChildSafety => ({ ...noSafety, rules });

describe.each(safetyRuleIds)('the rule %s', (rule: SafetyRuleId) => {
  const { min, max, usual: own, stricter, source, step } = safetyRules[rule];
  const strictest = stricter === 'up' ? max : min;
  const loosest = stricter === 'up' ? min : max;
  const past = stricter === 'up' ? -step : step;

  test('names its source, and its usual value is inside its hard limits', () => {
    expect(source).toMatch(/^C8 /);
    expect(own).toBeGreaterThanOrEqual(min);
    expect(own).toBeLessThanOrEqual(max);
    expect(toOwnRule(rule, undefined)).toBe(own);
    expect(toOwnRule(rule, noSafety)).toBe(own);
  });

  test('can be made stricter by the therapist', () => {
    expect(toOwnRule(rule, withRules({ [rule]: strictest }))).toBe(strictest);
  });

  test('can be loosened to its hard limit and not beyond it', () => {
    expect(toOwnRule(rule, withRules({ [rule]: loosest }))).toBe(loosest);
    expect(toOwnRule(rule, withRules({ [rule]: loosest + past }))).toBe(loosest);
    expect(toOwnRule(rule, withRules({ [rule]: loosest + 1000 * past }))).toBe(loosest);
  });

  test('stays usual where its value is no number', () => {
    expect(toOwnRule(rule, withRules({ [rule]: Number.NaN }))).toBe(own);
  });
});

test('the session cap is 30 minutes at most', () => {
  expect(longestSessionMs).toBe(30 * 60_000);
});

test('the numbers are those of the clinical basis', () => {
  expect(usual).toEqual({
    painFace: 4,
    painRise: 2,
    effortOmni: 7,
    slowerPct: 25,
    rougherSparc: 0.3,
    sessionMin: 30,
    prepareMin: 30,
    mealMin: 30,
    seizureRestH: 24,
    surgeryLockD: 122,
    toxinLockD: 42,
    adultHoldMs: 1000,
  });
});

describe('pain', () => {
  test.each(painFaces)('of %i that is new stops from 4 on', (face) => {
    expect(isNewPain(face, 0, usual)).toBe(face >= 4);
    expect(isPainStop(face, null, usual)).toBe(face >= 4);
  });

  test('that is usual for this child is not new; more of it is', () => {
    expect(isNewPain(4, 4, usual)).toBe(false);
    expect(isNewPain(6, 4, usual)).toBe(true);
    expect(isPainStop(4, 4, usual)).toBe(false);
  });

  test('that grew by 2 stops, even below 4', () => {
    expect(isPainStop(2, 0, usual)).toBe(true);
    expect(isPainStop(2, 2, usual)).toBe(false);
    expect(isPainStop(0, 2, usual)).toBe(false);
  });

  test('follows the own rules of a child', () => {
    const strict = toOwnRules(withRules({ painFace: 2 }));
    expect(isNewPain(2, 0, strict)).toBe(true);
    const loose = toOwnRules(withRules({ painFace: 6, painRise: 4 }));
    expect(isPainStop(2, 0, loose)).toBe(false);
    expect(isPainStop(4, 0, loose)).toBe(true);
    expect(isPainStop(4, 2, loose)).toBe(false);
    expect(isPainStop(6, 2, loose)).toBe(true);
  });
});

test('effort of 6 goes on, of 7 and 8 ends play', () => {
  expect([6, 7, 8].map((omni) => isTooHard(omni, usual))).toEqual([false, true, true]);
});

describe('an operation or botulinum toxin', () => {
  const operated = (unlocked: string | null): ChildSafety => ({
    ...noSafety,
    surgery: { on: '2026-01-10', part: 'legs', unlocked },
  });

  test('locks until the therapist unlocks this very date; nothing unlocks itself', () => {
    expect(toLocking(undefined, '2026-02-01')).toEqual([]);
    expect(toLocking(noSafety, '2026-02-01')).toEqual([]);
    expect(toLocking(operated(null), '2026-01-09')).toEqual([]);
    expect(toLocking(operated(null), '2026-01-10')).toEqual([{ kind: 'surgery', part: 'legs' }]);
    expect(toLocking(operated(null), '2029-01-10')).toEqual([{ kind: 'surgery', part: 'legs' }]);
    expect(toLocking(operated('2025-06-01'), '2029-01-10')).toEqual([{ kind: 'surgery', part: 'legs' }]);
  });

  test('stays locked when it was unlocked before its time', () => {
    expect(toLocking(operated('2026-01-10'), '2026-05-11')).toEqual([{ kind: 'surgery', part: 'legs' }]);
    expect(toLocking(operated('2026-01-10'), '2026-05-12')).toEqual([]);
  });

  test('can be unlocked from 4 months after an operation and 6 weeks after toxin on, never before 6 weeks', () => {
    expect(toUnlockDay('surgery', '2026-01-10', undefined)).toBe('2026-05-12');
    expect(toUnlockDay('toxin', '2026-01-10', undefined)).toBe('2026-02-21');
    expect(toUnlockDay('surgery', '2026-01-10', withRules({ surgeryLockD: 42 }))).toBe('2026-02-21');
    expect(toUnlockDay('surgery', '2026-01-10', withRules({ surgeryLockD: 1 }))).toBe('2026-02-21');
  });
});
