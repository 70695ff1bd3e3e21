import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createConnection } from '../../../src/store/connection';
import { type Database, databaseVersion } from '../../../src/store/database';
import { openStore } from '../../../src/store/open';
import { createOpener, createSealer } from '../../../src/store/seal/box';
import { createRecordKey } from '../../../src/store/seal/record-key';
import { createPretendDevice } from '../history';
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
  const connection = createConnection({ indexedDB, name, version: databaseVersion, randomBytes, waitMs: 1000 });
  async function use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const outcome = await connection.use(work);
    if (!outcome.done) throw outcome.error ?? new Error(outcome.problem);
    return outcome.value;
  }
  const readKept = () => use(async (db) => ({ events: await db.getAll('events'), recordings: await db.getAll('recordings') }));
  return { store, device, use, readKept };
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
