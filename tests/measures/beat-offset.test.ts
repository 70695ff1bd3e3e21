import { expect, test } from 'vitest';
import { mostAheadMs, mostSpreadMs, toBeatOffset } from '../../src/measures/beat-offset';

const beats = Array.from({ length: 16 }, (_, n) => 1500 + 1000 * n);
const tap = (offsetMs: number, scatter: (n: number) => number = () => 0) => beats.map((beat, n) => beat + offsetMs + scatter(n));
/** Even scatter whose sample standard deviation over the 14 taps that count is so large. */
const toScatter = (sdMs: number) => (n: number) => (n % 2 === 0 ? 1 : -1) * sdMs * Math.sqrt(13 / 14);

test.each([0, 120, 400])('a tablet whose taps come %d ms late has that delay', (offset) => {
  expect(toBeatOffset(tap(offset), beats)).toEqual({ offsetMs: offset, spreadMs: 0 });
});

test('taps slightly ahead of the beat are no delay, as people tap ahead of a beat that they know', () => {
  expect(toBeatOffset(tap(-30), beats)).toEqual({ offsetMs: 0, spreadMs: 0 });
  expect(toBeatOffset(tap(-mostAheadMs), beats)).toEqual({ offsetMs: 0, spreadMs: 0 });
});

test.each([-mostAheadMs - 1, 401, 480])('taps that come %d ms from the beat were of no beat that was heard', (offset) => {
  expect(toBeatOffset(tap(offset), beats)).toBe('beside');
});

test('taps that scatter too far tell no delay', () => {
  expect(toBeatOffset(tap(100, toScatter(mostSpreadMs - 1)), beats)).toMatchObject({ spreadMs: mostSpreadMs - 1 });
  expect(toBeatOffset(tap(100, toScatter(mostSpreadMs + 1)), beats)).toBe('scattered');
});

test('a tenth tap is the last that is needed: two find the beat, eight count', () => {
  expect(toBeatOffset(tap(100).slice(0, 10), beats)).toEqual({ offsetMs: 100, spreadMs: 0 });
  expect(toBeatOffset(tap(100).slice(0, 9), beats)).toBe('few');
  expect(toBeatOffset([], beats)).toBe('few');
});

test('offset and spread are kept in whole ms', () => {
  expect(toBeatOffset(tap(99.6), beats)).toEqual({ offsetMs: 100, spreadMs: 0 });
});
