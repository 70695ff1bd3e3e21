import { type LocalDate, toWeekStart } from '../core/dates';
import type { TrialResult } from '../drills/types';
import { notTodayReasons } from '../plan/types';
import { type Fold, resolveFold } from './fold';
import type { ChildEdit } from './formats/child';
import type { TrialEvent } from './formats/trial';
import { isSealedField } from './seal/seal-event';
import type { FamilyDays, Fields, GoalChange, SessionSummary, WeekCount } from './types';

/** What grows week by week: one small entry a week, a goal and a level, whatever was played in them. */
export interface FamilyLog {
  readonly goals: readonly GoalChange[];
  /** By the week's Monday. */
  readonly weeks: Readonly<Record<LocalDate, WeekCount>>;
  /** First days by game, and by game and level: `ferry`, `ferry/02-wide`. */
  readonly firsts: Readonly<Record<string, LocalDate>>;
  /** Mondays of weeks that were shown as reached, oldest first; absent in logs of before 2026-11-23, whose weeks are in the child's fold. */
  readonly grown?: readonly LocalDate[];
}

/** How the path of a field begins that says that a week was shown as reached; the week's Monday follows. */
const grownPrefix = 'grown.';

/** A child of whom nothing was played and for whom nobody set a goal. */
export const emptyFamilyLog: FamilyLog = { goals: [], weeks: {}, firsts: {} };

/** The log with what an edit of the profile says of weeks: a goal, weeks that were shown as reached. */
export function logProfile(log: FamilyLog, edit: ChildEdit): FamilyLog {
  return logGrown(logGoal(log, edit), edit);
}

/** The fields of a profile that its fold keeps: weeks that were shown as reached become more for ever, and every page reads the profile. */
export function toProfileFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([path]) => !path.startsWith(grownPrefix)));
}

/** What a child has once stays: there is no way to take a week away. */
function logGrown(log: FamilyLog, { body }: ChildEdit): FamilyLog {
  const shown = toGrown(Object.entries(body.fields).flatMap(([path, value]) => (value === true ? [path] : [])));
  return shown.length > 0 ? { ...log, grown: [...new Set([...(log.grown ?? []), ...shown])].sort() } : log;
}

function toGrown(paths: readonly string[]): readonly LocalDate[] {
  return paths.flatMap((path) => (path.startsWith(grownPrefix) ? [path.slice(grownPrefix.length)] : []));
}

/** In the order of days and instants, whichever device set it. */
function logGoal(log: FamilyLog, { id, on, at, body }: ChildEdit): FamilyLog {
  const { weeklyGoal, weeklyMinutes } = body.fields;
  if (weeklyGoal === undefined && weeklyMinutes === undefined) return log;
  const change: GoalChange = {
    id,
    on,
    at,
    ...(weeklyGoal === undefined ? {} : { sessions: toNumber(weeklyGoal) }),
    ...(weeklyMinutes === undefined ? {} : { minutes: toNumber(weeklyMinutes) }),
  };
  return { ...log, goals: [...log.goals, change].sort((a, b) => (toOrder(a) < toOrder(b) ? -1 : 1)) };
}

/** The log with a trial more. A session belongs to the week of the day on which it began, also when it plays past midnight. */
export function logTrial(log: FamilyLog, { on, trials }: SessionSummary, { game, level, result }: TrialEvent['body']): FamilyLog {
  const week = toWeekStart(on);
  const before = log.weeks[week] ?? { sessions: 0, activeMs: 0 };
  const count = { sessions: before.sessions + (trials === 0 ? 1 : 0), activeMs: before.activeMs + toActiveMs(result) };
  const firsts = [game, `${game}/${level}`].map((what) => [what, toEarlier(log.firsts[what], on)]);
  return { ...log, weeks: { ...log.weeks, [week]: count }, firsts: { ...log.firsts, ...Object.fromEntries(firsts) } };
}

/** All days that a family's page tells of, from the log and the edits of rest, of days that were not for play and of the profile. */
export function toFamilyDays(log: FamilyLog, rest: Fold, notToday: Fold, child: Fold): FamilyDays {
  const rested = resolveFold(rest, (_path, a, b) => a ?? b).fields;
  // Of two reasons that were told apart from each other the graver one is kept: it tells the therapist more.
  const away = resolveFold(notToday, (_path, a, b) => graver.find((reason) => reason === a || reason === b)).fields;
  return {
    ...log,
    rest: Object.keys(rested).sort(),
    notToday: Object.fromEntries(
      Object.entries(away).flatMap(([on, said]) => {
        const reason = isSealedField(said) ? 'sealed' : notTodayReasons.find((one) => one === said);
        return reason ? [[on, reason]] : [];
      }),
    ),
    // Roll-ups of before 2026-11-23 have them in the child's fold, until they are made anew.
    grown: [...new Set([...(log.grown ?? []), ...toGrown(Object.keys(child.live))])].sort(),
  };
}

const graver = ['hospital', 'pain', 'ill', 'school', 'rest'];

const toOrder = ({ on, at, id }: GoalChange) => `${on} ${at} ${id}`;
const toNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const toEarlier = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a < b ? a : b);
/** Whole milliseconds, so that a sum is the same in every order. */
const toActiveMs = ({ startMs, endMs }: TrialResult) => Math.round(endMs - startMs);
