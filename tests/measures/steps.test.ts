import { describe, expect, test } from 'vitest';
import { measureMotionWalk } from '../../src/measures/gait-from-motion';
import type { MotionSample } from '../../src/measures/walking-signal';
import { addNoise, drawStillness, drawWalk, rotateDevice } from './walking-samples';

const count = (samples: readonly MotionSample[]) => (measureMotionWalk(samples) ?? expect.fail('not measurable')).contacts.length;
/** Stillness with an acceleration along the way up (or, for three values, along the device) added to it. */
const still = (toUp: (tS: number) => number, seconds = 60): MotionSample[] =>
  drawStillness(seconds, 0.05).map((sample) => ({
    ...sample,
    accelMps2: [sample.accelMps2[0], sample.accelMps2[1] + toUp(sample.tMs / 1000), sample.accelMps2[2]],
  }));
const bump = (tS: number, atS: number, widthS: number) => (Math.abs(tS - atS) < widthS ? Math.cos((Math.PI * (tS - atS)) / (2 * widthS)) ** 2 : 0);

describe('no step', () => {
  test.each([0.02, 0.1, 0.3])('while standing still for five minutes with a shake of %d m/s2', (shake) => {
    expect(count(drawStillness(300, shake))).toBe(0);
  });

  test('while swaying: slow and small', () => {
    expect(count(still((tS) => 0.15 * Math.sin(2 * Math.PI * 0.4 * tS)))).toBe(0);
  });

  test('while breathing hard or trembling: fast and small', () => {
    expect(count(still((tS) => 0.3 * Math.sin(2 * Math.PI * 0.9 * tS) + 0.5 * Math.sin(2 * Math.PI * 8 * tS)))).toBe(0);
  });

  test('when standing up and sitting down again, each a rise and a bump', () => {
    expect(count(still((tS) => 2.5 * bump(tS, 10, 0.5) - 1.5 * bump(tS, 11, 0.5) - 1.5 * bump(tS, 30, 0.5) + 3 * bump(tS, 30.9, 0.3)))).toBe(0);
  });

  test('when shifting the weight: three bumps are not a walk, four are', () => {
    const bumps = (n: number) => still((tS) => [...Array(n).keys()].reduce((sum, k) => sum + 2 * bump(tS, 10 + 0.6 * k, 0.25), 0), 20);
    expect(count(bumps(3))).toBe(0);
    expect(count(bumps(4))).toBe(4);
  });

  test('when a hand turns the device over, again and again', () => {
    const samples = drawStillness(20, 0.05).map((sample) => {
      const deg = 80 * Math.sin((2 * Math.PI * sample.tMs) / 4000);
      return rotateDevice([sample], [1, 0, 0], deg)[0] ?? sample;
    });
    expect(count(samples)).toBe(0);
  });

  test('in a recording without readings, with one, or with a second of them', () => {
    expect(count([])).toBe(0);
    expect(count(drawStillness(0.01, 0.05))).toBe(0);
    expect(count(drawStillness(1, 0.05))).toBe(0);
  });

  test('in free fall or from a sensor that reads nothing but zeros', () => {
    expect(count(drawStillness(20, 0).map((sample) => ({ ...sample, accelMps2: [0, 0, 0] })))).toBe(0);
  });
});

describe('a step', () => {
  test('is found once for a foot that comes down twice: heel and toe 0.15 s apart', () => {
    const stepping = still(
      (tS) => [...Array(12).keys()].reduce((sum, k) => sum + 3 * bump(tS, 5 + 0.7 * k, 0.12) + 2 * bump(tS, 5.15 + 0.7 * k, 0.12), 0),
      20,
    );
    expect(count(stepping)).toBe(12);
  });

  test('by the weaker foot counts, down to a third of the stronger one', () => {
    const uneven = still((tS) => [...Array(12).keys()].reduce((sum, k) => sum + (k % 2 === 0 ? 3 : 1.2) * bump(tS, 5 + 0.6 * k, 0.25), 0), 20);
    expect(count(uneven)).toBe(12);
  });

  test('counts on a slow walk of a step a second, and in noise', () => {
    const slow = drawWalk({ stepsS: Array.from({ length: 10 }, () => 1) });
    expect(count(slow)).toBe(11);
    expect(count(addNoise(slow, 0.3))).toBe(11);
  });

  test('counts after a stop of three seconds', () => {
    const walk = drawWalk({ stepsS: Array.from({ length: 8 }, () => 0.5) });
    const endMs = walk.at(-1)?.tMs ?? 0;
    expect(count([...walk, ...walk.map((sample) => ({ ...sample, tMs: sample.tMs + endMs + 10 }))])).toBe(18);
  });
});
