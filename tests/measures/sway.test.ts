import { describe, expect, test } from 'vitest';
import { measureSway, type SwayMeasures, type SwayPipeline } from '../../src/measures/sway';
import type { SwayPath } from '../../src/measures/sway-path';
import { measureSwaySpectrum, type SwaySpectrum } from '../../src/measures/sway-spectrum';
import { measureSwayTime, type SwayTime } from '../../src/measures/sway-time';
import { drawPath, drawSway, rateHz } from './sway-paths';

const pipelines: readonly SwayPipeline[] = ['raw', 'lp5'];

function whole(measures: SwayMeasures): { time: SwayTime; freqMl: SwaySpectrum; freqAp: SwaySpectrum; freqRd: SwaySpectrum } {
  const { time, freqMl, freqAp, freqRd } = measures;
  if ('notMeasurable' in time || 'notMeasurable' in freqMl || 'notMeasurable' in freqAp || 'notMeasurable' in freqRd)
    throw new Error('nothing here is too short');
  return { time, freqMl, freqAp, freqRd };
}

const measure = (path: SwayPath, pipeline: SwayPipeline) => whole(measureSway(path, rateHz, pipeline));

function expectClose(found: object, expected: object, relative = 1e-9) {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  const wanted = new Map<string, unknown>(Object.entries(expected));
  for (const [key, value] of Object.entries(found)) {
    const other = wanted.get(key);
    if (value === null || other === null) expect(value, key).toBe(other);
    else expect(Math.abs(value - Number(other)), key).toBeLessThanOrEqual(relative * Math.abs(Number(other)) + 1e-12);
  }
}

function expectNoNaN(measures: SwayMeasures) {
  for (const values of Object.values(measures)) {
    for (const [key, value] of Object.entries(values)) if (typeof value === 'number') expect(Number.isFinite(value), key).toBe(true);
  }
}

describe('an ellipse of 4 and 8 mm, a round every 2 s, for 60 s', () => {
  const path = drawPath(60, (t) => [4 * Math.cos(Math.PI * t), 8 * Math.sin(Math.PI * t)]);
  const { time, freqMl, freqAp, freqRd } = measure(path, 'raw');

  test('has the spread, range and direction of its closed form', () => {
    expect(time.rmsMlMm).toBeCloseTo(4 / Math.SQRT2, 9);
    expect(time.rmsApMm).toBeCloseTo(8 / Math.SQRT2, 9);
    expect(time.rmsMm).toBeCloseTo(Math.sqrt(40), 9);
    expect([time.rangeMlMm, time.rangeApMm]).toEqual([8, 16]);
    expect(time.mainDirFromApDeg).toBeCloseTo(0, 9);
  });

  test('has the ellipse area 2 pi F s1 s2, with F by the number of samples', () => {
    // F_0.95(2, 5998) from a table of scipy.
    expect(time.areaCeMm2 / (2 * Math.PI * (4 / Math.SQRT2) * (8 / Math.SQRT2))).toBeCloseTo(2.9972289, 5);
    expect(time.areaPredMm2 / time.areaCeMm2).toBeCloseTo((6001 * 5999) / (6000 * 5998), 12);
  });

  test('sweeps f pi a b a second, and goes one round every 2 s', () => {
    expect(time.areaSwMm2S).toBeCloseTo(0.5 * Math.PI * 4 * 8, 1);
    expect(time.mfreqHz).toBeCloseTo(0.5, 3);
    // A sine's mean distance is 2 / pi of its height, where the formula takes that of a normal distribution.
    expect(time.mfreqMlHz).toBeCloseTo((0.5 * Math.PI) / (2 * Math.SQRT2), 3);
  });

  test('counts its duration as N / rate', () => {
    expect([time.count, time.durationS]).toEqual([6000, 60]);
    expect(time.mveloMmS).toBe(time.pathMm / 60);
  });

  test('has half of the squared height as power at its frequency, and twice that frequency in the distance', () => {
    expect(freqMl.powerMm2).toBeCloseTo(8, 3);
    expect(freqAp.powerMm2).toBeCloseTo(32, 2);
    for (const { pf50Hz, peakFreqHz, meanFreqHz } of [freqMl, freqAp]) {
      expect([pf50Hz, peakFreqHz]).toEqual([0.5, 0.5]);
      expect(meanFreqHz).toBeCloseTo(0.5, 4);
    }
    expect([freqRd.pf50Hz, freqRd.peakFreqHz]).toEqual([1, 1]);
  });

  test('is hardly changed by the filter, which is far above it', () => {
    const filtered = measure(path, 'lp5').time;
    for (const key of ['rmsMm', 'pathMm', 'areaCeMm2', 'areaSwMm2S', 'mfreqHz'] as const)
      expect(Math.abs((filtered[key] ?? 0) / (time[key] ?? 0) - 1), key).toBeLessThan(2e-3);
  });
});

describe.each(pipelines)('%s: what the same movement gives', (pipeline) => {
  const path = drawSway(30);
  const plain = measure(path, pipeline);

  test('leaning to the left gives what leaning to the right gives', () => {
    const mirrored = measure({ ml: Array.from(path.ml, (value) => -value), ap: path.ap }, pipeline);
    for (const section of ['time', 'freqMl', 'freqAp', 'freqRd'] as const) expectClose(mirrored[section], plain[section]);
  });

  test('turning front to back changes nothing, and turning sides into front swaps the axes', () => {
    const reversed = measure({ ml: path.ml, ap: Array.from(path.ap, (value) => -value) }, pipeline);
    expectClose(reversed.time, plain.time);
    const swapped = measure({ ml: path.ap, ap: path.ml }, pipeline);
    expectClose(swapped.freqMl, plain.freqAp);
    expect(swapped.time.rmsMlMm).toBeCloseTo(plain.time.rmsApMm, 9);
    expect((swapped.time.mainDirFromApDeg ?? 0) + (plain.time.mainDirFromApDeg ?? 0)).toBeCloseTo(90, 9);
  });

  test('standing elsewhere on the plate changes nothing', () => {
    const moved = measure({ ml: Array.from(path.ml, (value) => value + 250), ap: Array.from(path.ap, (value) => value - 90) }, pipeline);
    for (const section of ['time', 'freqMl', 'freqAp', 'freqRd'] as const) expectClose(moved[section], plain[section], 1e-8);
  });

  test('three times as far gives three times the lengths, nine times the areas and power, the same frequencies and angle', () => {
    const scaled = measure({ ml: Array.from(path.ml, (value) => 3 * value), ap: Array.from(path.ap, (value) => 3 * value) }, pipeline);
    const power = (key: string) => (/^area|^power/.test(key) ? 9 : /(Mm|MmS)$/.test(key) ? 3 : 1);
    const grow = (values: object) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, power(key) * value]));
    for (const section of ['time', 'freqMl', 'freqAp', 'freqRd'] as const) expectClose(scaled[section], grow(plain[section]));
  });

  test('a drift as steady as a leaning plate adds nothing to the spectra of the axes', () => {
    const leaning = measure({ ml: Array.from(path.ml, (value, i) => value + i / 500), ap: path.ap }, pipeline);
    expectClose(leaning.freqMl, plain.freqMl, 1e-3);
  });
});

describe('what cannot be measured is no number', () => {
  test.each(pipelines)('%s: a point at rest has no movement, and no frequency of it', (pipeline) => {
    const measures = measure(
      drawPath(20, () => [0.1, -71.3]),
      pipeline,
    );
    expectNoNaN(measures);
    const { count, durationS, mfreqHz, mfreqMlHz, mfreqApHz, fdCe, fdCc, mainDirFromApDeg, ...lengths } = measures.time;
    expect([count, durationS]).toEqual([2000, 20]);
    expect(new Set(Object.values(lengths))).toEqual(new Set([0]));
    expect([mfreqHz, mfreqMlHz, mfreqApHz, fdCe, fdCc, mainDirFromApDeg]).toEqual(Array(6).fill(null));
    const { powerMm2, ...frequencies } = measures.freqRd;
    expect(powerMm2).toBe(0);
    expect(new Set(Object.values(frequencies))).toEqual(new Set([null]));
  });

  test.each(pipelines)('%s: a swing straight front to back has no area, no frequency to the side, and all else', (pipeline) => {
    const { time, freqMl, freqAp, freqRd } = measure(
      drawPath(60, (t) => [0, 10 * Math.sin(0.5 * Math.PI * t)]),
      pipeline,
    );
    expectNoNaN({ time, freqMl, freqAp, freqRd });
    expect([time.areaCeMm2, time.areaPredMm2, time.areaSwMm2S, time.mainDirFromApDeg]).toEqual([0, 0, 0, 0]);
    const missing = Object.entries(time).flatMap(([key, value]) => (value === null ? [key] : []));
    expect(missing).toEqual(['mfreqMlHz', 'fdCe']);
    expect(freqMl).toEqual({ powerMm2: 0, pf50Hz: null, pf95Hz: null, cfreqHz: null, freqd: null, meanFreqHz: null, peakFreqHz: null });
    expect(Object.values(freqAp)).not.toContain(null);
    expect(Object.values(freqRd)).not.toContain(null);
  });

  test('a swing straight but askew has no area either', () => {
    const { time } = measure(
      drawPath(60, (t) => [7.3 * Math.sin(t), 3.1 * Math.sin(t)]),
      'raw',
    );
    expect(time.areaCeMm2).toBe(0);
    expect(time.mainDirFromApDeg).toBeCloseTo((Math.atan2(7.3, 3.1) * 180) / Math.PI, 6);
  });

  test('a circle has no main direction', () => {
    const { time } = measure(
      drawPath(60, (t) => [5 * Math.cos(Math.PI * t), 5 * Math.sin(Math.PI * t)]),
      'raw',
    );
    expect(time.mainDirFromApDeg).toBeNull();
  });

  test.each(pipelines)('%s: one sample less than 10 s has no spectrum, 10 s have one', (pipeline) => {
    const path = drawSway(10);
    const short = measureSway({ ml: Array.from(path.ml).slice(1), ap: Array.from(path.ap).slice(1) }, rateHz, pipeline);
    const gap = { notMeasurable: 'shorter than one segment' };
    expect([short.freqMl, short.freqAp, short.freqRd]).toEqual([gap, gap, gap]);
    expect('notMeasurable' in short.time).toBe(false);
    expect(measure(path, pipeline).freqRd.powerMm2).toBeGreaterThan(0);
  });

  test.each<[SwayPipeline, number]>([
    ['raw', 3],
    ['lp5', 10],
  ])('%s needs %i samples', (pipeline, least) => {
    const take = (count: number) => {
      const { ml, ap } = drawSway(1);
      return measureSway({ ml: Array.from(ml).slice(0, count), ap: Array.from(ap).slice(0, count) }, rateHz, pipeline).time;
    };
    expect(take(0)).toEqual({ notMeasurable: 'too few samples' });
    expect(take(least - 1)).toEqual({ notMeasurable: 'too few samples' });
    expect(take(least)).toMatchObject({ count: least });
  });

  test('a rate too low for the band, and axes of different lengths, are mistakes', () => {
    expect(() => measureSwaySpectrum(drawSway(20).ml, 10)).toThrow(RangeError);
    expect(() => measureSwayTime(drawSway(20), 0)).toThrow(RangeError);
    expect(() => measureSway({ ml: [1, 2, 3], ap: [1, 2] }, rateHz, 'raw')).toThrow(RangeError);
    expect(() => measureSway({ ml: Array(20).fill(0), ap: Array(19).fill(0) }, rateHz, 'lp5')).toThrow(RangeError);
  });
});

test('60 frames a second give within 0.5 % what 100 give, below 5 Hz', () => {
  const full = measure(drawSway(60), 'lp5').time;
  const path = drawSway(60);
  const read = (values: ArrayLike<number>, at: number) => {
    const before = Math.floor(at);
    const from = values[before] ?? 0;
    return from + (at - before) * ((values[before + 1] ?? from) - from);
  };
  const sparse = Array.from({ length: 3599 }, (_, i) => (i * 100) / 60);
  const slow = measureSway({ ml: sparse.map((at) => read(path.ml, at)), ap: sparse.map((at) => read(path.ap, at)) }, 60, 'lp5').time;
  if ('notMeasurable' in slow) throw new Error(slow.notMeasurable);
  for (const key of ['mdistMm', 'rmsMm', 'pathMm', 'mveloMmS', 'areaCeMm2'] as const)
    expect(Math.abs(slow[key] / full[key] - 1), key).toBeLessThan(0.005);
});
