import { describe, expect, test } from 'vitest';
import { measurePoseRepetitions } from '../../src/measures/repetitions-from-pose';
import { measureSitToStand, type Rise } from '../../src/measures/sit-to-stand';
import { present, readFrames } from './pose-frames';

/** Rises of 1.5 s, one every `everyS` seconds from `fromS` on. */
const evenly = (count: number, everyS: number, fromS = 0): Rise[] =>
  Array.from({ length: count }, (_, i) => ({ startS: fromS + i * everyS, endS: fromS + i * everyS + 1.5 }));

describe('sit-to-stand', () => {
  test('five times in 13.5 s are 5 / 13.5 repetitions a second', () => {
    expect(measureSitToStand(evenly(5, 3))).toEqual({ count: 5, repPerS: 5 / 13.5, riseMedianS: 1.5 });
  });

  test('four are not enough', () => {
    expect(measureSitToStand(evenly(4, 3))).toEqual({ notMeasurable: 'not enough repetitions' });
    expect(measureSitToStand([])).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('a long rest is no part of the pace: the longest row without one counts', () => {
    const rows = [...evenly(3, 3), ...evenly(6, 4, 60)];
    expect(measureSitToStand(rows)).toMatchObject({ count: 6, repPerS: 6 / 21.5 });
    expect(measureSitToStand([...evenly(3, 3), ...evenly(3, 3, 60)])).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('a rest of 10 s still belongs to the row, a longer one does not', () => {
    const withRest = (restS: number) => [...evenly(4, 3), { startS: 10.5 + restS, endS: 12 + restS }];
    expect(measureSitToStand(withRest(10))).toMatchObject({ count: 5 });
    expect(measureSitToStand(withRest(10.1))).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('one slow rise does not move the middle time', () => {
    const rises = evenly(5, 4).map((rise, i) => (i === 2 ? { ...rise, endS: rise.endS + 2 } : rise));
    expect(measureSitToStand(rises)).toMatchObject({ riseMedianS: 1.5 });
  });

  test.skipIf(!present).each(['uiprmd_m05_s01.csv', 'uiprmd_m05_s03.csv'])('%s: ten times, at a pace of people who follow a model', (name) => {
    const found = measurePoseRepetitions('sit-to-stand', readFrames(name)) ?? expect.fail('not measured');
    const rises = found.repetitions.map(({ startMs, endMs }) => ({ startS: startMs / 1000, endS: endMs / 1000 }));
    const measured = measureSitToStand(rises);
    expect(measured).toMatchObject({ count: 10 });
    if ('repPerS' in measured) {
      expect(measured.repPerS).toBeGreaterThan(0.1);
      expect(measured.repPerS).toBeLessThan(0.6);
    }
  });
});
