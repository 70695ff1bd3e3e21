import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, toWeekStart } from '../../src/core/dates';
import { toPebbles } from '../../src/report/family';
import {
  countDaysOff,
  listDaysOff,
  listReachedWeeks,
  listWeekGoals,
  toDone,
  toEasedGoal,
  toWeekDayList,
  toWeeklyGoal,
  type WeekHistory,
} from '../../src/report/weeks';
import { type CurrentEvent, checkEvent } from '../../src/store/formats/current';
import {
  anyDeed,
  child,
  type Deed,
  dayOff,
  firstDay,
  goal,
  mix,
  readHistory,
  session,
  spanDays,
  toEvents,
  toId,
  toSessionEvents,
} from './family-histories';

const monday = '2026-03-23';
const history = (change: Partial<WeekHistory>): WeekHistory => ({ weeks: {}, goals: [], rest: [], notToday: {}, grown: [], ...change });
const week = (sessions: number, minutes = sessions) => ({ sessions, activeMs: minutes * 60_000 });
const sessionsGoal = (count: number) => ({ unit: 'sessions' as const, count });

describe("a week beside the family's own goal", () => {
  it.each([
    ['one session short', 3, []],
    ['just there', 4, [monday]],
    ['more', 9, [monday]],
  ])('%s', (_case, sessions, reached) => {
    expect(listReachedWeeks(history({ weeks: { [monday]: week(sessions) }, goals: [{ on: '2026-03-01', sessions: 4 }] }))).toEqual(reached);
  });

  it.each([
    ['29 seconds under the minute that is shown', 44 * 60_000 + 29_000, []],
    ['as many minutes as are shown', 44 * 60_000 + 30_000, [monday]],
  ])('counts active minutes as the page shows them: %s', (_case, activeMs, reached) => {
    const played = history({ weeks: { [monday]: { sessions: 2, activeMs } }, goals: [{ on: '2026-03-01', sessions: null, minutes: 45 }] });
    expect(listReachedWeeks(played)).toEqual(reached);
  });

  it('without a goal no week is reached, and none was expected', () => {
    expect(listReachedWeeks(history({ weeks: { [monday]: week(7) } }))).toEqual([]);
    expect(
      listReachedWeeks(
        history({
          weeks: { [monday]: week(7) },
          goals: [
            { on: '2026-03-01', sessions: 2 },
            { on: '2026-03-09', sessions: null },
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('is judged by the goal of its own time, not by a later one', () => {
    const goals = [
      { on: '2026-03-01', sessions: 2 },
      { on: '2026-03-30', sessions: 6 },
    ];
    expect(listReachedWeeks(history({ weeks: { [monday]: week(2), '2026-04-06': week(5) }, goals }))).toEqual([monday]);
  });

  it('a goal raised within a week takes nothing from it; one of the week after does not count yet', () => {
    const goals = [
      { on: '2026-03-01', sessions: 2 },
      { on: '2026-03-26', sessions: 5 },
      { on: '2026-03-30', sessions: 1 },
    ];
    expect(listWeekGoals(goals, monday)).toEqual([sessionsGoal(2), sessionsGoal(5)]);
    expect(listWeekGoals(goals, '2026-03-30')).toEqual([sessionsGoal(5), sessionsGoal(1)]);
    expect(listWeekGoals(goals, '2026-02-02')).toEqual([]);
  });

  it('is of sessions or of minutes, and going over to the other takes the first away', () => {
    expect(
      listWeekGoals(
        [
          { on: '2026-03-01', sessions: 3, minutes: null },
          { on: '2026-03-02', sessions: null, minutes: 45 },
        ],
        monday,
      ),
    ).toEqual([{ unit: 'minutes', count: 45 }]);
    expect(toWeeklyGoal(null, null)).toBeNull();
    expect(toWeeklyGoal(3, 45)).toEqual(sessionsGoal(3));
  });

  it('no play shows as no minutes, a little play as one', () => {
    expect([0, 1, 90_000].map((activeMs) => toDone({ sessions: 1, activeMs }, 'minutes'))).toEqual([0, 1, 2]);
  });
});

describe('days off', () => {
  it.each([
    [3, 0, 3],
    [3, 2, 3],
    [3, 3, 2],
    [3, 4, 2],
    [3, 5, 1],
    [3, 7, 1],
    [1, 6, 1],
    [14, 1, 12],
  ])('a goal of %i with %i days off asks for %i', (count, daysOff, eased) => {
    expect(toEasedGoal(sessionsGoal(count), daysOff)).toEqual(sessionsGoal(eased));
  });

  it('count once a day, from Monday up to the next, whether planned or told', () => {
    const off = { rest: ['2026-03-22', '2026-03-23', '2026-03-29', '2026-03-30'], notToday: { '2026-03-29': 'ill', '2026-03-25': 'school' } };
    expect(countDaysOff(off, monday)).toBe(3);
  });

  it('a week that was all off is not called reached: nothing is claimed that was not', () => {
    const rest = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
    const goals = [{ on: '2026-03-01', sessions: 3 }];
    expect(listReachedWeeks(history({ rest, goals, weeks: { [monday]: { sessions: 0, activeMs: 0 } } }))).toEqual([]);
    expect(listReachedWeeks(history({ rest, goals, weeks: { [monday]: week(1) } }))).toEqual([monday]);
  });

  it('a day told as not for play is that, also where rest was planned; sessions without a trial are none', () => {
    const days = toWeekDayList(
      '2026-03-26',
      [
        { on: monday, trials: 4 },
        { on: monday, trials: 0 },
      ],
      { rest: [monday, '2026-03-29'], notToday: { [monday]: 'ill' } },
    );
    expect(days.map(({ off }) => off)).toEqual(['not-today', null, null, null, null, null, 'rest']);
    expect(days[0]).toEqual({ on: monday, off: 'not-today', sessions: 1 });
  });
});

test('days off are listed newest first, each once, from the first day up to the last', () => {
  const off = { rest: ['2026-03-30', '2026-03-25', '2026-02-01'], notToday: { '2026-03-25': 'pain', '2026-03-24': 'ill', '2026-04-09': 'ill' } };
  expect(listDaysOff(off, '2026-03-24', '2026-04-09')).toEqual([
    { on: '2026-03-30', reason: null },
    { on: '2026-03-25', reason: 'pain' },
    { on: '2026-03-24', reason: 'ill' },
  ]);
});

const isWithin = (before: readonly string[], after: readonly string[]) => before.every((one) => after.includes(one));
const last = addDays(firstDay, spanDays);
const deeds = fc.array(anyDeed, { maxLength: 40 });
const reachedOf = (events: readonly CurrentEvent[]) => listReachedWeeks(readHistory(events).days);

describe('over random histories of two tablets', () => {
  test('the order in which histories are merged changes nothing', () => {
    fc.assert(
      fc.property(deeds, deeds, fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (a, b, choices) => {
        const [left, right] = [toEvents('left', a), toEvents('right', b)];
        const one = readHistory([...left, ...right]);
        const other = readHistory(mix(right, left, choices));
        expect(other.days).toEqual(one.days);
        expect(other.totals).toEqual(one.totals);
        expect(listReachedWeeks(other.days)).toEqual(listReachedWeeks(one.days));
      }),
      { numRuns: 150 },
    );
  });

  test('pebbles are never fewer, whatever comes after', () => {
    fc.assert(
      fc.property(deeds, deeds, deeds, (a, later, b) => {
        const before = readHistory(toEvents('left', a)).totals;
        const after = readHistory([...toEvents('left', [...a, ...later]), ...toEvents('right', b)]).totals;
        expect(after.sessions).toBeGreaterThanOrEqual(before.sessions);
        expect(after.activeMs).toBeGreaterThanOrEqual(before.activeMs);
        expect(after.sessions).toBe([...a, ...later, ...b].filter((deed) => deed.kind === 'session' && deed.trials > 0).length);
      }),
      { numRuns: 150 },
    );
  });

  test('reached weeks are never fewer with more play, more days off or a newer goal', () => {
    const growing = fc.oneof(
      session,
      dayOff,
      goal.map((deed): Deed => ({ ...deed, on: last })),
    );
    fc.assert(
      fc.property(deeds, fc.array(growing, { maxLength: 20 }), (a, more) => {
        expect(isWithin(reachedOf(toEvents('left', a)), reachedOf(toEvents('left', [...a, ...more])))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a week that was shown stays, also when a day off is undone or another tablet brings an older goal', () => {
    fc.assert(
      fc.property(deeds, deeds, deeds, (a, later, b) => {
        const shown = reachedOf(toEvents('left', a));
        const { days } = readHistory([...toEvents('left', [...a, ...later]), ...toEvents('right', b)]);
        expect(isWithin(shown, listReachedWeeks({ ...days, grown: shown }))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('excused days never hurt', () => {
    fc.assert(
      fc.property(deeds, fc.array(dayOff, { minLength: 1, maxLength: 30 }), (a, off) => {
        const without = reachedOf(toEvents('left', a));
        expect(isWithin(without, reachedOf([...toEvents('left', a), ...toEvents('right', off)]))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** The calendar day of an instant where the tablet is, as `main.ts` stamps it. */
const toDay = (atMs: number, timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(atMs);

/** A session that starts at an instant, with a trial each minute, on a tablet whose zone may change meanwhile. */
function playAt(name: string, startMs: number, zones: readonly string[], minutes: number): readonly CurrentEvent[] {
  let n = 0;
  const device = toId(name);
  const days = Array.from({ length: minutes + 1 }, (_, i) => toDay(startMs + i * 60_000, zones[i % zones.length] ?? 'UTC'));
  return toSessionEvents(toId(`${name}/session`), days, 50_000, (kind, on, body) => {
    n += 1;
    const at = new Date(startMs + n * 60_000).toISOString();
    const checked = checkEvent({ id: toId(`${name}/${n}`), kind, format: 1, device, n, on, at, child, body });
    if (!checked.ok) throw new Error(checked.problems.join('; '));
    return checked.value;
  });
}

describe('midnight, clock changes and travel', () => {
  it.each([
    ['from 23:59 on a Sunday past midnight', '2026-03-22T22:59:00Z', ['Europe/Berlin'], '2026-03-16'],
    ['at 00:01 on a Monday', '2026-03-22T23:01:00Z', ['Europe/Berlin'], '2026-03-23'],
    ['over the hour that summer time leaves out', '2026-03-29T00:59:00Z', ['Europe/Berlin'], '2026-03-23'],
    ['over the hour that comes twice in autumn', '2026-10-25T00:59:00Z', ['Europe/Berlin'], '2026-10-19'],
    ['into a Monday that begins at one o’clock', '2026-04-26T23:59:00Z', ['Africa/Cairo'], '2026-04-27'],
    ['on a plane that crosses the date line', '2026-05-03T11:00:00Z', ['Pacific/Auckland', 'Pacific/Honolulu'], '2026-04-27'],
  ])('a session %s counts once, in the week in which it began', (_case, start, zones, expected) => {
    const { totals, days } = readHistory(playAt('tablet', Date.parse(start), zones, 3));
    expect(totals.sessions).toBe(1);
    expect(days.weeks).toEqual({ [expected]: { sessions: 1, activeMs: 150_000 } });
  });

  test('however a family travels, each session is one pebble and counts in one week', () => {
    const zone = fc.constantFrom(
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Shanghai',
    );
    const trip = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 24 * 400 }), zones: fc.array(zone, { minLength: 1, maxLength: 3 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(trip, (stops) => {
        const sittings = stops.map(({ hour, zones }, i) => playAt(`tablet-${i}`, Date.parse('2026-01-01T00:00:00Z') + hour * 3_600_000, zones, 2));
        const { totals, days } = readHistory(sittings.flat());
        const counts = Object.entries(days.weeks);
        expect(counts.reduce((sum, [, { sessions }]) => sum + sessions, 0)).toBe(stops.length);
        expect(counts.every(([start]) => toWeekStart(start) === start)).toBe(true);
        const pebbles = toPebbles(
          sittings.map(([first]) => ({ session: first?.id ?? '', on: first?.on ?? '', trials: 2, activeMs: 0, parts: [] })),
          totals.sessions,
          40,
        );
        expect(pebbles).toHaveLength(stops.length);
      }),
      { numRuns: 60 },
    );
  });
});
