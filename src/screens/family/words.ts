import { type LocalDate, toNoonUtcMs } from '../../core/dates';
import type { Text } from '../../core/text';
import type { Millis } from '../../core/units';
import type { Level } from '../../plan/types';
import { isBack } from '../../report/bay';
import { type FamilyWeek, type GoalState, toHoursMinutes } from '../../report/family';
import type { News } from '../../report/family-news';
import type { WeeklyGoal } from '../../report/weeks';

/** A day as a family says it: `Sunday, 22 November 2026`. */
export function formatDay(text: Text, on: LocalDate): string {
  return new Intl.DateTimeFormat(text.language, { dateStyle: 'full', timeZone: 'UTC' }).format(toNoonUtcMs(on));
}

/** The name of a day of the week, as short as a column is. */
export function formatWeekday(text: Text, on: LocalDate): string {
  return new Intl.DateTimeFormat(text.language, { weekday: 'short', timeZone: 'UTC' }).format(toNoonUtcMs(on));
}

/** A day of the month: `March 29`. */
export function formatDate(text: Text, on: LocalDate): string {
  return new Intl.DateTimeFormat(text.language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(toNoonUtcMs(on));
}

/** Hours and whole minutes in the writing of the language. */
export function formatTime(text: Text, ms: Millis): string {
  const { hours, minutes } = toHoursMinutes(ms);
  if (hours === 0) return formatUnit(text, 'minute', minutes);
  return minutes === 0 ? formatUnit(text, 'hour', hours) : `${formatUnit(text, 'hour', hours)} ${formatUnit(text, 'minute', minutes)}`;
}

function formatUnit(text: Text, unit: string, value: number): string {
  return new Intl.NumberFormat(text.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** One kind sentence or two on what happened lately; nothing is said of what did not happen. */
export function sayLately(text: Text, week: FamilyWeek, pebbles: number, daysSince: number | null): string {
  if (pebbles === 0) return text('family.lately.none');
  if (week.sessions === 0) return text(isBack(daysSince) ? 'family.lately.back' : 'family.lately.before');
  const done = [...week.done].map(([game, count]) => {
    const line = text(`${game}.done`, { count });
    return line === `${game}.done` ? text('family.doneOther', { count }) : line;
  });
  return [text('family.lately.week', { count: week.sessions }), ...done].join(text.language === 'zh-CN' ? '' : ' ');
}

/** What changed this week, in one sentence. */
export function sayNews(text: Text, news: News, levels: readonly Level[]): string {
  const game = text(`${news.game}.name`);
  if (news.kind === 'place') return text('family.news.place', { game });
  if (news.kind === 'more') return text('family.news.more', { game, count: news.count });
  if (news.kind === 'longer') return text('family.news.longer', { game, time: formatUnit(text, 'second', news.seconds) });
  const level = levels.find((one) => one.game === news.game && one.id === news.level)?.name[text.language] ?? news.level;
  return text('family.news.level', { game, level });
}

/** How many pebbles lie there, and where those are that the path has no place for. */
export function sayPath(text: Text, pebbles: number, shown: number): string {
  return pebbles > shown ? text('family.newest', { count: pebbles, shown }) : text('family.pebbles', { count: pebbles });
}

/** A goal in words. */
export function sayGoal(text: Text, { unit, count }: WeeklyGoal): string {
  return text(unit === 'sessions' ? 'family.goal.valueSessions' : 'family.goal.valueMinutes', { count });
}

/** This week beside the goal, in words. */
export function sayWeek(text: Text, state: GoalState, done: number, goal: WeeklyGoal | null): string {
  const played = text(goal?.unit === 'minutes' ? 'family.minutes' : 'family.sessions', { count: done });
  if (state === 'not-begun') return text('family.notBegun');
  if (state === 'reached') return text('family.goal.there', { played });
  if (state === 'beyond') return text('family.goal.beyond', { played });
  if (goal === null) return played;
  return text(goal.unit === 'minutes' ? 'family.goal.ofMinutes' : 'family.goal.ofSessions', { done, count: goal.count });
}
