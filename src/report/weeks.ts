import { addDays, type LocalDate, toWeekStart } from '../core/dates';
import type { Millis } from '../core/units';

/** The family's own goal for a week: so many sessions, or so many active minutes. */
export interface WeeklyGoal {
  readonly unit: 'sessions' | 'minutes';
  readonly count: number;
}

/** What was played in a week. */
export interface PlayedWeek {
  readonly sessions: number;
  readonly activeMs: Millis;
}

/** A change of the goal; null takes it away, absent leaves it as it was. */
export interface ChangedGoal {
  readonly on: LocalDate;
  readonly sessions?: number | null;
  readonly minutes?: number | null;
}

/** A family's weeks by their Mondays, its goals with the oldest first, and its days off. */
export interface WeekHistory {
  readonly weeks: Readonly<Record<LocalDate, PlayedWeek>>;
  readonly goals: readonly ChangedGoal[];
  readonly rest: readonly LocalDate[];
  readonly notToday: Readonly<Record<LocalDate, unknown>>;
  /** Weeks that were shown as reached: they stay, whatever is learned of them later. */
  readonly grown: readonly LocalDate[];
}

const daysInWeek = 7;

/** The goal of two numbers of a profile, of which a family has the one or the other; null: none chosen. */
export function toWeeklyGoal(sessions: number | null, minutes: number | null): WeeklyGoal | null {
  if (sessions !== null) return { unit: 'sessions', count: sessions };
  return minutes === null ? null : { unit: 'minutes', count: minutes };
}

/** Days of a week that were not for play, planned or told: each counts once. */
export function countDaysOff({ rest, notToday }: Pick<WeekHistory, 'rest' | 'notToday'>, monday: LocalDate): number {
  const end = addDays(monday, daysInWeek);
  return new Set([...rest, ...Object.keys(notToday)].filter((day) => day >= monday && day < end)).size;
}

/**
 * The goal of a week with days off: smaller by their share, rounded up, so that a week of three days asks for three sevenths (D, after
 * clinical.md C9: a day off is neutral to the child). Never more than the goal, never less than one.
 */
export function toEasedGoal(goal: WeeklyGoal, daysOff: number): WeeklyGoal {
  const left = Math.max(0, daysInWeek - daysOff);
  return { ...goal, count: Math.max(1, Math.ceil((goal.count * left) / daysInWeek)) };
}

/** What a week has of its goal's unit: sessions, or minutes as they are shown. */
export function toDone({ sessions, activeMs }: PlayedWeek, unit: WeeklyGoal['unit']): number {
  if (unit === 'sessions') return sessions;
  return activeMs > 0 ? Math.max(1, Math.round(activeMs / 60_000)) : 0;
}

/** The goals that a week had: the one it began with and those chosen in it. A goal that is raised takes nothing from the week it is raised in. */
export function listWeekGoals(goals: readonly ChangedGoal[], monday: LocalDate): readonly WeeklyGoal[] {
  const end = addDays(monday, daysInWeek);
  const held: WeeklyGoal[] = [];
  let sessions: number | null = null;
  let minutes: number | null = null;
  let begun = false;
  const hold = () => {
    const goal = toWeeklyGoal(sessions, minutes);
    if (goal) held.push(goal);
  };
  for (const change of goals) {
    if (change.on >= end) break;
    if (change.on >= monday && !begun) {
      begun = true;
      hold();
    }
    if (change.sessions !== undefined) sessions = change.sessions;
    if (change.minutes !== undefined) minutes = change.minutes;
    if (begun) hold();
  }
  if (!begun) hold();
  return held;
}

/** The Mondays of all weeks in which the family's own goal of that week was reached, oldest first. They only ever become more. */
export function listReachedWeeks(history: WeekHistory): readonly LocalDate[] {
  const reached = Object.entries(history.weeks).flatMap(([monday, week]) => {
    const daysOff = countDaysOff(history, monday);
    return listWeekGoals(history.goals, monday).some((goal) => week.sessions > 0 && isThere(week, toEasedGoal(goal, daysOff))) ? [monday] : [];
  });
  return [...new Set([...reached, ...history.grown])].sort();
}

function isThere(week: PlayedWeek, goal: WeeklyGoal): boolean {
  return toDone(week, goal.unit) >= goal.count;
}

/** A day of the week as the family's page draws it. */
export interface WeekDay {
  readonly on: LocalDate;
  readonly sessions: number;
  readonly off: 'rest' | 'not-today' | null;
}

/** The seven days of a date's week, Monday first. */
export function toWeekDayList(
  today: LocalDate,
  sessions: readonly { readonly on: LocalDate; readonly trials: number }[],
  { rest, notToday }: Pick<WeekHistory, 'rest' | 'notToday'>,
): readonly WeekDay[] {
  const monday = toWeekStart(today);
  return Array.from({ length: daysInWeek }, (_, i) => {
    const on = addDays(monday, i);
    const off = notToday[on] !== undefined ? 'not-today' : rest.includes(on) ? 'rest' : null;
    return { on, off, sessions: sessions.filter((session) => session.on === on && session.trials > 0).length };
  });
}

/** A day off: why it was not for play, or null for planned rest. */
export interface DayOff<R> {
  readonly on: LocalDate;
  readonly reason: R | null;
}

/** The days off on days `from` <= day < `to`, newest first; a day that was told counts as told, also where rest was planned. */
export function listDaysOff<R>(
  { rest, notToday }: { readonly rest: readonly LocalDate[]; readonly notToday: Readonly<Record<LocalDate, R>> },
  from: LocalDate,
  to: LocalDate,
): readonly DayOff<R>[] {
  return [...new Set([...rest, ...Object.keys(notToday)])]
    .filter((on) => on >= from && on < to)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((on) => ({ on, reason: notToday[on] ?? null }));
}
