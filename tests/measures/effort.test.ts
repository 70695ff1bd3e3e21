import { describe, expect, test } from 'vitest';
import { carriesEffort, estimateMaxBpm, findRestBpm, judgeOmni, measureEffort, measureOmni, toReserve } from '../../src/measures/effort';

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
  test('counts minutes above 40 % of the reserve', () => {
    expect(measureEffort(steady(121, 128), range)).toEqual({ meanBpm: 128, peakBpm: 128, reserveMean: 0.4, zoneMinutes: 0 });
    expect(measureEffort(steady(121, 129), range)).toMatchObject({ zoneMinutes: 2 });
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

describe('the heart rate at rest', () => {
  test('is the lowest mean of an unbroken minute', () => {
    const quiet = [...steady(90, 100), ...steady(61, 84).map(({ tMs, beatsPerMin }) => ({ tMs: tMs + 90_000, beatsPerMin }))];
    expect(findRestBpm(quiet)).toBe(84);
    expect(findRestBpm([...quiet, { tMs: 152_000, beatsPerMin: 120 }])).toBe(84);
    expect(findRestBpm(steady(121, 92, 500))).toBe(92);
  });

  test('a single low reading is none', () => {
    expect(findRestBpm(steady(121, 90).map((reading, i) => (i === 60 ? { ...reading, beatsPerMin: 40 } : reading)))).toBeGreaterThan(88);
  });

  test('is not known from less than a minute, nor across a gap', () => {
    expect(findRestBpm(steady(60, 80))).toBeNull();
    expect(findRestBpm(steady(61, 80))).toBe(80);
    expect(findRestBpm(steady(61, 80).filter(({ tMs }) => tMs < 30_000 || tMs > 36_000))).toBeNull();
    expect(findRestBpm([])).toBeNull();
  });
});

describe('the largest heart rate to expect', () => {
  test.each([
    [6.9, null],
    [7, 203.1],
    [10, 201],
    [17.9, 195.47],
    [18, null],
  ] as const)('at %d years', (years, bpm) => {
    const found = estimateMaxBpm(years);
    if (bpm === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(bpm, 9);
  });
});

describe('effort on the picture scale', () => {
  test.each([
    [0, 'light'],
    [3, 'light'],
    [4, 'zone'],
    [6, 'zone'],
    [7, 'rest'],
    [10, 'rest'],
    [-1, null],
    [11, null],
    [Number.NaN, null],
  ] as const)('%d is %s', (omni, meaning) => {
    expect(judgeOmni(omni)).toBe(meaning);
  });

  test('is weighed by time, and minutes from 4 on count', () => {
    const bouts = [
      { durationMs: 180_000, omni: 6 },
      { durationMs: 60_000, omni: 2 },
      { durationMs: 60_000, omni: 8 },
    ];
    expect(measureOmni(bouts)).toEqual({ meanOmni: (3 * 6 + 2 + 8) / 5, peakOmni: 8, zoneMinutes: 4, saidShare: 1 });
  });

  test('says for how much of the time the child spoke, and nothing when it did not', () => {
    const bouts = [
      { durationMs: 60_000, omni: 4 },
      { durationMs: 180_000, omni: null },
    ];
    expect(measureOmni(bouts)).toMatchObject({ zoneMinutes: 1, saidShare: 0.25 });
    for (const none of [[], [{ durationMs: 60_000, omni: null }], [{ durationMs: 60_000, omni: 12 }], [{ durationMs: 0, omni: 5 }]])
      expect(measureOmni(none)).toEqual({ notMeasurable: 'not said' });
  });
});

test('only a strap carries effort: movement, however much of it, is no effort', () => {
  expect(['touch', 'pose', 'motion', 'gamepad', 'adult', 'heart'].filter(carriesEffort)).toEqual(['heart']);
});
