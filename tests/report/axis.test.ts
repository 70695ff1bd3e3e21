import { describe, expect, it } from 'vitest';
import { toAxis } from '../../src/report/axis';

describe('an axis', () => {
  it('has round numbers around all values', () => {
    expect(toAxis([842, 1760])).toEqual({ min: 500, max: 2000, ticks: [500, 1000, 1500, 2000], digits: 0 });
  });

  it('says as many decimals as its steps need', () => {
    expect(toAxis([0.86, 0.97])).toEqual({ min: 0.85, max: 1, ticks: [0.85, 0.9, 0.95, 1], digits: 2 });
  });

  it('reaches below zero for smoothness', () => {
    const axis = toAxis([-2.6, -1.4]);
    expect(axis.min).toBeLessThanOrEqual(-2.6);
    expect(axis.max).toBeGreaterThanOrEqual(-1.4);
  });

  it.each([[[5]], [[0]], [[-1.4, -1.4]], [[]]])('has a length for %j', (values) => {
    const axis = toAxis(values);
    expect(axis.max).toBeGreaterThan(axis.min);
    expect(axis.ticks.length).toBeGreaterThan(1);
    for (const value of values) expect(value >= axis.min && value <= axis.max).toBe(true);
  });
});
