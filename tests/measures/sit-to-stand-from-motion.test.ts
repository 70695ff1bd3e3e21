import { describe, expect, test } from 'vitest';
import { measureSitToStand, type Rise } from '../../src/measures/sit-to-stand';
import { findRisesFromMotion } from '../../src/measures/sit-to-stand-from-motion';
import type { MotionSample } from '../../src/measures/walking-signal';
import { present, readMotion, straightWalks } from './walking-recordings';

const g = 9.81;
/** Acceleration of a smooth way of one metre in one second (minimum jerk), at a share of its time. */
const pull = (share: number) => (share > 0 && share < 1 ? 60 * share - 180 * share ** 2 + 120 * share ** 3 : 0);

/** A waist at 60 readings a second that makes ways of so many metres, up or down. */
function moveWaist(ways: readonly { readonly atS: number; readonly metres: number; readonly lastsS: number }[], untilS: number): MotionSample[] {
  return Array.from({ length: untilS * 60 }, (_, i) => {
    const tS = i / 60;
    const along = ways.reduce((sum, { atS, metres, lastsS }) => sum + (metres * pull((tS - atS) / lastsS)) / lastsS ** 2, 0);
    return { tMs: tS * 1000, accelMps2: [0, g + along, 0], rotationDps: null };
  });
}

/** Stands up and sits down, so many times, from `atS` on; `restS` at each end. */
const standAndSit = (times: number, { metres = 0.35, lastsS = 1.2, restS = 1.5 } = {}) => {
  const everyS = 2 * (lastsS + restS);
  const ways = Array.from({ length: times }, (_, i) => [
    { atS: 3 + i * everyS, metres, lastsS },
    { atS: 3 + i * everyS + everyS / 2, metres: -metres, lastsS },
  ]);
  return moveWaist(ways.flat(), 6 + times * everyS);
};

function find(samples: readonly MotionSample[]): readonly Rise[] {
  const found = findRisesFromMotion(samples);
  return 'rises' in found ? found.rises : expect.fail(found.notMeasurable);
}

describe('sit-to-stand from a sensor at the waist', () => {
  test.each([0.25, 0.35, 0.5, 0.8])('five rises of %f m with rests between are five', (metres) => {
    const rises = find(standAndSit(5, { metres }));
    expect(rises).toHaveLength(5);
    for (const [i, { startS, endS }] of rises.entries()) {
      expect(Math.abs(startS - 3 - i * 5.4)).toBeLessThan(0.3);
      expect(endS - startS).toBeGreaterThan(0.9);
      expect(endS - startS).toBeLessThan(1.5);
    }
  });

  test('five in a flow, without any rest between, have the pace that they were done at', () => {
    const rises = find(standAndSit(5, { restS: 0 }));
    expect(rises).toHaveLength(5);
    const measured = measureSitToStand(rises, 'motion');
    // 9 ways of 1.2 s.
    if ('repPerS' in measured) expect(Math.abs(measured.repPerS - 5 / 10.8)).toBeLessThan(0.03);
    else expect.fail(measured.notMeasurable);
  });

  test('a shift of less than a rise is none', () => {
    expect(find(standAndSit(3, { metres: 0.22 }))).toHaveLength(3);
    expect(find(standAndSit(3, { metres: 0.18 }))).toEqual([]);
  });

  test('any mounting and any rate from 20 readings a second on tell the same', () => {
    const samples = standAndSit(3);
    const turn = (change: (up: number) => readonly [number, number, number]) =>
      samples.map((sample) => ({ ...sample, accelMps2: change(sample.accelMps2[1]) }));
    const plain = find(samples);
    for (const turned of [turn((up) => [0, -up, 0]), turn((up) => [0, 0, up]), turn((up) => [0.6 * up, 0.8 * up, 0])]) {
      for (const [i, rise] of find(turned).entries()) expect(rise.endS).toBeCloseTo(plain[i]?.endS ?? 0, 1);
      expect(find(turned)).toHaveLength(3);
    }
    expect(find(samples.filter((_, i) => i % 3 === 0))).toHaveLength(3);
    expect(find(samples.filter((_, i) => i % 3 !== 1))).toHaveLength(3);
    expect(find(samples.flatMap((sample) => [sample, sample]))).toHaveLength(3);
  });

  test('a rise behind a gap is not made up', () => {
    const samples = standAndSit(3).filter(({ tMs }) => tMs < 8500 || tMs > 9200);
    expect(find(samples)).toHaveLength(2);
  });

  test('too few readings a second, or never a rest, is said and not counted as nothing', () => {
    expect(findRisesFromMotion(standAndSit(2).filter((_, i) => i % 6 === 0))).toEqual({ notMeasurable: 'not measurable with this sensor' });
    expect(findRisesFromMotion([])).toEqual({ notMeasurable: 'not measurable with this sensor' });
    const shaken = standAndSit(2).map((sample, i): MotionSample => ({ ...sample, accelMps2: [0, sample.accelMps2[1] + Math.sin(i / 2), 0] }));
    expect(findRisesFromMotion(shaken)).toEqual({ notMeasurable: 'no rest to start from' });
  });
});

describe.skipIf(!present)('recordings at the lower back', () => {
  const worsened: readonly (readonly [string, (samples: readonly MotionSample[]) => readonly MotionSample[]])[] = [
    ['as recorded', (samples) => samples],
    ['every third reading dropped', (samples) => samples.filter((_, i) => i % 3 !== 1)],
    ['at 32 readings a second', (samples) => samples.filter((_, i) => i % 4 === 0)],
    [
      'upside down',
      (samples) => samples.map((one): MotionSample => ({ ...one, accelMps2: [-one.accelMps2[0], one.accelMps2[1], -one.accelMps2[2]] })),
    ],
    ['with repeated timestamps', (samples) => samples.flatMap((one, i) => (i % 4 === 0 ? [one, one] : [one]))],
  ];

  test.each(worsened)('%s: the three clear transitions end where they should, and there are no others', (_, worsen) => {
    const rises = find(worsen(readMotion('sit2standpy_sample')));
    expect(rises).toHaveLength(3);
    for (const [i, endS] of [24.7, 38.2, 83.3].entries()) expect(Math.abs((rises[i]?.endS ?? 0) - endS)).toBeLessThan(0.3);
    // Other algorithms' start: a plausibility check, not truth.
    for (const [i, startS] of [23.2, 36.6, 81.6].entries()) expect(Math.abs((rises[i]?.startS ?? 0) - startS)).toBeLessThan(0.3);
  });

  test('three are not enough for a pace', () => {
    expect(measureSitToStand(find(readMotion('sit2standpy_sample')), 'motion')).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test.each([...straightWalks, 'skdh_gait2'])('%s: walking is no standing up', (name) => {
    expect(find(readMotion(name))).toEqual([]);
  });
});
