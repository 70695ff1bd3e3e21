import { describe, expect, it } from 'vitest';
import { toCopmChange, toGasScore } from '../../src/report/gas';

describe('goals', () => {
  it('goals that all came as expected score 50, whatever their weights', () => {
    expect(
      toGasScore([
        { step: 0, weight: 1 },
        { step: 0, weight: 3 },
      ]),
    ).toBe(50);
  });
  it('one goal a step above what was expected scores 60, a step below 40', () => {
    expect(toGasScore([{ step: 1, weight: 2 }])).toBeCloseTo(60);
    expect(toGasScore([{ step: -1, weight: 2 }])).toBeCloseTo(40);
  });
  it('two goals of weights 1 and 2 score by the formula', () => {
    expect(
      toGasScore([
        { step: 2, weight: 1 },
        { step: -1, weight: 2 },
      ]),
    ).toBe(50);
    expect(
      toGasScore([
        { step: 1, weight: 1 },
        { step: 2, weight: 2 },
      ]),
    ).toBeCloseTo(50 + 50 / Math.sqrt(6.2));
  });
  it('no goal has no score', () => {
    expect(toGasScore([])).toBeNull();
  });
  it('two points of COPM count, less does not, up or down', () => {
    expect(toCopmChange(4, 6)).toEqual({ points: 2, counts: true });
    expect(toCopmChange(4, 5).counts).toBe(false);
    expect(toCopmChange(6, 4)).toEqual({ points: -2, counts: true });
    expect(() => toCopmChange(0, 4)).toThrow(RangeError);
  });
});
