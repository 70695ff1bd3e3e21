import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import { toRecord } from '../formats/format';
import type { Opener, Sealer } from './box';
import { toPartPlace } from './part-place';
import { isSealed, openEvent, sealEvent } from './seal-event';

/** How many events, and how many parts of recordings (a tenth), are in memory and in one transaction at once. */
const usualBatch = 200;

/** What a walk over the records did; `stuck`: ids of what would not open, which stays as it is. */
export interface Walked {
  readonly changed: number;
  readonly stuck: readonly string[];
}

/** True while the walk may go on; asked before each batch, so that play is never made to wait. */
export type MayGoOn = () => boolean;

/**
 * Seals what is not sealed yet, batch by batch. Each batch is one transaction, so at every moment each record is there whole, either open or
 * sealed; a walk that is killed is done again and passes over what it did. What is erased meanwhile stays erased.
 */
export async function sealHistory(
  db: Database,
  sealer: Sealer,
  mayGoOn: MayGoOn = () => true,
  batch = usualBatch,
  /** Only while the roll-ups are sealed to this key: a lock that was taken away meanwhile leaves nothing closed. null: always. */
  whileSealedTo: string | null = null,
): Promise<Walked> {
  const mayPut: MayPut = async (meta) => whileSealedTo === null || (await meta.get('sealed')) === whileSealedTo;
  const walk = { db, mayGoOn, mayPut, atOnce: batch };
  const events = await walkEvents(
    walk,
    (stored) => !isSealed(stored),
    (stored) => sealEvent(sealer, stored),
  );
  const parts = await walkParts(walk, false, (part, place) => sealer.seal(part, place));
  return add(events, parts);
}

/** Opens what is sealed, batch by batch, in the same way: before a lock is taken away. */
export async function unsealHistory(db: Database, opener: Opener, mayGoOn: MayGoOn = () => true, batch = usualBatch): Promise<Walked> {
  const walk = { db, mayGoOn, mayPut: async () => true, atOnce: batch };
  const events = await walkEvents(walk, isSealed, async (stored) => {
    const opened = await openEvent(opener, stored);
    return opened.ok ? opened.value : null;
  });
  const parts = await walkParts(walk, true, (part, place) => opener.open(part, place));
  return add(events, parts);
}

/** Asked in the transaction of each batch. */
type MayPut = (meta: { get(key: 'sealed'): Promise<unknown> }) => Promise<boolean>;

interface Walk {
  readonly db: Database;
  readonly mayGoOn: MayGoOn;
  readonly mayPut: MayPut;
  readonly atOnce: number;
}

async function walkEvents(
  { db, mayGoOn, mayPut, atOnce }: Walk,
  isDue: (stored: unknown) => boolean,
  change: (stored: unknown) => Promise<unknown>,
): Promise<Walked> {
  let changed = 0;
  const stuck: string[] = [];
  for (let from: IDBKeyRange | null = null; mayGoOn(); ) {
    const batch: unknown[] = await db.getAll('events', from, atOnce);
    const due = batch.filter(isDue);
    const results = await Promise.all(due.map(change));
    const changes = new Map<Uuid, unknown>();
    for (const [i, result] of results.entries()) {
      const id = String(toRecord(due[i]).id);
      if (result === null) stuck.push(id);
      else if (result !== due[i]) changes.set(id, result);
    }
    if (changes.size > 0) changed += await putBack(db, changes, isDue, mayPut);
    if (batch.length < atOnce) break;
    from = IDBKeyRange.lowerBound(String(toRecord(batch.at(-1)).id), true);
  }
  return { changed, stuck };
}

/** Events never change but by being sealed or opened: one that is still there and still due is the one that was read. */
async function putBack(db: Database, changes: ReadonlyMap<Uuid, unknown>, isDue: (stored: unknown) => boolean, mayPut: MayPut): Promise<number> {
  const transaction = db.transaction(['events', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const store = transaction.objectStore('events');
  const [may, ...now] = await Promise.all([mayPut(transaction.objectStore('meta')), ...[...changes.keys()].map((id) => store.get(id))]);
  const writes = [...changes.values()].flatMap((value, i) => (may && now[i] !== undefined && isDue(now[i]) ? [store.put(value)] : []));
  await Promise.all([...writes, transaction.done]);
  return writes.length;
}

type ChangePart = (bytes: Uint8Array<ArrayBuffer>, place: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Recordings: their packed bytes are sealed; set and trial, by which they are found, stay. */
async function walkParts({ db, mayGoOn, mayPut, atOnce: most }: Walk, sealed: boolean, change: ChangePart): Promise<Walked> {
  const atOnce = Math.ceil(most / 10);
  let changed = 0;
  const stuck: string[] = [];
  for (let from: IDBKeyRange | null = null; mayGoOn(); ) {
    const batch: unknown[] = await db.getAll('recordings', from, atOnce);
    const results: unknown[] = [];
    for (const data of batch) {
      const part = toRecord(data);
      if (!(part.gzip instanceof Uint8Array) || (part.sealed === true) !== sealed) continue;
      const place = toPartPlace(part);
      const gzip = await change(Uint8Array.from(part.gzip), place);
      const { sealed: _was, ...rest } = part;
      if (gzip) results.push(sealed ? { ...rest, gzip } : { ...rest, gzip, sealed: true });
      else stuck.push(place);
    }
    if (results.length > 0) {
      const transaction = db.transaction(['recordings', 'meta'], 'readwrite', { durability: 'strict' });
      transaction.done.catch(() => {});
      const [store, may] = [transaction.objectStore('recordings'), await mayPut(transaction.objectStore('meta'))];
      for (const result of may ? results : []) {
        const { set, trial } = toRecord(result);
        const now = await store.get([String(set), Number(trial)]);
        if (now === undefined || (toRecord(now).sealed === true) !== sealed) continue;
        await store.put(result);
        changed += 1;
      }
      await transaction.done;
    }
    if (batch.length < atOnce) break;
    const { set, trial } = toRecord(batch.at(-1));
    from = IDBKeyRange.lowerBound([String(set), Number(trial)], true);
  }
  return { changed, stuck };
}

function add(a: Walked, b: Walked): Walked {
  return { changed: a.changed + b.changed, stuck: [...a.stuck, ...b.stuck] };
}
