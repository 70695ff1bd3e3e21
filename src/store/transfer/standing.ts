import { addDays, type LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import { toRecord } from '../formats/format';
import { type ParamsOf, toPlan, toPlanFields } from '../plan';
import { toFoldKey } from '../rollup-keys';
import { readFold } from '../rollups';
import type { Opener } from '../seal/box';
import { readRollup } from '../seal/read-sealed';
import { readMark } from './events';
import type { BackupStanding, PlanReview } from './types';

const batchSize = 500;
/** Events that are counted at most: who has made so many without a backup need not know how many more. */
const mostCounted = 3000;
const dueDays = 7;

/** What this tablet made since the last backup of the whole tablet; costs the same however much that is. */
export async function readStanding(db: Database, today: LocalDate): Promise<Omit<BackupStanding, 'weekly'>> {
  const [last, device] = await Promise.all([readMark(db), db.get('meta', 'device')]);
  const after = (n: number) => IDBKeyRange.bound([device, n], [device, []], true);
  let events = 0;
  let trials = 0;
  let isMore = false;
  for (let from = last?.n ?? 0, read = 0; ; ) {
    const batch = await db.getAllFromIndex('events', 'order', after(from), batchSize);
    for (const event of batch) {
      const { kind } = toRecord(event);
      // Settings of a tablet are of no use to another.
      if (kind !== 'device') events += 1;
      if (kind === 'trial') trials += 1;
    }
    read += batch.length;
    if (batch.length < batchSize) break;
    from = Number(toRecord(batch.at(-1)).n);
    isMore = read >= mostCounted && (await db.getKeyFromIndex('events', 'order', after(from))) !== undefined;
    if (isMore) break;
  }
  // A day in the future is one of a clock that was set back since.
  const isOld = last === null || last.on > today || addDays(last.on, dueDays) <= today;
  return { last, trials, events, isMore, due: events > 0 && isOld };
}

/** The fields of a plan that tablets changed apart, with what each of them said. */
export async function readReview(db: Database, child: Uuid, paramsOf: ParamsOf, opener: Opener | null): Promise<readonly PlanReview[]> {
  const fold = readFold(await readRollup(db, toFoldKey('plan', child), opener));
  const kept = toPlanFields(fold, paramsOf);
  return toPlan(child, fold, paramsOf).review.map((path) => ({
    path,
    kept: kept[path] ?? null,
    values: [...new Set((fold.live[path] ?? []).map(({ value }) => value))],
  }));
}

/** The newest session of a child; reads one record. */
export async function readNewestSession(db: Database, child: Uuid): Promise<{ readonly session: Uuid; readonly on: LocalDate } | null> {
  const cursor = await db
    .transaction('rollups')
    .store.index('at')
    .openCursor(IDBKeyRange.bound([child, ''], [child, '\uffff']), 'prev');
  return cursor && 'summary' in cursor.value ? { session: cursor.value.summary.session, on: cursor.value.summary.on } : null;
}
