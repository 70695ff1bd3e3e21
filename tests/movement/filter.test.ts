import { describe, expect, test } from 'vitest';
import { createRng, drawNormal } from '../../src/core/rng';
import { createFilter, mostDelayMs, movingDelayMs, restartAfterMs } from '../../src/movement/filter';

const rates = [15, 30, 60];

/** How far in ms the filtered value trails a ramp of a speed in ranges a second, once it has settled. */
function measureRampDelay(speed: number, hz: number, range: number): number {
  const filter = createFilter(range);
  let out = 0;
  let atMs = 0;
  for (let i = 0; i <= hz * 6; i += 1) {
    atMs = (i * 1000) / hz;
    out = filter((range * speed * atMs) / 1000, atMs);
  }
  return atMs - (out / (range * speed)) * 1000;
}

describe.each(rates)('at %i readings a second', (hz) => {
  test.each([0.01, 0.1, 0.25, 0.5, 1, 2, 5])('a movement of %f ranges a second is followed within the stated delay', (speed) => {
    const delay = measureRampDelay(speed, hz, 15);
    expect(delay).toBeGreaterThan(0);
    expect(delay).toBeLessThanOrEqual(mostDelayMs);
    if (speed >= 0.5) expect(delay).toBeLessThanOrEqual(movingDelayMs);
  });

  test('a sudden movement is half shown at once and whole within three readings, without overshoot', () => {
    const filter = createFilter(1);
    for (let i = 0; i < hz; i += 1) filter(0, (i * 1000) / hz);
    const after = [0, 1, 2, 3].map((i) => filter(1, ((hz + i) * 1000) / hz));
    expect(after[0]).toBeGreaterThan(0.5);
    expect(after[2]).toBeGreaterThan(0.9);
    expect(Math.max(...after)).toBeLessThanOrEqual(1);
  });

  test('a small sudden shift is half shown within the stated delay', () => {
    const filter = createFilter(1);
    for (let i = 0; i < hz; i += 1) filter(0, (i * 1000) / hz);
    let shown = 0;
    for (let i = 0; (i * 1000) / hz <= mostDelayMs; i += 1) shown = filter(0.05, ((hz + i) * 1000) / hz);
    expect(shown).toBeGreaterThan(0.025);
  });

  test('the jitter of a still child is cut to 0.6 or less of itself', () => {
    const rng = createRng(`jitter ${hz}`);
    const filter = createFilter(1);
    let before = 0;
    let after = 0;
    for (let i = 0; i < 4000; i += 1) {
      const value = 0.02 * drawNormal(rng);
      const out = filter(value, (i * 1000) / hz);
      if (i < hz) continue;
      before += value * value;
      after += out * out;
    }
    expect(Math.sqrt(after / before)).toBeLessThan(0.6);
  });
});

test('the same movement is smoothed alike in any unit and in either direction', () => {
  const degrees = createFilter(15);
  const mirrored = createFilter(15);
  const shares = createFilter(1);
  for (let i = 0; i < 90; i += 1) {
    const share = Math.sin(i / 9);
    const out = shares(share, i * 33);
    expect(degrees(15 * share, i * 33) / 15).toBeCloseTo(out, 10);
    expect(mirrored(-15 * share, i * 33) / -15).toBeCloseTo(out, 10);
  }
});

test('a repeated or older time changes nothing', () => {
  const plain = createFilter(1);
  const repeated = createFilter(1);
  for (let i = 0; i < 60; i += 1) {
    const value = Math.sin(i / 5);
    const out = plain(value, i * 33);
    expect(repeated(value, i * 33)).toBe(out);
    expect(repeated(value + 9, i * 33)).toBe(out);
    expect(repeated(value - 9, i * 33 - 20)).toBe(out);
  }
});

test('uneven times, as when every third reading is dropped, stay within the stated delay', () => {
  const filter = createFilter(1);
  for (let i = 0; i < 200; i += 1) {
    if (i % 3 === 1) continue;
    const atMs = i * 33.3;
    const delay = atMs - filter(atMs / 2000, atMs) * 2000;
    if (i > 60) expect(delay).toBeLessThanOrEqual(mostDelayMs);
  }
});

test('after a gap the value starts anew where the child is now; up to the longest gap it is still smoothed', () => {
  const start = (gapMs: number) => {
    const filter = createFilter(1);
    filter(0, 0);
    filter(0, 33);
    return filter(0.3, 33 + gapMs);
  };
  expect(start(restartAfterMs)).toBeLessThan(0.3);
  expect(start(restartAfterMs + 1)).toBe(0.3);
});
