import { describe, expect, test } from 'vitest';
import { measureDimensionlessJerk, measureLdlj } from '../../src/measures/ldlj';
import { measureSparc } from '../../src/measures/sparc';
import { gaussianSpeed, minimumJerkSpeed, overlappingSpeed } from './profiles';

describe('smoothness of a known speed profile', () => {
  test('the published Gaussian example has its published SPARC, jerk and LDLJ', () => {
    expect(measureSparc(gaussianSpeed, 100)).toBeCloseTo(-1.41403, 5);
    expect(measureDimensionlessJerk(gaussianSpeed, 100)).toBeCloseTo(-335.74684, 4);
    expect(measureLdlj(gaussianSpeed, 100)).toBeCloseTo(-5.81636, 5);
  });

  test.each([0.6, 1, 2])('a minimum-jerk reach of %d s is as smooth at 30, 60 and 100 Hz', (durationS) => {
    for (const rateHz of [30, 60, 100]) {
      const speed = Array.from({ length: Math.round(durationS * rateHz) + 1 }, (_, i) => minimumJerkSpeed(i / rateHz / durationS));
      expect(Math.abs((measureSparc(speed, rateHz) ?? 0) + 1.4), `SPARC at ${rateHz} Hz`).toBeLessThan(0.007);
      const ldlj = measureLdlj(speed, rateHz) ?? 0;
      expect(ldlj, `LDLJ at ${rateHz} Hz`).toBeGreaterThan(-5.35);
      expect(ldlj, `LDLJ at ${rateHz} Hz`).toBeLessThan(-5.15);
    }
  });

  test.each([
    [1, -1.4],
    [2, -1.96],
    [3, -2.3],
    [5, -2.67],
  ])('%d overlapping sub-movements have SPARC %d', (count, expected) => {
    expect(measureSparc(overlappingSpeed(count, 60), 60)).toBeCloseTo(expected, 2);
    expect(Math.abs((measureSparc(overlappingSpeed(count, 100), 100) ?? 0) - expected)).toBeLessThan(0.03);
  });

  test('more sub-movements are never smoother, by SPARC and by LDLJ', () => {
    for (const measure of [measureSparc, measureLdlj]) {
      const values = [1, 2, 3, 5].map((count) => measure(overlappingSpeed(count, 100), 100) ?? Number.NaN);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  test('smoothness does not depend on the size of the movement', () => {
    const large = gaussianSpeed.map((value) => value * 1234);
    expect(measureSparc(large, 100)).toBeCloseTo(measureSparc(gaussianSpeed, 100) ?? 0, 10);
    expect(measureLdlj(large, 100)).toBeCloseTo(measureLdlj(gaussianSpeed, 100) ?? 0, 10);
  });

  test('a hand at rest has no smoothness, rather than a perfect or an infinite one', () => {
    const rest = [0, 0, 0, 0, 0];
    expect(measureSparc(rest, 100)).toBeNull();
    expect(measureLdlj(rest, 100)).toBeNull();
    expect(measureSparc([], 100)).toBeNull();
    expect(measureLdlj([], 100)).toBeNull();
  });

  test('a speed that never changes has no LDLJ', () => {
    expect(measureLdlj([3, 3, 3, 3, 3, 3], 100)).toBeNull();
    expect(measureLdlj([0.1, 0.2, 0.3, 0.4], 100)).toBeNull();
  });
});
