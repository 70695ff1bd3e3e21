import { addDays, type LocalDate, toWeekStart } from '../core/dates';
import type { Millis } from '../core/units';

/** What the family's page needs of a stored session. */
export interface FamilySession {
  readonly session: string;
  readonly on: LocalDate;
  readonly trials: number;
  readonly activeMs: Millis;
  readonly parts: readonly { readonly game: string; readonly outcomes: { readonly success: number; readonly assisted: number } }[];
}

/** What was played in one week, Monday to Sunday; sessions without a trial are none. */
export interface FamilyWeek {
  readonly sessions: number;
  readonly activeMs: Millis;
  /** Trials that came to a good end, with or without help, by game; games without one are left out. */
  readonly done: ReadonlyMap<string, number>;
}

/** A pebble on the path: one session with a trial. `picture` is its drawing's number, 1 to 6. */
export interface Pebble {
  readonly session: string;
  readonly on: LocalDate;
  readonly picture: number;
}

/** How a week stands to the family's own goal; it only ever grows (clinical.md C9: no countdown, no lost streak). */
export type GoalState = 'no-goal' | 'not-begun' | 'under-way' | 'reached' | 'beyond';

const pebblePictures = 6;

/** The days of a date's week: from its Monday up to, not including, the next. */
export function toWeekDays(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = toWeekStart(today);
  return { from, to: addDays(from, 7) };
}

/** Adds up the sessions of a week. */
export function sumWeek(sessions: readonly FamilySession[]): FamilyWeek {
  const done = new Map<string, number>();
  for (const part of sessions.flatMap((session) => session.parts)) {
    const count = part.outcomes.success + part.outcomes.assisted;
    if (count > 0) done.set(part.game, (done.get(part.game) ?? 0) + count);
  }
  return {
    sessions: sessions.filter((session) => session.trials > 0).length,
    activeMs: sessions.reduce((sum, session) => sum + session.activeMs, 0),
    done,
  };
}

/** A week's sessions beside the goal (null: none chosen), and how many pebbles the goal has room for still. */
export function toGoal(sessions: number, goal: number | null): { readonly state: GoalState; readonly room: number } {
  const room = Math.max(0, (goal ?? 0) - sessions);
  if (sessions === 0) return { state: 'not-begun', room };
  if (goal === null) return { state: 'no-goal', room };
  if (sessions < goal) return { state: 'under-way', room };
  return { state: sessions === goal ? 'reached' : 'beyond', room };
}

/** The drawing of the child's n-th pebble, counted from 0: the one that lay at the end of its session. */
export function toPebblePicture(n: number): number {
  return (n % pebblePictures) + 1;
}

/** The newest `most` pebbles, oldest first, of sessions given newest first; `total` is the child's number of pebbles. */
export function toPebbles(sessions: readonly FamilySession[], total: number, most: number): readonly Pebble[] {
  return sessions
    .filter(({ trials }) => trials > 0)
    .slice(0, Math.min(most, total))
    .map(({ session, on }, back) => ({ session, on, picture: toPebblePicture(total - 1 - back) }))
    .reverse();
}

/** Time at play in hours and whole minutes; what was played never shows as nothing. */
export function toHoursMinutes(ms: Millis): { readonly hours: number; readonly minutes: number } {
  const minutes = ms > 0 ? Math.max(1, Math.round(ms / 60_000)) : 0;
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
