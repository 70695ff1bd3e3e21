import { describe, expect, test } from 'vitest';
import { designLowPass, filterZeroPhase } from '../../src/measures/low-pass';

// Reference digits: scipy 1.17.1, butter(2, cutoff / (rate / 2)) and filtfilt.
describe('zero-phase Butterworth low-pass', () => {
  test.each([
    [8, 100, [0.04613180209331293, 0.09226360418662587, 0.04613180209331293], [1, -1.3072850288493236, 0.4918122372225753]],
    [5, 100, [0.020083365564211232, 0.040166731128422464, 0.020083365564211232], [1, -1.5610180758007182, 0.6413515380575631]],
    [6, 60, [0.0674552738890719, 0.1349105477781438, 0.0674552738890719], [1, -1.1429805025399011, 0.41280159809618877]],
  ])('%d Hz at %d Hz has the coefficients of the reference design', (cutoffHz, rateHz, b, a) => {
    const filter = designLowPass(cutoffHz, rateHz);
    for (const i of [0, 1, 2]) {
      expect(filter.b[i]).toBeCloseTo(b[i] ?? Number.NaN, 14);
      expect(filter.a[i]).toBeCloseTo(a[i] ?? Number.NaN, 14);
    }
  });

  test('filtering equals the reference on a restless series and on a step, ends included', () => {
    expectClose(
      filterZeroPhase(designLowPass(8, 100), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]),
      [
        2.9257088143222196, 3.1088977304395127, 3.3444883788931863, 3.6556564607173305, 4.004493813538498, 4.32370291843198, 4.598626523596348,
        4.901907701373639, 5.341650980200308, 6.010719729562801, 6.940094725393831, 8.04715201138076,
      ],
    );
    expectClose(
      filterZeroPhase(designLowPass(5, 100), [0, 0, 0, 0, 10, 10, 10, 10, 10, 10]),
      [
        -0.1253431353632976, 1.3090813199531421, 2.7420617745436036, 4.156133519946947, 5.512624490668251, 6.762776753947978, 7.872075999925206,
        8.833001518498655, 9.660190877657177, 10.38069716853113,
      ],
    );
  });

  test('a point at rest stays at rest', () => {
    expect([...filterZeroPhase(designLowPass(8, 100), new Float64Array(30))]).toEqual(Array.from({ length: 30 }, () => 0));
  });

  test('a movement is not delayed: its highest point stays where it was and both flanks stay alike', () => {
    const bump = Array.from({ length: 101 }, (_, i) => Math.exp(-(((i - 50) / 8) ** 2)));
    const filtered = filterZeroPhase(designLowPass(8, 100), bump);
    expect(filtered.indexOf(Math.max(...filtered))).toBe(50);
    for (const away of [5, 10, 20]) expect(filtered[50 + away]).toBeCloseTo(filtered[50 - away] ?? Number.NaN, 6);
  });

  test('nine values are too short to filter and ten are enough', () => {
    const filter = designLowPass(8, 100);
    expect(() => filterZeroPhase(filter, new Float64Array(9))).toThrow(RangeError);
    expect(filterZeroPhase(filter, new Float64Array(10))).toHaveLength(10);
  });

  test.each([0, -1, 50, 60, Number.NaN])('a cut-off of %d Hz at 100 Hz is refused', (cutoffHz) => {
    expect(() => designLowPass(cutoffHz, 100)).toThrow(RangeError);
  });
});

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i], `value ${i}`).toBeCloseTo(value, 10);
}
