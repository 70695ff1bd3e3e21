import { describe, expect, test } from 'vitest';
import { measureEffort, toReserve } from '../../src/measures/effort';

const range = { restBpm: 80, maxBpm: 200 };
const steady = (count: number, beatsPerMin: number, everyMs = 1000) => Array.from({ length: count }, (_, i) => ({ tMs: i * everyMs, beatsPerMin }));

describe('heart-rate reserve', () => {
  test('is 0 at rest, 1 at most, and never below 0', () => {
    expect([80, 128, 200, 60, 212].map((bpm) => toReserve(bpm, range))).toEqual([0, 0.4, 1, 0, 1.1]);
  });

  test('is not known without a rising range', () => {
    expect(toReserve(120, { restBpm: 90, maxBpm: 90 })).toBeNull();
    expect(measureEffort(steady(60, 120), { restBpm: 90, maxBpm: 80 })).toEqual({ notMeasurable: 'no heart rate range' });
    expect(measureEffort(steady(60, 120), null)).toEqual({ notMeasurable: 'no heart rate range' });
  });
});

describe('effort of a bout', () => {
  test('counts minutes from 40 % of the reserve on', () => {
    expect(measureEffort(steady(121, 128), range)).toEqual({ meanBpm: 128, peakBpm: 128, reserveMean: 0.4, zoneMinutes: 2 });
    expect(measureEffort(steady(121, 127), range)).toMatchObject({ zoneMinutes: 0 });
  });

  test('a strap that fell off trains nobody: a gap counts for 5 s at most', () => {
    const gap = [...steady(31, 150), ...steady(31, 150).map(({ tMs, beatsPerMin }) => ({ tMs: tMs + 600_000, beatsPerMin }))];
    expect(measureEffort(gap, range)).toMatchObject({ zoneMinutes: (30 + 5 + 30) / 60 });
  });

  test('repeated times weigh nothing', () => {
    const twice = steady(61, 140).flatMap((reading) => [reading, reading]);
    expect(measureEffort(twice, range)).toEqual(measureEffort(steady(61, 140), range));
  });

  test('needs ten readings, and time between them', () => {
    expect(measureEffort(steady(9, 140), range)).toEqual({ notMeasurable: 'not enough readings' });
    expect(measureEffort(steady(10, 140, 0), range)).toEqual({ notMeasurable: 'not enough readings' });
    expect(measureEffort(steady(10, 140), range)).toMatchObject({ meanBpm: 140 });
  });
});
