import type { Database } from './database';
import type { Rollup, Staged, StagingMark } from './rollups';

/** Where roll-ups stand until all of them are made, and the edits that folds are made of. */
export const nextPrefix = 'next/';
export const editPrefix = 'next-edit/';
const markKey = 'next';
/** From the first to the last of what is not shown yet. */
const staged = () => IDBKeyRange.bound(markKey, `${nextPrefix}\uffff`);

/** Records that are read or put at once: the page has a child's picture to draw. */
export const usualStep = 100;

/** What staging needs of the object store of roll-ups, in whatever transaction. */
interface RollupStore {
  get(key: string): Promise<Rollup | undefined>;
  getAll(range: IDBKeyRange, count: number): Promise<Rollup[]>;
  put(rollup: Rollup): Promise<unknown>;
  delete(range: IDBKeyRange): Promise<unknown>;
}

/** How far what is staged is; null: nothing is. */
export async function readMark(store: Pick<RollupStore, 'get'>): Promise<StagingMark | null> {
  const found = await store.get(markKey);
  return found && 'mark' in found ? found.mark : null;
}

/** Throws away what is staged and begins with this mark. */
export async function beginStaging<T extends StagingMark>(db: Database, mark: T): Promise<T> {
  const transaction = db.transaction('rollups', 'readwrite');
  await Promise.all([transaction.store.delete(staged()), putMark(transaction.store, mark), transaction.done]);
  return mark;
}

/** Throws away what is staged. */
export async function forgetStaged(db: Database): Promise<void> {
  await db.delete('rollups', staged());
}

/** True while nobody went on, or began anew, since this mark was read. */
export async function isStill(store: Pick<RollupStore, 'get'>, mark: StagingMark): Promise<boolean> {
  return JSON.stringify(await readMark(store)) === JSON.stringify(mark);
}

/** Says how far it is, in the transaction that puts what was made. */
export function putMark(store: Pick<RollupStore, 'put'>, mark: StagingMark): Promise<unknown> {
  return store.put({ key: markKey, mark });
}

/** A roll-up as it stands beside those that are shown. */
export function toStaged(next: Rollup): Staged {
  return { key: nextPrefix + next.key, next: next as Exclude<Rollup, Staged> };
}

/** Puts records one after the other, some at once. */
export async function putAll(store: Pick<RollupStore, 'put'>, records: readonly Rollup[], atOnce = usualStep): Promise<void> {
  for (let i = 0; i < records.length; i += atOnce) await Promise.all(records.slice(i, i + atOnce).map((one) => store.put(one)));
}

/** The next roll-ups that are shown, in the order of their keys; an empty list after the last. */
export async function readShownAfter(db: Database, after: string, atOnce = usualStep): Promise<readonly Rollup[]> {
  const below = after < markKey ? await db.getAll('rollups', IDBKeyRange.bound(after, markKey, true, true), atOnce) : [];
  if (below.length > 0) return below;
  const from = after < markKey ? `${nextPrefix}\uffff` : after;
  return db.getAll('rollups', IDBKeyRange.lowerBound(from, true), atOnce);
}

/** Puts what is staged in the place of all that was shown, in this transaction. */
export async function showStaged(store: RollupStore, atOnce = usualStep): Promise<void> {
  await Promise.all([store.delete(IDBKeyRange.upperBound(markKey, true)), store.delete(IDBKeyRange.lowerBound(`${nextPrefix}\uffff`))]);
  for (let from = IDBKeyRange.bound(nextPrefix, `${nextPrefix}\uffff`); ; ) {
    const batch = await store.getAll(from, atOnce);
    await Promise.all(batch.flatMap((one) => ('next' in one ? [store.put(one.next)] : [])));
    if (batch.length < atOnce) break;
    from = IDBKeyRange.bound(batch.at(-1)?.key, `${nextPrefix}\uffff`, true);
  }
  await store.delete(staged());
}
