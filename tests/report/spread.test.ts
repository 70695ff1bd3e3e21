import { describe, expect, it } from 'vitest';
import { toSpread } from '../../src/report/spread';

describe('the spread of a session', () => {
  it('is the middle value, the middle half and both ends, whatever the order', () => {
    expect(toSpread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4, least: 1, most: 5, count: 5 });
  });

  it('takes the mean of the two middle values of an even number of trials', () => {
    expect(toSpread([10, 40, 20, 30])).toEqual({ median: 25, low: 17.5, high: 32.5, least: 10, most: 40, count: 4 });
  });

  it('of one trial is that trial', () => {
    expect(toSpread([7])).toEqual({ median: 7, low: 7, high: 7, least: 7, most: 7, count: 1 });
  });

  it('of no trial does not exist, and is never zero', () => {
    expect(toSpread([])).toBeNull();
  });
});
