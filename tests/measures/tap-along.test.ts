import { expect, test } from 'vitest';
import { leastTapsAlong, toTapAlong } from '../../src/measures/tap-along';

const beats = Array.from({ length: 20 }, (_, n) => 1000 + 600 * n);
const tap = (offsetMs: number, scatter: (n: number) => number = () => 0) => beats.map((beat, n) => beat + offsetMs + scatter(n));

test.each([0, 85, -40, 290, -290])('taps that all come %d ms from their beat have that offset and no spread', (offset) => {
  expect(toTapAlong(tap(offset), beats)).toEqual({ offsetMs: offset, spreadMs: 0, taps: 18 });
});

test('scatter is spread, not offset', () => {
  const found = toTapAlong(
    tap(60, (n) => (n % 2 === 0 ? 20 : -20)),
    beats,
  );
  if (found === 'not enough taps') throw new Error(found);
  expect(found.offsetMs).toBeCloseTo(60, 6);
  // Nine on each side of the mean, divided by n-1.
  expect(found.spreadMs).toBeCloseTo(20 * Math.sqrt(18 / 17), 6);
});

test('one slip changes neither offset nor spread', () => {
  const found = toTapAlong(
    tap(60, (n) => (n === 9 ? 200 : n % 3)),
    beats,
  );
  if (found === 'not enough taps') throw new Error(found);
  expect(found.offsetMs).toBeCloseTo(61, 6);
  expect(found.spreadMs).toBeLessThan(2);
  expect(found.taps).toBe(17);
});

test('the first two taps find the beat and do not count', () => {
  const taps = tap(50);
  expect(toTapAlong([1290, 1880, ...taps.slice(2)], beats)).toEqual({ offsetMs: 50, spreadMs: 0, taps: 18 });
});

test('the order in which taps are told does not matter', () => {
  expect(toTapAlong([...tap(30)].reverse(), beats)).toEqual(toTapAlong(tap(30), beats));
});

test('too few taps near the beat are not enough, and neither is one beat', () => {
  expect(toTapAlong(tap(20).slice(0, leastTapsAlong + 1), beats)).toBe('not enough taps');
  expect(toTapAlong(tap(20).slice(0, leastTapsAlong + 2), beats)).not.toBe('not enough taps');
  expect(toTapAlong(tap(20), [1000])).toBe('not enough taps');
  expect(toTapAlong([], beats)).toBe('not enough taps');
  expect(
    toTapAlong(
      tap(20).map((ms) => ms + 60_000),
      beats,
    ),
  ).toBe('not enough taps');
});
