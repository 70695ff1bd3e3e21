import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect } from 'vitest';
import { writeStores } from '../../../src/store/database';
import { type CurrentEvent, checkEvent } from '../../../src/store/formats/current';
import { toRecord } from '../../../src/store/formats/format';
import { openStore } from '../../../src/store/open';
import type { Rollup } from '../../../src/store/rollups';
import { appendSealed } from '../../../src/store/seal/append-sealed';
import { createOpener, createSealer } from '../../../src/store/seal/box';
import { createRecordKey } from '../../../src/store/seal/record-key';
import { sealEvent } from '../../../src/store/seal/seal-event';
import { isPrivateRollup, openFold, openRollup } from '../../../src/store/seal/seal-rollup';
import type { Fields } from '../../../src/store/types';
import { connect } from '../connect';
import { createPretendDevice, playHistory, toRecords } from '../history';
import { quickHashing } from '../quick-hashing';

const name = 'sealed';

/** Bytes of chance as the page has them. */
export const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

/** A new record key with what seals to it and what opens it. */
export async function createSeals() {
  const { publicKey, privateKey } = await createRecordKey(crypto.subtle);
  return {
    publicKey,
    privateKey,
    sealer: createSealer(crypto.subtle, randomBytes, publicKey),
    opener: createOpener(crypto.subtle, privateKey),
  };
}

/** A tablet with a store and a way past it. */
export async function openTablet(seed: string) {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice(seed);
  const { store } = await openStore({ indexedDB, name, ...device, subtle: quickHashing });
  if (!store) throw new Error('no store');
  const { use } = connect(indexedDB, name);
  const readKept = () => use(async (db) => ({ events: await db.getAll('events'), recordings: await db.getAll('recordings') }));
  return { store, device, use, readKept };
}

/** A tablet of tests. */
export type Tablet = Awaited<ReturnType<typeof openTablet>>;
/** The seals of a tablet of tests. */
export type Seals = Awaited<ReturnType<typeof createSeals>>;

const ids = createPretendDevice('ids');

/** A tablet that never had a PIN, with a whole history: all kinds of events, then sessions and edits by chance. */
export async function playOpen(plots: readonly { readonly levels: readonly string[]; readonly rename: boolean }[]): Promise<Tablet> {
  const tablet = await openTablet('open');
  const { store, device } = tablet;
  const { children } = await playHistory(store, device);
  for (const { levels, rename } of plots) {
    const [child] = children;
    const sets = levels.map((level) => ({ set: ids.newId(), level, outcomes: ['success', 'miss'] as const }));
    for (const record of toRecords({ child, session: ids.newId(), sets, ended: 'finished' })) await store.save(record);
    if (rename) await store.editChild(child, { name: `Ada ${levels.length}` });
  }
  return tablet;
}

/** The events of a tablet in the order in which it made them. */
export async function readEvents({ readKept }: Tablet): Promise<readonly CurrentEvent[]> {
  const events = (await readKept()).events.flatMap((stored) => {
    const checked = checkEvent(stored);
    return checked.ok ? [checked.value] : [];
  });
  return events.sort((a, b) => a.n - b.n);
}

/** As a tablet with a PIN keeps an event while the lock is closed. */
export async function appendLocked({ use }: Tablet, { sealer }: Seals, event: CurrentEvent): Promise<void> {
  const sealed = await sealEvent(sealer, event);
  const fields = toRecord(sealed).sealed === 'fields' ? (toRecord(toRecord(sealed).body).fields as Fields) : null;
  await use(async (db) => {
    const transaction = db.transaction(writeStores, 'readwrite');
    await appendSealed(transaction, event, sealed, fields);
    await transaction.done;
  });
}

/** All roll-ups as they lie there, and what is made beside them. */
export const readRollups = ({ use }: Tablet) => use((db) => db.getAll('rollups'));

/** All roll-ups as whoever opened the lock sees them. */
export async function readOpened(tablet: Tablet, { opener }: Seals): Promise<readonly Rollup[]> {
  const opened: Rollup[] = [];
  for (const one of await readRollups(tablet)) {
    if ('box' in one) {
      const rollup = await openRollup(opener, one);
      if (rollup) opened.push(rollup);
    } else if ('fold' in one) opened.push({ ...one, fold: await openFold(opener, one.fold) });
    else if (!isPrivateRollup(one.key)) opened.push(one);
    else expect('summary' in one, one.key).toBe(true);
  }
  return opened.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Everything in what was kept that could be read by somebody: its text, and its bytes as letters, also where they are base64. */
export function toLegible(kept: unknown): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof Uint8Array) found.push(new TextDecoder('latin1').decode(value));
    // What a box holds, and not its letters: three letters stand in thousands of letters by chance.
    else if (typeof value === 'string') found.push(value.startsWith('sealed:') ? atob(value.slice('sealed:'.length)) : value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        found.push(key);
        walk(one);
      }
    } else found.push(String(value));
  };
  walk(kept);
  return found.join('\n');
}
