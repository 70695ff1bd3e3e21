import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import { checkBackupMark, checkEnvelope, checkErased, type EventEnvelope } from '../formats/backup';
import { toRecord } from '../formats/format';
import { checkPacked, type PackedPart } from '../formats/recording';
import type { Opener, Sealer } from '../seal/box';
import { toLockedError } from '../seal/locked';
import { readStored, readStoredPart } from '../seal/read-sealed';
import { isSealed, sealEvent } from '../seal/seal-event';
import { sealPart } from '../seal/seal-write';
import type { Seals } from '../seal/seals';

/** How many events are in memory at once, and how many recordings. */
const eventBatch = 500;
const partBatch = 20;

/** Stands in place of the roll-ups' rules while events are taken in: a tab that is killed then has them made anew when it opens again. */
export const unmade = 'merging';

/**
 * All events as they were said, of one child or (null) of all, in the order of their ids; batch by batch, so that years need no memory.
 * Rejects with a LockedError where they are sealed and the lock is closed.
 */
export async function* readAllEvents(db: Database, child: Uuid | null, opener: Opener | null): AsyncGenerator<EventEnvelope> {
  for (let from: IDBKeyRange | null = null; ; ) {
    const batch: unknown[] = await db.getAll('events', from, eventBatch);
    if (!opener && batch.some(isSealed)) throw toLockedError();
    const wanted = batch.filter((data) => child === null || toRecord(data).child === child);
    for (const data of await Promise.all(wanted.map((stored) => readStored(stored, opener)))) {
      const checked = checkEnvelope(data);
      if (checked.ok && (child === null || checked.value.child === child)) yield checked.value;
    }
    if (batch.length < eventBatch) return;
    from = IDBKeyRange.lowerBound(toRecord(batch.at(-1)).id, true);
  }
}

/** Recordings as they are stored, of these sets or (null) of all. */
export async function* readAllParts(db: Database, sets: Iterable<Uuid> | null, opener: Opener | null): AsyncGenerator<PackedPart> {
  const ranges = sets === null ? [null] : Array.from(sets, (set) => IDBKeyRange.bound([set], [set, []]));
  for (const range of ranges) {
    for (let from = range; ; ) {
      const batch = await db.getAll('recordings', from, partBatch);
      for (const data of batch) {
        if (!opener && toRecord(data).sealed === true) throw toLockedError();
        const checked = checkPacked(await readStoredPart(data, opener));
        if (checked.ok) yield checked.value;
      }
      const last = toRecord(batch.at(-1));
      if (batch.length < partBatch) break;
      const after: IDBValidKey = [String(last.set), Number(last.trial)];
      from = range ? IDBKeyRange.bound(after, range.upper, true) : IDBKeyRange.lowerBound(after, true);
    }
  }
}

/**
 * Takes events in as a union: what is known by its id stays as it is, numbers and devices stay their authors'. Returns the ids that are
 * new. Each call is one transaction that also says that the roll-ups are to be made anew; doing it twice does nothing more.
 */
export async function takeInEvents(
  db: Database,
  events: readonly EventEnvelope[],
  passOver: ReadonlySet<Uuid>,
  seals: Pick<Seals, 'toSealer'> | null = null,
): Promise<readonly Uuid[]> {
  for (;;) {
    const to = await db.get('meta', 'sealed');
    const sealer = typeof to === 'string' ? toSealer(seals, to) : null;
    const kept = sealer ? ((await Promise.all(events.map((event) => sealEvent(sealer, event)))) as readonly EventEnvelope[]) : events;
    const fresh = await addEvents(db, kept, passOver, to);
    if (fresh) return fresh;
  }
}

function toSealer(seals: Pick<Seals, 'toSealer'> | null, publicKey: string): Sealer {
  if (!seals) throw toLockedError();
  return seals.toSealer(publicKey);
}

/** null: the lock was set or taken away since these events were sealed or left open. */
async function addEvents(
  db: Database,
  events: readonly EventEnvelope[],
  passOver: ReadonlySet<Uuid>,
  sealedTo: unknown,
): Promise<readonly Uuid[] | null> {
  const transaction = db.transaction(['events', 'meta'], 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('events');
  const meta = transaction.objectStore('meta');
  transaction.done.catch(() => {});
  const wanted = new Map(events.filter(({ child }) => child === null || !passOver.has(child)).map((event) => [event.id, event]));
  const [device, count, now, known] = await Promise.all([
    ...[meta.get('device'), meta.get('count'), meta.get('sealed')],
    Promise.all([...wanted.keys()].map((id) => store.getKey(id))),
  ] as const);
  if (now !== sealedTo) return null;
  for (const id of known) if (id !== undefined) wanted.delete(id);
  const fresh = [...wanted.values()];
  // This tablet's own events that come back to it: its next number must not be one of theirs.
  const newest = fresh.reduce((n, event) => (event.device === device && event.n > n ? event.n : n), Number(count ?? 0));
  const writes: Promise<unknown>[] = fresh.map((event) => store.add(event));
  if (fresh.length > 0) writes.push(meta.put(newest, 'count'), meta.put(unmade, 'rollups'), meta.delete('looked'));
  await Promise.all([...writes, transaction.done]);
  return fresh.map(({ id }) => id);
}

/** Takes recordings in whose set is here; one that is known stays as it is. Returns how many are new. */
export async function takeInParts(db: Database, parts: readonly PackedPart[], seals: Pick<Seals, 'toSealer'> | null = null): Promise<number> {
  for (;;) {
    const to = await db.get('meta', 'sealed');
    const sealer = typeof to === 'string' ? toSealer(seals, to) : null;
    const fresh = await addParts(db, sealer ? await Promise.all(parts.map((part) => sealPart(sealer, part))) : parts, to);
    if (fresh !== null) return fresh;
  }
}

async function addParts(db: Database, parts: readonly PackedPart[], sealedTo: unknown): Promise<number | null> {
  const transaction = db.transaction(['events', 'recordings', 'meta'], 'readwrite');
  transaction.done.catch(() => {});
  if ((await transaction.objectStore('meta').get('sealed')) !== sealedTo) return null;
  const recordings = transaction.objectStore('recordings');
  let fresh = 0;
  for (const part of parts) {
    const [set, known] = await Promise.all([
      transaction.objectStore('events').getKey(part.set),
      recordings.getKey([part.set, part.trial] as [Uuid, number]),
    ]);
    if (set === undefined || known !== undefined) continue;
    await recordings.add(part);
    fresh += 1;
  }
  await transaction.done;
  return fresh;
}

/** How many of these events are not here yet. */
export async function countFresh(db: Database, ids: readonly Uuid[]): Promise<number> {
  const store = db.transaction('events').store;
  const known = await Promise.all(ids.map((id) => store.getKey(id)));
  return known.filter((id) => id === undefined).length;
}

/** Children whose record was erased on this tablet. */
export async function readErased(db: Database): Promise<readonly Uuid[]> {
  const checked = checkErased(await db.get('meta', 'erased'));
  return checked.ok ? checked.value : [];
}

/** The last backup of the whole tablet; null: none. */
export async function readMark(db: Database) {
  const checked = checkBackupMark(await db.get('meta', 'backup'));
  return checked.ok ? checked.value : null;
}
