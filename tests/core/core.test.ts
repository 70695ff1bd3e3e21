import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkShape, parseJson } from '../../src/core/check';
import { createSessionClock } from '../../src/core/clock';
import { addDays, countDays, isLocalDate, toNoonUtcMs, toWeekStart } from '../../src/core/dates';
import { createUuid, isUuid } from '../../src/core/ids';
import { createRng, drawInteger, drawNormal } from '../../src/core/rng';
import { createText, toLanguage } from '../../src/core/text';

describe('random numbers', () => {
  test('are the same for the same seed, for ever', () => {
    const rng = createRng('pebble');
    // Stored recordings depend on these digits: they must never change.
    expect([rng.next(), rng.next(), rng.next()].map((n) => n.toFixed(9))).toEqual(['0.846689311', '0.846165768', '0.937681731']);
  });

  test('a fork depends on the seed and its name only', () => {
    const one = createRng('seed');
    one.next();
    expect(one.fork('drill').next()).toBe(createRng('seed').fork('drill').next());
    expect(one.fork('drill').next()).not.toBe(one.fork('stage').next());
  });

  test('are spread evenly', () => {
    const rng = createRng('even');
    const bins = Array(10).fill(0);
    for (let i = 0; i < 10_000; i++) bins[drawInteger(rng, 0, 10)]++;
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('a normal draw has mean 0 and deviation 1', () => {
    const rng = createRng('normal');
    const drawn = Array.from({ length: 20_000 }, () => drawNormal(rng));
    const mean = drawn.reduce((sum, n) => sum + n, 0) / drawn.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.sqrt(drawn.reduce((sum, n) => sum + (n - mean) ** 2, 0) / drawn.length)).toBeCloseTo(1, 1);
  });
});

describe('days', () => {
  const dates = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        if (Number(expected.slice(0, 4)) < 1900) return;
        expect(addDays(date, days)).toBe(expected);
        expect(countDays(date, expected)).toBe(days);
      }),
    );
  });

  test('a week begins on Monday', () => {
    expect(toWeekStart('2026-11-22')).toBe('2026-11-16');
    expect(toWeekStart('2026-11-16')).toBe('2026-11-16');
    expect(toWeekStart('2026-11-15')).toBe('2026-11-09');
    fc.assert(
      fc.property(dates, (date) => {
        expect(new Date(toNoonUtcMs(toWeekStart(date))).getUTCDay()).toBe(1);
      }),
    );
  });

  test('that do not exist are no days', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'today', '']) expect(isLocalDate(text)).toBe(false);
    for (const text of ['2024-02-29', '2026-12-31', '1970-01-01']) expect(isLocalDate(text)).toBe(true);
  });
});

describe('the session clock', () => {
  test('stands still while paused', () => {
    let baseMs = 1000;
    const clock = createSessionClock({ nowMs: () => baseMs });
    baseMs = 1500;
    expect(clock.nowMs()).toBe(500);
    clock.pause();
    clock.pause();
    baseMs = 9000;
    expect(clock.nowMs()).toBe(500);
    clock.resume();
    baseMs = 9100;
    expect(clock.nowMs()).toBe(600);
    expect(clock.toSession(9050)).toBe(550);
  });

  test('places an event that was made while paused at the moment of the pause', () => {
    let baseMs = 0;
    const clock = createSessionClock({ nowMs: () => baseMs });
    baseMs = 100;
    clock.pause();
    baseMs = 300;
    expect(clock.toSession(250)).toBe(100);
  });
});

describe('ids', () => {
  test('are UUIDs, each another', () => {
    const fill = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
    const ids = Array.from({ length: 500 }, () => createUuid(fill));
    expect(new Set(ids).size).toBe(500);
    expect(ids.every(isUuid)).toBe(true);
    expect(ids.every((id) => id[14] === '4' && '89ab'.includes(id[19] ?? ''))).toBe(true);
  });
});

describe('checking data from outside', () => {
  const shape = v.strictObject({ name: v.string(), sizes: v.array(v.pipe(v.number(), v.minValue(1, 'must be at least 1'))) });

  test('names every field that does not fit', () => {
    expect(checkShape(shape, { name: 3, sizes: [2, 0] })).toEqual({
      ok: false,
      problems: ['name: Invalid type: Expected string but received 3', 'sizes.1: must be at least 1'],
    });
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(checkShape(shape, data)).toHaveProperty('ok');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseJson(shape, text)).toHaveProperty('ok');
      }),
    );
  });
});

describe('words', () => {
  const text = createText('en', [
    { day: { play_one: '{{count}} day', play_other: '{{count}} days' } },
    { day: { name: 'Day' }, hello: 'Hello {{name}}' },
  ]);

  test('come with their values and plural forms', () => {
    expect(text('hello', { name: '<b>Mina</b>' })).toBe('Hello <b>Mina</b>');
    expect(text('day.play', { count: 1 })).toBe('1 day');
    expect(text('day.play', { count: 3 })).toBe('3 days');
    expect(text('day.name')).toBe('Day');
  });

  test('that are missing show their key', () => {
    expect(text('day.nothing')).toBe('day.nothing');
  });

  test('defined twice are a mistake', () => {
    expect(() => createText('en', [{ a: { b: 'x' } }, { a: { b: 'y' } }])).toThrow('"a.b" is defined twice');
  });

  test('are in the language that the browser wants most', () => {
    expect(toLanguage(['fr-FR', 'zh-Hans-CN', 'en'])).toBe('zh-CN');
    expect(toLanguage(['en-GB', 'zh'])).toBe('en');
    expect(toLanguage(['fr'])).toBe('en');
  });
});
