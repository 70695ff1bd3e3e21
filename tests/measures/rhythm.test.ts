import { describe, expect, test } from 'vitest';
import { leastHitsForRhythm, listBeatErrors, measureRhythm, type RhythmMeasures } from '../../src/measures/rhythm';

const beat = (count: number, periodMs = 500, firstMs = 1000) => Array.from({ length: count }, (_, i) => firstMs + i * periodMs);

function measured(hitsMs: readonly number[], beatsMs: readonly number[]): RhythmMeasures {
  const measures = measureRhythm(hitsMs, beatsMs);
  if ('notMeasurable' in measures) throw new Error(measures.notMeasurable);
  return measures;
}

describe('the error to the nearest beat', () => {
  test.each([
    ['on the beat', 1500, 0],
    ['late', 1580, 80],
    ['early', 1420, -80],
    ['just before the middle, still late', 1749, 249],
    ['in the middle, early for the later beat', 1750, -250],
    ['before the first beat', 800, -200],
    ['after the last beat', 3240, 240],
  ])('is signed: %s', (_place, hitMs, errorMs) => {
    expect(listBeatErrors([hitMs], beat(5))).toEqual([{ errorMs, phase: errorMs / 500 }]);
  });

  test.each([749, 3251])('a hit at %i ms, more than half an interval outside the beats, answers none', (hitMs) => {
    expect(listBeatErrors([hitMs], beat(5))).toEqual([]);
  });

  test('is a share of the interval that the hit lies in, when the beat changes its tempo', () => {
    const errors = listBeatErrors([900, 1100], [0, 1000, 1400]);
    expect(errors).toEqual([
      { errorMs: -100, phase: -0.1 },
      { errorMs: 100, phase: 0.25 },
    ]);
  });

  test('does not ask for hits in order', () => {
    expect(listBeatErrors([2010, 1020], beat(5)).map(({ errorMs }) => errorMs)).toEqual([10, 20]);
  });
});

describe('the rhythm', () => {
  test('of steps always 40 ms late is 40 ms, without spread, all at one place of the beat', () => {
    const beats = beat(12);
    const { count, meanMs, meanAbsMs, sdMs, resultantLength } = measured(
      beats.map((ms) => ms + 40),
      beats,
    );
    expect([count, meanMs, meanAbsMs]).toEqual([12, 40, 40]);
    expect(sdMs).toBeCloseTo(0, 9);
    expect(resultantLength).toBeCloseTo(1, 12);
  });

  test('of steps by turns 50 ms early and late has mean 0, its closed-form spread, and the cosine of the phase as length', () => {
    const beats = beat(20);
    const { meanMs, meanAbsMs, sdMs, resultantLength } = measured(
      beats.map((ms, i) => ms + (i % 2 === 0 ? -50 : 50)),
      beats,
    );
    expect(meanMs).toBeCloseTo(0, 12);
    expect(meanAbsMs).toBeCloseTo(50, 12);
    expect(sdMs).toBeCloseTo(50 * Math.sqrt(20 / 19), 9);
    expect(resultantLength).toBeCloseTo(Math.cos((2 * Math.PI * 50) / 500), 12);
  });

  test('of steps spread evenly over the beat has no direction, and a mean distance of a quarter interval', () => {
    const beats = beat(101);
    const hits = Array.from({ length: 100 }, (_, i) => 1000 + i * 500 + ((i + 0.5) / 100) * 500);
    const { meanAbsMs, resultantLength } = measured(hits, beats);
    expect(resultantLength).toBeCloseTo(0, 12);
    expect(meanAbsMs).toBeCloseTo(125, 9);
  });

  test('mirrored in time, early becomes late and nothing else changes', () => {
    const beats = beat(16);
    const shifts = [10, -30, 55, 0, 20, -5, 70, -90, 15, 33, -12, 8, 41, -60, 2, 5];
    const late = measured(
      beats.map((ms, i) => ms + (shifts[i] ?? 0)),
      beats,
    );
    const early = measured(
      beats.map((ms, i) => ms - (shifts[i] ?? 0)),
      beats,
    );
    expect(early.meanMs).toBeCloseTo(-late.meanMs, 9);
    expect(early.sdMs).toBeCloseTo(late.sdMs, 9);
    expect(early.resultantLength).toBeCloseTo(late.resultantLength, 12);
  });

  test('a constant delay of sensor and loudspeaker moves the mean, not the spread and not the length', () => {
    const beats = beat(16);
    const hits = beats.map((ms, i) => ms + 20 * Math.sin(i));
    const own = measured(hits, beats);
    const delayed = measured(
      hits.map((ms) => ms + 60),
      beats,
    );
    expect(delayed.meanMs - own.meanMs).toBeCloseTo(60, 9);
    expect(delayed.sdMs).toBeCloseTo(own.sdMs, 9);
    expect(delayed.resultantLength).toBeCloseTo(own.resultantLength, 12);
  });
});

describe('not measurable', () => {
  test('without two beats there is no beat', () => {
    expect(measureRhythm(beat(20), [])).toEqual({ notMeasurable: 'no beat' });
    expect(measureRhythm(beat(20), [1000])).toEqual({ notMeasurable: 'no beat' });
  });

  test('below the least number of hits near a beat', () => {
    const beats = beat(30);
    const few = beats.slice(0, leastHitsForRhythm - 1);
    expect(measureRhythm([], beats)).toEqual({ notMeasurable: 'not enough hits' });
    expect(measureRhythm([...few, 0, 60_000], beats)).toEqual({ notMeasurable: 'not enough hits' });
    expect(measured(beats.slice(0, leastHitsForRhythm), beats).count).toBe(leastHitsForRhythm);
  });
});
