import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { ChildProfile, Plan } from '../../plan/types';
import { type FamilyWeek, type Pebble, sumWeek, toPebbles, toWeekDays } from '../../report/family';
import type { SessionSummary, Store, Totals } from '../../store/types';

/** The path shows this many pebbles; older ones are further down the beach, and in the words. */
export const shownPebbles = 40;

/** All that the family's page shows of a child. */
export interface FamilyView {
  readonly child: ChildProfile;
  readonly plan: Plan;
  readonly totals: Totals;
  readonly week: FamilyWeek;
  readonly pebbles: readonly Pebble[];
}

/** Reads what the page shows, at a cost that does not grow with the history; null when the child is not known. */
export async function readFamily(store: Store, id: Uuid, today: LocalDate): Promise<FamilyView | null> {
  const { from, to } = toWeekDays(today);
  const [child, plan, totals, week] = await Promise.all([
    store.readChild(id),
    store.readPlan(id),
    store.readTotals(id),
    store.readSessionsBetween(id, from, to),
  ]);
  if (!child) return null;
  const newest = await readNewest(store, id, Math.min(shownPebbles, totals.sessions));
  return { child, plan, totals, week: sumWeek(week), pebbles: toPebbles(newest, totals.sessions, shownPebbles) };
}

/** The newest sessions, with `wanted` of them that had a trial: those that had none lay no pebble. */
async function readNewest(store: Store, id: Uuid, wanted: number): Promise<readonly SessionSummary[]> {
  const found: SessionSummary[] = [];
  let before: string | undefined;
  while (found.length < wanted) {
    const more = await store.readSessions(id, shownPebbles, before);
    found.push(...more.filter((session) => session.trials > 0));
    before = more.at(-1)?.at;
    if (before === undefined) break;
  }
  return found;
}
