import { describe, expect, test } from 'vitest';
import { hasTurnedAxes, measureRateHz, toSign } from '../../src/movement/sources/motion';

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
