import { addDays, type LocalDate, toWeekStart } from '../../core/dates';
import type { Millis } from '../../core/units';
import type { SessionSummary } from '../../store/types';

/** What was played in one week, Monday to Sunday; sessions without a trial are none. */
export interface Week {
  readonly sessions: number;
  readonly activeMs: Millis;
  /** Trials that came to a good end, with or without help, by game. */
  readonly done: ReadonlyMap<string, number>;
}

/** The week of a day: from its Monday up to, not including, the next. */
export function toWeek(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = toWeekStart(today);
  return { from, to: addDays(from, 7) };
}

/** Adds up the sessions of a week. */
export function sumWeek(summaries: readonly SessionSummary[]): Week {
  const done = new Map<string, number>();
  for (const part of summaries.flatMap((summary) => summary.parts)) {
    const count = part.outcomes.success + part.outcomes.assisted;
    if (count > 0) done.set(part.game, (done.get(part.game) ?? 0) + count);
  }
  return {
    sessions: summaries.filter((summary) => summary.trials > 0).length,
    activeMs: summaries.reduce((sum, summary) => sum + summary.activeMs, 0),
    done,
  };
}
