import type { Uuid } from '../core/ids';
import type { Database } from './database';
import { toRecord } from './formats/format';
import type { Rollup } from './rollups';
import { readErased } from './transfer/events';

const batchSize = 500;

/**
 * Destroys everything of a child in one transaction: events (damaged ones that name it too), recordings and roll-ups; its id alone is
 * remembered, so that an older backup does not bring the record back unasked. Returns how many events there were. Backups and other
 * tablets are not reached; the browser clears the freed room of its files in its own time.
 */
export async function eraseChild(db: Database, child: Uuid): Promise<number> {
  const erased = new Set([...(await readErased(db)), child]);
  const transaction = db.transaction(['events', 'recordings', 'rollups', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const events = transaction.objectStore('events');
  const sets = new Set<string>();
  let count = 0;
  for (let from: IDBKeyRange | null = null; ; ) {
    const batch: unknown[] = await events.getAll(from, batchSize);
    // Not one by one: a hundred thousand deletions that each wait for the one before take minutes.
    const deletions = batch.filter((event) => toRecord(event).child === child || names(event, child)).map((event) => destroy(event));
    count += deletions.length;
    await Promise.all(deletions);
    if (batch.length < batchSize) break;
    from = IDBKeyRange.lowerBound(toRecord(batch.at(-1)).id, true);
  }
  await Promise.all(Array.from(sets, (set) => transaction.objectStore('recordings').delete(IDBKeyRange.bound([set], [set, []]))));
  const rollups = transaction.objectStore('rollups');
  for (let from: IDBKeyRange | null = null; ; ) {
    const batch: Rollup[] = await rollups.getAll(from, batchSize);
    await Promise.all(batch.filter((rollup) => names(rollup, child)).map(({ key }) => rollups.delete(key)));
    if (batch.length < batchSize) break;
    from = IDBKeyRange.lowerBound(batch.at(-1)?.key, true);
  }
  await transaction.objectStore('meta').put([...erased], 'erased');
  await transaction.done;
  return count;

  function destroy(event: unknown): Promise<void> {
    const { id, kind, body } = toRecord(event);
    for (const set of [kind === 'set' ? id : undefined, toRecord(body).set]) if (typeof set === 'string') sets.add(set);
    return events.delete(String(id));
  }
}

/** Ids are unique: whatever holds this one is of this child. Sealed bytes tell nothing, and are long as text. */
function names(data: unknown, child: Uuid): boolean {
  return JSON.stringify(data, (_key, value) => (value instanceof Uint8Array ? null : value))?.includes(child) ?? false;
}
