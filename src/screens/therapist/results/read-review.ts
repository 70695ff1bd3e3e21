import { addDays, type LocalDate } from '../../../core/dates';
import type { Uuid } from '../../../core/ids';
import { findGame } from '../../../games/registry';
import { toItemParams } from '../../../plan/limits';
import type { Level } from '../../../plan/types';
import { toHeadlines } from '../../../report/headlines';
import { toPlannedDose, toReview } from '../../../report/review';
import type { ChildGoals } from '../../../store/kept-goals';
import type { PlanRevision } from '../../../store/plan-history';
import type { FoldedPlan, Store, StoredAdjustment } from '../../../store/types';

/** Everything that a week's card and its printed page show. */
export interface Review {
  readonly week: { readonly from: LocalDate; readonly to: LocalDate };
  readonly reading: ReturnType<typeof toReview>;
  readonly plan: FoldedPlan;
  /** The plan's changes that are kept at hand, oldest first; none where no measure changed. */
  readonly revisions: readonly PlanRevision[];
  /** What play changed in this week, newest first. */
  readonly adjusted: readonly StoredAdjustment[];
  readonly goals: ChildGoals;
}

/** Reads one week; the cost is that of a week and of what is kept at hand, however long the history. Rejects when the database cannot be read. */
export async function readReview(store: Store, child: Uuid, from: LocalDate, levels: readonly Level[]): Promise<Review> {
  const week = { from, to: addDays(from, 7) };
  const [sessions, log, plan, courses, adjustments, goals] = await Promise.all([
    store.readSessionsBetween(child, week.from, week.to),
    store.readSafetyLog(child),
    store.readPlan(child),
    store.readCourses(child, addDays(from, -7)),
    store.readAdjustments(child),
    store.readGoals(child),
  ]);
  const planned = toPlannedDose(
    plan.items.flatMap((item) => {
      const drill = findGame(item.game)?.drill;
      const level = levels.find((one) => one.game === item.game && one.id === item.level);
      if (!drill || !level) return [];
      const { sets, sessionsPerWeek } = item.dose;
      return [{ sets, sessionsPerWeek, trials: Number(toItemParams(drill.params, level, item).trials) || 0 }];
    }),
  );
  const headlines = toHeadlines(courses, (game) => findGame(game)?.drill.metrics ?? null, addDays(week.from, -7));
  // Looked at beside a change only, and longer than all else.
  const changed = headlines.some(({ call }) => call.call === 'real-change');
  const { revisions } = changed ? await store.readPlanHistory(child) : { revisions: [] };
  return {
    week,
    reading: toReview(week, sessions, log, planned, headlines),
    plan,
    revisions,
    adjusted: adjustments.filter(({ on }) => on >= week.from && on < week.to).reverse(),
    goals,
  };
}
