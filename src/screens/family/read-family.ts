import { addDays, countDays, type LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { ChildProfile, Plan } from '../../plan/types';
import { type FamilyWeek, type Pebble, sumWeek, toPebbles, toWeekDays } from '../../report/family';
import type { FamilyDays, SessionSummary, Store, Totals } from '../../store/types';

/** The path shows this many pebbles one by one; older ones lie on the beach below it. */
export const shownPebbles = 40;

/** All that the family's page shows of a child. */
export interface FamilyView {
  readonly child: ChildProfile;
  readonly plan: Plan;
  readonly totals: Totals;
  readonly week: FamilyWeek;
  readonly days: FamilyDays;
  readonly pebbles: readonly Pebble[];
  /** Sessions of this week and the four before it, oldest first. */
  readonly recent: readonly SessionSummary[];
  /** Days since the newest session; null before the first. */
  readonly daysSince: number | null;
  /** How play went is behind the PIN. */
  readonly isSealed: boolean;
}

/** Reads what the page shows, at a cost that does not grow with the history; null when the child is not known. */
export async function readFamily(store: Store, id: Uuid, today: LocalDate): Promise<FamilyView | null> {
  const { from, to } = toWeekDays(today);
  const [child, plan, totals, days, recent] = await Promise.all([
    store.readChild(id),
    store.readPlan(id),
    store.readTotals(id),
    store.readFamilyDays(id),
    store.readSessionsBetween(id, addDays(from, -28), to),
  ]);
  if (!child) return null;
  const newest = await readNewest(store, id, Math.min(shownPebbles, totals.sessions));
  const [last] = newest;
  return {
    child,
    plan,
    totals,
    days,
    recent,
    week: sumWeek(recent.filter(({ on }) => on >= from)),
    pebbles: toPebbles(newest, totals.sessions, shownPebbles),
    isSealed: [...recent, ...newest].some(({ sealed }) => sealed),
    daysSince: last ? countDays(last.on, today) : null,
  };
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
