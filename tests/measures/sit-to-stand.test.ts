import { describe, expect, test } from 'vitest';
import type { BodyFrame } from '../../src/measures/joint-angles';
import type { Reading } from '../../src/measures/range-of-motion';
import { measurePoseRepetitions } from '../../src/measures/repetitions-from-pose';
import { findRises, measureSitToStand, type Rise, riseTimeNoiseS } from '../../src/measures/sit-to-stand';
import { present, readFrames, worsened } from './pose-frames';

/** Rises of 1.5 s, one every `everyS` seconds from `fromS` on. */
const evenly = (count: number, everyS: number, fromS = 0): Rise[] =>
  Array.from({ length: count }, (_, i) => ({ startS: fromS + i * everyS, endS: fromS + i * everyS + 1.5 }));

describe('sit-to-stand', () => {
  test('five times in 13.5 s are 5 / 13.5 repetitions a second', () => {
    expect(measureSitToStand(evenly(5, 3), 'pose')).toEqual({ count: 5, repPerS: 5 / 13.5, riseMedianS: 1.5 });
  });

  test('four are not enough', () => {
    expect(measureSitToStand(evenly(4, 3), 'pose')).toEqual({ notMeasurable: 'not enough repetitions' });
    expect(measureSitToStand([], 'pose')).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('a long rest is no part of the pace: the longest row without one counts', () => {
    const rows = [...evenly(3, 3), ...evenly(6, 4, 60)];
    expect(measureSitToStand(rows, 'pose')).toMatchObject({ count: 6, repPerS: 6 / 21.5 });
    expect(measureSitToStand([...evenly(3, 3), ...evenly(3, 3, 60)], 'pose')).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('a rest of 10 s still belongs to the row, a longer one does not', () => {
    const withRest = (restS: number) => [...evenly(4, 3), { startS: 10.5 + restS, endS: 12 + restS }];
    expect(measureSitToStand(withRest(10), 'pose')).toMatchObject({ count: 5 });
    expect(measureSitToStand(withRest(10.1), 'pose')).toEqual({ notMeasurable: 'not enough repetitions' });
  });

  test('one slow rise does not move the middle time', () => {
    const rises = evenly(5, 4).map((rise, i) => (i === 2 ? { ...rise, endS: rise.endS + 2 } : rise));
    expect(measureSitToStand(rises, 'pose')).toMatchObject({ riseMedianS: 1.5 });
  });

  test("the waist carries the pace but not the time of one way up; an adult's taps carry neither", () => {
    expect(measureSitToStand(evenly(5, 3), 'motion')).toEqual({ count: 5, repPerS: 5 / 13.5, riseMedianS: null });
    expect(measureSitToStand(evenly(5, 3), 'adult')).toEqual({ notMeasurable: 'not measurable with this sensor' });
  });
});

/** Minimum jerk from 0 to 1. */
const ease = (share: number) => {
  const x = Math.min(1, Math.max(0, share));
  return 10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5;
};
/** Heights at 30 frames a second: up in `lastsS` from 2 s on, down from 6 s on, every 8 s. */
const upAndDown = (lastsS: number, times: number, top = 1): Reading[] =>
  Array.from({ length: times * 240 + 1 }, (_, i) => {
    const tS = i / 30;
    const at = tS >= times * 8 ? 0 : tS % 8;
    return { tMs: tS * 1000, value: 0.2 + top * ease((at - 2) / lastsS) * (1 - ease((at - 6) / 1.5)) };
  });

describe('rises in a height', () => {
  test.each([0.8, 1.5, 3])('a way up of %f s is timed from its first tenth to nine tenths', (lastsS) => {
    const rises = findRises(upAndDown(lastsS, 3), 0.3);
    // Minimum jerk passes a tenth after 0.247 of its time, and nine tenths after as much before its end.
    expect(rises).toHaveLength(3);
    for (const [i, { startS, endS }] of rises.entries()) {
      expect(startS).toBeCloseTo(i * 8 + 2 + 0.247 * lastsS, 1);
      expect(endS - startS).toBeCloseTo(0.506 * lastsS, 1);
    }
  });

  test('a range at the least counts, one below it is leaning', () => {
    expect(findRises(upAndDown(1, 2, 0.31), 0.3)).toHaveLength(2);
    expect(findRises(upAndDown(1, 2, 0.29), 0.3)).toEqual([]);
  });

  test('half a try is no rise, and does not end the one that follows', () => {
    const tries = upAndDown(1, 2).map(({ tMs, value }) => ({ tMs, value: tMs < 8000 && value !== null ? 0.2 + (value - 0.2) * 0.6 : value }));
    expect(findRises(tries, 0.3)).toHaveLength(1);
  });

  test('a way up that is hidden by a gap is not made up', () => {
    const hidden = upAndDown(1, 2).map(({ tMs, value }) => ({ tMs, value: tMs > 1900 && tMs < 3100 ? null : value }));
    expect(findRises(hidden, 0.3)).toHaveLength(1);
  });

  test('a child that stands from the beginning rises only after it has sat', () => {
    expect(
      findRises(
        upAndDown(1, 2).filter(({ tMs }) => tMs > 4000),
        0.3,
      ),
    ).toHaveLength(1);
    expect(findRises([], 0.3)).toEqual([]);
  });
});

/** Hips above the lower ankle. */
const toHeights = (frames: readonly BodyFrame[]): Reading[] =>
  frames.map(({ tMs, joints: { left_hip, right_hip, left_ankle, right_ankle } }) => ({
    tMs,
    value: left_hip && right_hip && left_ankle && right_ankle ? Math.max(left_ankle[1], right_ankle[1]) - (left_hip[1] + right_hip[1]) / 2 : null,
  }));

describe.skipIf(!present).each(['uiprmd_m05_s01.csv', 'uiprmd_m05_s03.csv'])('%s', (name) => {
  test('ten rises, each within one repetition, at a pace of people who follow a model', () => {
    const rises = findRises(toHeights(readFrames(name)), 0.1);
    const { repetitions } = measurePoseRepetitions('sit-to-stand', readFrames(name)) ?? expect.fail('not measured');
    expect(rises).toHaveLength(10);
    expect(repetitions).toHaveLength(10);
    for (const [i, { startS, endS }] of rises.entries()) {
      expect(startS * 1000).toBeGreaterThan(repetitions[i]?.startMs ?? Number.POSITIVE_INFINITY);
      expect(endS * 1000).toBeLessThanOrEqual(repetitions[i]?.endMs ?? Number.NEGATIVE_INFINITY);
    }
    const measured = measureSitToStand(rises, 'pose');
    if ('notMeasurable' in measured) expect.fail(measured.notMeasurable);
    expect(measured.count).toBe(10);
    expect(measured.repPerS).toBeGreaterThan(0.1);
    expect(measured.repPerS).toBeLessThan(0.6);
  });

  test.each(worsened.filter(([how]) => !how.startsWith('seen')))('%s: ten rises, and times within the noise that is stated', (_, worsen) => {
    const [clean, worse] = [readFrames(name), worsen(readFrames(name))].map((frames) => findRises(toHeights(frames), 0.1));
    expect(worse).toHaveLength(10);
    const off = (worse ?? [])
      .map(({ startS, endS }, i) => Math.abs(endS - startS - ((clean?.[i]?.endS ?? 0) - (clean?.[i]?.startS ?? 0))))
      .sort((a, b) => a - b);
    expect(off.at(-1)).toBeLessThanOrEqual(riseTimeNoiseS);
  });
});
