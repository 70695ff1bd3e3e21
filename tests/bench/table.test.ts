import { expect, test, vi } from 'vitest';
import { main } from '../../src/tools/bench';
import { type Figure, meetsTarget, toQuantile } from '../../src/tools/bench/figure';
import { toLine } from '../../src/tools/bench/table';

const speed: Figure = { name: 'runner against real time', value: 2000, unit: 'x', target: { atLeast: 2000 } };
const size: Figure = { name: 'script for the first screen', value: 60.01, unit: 'kB', target: { atMost: 60 } };

test('a figure keeps its target at the very value, and is over beyond it', () => {
  expect([speed, { ...speed, value: 1999.9 }, size, { ...size, value: 60 }].map(meetsTarget)).toEqual([true, false, false, true]);
  expect(meetsTarget({ name: 'for information', value: 1, unit: 'ms' })).toBeNull();
  expect(meetsTarget({ ...size, value: Number.NaN })).toBe(false);
});

test('a line has name, value, unit, target and verdict, and fits 100 columns', () => {
  expect(toLine(speed).split(/\s{2,}|(?<=2000) (?=x)/)).toEqual(['runner against real time', '2000', 'x', '>= 2000', 'ok']);
  expect(toLine(size)).toMatch(/ 60\.0 kB {6}<= 60 +over$/);
  const widest = toLine({ ...size, name: 'n'.repeat(62), value: 123_456_789, unit: 'frames', target: { atMost: 100_000 } });
  expect(widest.length).toBeLessThanOrEqual(98);
});

test('a quantile of nothing shows as no number', () => {
  expect(toQuantile([], 0.95)).toBeNaN();
  expect(toQuantile([3, 1, 2], 0.5)).toBe(2);
  expect(
    toQuantile(
      Array.from({ length: 100 }, (_, i) => i),
      0.95,
    ),
  ).toBe(95);
});

test('words that the command does not understand get its usage', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect([await main(['--fast']), await main(['--json']), await main(['--json', 'a', 'b'])]).toEqual([2, 2, 2]);
  expect(said).toHaveBeenCalledTimes(3);
});
