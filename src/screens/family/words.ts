import { type LocalDate, toNoonUtcMs } from '../../core/dates';
import type { Text } from '../../core/text';
import type { Millis } from '../../core/units';
import { type FamilyWeek, type GoalState, toHoursMinutes } from '../../report/family';

/** A day as a family says it: `Sunday, 22 November 2026`. */
export function formatDay(text: Text, on: LocalDate): string {
  return new Intl.DateTimeFormat(text.language, { dateStyle: 'full', timeZone: 'UTC' }).format(toNoonUtcMs(on));
}

/** Hours and whole minutes in the writing of the language. */
export function formatTime(text: Text, ms: Millis): string {
  const { hours, minutes } = toHoursMinutes(ms);
  const say = (unit: string, value: number) => new Intl.NumberFormat(text.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  if (hours === 0) return say('minute', minutes);
  return minutes === 0 ? say('hour', hours) : `${say('hour', hours)} ${say('minute', minutes)}`;
}

/** One kind sentence or two on what happened lately; nothing is said of what did not happen. */
export function sayLately(text: Text, week: FamilyWeek, pebbles: number): string {
  if (pebbles === 0) return text('family.lately.none');
  if (week.sessions === 0) return text('family.lately.before');
  const done = [...week.done].map(([game, count]) => {
    const line = text(`${game}.done`, { count });
    return line === `${game}.done` ? text('family.doneOther', { count }) : line;
  });
  return [text('family.lately.week', { count: week.sessions }), ...done].join(text.language === 'zh-CN' ? '' : ' ');
}

/** How many pebbles lie there, and that the picture shows the newest when there are more than it holds. */
export function sayPath(text: Text, pebbles: number, shown: number): string {
  return pebbles > shown ? text('family.newest', { count: pebbles, shown }) : text('family.pebbles', { count: pebbles });
}

/** This week beside the goal, in words. */
export function sayWeek(text: Text, state: GoalState, sessions: number, goal: number | null): string {
  const played = text('family.sessions', { count: sessions });
  if (state === 'not-begun') return text('family.notBegun');
  if (state === 'reached') return text('family.goalThere', { sessions: played });
  if (state === 'beyond') return text('family.goalBeyond', { sessions: played });
  return goal === null ? played : text('family.ofGoal', { done: sessions, count: goal });
}
