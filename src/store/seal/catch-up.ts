import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import { type CurrentEvent, checkEvent } from '../formats/current';
import { areSame } from '../lock/derive';
import { toRollupKeys } from '../rollup-keys';
import { type Rollup, rollUp } from '../rollups';
import { pendingPrefix } from './append-sealed';
import type { Opener, Sealer } from './box';
import { openEvent } from './seal-event';
import { isPrivateRollup, openRollup, sealRollup, toSealedKey } from './seal-rollup';
import type { SealedRollup } from './sealed-rollup';

/** How many events are opened and counted at once. */
const usualSlice = 100;

interface Slice {
  readonly marks: readonly string[];
  readonly events: readonly CurrentEvent[];
  readonly before: ReadonlyMap<string, SealedRollup>;
}

/**
 * Takes what was kept while the lock was closed into the private roll-ups, slice by slice. A slice is one transaction that takes its marks
 * away: killed anywhere, an event is counted once. Two windows at once: the later one finds other roll-ups than it read, and does its
 * slice again. Returns how many events were taken in; rejects when a sealed roll-up was harmed.
 */
export async function catchUp(
  db: Database,
  sealer: Sealer,
  opener: Opener,
  mayGoOn: () => boolean = () => true,
  atOnce = usualSlice,
): Promise<number> {
  let taken = 0;
  while (mayGoOn()) {
    const slice = await readSlice(db, opener, atOnce);
    if (slice.marks.length === 0) return taken;
    const grown = await grow(sealer, opener, slice);
    if (await putBack(db, slice, grown)) taken += slice.events.length;
  }
  return taken;
}

async function readSlice(db: Database, opener: Opener, atOnce: number): Promise<Slice> {
  const transaction = db.transaction(['rollups', 'events']);
  const rollups = transaction.objectStore('rollups');
  const marks = (await rollups.getAll(IDBKeyRange.bound(pendingPrefix, `${pendingPrefix}\uffff`), atOnce)).flatMap((mark) =>
    'pending' in mark ? [mark] : [],
  );
  const stored = await Promise.all(marks.map(({ pending }) => transaction.objectStore('events').get(pending)));
  const opened = await Promise.all(stored.map((event) => openEvent(opener, event)));
  // What does not open, or fits no format, is kept and reported where it is read; it counts nowhere, as ever.
  const events = opened.flatMap((one) => {
    const checked = one.ok ? checkEvent(one.value) : null;
    return checked?.ok ? [checked.value] : [];
  });
  const keys = [...new Set(events.flatMap((event) => toRollupKeys(event).filter(isPrivateRollup).map(toSealedKey)))];
  const known = await Promise.all(keys.map((key) => db.get('rollups', key)));
  const before = new Map(known.flatMap((one) => (one && 'box' in one ? [[one.key, one] as const] : [])));
  return { marks: marks.map(({ key }) => key), events, before };
}

async function grow(sealer: Sealer, opener: Opener, { events, before }: Slice): Promise<readonly SealedRollup[]> {
  const rollups = new Map<string, Rollup>();
  for (const sealed of before.values()) {
    const rollup = await openRollup(opener, sealed);
    // Going on from nothing would put a short history in the place of a long one.
    if (!rollup) throw new Error(`${sealed.key} does not open: roll-ups are to be made anew from the events`);
    rollups.set(rollup.key, rollup);
  }
  const children = new Map<string, Uuid>();
  for (const event of events) {
    rollUp(rollups, event);
    for (const key of toRollupKeys(event)) if (event.child !== null && isPrivateRollup(key)) children.set(key, event.child);
  }
  const changed = [...children].flatMap(([key, child]) => {
    const rollup = rollups.get(key);
    return rollup ? [sealRollup(sealer, child, rollup)] : [];
  });
  return Promise.all(changed);
}

/** True when nobody was faster. */
async function putBack(db: Database, { marks, before }: Slice, grown: readonly SealedRollup[]): Promise<boolean> {
  const transaction = db.transaction('rollups', 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const still = await Promise.all(marks.map((key) => transaction.store.getKey(key)));
  const now = await Promise.all(grown.map(({ key }) => transaction.store.get(key)));
  const isSame = now.every((one, i) => {
    const was = before.get(grown[i]?.key ?? '');
    return one && 'box' in one ? was !== undefined && areSame(one.box, was.box) : was === undefined;
  });
  const mayPut = isSame && still.every((key) => key !== undefined);
  if (mayPut) await Promise.all([...grown.map((one) => transaction.store.put(one)), ...marks.map((key) => transaction.store.delete(key))]);
  await transaction.done;
  return mayPut;
}
