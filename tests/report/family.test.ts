import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/dates';
import { type FamilySession, sumWeek, toGoal, toHoursMinutes, toPebblePicture, toPebbles, toWeekDays } from '../../src/report/family';

function toSession(counts: { readonly success?: number; readonly assisted?: number; readonly other?: number }, game = 'fireflies'): FamilySession {
  const { success = 0, assisted = 0, other = 0 } = counts;
  const trials = success + assisted + other;
  return { session: `s${trials}`, on: '2026-03-24', trials, activeMs: trials * 1500, parts: [{ game, outcomes: { success, assisted } }] };
}

/** `count` sessions, newest first, one a day back from `on`. */
const toHistory = (count: number, on = '2026-03-24') =>
  Array.from({ length: count }, (_, back) => ({ ...toSession({ success: 1 }), session: `n${count - 1 - back}`, on: addDays(on, -back) }));

describe("a family's week", () => {
  it.each([
    ['a Monday', '2026-03-23', '2026-03-23', '2026-03-30'],
    ['a Thursday', '2026-03-26', '2026-03-23', '2026-03-30'],
    ['a Sunday', '2026-03-22', '2026-03-16', '2026-03-23'],
    ['the Sunday on which summer time begins', '2026-03-29', '2026-03-23', '2026-03-30'],
    ['the day after', '2026-03-30', '2026-03-30', '2026-04-06'],
    ['the Sunday on which it ends', '2026-10-25', '2026-10-19', '2026-10-26'],
    ['the last day of a year', '2026-12-31', '2026-12-28', '2027-01-04'],
    ['the first day of a year', '2027-01-01', '2026-12-28', '2027-01-04'],
    ['a leap day', '2028-02-29', '2028-02-28', '2028-03-06'],
  ])('of %s runs from Monday up to the next', (_day, today, from, to) => {
    expect(toWeekDays(today)).toEqual({ from, to });
  });

  it('a helped firefly came home too; a miss or a lost hand takes nothing away', () => {
    const week = sumWeek([toSession({ success: 3, assisted: 2, other: 5 }), toSession({ success: 1 })]);
    expect(week.done).toEqual(new Map([['fireflies', 6]]));
    expect(week.sessions).toBe(2);
    expect(week.activeMs).toBe(11 * 1500);
  });

  it('keeps games apart', () => {
    const week = sumWeek([toSession({ success: 3 }), toSession({ assisted: 2 }, 'ferry')]);
    expect([...week.done]).toEqual([
      ['fireflies', 3],
      ['ferry', 2],
    ]);
  });

  it('a session without a trial is none, and a session of misses is one', () => {
    expect(sumWeek([toSession({}), toSession({ other: 5 })])).toMatchObject({ sessions: 1, done: new Map() });
    expect(sumWeek([])).toEqual({ sessions: 0, activeMs: 0, done: new Map() });
  });
});

describe("the family's goal", () => {
  it.each([
    [0, null, 'not-begun', 0],
    [0, 3, 'not-begun', 3],
    [2, null, 'no-goal', 0],
    [2, 3, 'under-way', 1],
    [3, 3, 'reached', 0],
    [4, 3, 'beyond', 0],
    [1, 1, 'reached', 0],
    [20, 14, 'beyond', 0],
  ])('%i sessions beside a goal of %s: %s', (sessions, goal, state, room) => {
    expect(toGoal(sessions, goal)).toEqual({ state, room });
  });
});

describe('pebbles', () => {
  it('lie one for each session with a trial, oldest first', () => {
    const sessions = [...toHistory(2), { ...toSession({}), session: 'empty' }, { ...toSession({ other: 1 }), session: 'missed', on: '2026-01-05' }];
    expect(toPebbles(sessions, 3, 40).map(({ session, on }) => [session, on])).toEqual([
      ['missed', '2026-01-05'],
      ['n0', '2026-03-23'],
      ['n1', '2026-03-24'],
    ]);
  });

  it('are the newest where the path is full', () => {
    const pebbles = toPebbles(toHistory(45), 45, 40);
    expect(pebbles).toHaveLength(40);
    expect(pebbles[0]?.session).toBe('n5');
    expect(pebbles.at(-1)?.session).toBe('n44');
  });

  it('keep their picture when others come', () => {
    const before = new Map(toPebbles(toHistory(45), 45, 40).map(({ session, picture }) => [session, picture]));
    const after = toPebbles(toHistory(46), 46, 40);
    for (const { session, picture } of after.slice(0, -1)) expect(picture).toBe(before.get(session));
    expect(after.at(-1)?.picture).toBe(toPebblePicture(45));
  });

  it('have one of six drawings', () => {
    expect([0, 1, 5, 6, 7].map(toPebblePicture)).toEqual([1, 2, 6, 1, 2]);
  });
});

describe('time at play', () => {
  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [89_999, 0, 1],
    [90_000, 0, 2],
    [59.4 * 60_000, 0, 59],
    [59.6 * 60_000, 1, 0],
    [84 * 60_000, 1, 24],
    [6000 * 60_000, 100, 0],
  ])('%i ms are %i h %i min', (ms, hours, minutes) => {
    expect(toHoursMinutes(ms)).toEqual({ hours, minutes });
  });
});
