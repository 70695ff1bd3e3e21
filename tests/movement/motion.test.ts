import { describe, expect, test } from 'vitest';
import { hasTurnedAxes, measureRateHz, toSign } from '../../src/movement/sources/motion';
import { createTurningAxes } from '../../src/movement/sources/turning-axes';
import type { Vec3 } from '../../src/movement/types';
import { motionPresent, readMotion } from './interpret-frames';

describe('the platform of a motion sensor', () => {
  test.each([
    ['an Android tablet', 'Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36 Chrome/130 Safari/537.36', 5, false],
    ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1', 5, true],
    ['an iPad that calls itself a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 5, true],
    ['Chrome on an iPad, which is WebKit too', 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/130 Safari/604.1', 5, true],
    ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 0, false],
  ])('%s', (_name, userAgent, touches, turned) => {
    expect(hasTurnedAxes(userAgent, touches)).toBe(turned);
  });
});

describe('the sign of acceleration', () => {
  test.each([
    ['on its back', [0, 0, 9.81], [0, 0]],
    ['upright', [0, 9.81, 0], [0, 90]],
    ['right side down', [-9.81, 0, 0], [90, 0]],
    ['left side down', [9.81, 0, 0], [-90, 0]],
    ['leaning back on a stand', [0, 6.94, 6.94], [0, 45]],
  ] as const)('%s agrees with the tilt, and against it is turned', (_name, [x, y, z], tilt) => {
    expect(toSign([x, y, z], tilt)).toBe(1);
    expect(toSign([-x, -y, -z], tilt)).toBe(-1);
  });

  test('is not judged while the device is swung or the two disagree', () => {
    expect(toSign([0, 0, 14], [0, 0])).toBeNull();
    expect(toSign([9.81, 0, 0], [0, 0])).toBeNull();
  });
});

test('the rate is that of rising times: repeated ones and a pause change nothing', () => {
  const times = Array.from({ length: 60 }, (_, i) => i * 10);
  expect(measureRateHz(times)).toBeCloseTo(100, 9);
  expect(measureRateHz(times.flatMap((ms) => [ms, ms]))).toBeCloseTo(100, 9);
  expect(measureRateHz(times.map((ms, i) => (i < 30 ? ms : ms + 700)))).toBeCloseTo(100, 9);
  expect(measureRateHz([5])).toBe(0);
  expect(measureRateHz([])).toBe(0);
});

/** Turns about one axis of a device that lies on its back, fast enough for a hand; the true rates, and gravity as felt. */
const rock = (axis: 'x' | 'y', seconds: number) =>
  Array.from({ length: Math.floor(seconds * 60) }, (_, i) => {
    const atMs = (i * 1000) / 60;
    const angle = 0.5 * Math.sin(atMs / 300);
    const dps = ((0.5 / 0.3) * Math.cos(atMs / 300) * 180) / Math.PI;
    const accel: Vec3 = axis === 'x' ? [0, 9.81 * Math.sin(angle), 9.81 * Math.cos(angle)] : [-9.81 * Math.sin(angle), 0, 9.81 * Math.cos(angle)];
    const rates: Vec3 = axis === 'x' ? [dps, 0, 0] : [0, dps, 0];
    return { atMs, accel, rates };
  });
/** The two ways in which browsers and recordings name the rates about x, y and z. */
const namings = [
  ['alpha about x, as browsers do', ([x, y, z]: Vec3) => ({ alpha: x, beta: y, gamma: z })],
  ['alpha about z, as older pages do', ([x, y, z]: Vec3) => ({ alpha: z, beta: x, gamma: y })],
] as const;

describe('the axes of turning', () => {
  test.each(namings)('%s: found from how gravity turns', (_, name) => {
    for (const axis of ['x', 'y'] as const) {
      const toAxes = createTurningAxes();
      const readings = rock(axis, 4).map(({ atMs, accel, rates }) => ({ rates, told: toAxes(accel, name(rates), atMs) }));
      for (const { rates, told } of readings.slice(90)) expect(told).toEqual(rates);
    }
  });

  test('at rest alpha is x', () => {
    const toAxes = createTurningAxes();
    for (let i = 0; i < 600; i++) expect(toAxes([0, 0, 9.81], { alpha: 1, beta: 0.4, gamma: -0.7 }, i * 16)).toEqual([1, 0.4, -0.7]);
  });

  test('repeated times and a gap change nothing', () => {
    const toAxes = createTurningAxes();
    const [, z] = namings;
    const readings = rock('x', 4).map(({ atMs, ...rest }, i) => ({ ...rest, atMs: i < 120 ? atMs : atMs + 5000 }));
    for (const { atMs, accel, rates } of readings) for (let twice = 0; twice < 2; twice++) toAxes(accel, z[1](rates), atMs);
    expect(toAxes([0, 0, 9.81], { alpha: 3, beta: 1, gamma: 2 }, 12_000)).toEqual([1, 2, 3]);
  });

  describe.skipIf(!motionPresent)('in recorded walks', () => {
    test.each(['mobgap_MS001_Test11_Trial1', 'mobgap_MS001_Test5_Trial1', 'mobgap_MS001_Test5_Trial2', 'skdh_gait2'])('%s', (file) => {
      for (const [naming, name] of namings) {
        const toAxes = createTurningAxes();
        const wrong = readMotion(file).flatMap((frame) => {
          if (frame.kind !== 'motion' || !frame.rotationDps) return [];
          const told = toAxes(frame.accelMps2, name(frame.rotationDps), frame.capturedMs);
          return told.every((value, i) => value === frame.rotationDps?.[i]) ? [] : [frame];
        });
        if (naming.startsWith('alpha about x')) expect(wrong).toEqual([]);
        // Wrong only until the device has turned: these persons stand still first.
        expect(wrong.at(-1)?.capturedMs ?? 0).toBeLessThan(10_000);
        const turning = wrong.filter(({ rotationDps }) => rotationDps && Math.hypot(...rotationDps) > 15);
        expect(turning.length).toBeLessThan(150);
      }
    });
  });
});
