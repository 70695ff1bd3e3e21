import { type LocalDate, toWeekStart } from '../core/dates';
import type { TrialResult } from '../drills/types';
import { notTodayReasons } from '../plan/types';
import { type Fold, resolveFold } from './fold';
import type { ChildEdit } from './formats/child';
import type { TrialEvent } from './formats/trial';
import { isSealedField } from './seal/seal-event';
import type { FamilyDays, GoalChange, SessionSummary, WeekCount } from './types';

/** What grows week by week: one small entry a week, a goal and a level, whatever was played in them. */
export interface FamilyLog {
  readonly goals: readonly GoalChange[];
  /** By the week's Monday. */
  readonly weeks: Readonly<Record<LocalDate, WeekCount>>;
  /** First days by game, and by game and level: `ferry`, `ferry/02-wide`. */
  readonly firsts: Readonly<Record<string, LocalDate>>;
}

/** A child of whom nothing was played and for whom nobody set a goal. */
export const emptyFamilyLog: FamilyLog = { goals: [], weeks: {}, firsts: {} };

/** The log with a goal more, where this edit sets one; in the order of days and instants, whichever device set it. */
export function logGoal(log: FamilyLog, { id, on, at, body }: ChildEdit): FamilyLog {
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
  const grown = resolveFold(child, (_path, a, b) => a ?? b).fields;
  return {
    ...log,
    rest: Object.keys(rested).sort(),
    notToday: Object.fromEntries(
      Object.entries(away).flatMap(([on, said]) => {
        const reason = isSealedField(said) ? 'sealed' : notTodayReasons.find((one) => one === said);
        return reason ? [[on, reason]] : [];
      }),
    ),
    grown: Object.keys(grown)
      .flatMap((path) => (path.startsWith('grown.') ? [path.slice('grown.'.length)] : []))
      .sort(),
  };
}

const graver = ['hospital', 'pain', 'ill', 'school', 'rest'];

const toOrder = ({ on, at, id }: GoalChange) => `${on} ${at} ${id}`;
const toNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const toEarlier = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a < b ? a : b);
/** Whole milliseconds, so that a sum is the same in every order. */
const toActiveMs = ({ startMs, endMs }: TrialResult) => Math.round(endMs - startMs);
