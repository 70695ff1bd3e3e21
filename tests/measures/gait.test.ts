import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import {
  type Contact,
  listStepTimes,
  measureAsymmetryPct,
  measureCvFloorPct,
  measureGait,
  measureSpread,
  trimOutliers,
} from '../../src/measures/gait';

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
/** Contacts after these times, from 0 s on. */
function toContacts(stepsS: readonly number[], first: Side | null = 'left'): Contact[] {
  let tS = 0;
  let side = first;
  return [
    { tS, side },
    ...stepsS.map((stepS) => {
      tS += stepS;
      side = side && other(side);
      return { tS, side };
    }),
  ];
}
const steps = (count: number, toStep: (i: number) => number = () => 0.5) => Array.from({ length: count }, (_, i) => toStep(i));
const why = (contacts: readonly Contact[], knowsSides = true) =>
  Object.fromEntries(measureGait(contacts, [], knowsSides).notMeasured.map((gap) => [gap.measure, gap.why]));

describe('steps and strides', () => {
  test('a step is from one contact to the next, a stride is two steps', () => {
    const { stepsS, stridesS } = listStepTimes(toContacts([0.5, 0.6, 0.7]));
    expect(stepsS.map((s) => Number(s.toFixed(6)))).toEqual([0.5, 0.6, 0.7]);
    expect(stridesS.map((s) => Number(s.toFixed(6)))).toEqual([1.1, 1.3]);
  });

  test('a step belongs to the foot that it ends on', () => {
    const { leftS, rightS } = listStepTimes(toContacts([0.4, 0.6, 0.4, 0.6], 'left'));
    for (const s of rightS) expect(s).toBeCloseTo(0.4);
    for (const s of leftS) expect(s).toBeCloseTo(0.6);
    expect([leftS.length, rightS.length]).toEqual([2, 2]);
  });

  test('1.5 s is a long step, more is a stop: no step and no stride goes over it', () => {
    expect(
      listStepTimes([
        { tS: 0, side: null },
        { tS: 1.5, side: null },
      ]).stepsS,
    ).toEqual([1.5]);
    const stopped = listStepTimes(toContacts([0.5, 1.51, 0.5]));
    expect([stopped.stepsS.length, stopped.stridesS.length]).toEqual([2, 0]);
  });

  test('one foot twice in a row is no step; a foot that is not known may be the other one', () => {
    expect(
      listStepTimes([
        { tS: 0, side: 'left' },
        { tS: 0.5, side: 'left' },
        { tS: 1, side: 'right' },
      ]).stepsS,
    ).toEqual([0.5]);
    const doubtful = listStepTimes([
      { tS: 0, side: 'left' },
      { tS: 0.5, side: null },
      { tS: 1, side: 'left' },
    ]);
    expect([doubtful.stepsS.length, doubtful.stridesS.length, doubtful.leftS.length]).toEqual([2, 1, 0]);
  });

  test.each([
    ['within a step', { startS: 1.1, endS: 1.2 }, 5],
    ['ending at a contact, which belongs to it', { startS: 0.7, endS: 1 }, 4],
    ['over all', { startS: -1, endS: 9 }, 0],
    ['after the walk', { startS: 3.1, endS: 4 }, 6],
  ])('a turn %s leaves out the steps that it touches', (_, turn, left) => {
    expect(listStepTimes(toContacts(steps(6)), [turn]).stepsS).toHaveLength(left);
  });
});

describe('measures of a walk', () => {
  test('cadence is 60 by the mean step time', () => {
    const { cadenceSpm, stepTimeMeanS, strideTimeMeanS } = measureGait(toContacts([0.4, 0.6, 0.5]), [], true);
    expect(stepTimeMeanS).toBeCloseTo(0.5, 9);
    expect(cadenceSpm).toBeCloseTo(120, 9);
    expect(strideTimeMeanS).toBeCloseTo(1.05, 9);
  });

  test('variability needs ten strides: eleven steps have them, ten have not', () => {
    const vary = (i: number) => 0.5 + 0.02 * (i % 3);
    expect(measureGait(toContacts(steps(10, vary)), [], true).strideTimeCvPct).toBeNull();
    expect(why(toContacts(steps(10, vary))).strideTimeCv).toBe('not enough steps');
    const enough = measureGait(toContacts(steps(11, vary)), [], true);
    const { stridesS } = listStepTimes(toContacts(steps(11, vary)));
    expect(stridesS).toHaveLength(10);
    expect(enough.strideTimeCvPct).toBeCloseTo(measureSpread(stridesS)?.cvPct ?? Number.NaN, 9);
    expect(enough.strideTimeCvPct).toBeGreaterThan(0.5);
  });

  test('a stumble does not make a steady walk unsteady, and does not count among the ten strides', () => {
    const stumble = (i: number) => (i === 12 ? 1.2 : 0.5 + 0.01 * (i % 3));
    const steady = measureGait(toContacts(steps(24, (i) => 0.5 + 0.01 * (i % 3))), [], true).strideTimeCvPct ?? Number.NaN;
    expect(measureGait(toContacts(steps(24, stumble)), [], true).strideTimeCvPct).toBeCloseTo(steady, 1);
    expect(measureGait(toContacts(steps(11, (i) => (i === 5 ? 1.2 : 0.5 + 0.01 * (i % 3)))), [], true).strideTimeCvPct).toBeNull();
  });

  test.each(['left', 'right'] as const)('asymmetry is the same whichever foot is the slow one, and whichever is first (%s)', (first) => {
    const { stepTimeAsymmetryPct } = measureGait(
      toContacts(
        steps(12, (i) => (i % 2 === 0 ? 0.45 : 0.55)),
        first,
      ),
      [],
      true,
    );
    expect(stepTimeAsymmetryPct).toBeCloseTo(20, 6);
  });

  test('asymmetry needs ten steps and a mounting that tells the feet', () => {
    expect(measureGait(toContacts(steps(10)), [], true).stepTimeAsymmetryPct).toBeCloseTo(0, 9);
    expect(why(toContacts(steps(9))).stepTimeAsymmetry).toBe('not enough steps');
    expect(why(toContacts(steps(40), null), false).stepTimeAsymmetry).toBe('not measurable with this sensor');
  });

  test('without a contact there are no steps to measure, and one contact is not enough', () => {
    expect(new Set(Object.values(why([], false)))).toEqual(new Set(['no steps']));
    expect(Object.keys(why([]))).toHaveLength(5);
    expect(why([{ tS: 1, side: 'left' }]).cadence).toBe('not enough steps');
  });
});

describe('formulas', () => {
  test('spread divides by one less than the number, and is nothing below two values', () => {
    expect(measureSpread([1, 2, 3])).toEqual({ count: 3, mean: 2, sd: 1, cvPct: 50 });
    expect(measureSpread([1])).toBeNull();
    expect(measureSpread([-1, 1])).toBeNull();
  });

  test('values beyond three scaled deviations from the median are left out, those at the edge stay', () => {
    // Median 10, median deviation 1: the edge is at 10 +- 4.4478.
    expect(trimOutliers([9, 10, 11, 9, 11, 10, 14.44, 5.56, 14.45, 5.55])).toEqual([9, 10, 11, 9, 11, 10, 14.44, 5.56]);
    expect(trimOutliers([])).toEqual([]);
  });

  test('asymmetry is the difference by the mean of both', () => {
    expect(measureAsymmetryPct(0.6, 0.4)).toBeCloseTo(40, 9);
    expect(measureAsymmetryPct(0.4, 0.6)).toBeCloseTo(40, 9);
  });

  test('sampling at 60 Hz alone makes 1.4 % of a step of half a second', () => {
    expect(measureCvFloorPct(1 / 60, 0.5)).toBeCloseTo(1.36, 2);
  });
});
