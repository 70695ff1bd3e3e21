import type { Uuid } from '../core/ids';
import type { Database } from './database';
import { toRecord } from './formats/format';
import { readErased } from './transfer/events';

/**
 * Destroys everything of a child in one transaction: events (damaged ones that name it too), recordings and roll-ups; its id alone is
 * remembered, so that an older backup does not bring the record back unasked. Returns how many events there were. Backups and other
 * tablets are not reached; the browser clears the freed room of its files in its own time.
 */
export async function eraseChild(db: Database, child: Uuid): Promise<number> {
  const erased = new Set([...(await readErased(db)), child]);
  const transaction = db.transaction(['events', 'recordings', 'rollups', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const recordings = transaction.objectStore('recordings');
  let events = 0;
  for await (const cursor of transaction.objectStore('events').iterate()) {
    const { id, child: whose, kind, body } = toRecord(cursor.value);
    if (whose !== child && !names(cursor.value, child)) continue;
    events += 1;
    const sets = [kind === 'set' ? id : undefined, toRecord(body).set].filter((set) => typeof set === 'string');
    for (const set of sets) await recordings.delete(IDBKeyRange.bound([set], [set, []]));
    await cursor.delete();
  }
  for await (const cursor of transaction.objectStore('rollups').iterate()) {
    if (names(cursor.value, child)) await cursor.delete();
  }
  await transaction.objectStore('meta').put([...erased], 'erased');
  await transaction.done;
  return events;
}

/** Ids are unique: whatever holds this one is of this child. */
function names(data: unknown, child: Uuid): boolean {
  return JSON.stringify(data)?.includes(child) ?? false;
}
