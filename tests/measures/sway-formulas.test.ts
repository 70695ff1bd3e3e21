import { describe, expect, test } from 'vitest';
import { measureSpreadProduct, quantileF95 } from '../../src/measures/ellipse';
import { demean } from '../../src/measures/sway-path';
import { measureDensity } from '../../src/measures/welch';
import { drawNoise } from './sway-paths';

describe('the 95 % quantile of F with 2 degrees of freedom', () => {
  // Printed tables of the F distribution, 5 % in the upper tail.
  test.each([
    [1, 199.5],
    [2, 19.0],
    [3, 9.552],
    [10, 4.103],
    [60, 3.15],
    [120, 3.072],
  ])('and %i below is %f', (freedom, value) => expect(Math.abs(quantileF95(freedom) / value - 1)).toBeLessThan(3e-4));

  test('goes to half of chi-square 5.991 for many samples', () => expect(quantileF95(1e9)).toBeCloseTo(5.991465 / 2, 6));
  test('needs one degree below', () => expect(() => quantileF95(0)).toThrow(RangeError));
});

test('points on a line spread in one direction only, whatever rounding leaves', () => {
  expect(measureSpreadProduct({ xx: 0.1 * 0.1, yy: 0.3 * 0.3, xy: 0.1 * 0.3 })).toBe(0);
  expect(measureSpreadProduct({ xx: 4, yy: 9, xy: 0 })).toBe(6);
});

test('a value that never changes is exactly zero about its mean', () => {
  expect(new Set(demean(Array(1000).fill(0.1)))).toEqual(new Set([0]));
  expect(demean([])).toHaveLength(0);
});

describe('power density by Welch', () => {
  const settings = { segmentS: 10, fromHz: 0.15, toHz: 5 };

  test('has bins a tenth of a Hz apart, from 0.2 to 5.0 Hz', () => {
    const found = measureDensity(new Float64Array(1000), 100, settings);
    expect([found?.stepHz, found?.firstBin, found?.density.length]).toEqual([0.1, 2, 49]);
  });

  // scipy.signal.welch(x, 20, 'hann', size, 20, detrend='linear') with x[i] = (i * i * 7 + i * 3) % 23, 110 values.
  test.each([
    [40, 2, [2.74813555, 9.8366164, 10.003130966, 0.339707076, 0.850560663]],
    [41, 3, [7.337005299, 11.530977123, 0.537979402, 0.455276769]],
  ])('is what scipy gives for the same numbers in segments of %i, rest left out', (size, firstBin, expected) => {
    const values = Array.from({ length: 110 }, (_, i) => (i * i * 7 + i * 3) % 23);
    const found = measureDensity(values, 20, { segmentS: size / 20, fromHz: 1, toHz: 3 });
    expect(found?.firstBin).toBe(firstBin);
    expect(found?.density).toHaveLength(expected.length);
    for (const [k, value] of expected.entries()) expect(found?.density[k]).toBeCloseTo(value, 7);
  });

  test('of white noise is even over the band, at twice the variance over the rate', () => {
    const found = measureDensity(drawNoise(60_000, 2, 7), 100, settings);
    const density = Array.from(found?.density ?? []);
    const level = (2 * 2 ** 2) / 100;
    const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(average(density) / level).toBeCloseTo(1, 1);
    expect(average(density.slice(0, 24)) / average(density.slice(25))).toBeCloseTo(1, 1);
  });

  test('needs a band below half of the rate and a segment with samples in it', () => {
    expect(() => measureDensity([], 10, settings)).toThrow(RangeError);
    expect(() => measureDensity([], 100, { ...settings, fromHz: 0 })).toThrow(RangeError);
    expect(() => measureDensity([], 100, { ...settings, segmentS: 0 })).toThrow(RangeError);
    expect(measureDensity([], 100, settings)).toBeNull();
  });
});
