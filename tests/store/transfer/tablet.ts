import { IDBFactory } from 'fake-indexeddb';
import { createConnection } from '../../../src/store/connection';
import { type Database, databaseVersion } from '../../../src/store/database';
import { openStore } from '../../../src/store/open';
import { createPretendDevice } from '../history';

/** Name of the database of every tablet here. */
export const name = 'bay';

/** The browser's encryption with a ten-thousandth of the rounds. */
export const quickSubtle = {
  importKey: crypto.subtle.importKey.bind(crypto.subtle),
  digest: crypto.subtle.digest.bind(crypto.subtle),
  encrypt: crypto.subtle.encrypt.bind(crypto.subtle),
  decrypt: crypto.subtle.decrypt.bind(crypto.subtle),
  deriveBits: (how: Pbkdf2Params | HkdfParams, key: CryptoKey, bits: number) =>
    crypto.subtle.deriveBits('iterations' in how ? { ...how, iterations: how.iterations / 10_000 } : how, key, bits),
} as unknown as SubtleCrypto;

/** A tablet of its own: store, pretend device, and a way past the store. */
export async function openTablet(seed: string) {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice(seed);
  const { store } = await openStore({ indexedDB, name, ...device, subtle: quickSubtle });
  if (!store) throw new Error('no store');
  const connection = createConnection({ indexedDB, name, version: databaseVersion, randomBytes: device.randomBytes, waitMs: 1000 });
  async function use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const outcome = await connection.use(work);
    if (!outcome.done) throw outcome.error ?? new Error(outcome.problem);
    return outcome.value;
  }
  return { indexedDB, device, store, use, transfer: await store.openTransfer() };
}

/** A tablet as tests hold it. */
export type Tablet = Awaited<ReturnType<typeof openTablet>>;

/** Carries a whole tablet's records to another by a file. */
export async function carry(from: Pick<Tablet, 'transfer'>, to: Pick<Tablet, 'transfer'>, passphrase = 'seven pebbles'): Promise<void> {
  const file = await from.transfer.write({ what: 'tablet', recordings: true }, passphrase);
  if (!file.ok) throw new Error(file.problem);
  const checked = await to.transfer.check(file.value, passphrase);
  if (!checked.ok) throw new Error(checked.problem);
  const merged = await to.transfer.merge(checked.backup, []);
  if (!merged.ok) throw new Error(merged.problem);
}
