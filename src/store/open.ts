import { createConnection } from './connection';
import { createDamage } from './damage';
import { databaseVersion } from './database';
import { usualRounds } from './lock/derive';
import { createLock } from './lock/lock';
import { rememberPain } from './pain-before';
import type { ParamsOf } from './plan';
import { createReader } from './read';
import { createRebuilding } from './rebuilding';
import { createLateSealing } from './seal/late-sealing';
import { createSeals } from './seal/seals';
import type { OpenedStore, StorageState } from './types';
import { createWriter, type WriteOptions } from './write';

/** What a store needs from its page. */
export interface StoreOptions extends WriteOptions {
  /** undefined where the page has none. */
  readonly indexedDB: IDBFactory | undefined;
  /** Name of the database; the app's own unless a test wants another. */
  readonly name?: string;
  /** undefined where the page has none (plain http). */
  readonly storage?: StorageManager | undefined;
  /** The parameters of a game's drill: they tell which of two values is safer where two devices changed one plan apart. */
  readonly paramsOf?: ParamsOf;
  /** How long another tab may stand in the way before storage counts as blocked. */
  readonly blockedWaitMs?: number;
  /** How long after a write that did not work what waits is tried again. */
  readonly saveAgainMs?: number;
  /** How long opening waits for roll-ups that are made anew; after it they are made in the background. */
  readonly patienceMs?: number;
  /** Of the lock: the browser's own unless a test wants another. `sinceLoadMs` rises evenly from the loading of the page. */
  readonly subtle?: SubtleCrypto | undefined;
  readonly sinceLoadMs?: () => number;
  readonly rounds?: number;
}

/** Opens the tablet's memory, and has its roll-ups made anew when other rules made them. Never rejects. */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const { indexedDB, randomBytes, now, storage, name = 'pebble-bay', blockedWaitMs = 5000, paramsOf = () => undefined } = options;
  const { sinceLoadMs = () => performance.now(), rounds = usualRounds, saveAgainMs = 3000, patienceMs = 1000 } = options;
  let isBusy = () => false;
  const connection = createConnection({ indexedDB, name, version: databaseVersion, randomBytes, waitMs: blockedWaitMs, isBusy: () => isBusy() });
  const opened = await connection.use(async (db) => String(await db.get('meta', 'device')));
  if (!opened.done) {
    connection.close();
    return { store: null, problem: opened.problem };
  }
  const subtle = 'subtle' in options ? options.subtle : globalThis.crypto?.subtle;
  const seals = createSeals({ subtle, randomBytes, readPrivateKey: () => lock.readPrivateKey() });
  const rebuilding = createRebuilding(connection, seals, () => isBusy());
  const sealing = createLateSealing(connection, seals, { isBusy: () => isBusy(), rebuild: rebuilding.anew });
  const lock = createLock(connection, {
    ...{ subtle, randomBytes, sinceLoadMs, now, rounds },
    closeRecords: sealing.close,
    openRecords: sealing.open,
  });
  // Known from the start: whether names are shown must not wait, and wrong tries in other windows are heard of from here on.
  await lock.read();
  const {
    stopWaiting,
    isBusy: isWriterBusy,
    ...writes
  } = createWriter(connection, seals, {
    ...{ randomBytes, now, sinceLoadMs, saveAgainMs },
  });
  isBusy = isWriterBusy;
  const problem = await rebuilding.catchUp(patienceMs);
  if (problem) {
    stopWaiting();
    connection.close();
    return { store: null, problem };
  }
  // What a page that was closed too soon left open is closed now.
  if (lock.publicKey !== null) void sealing.close(lock.publicKey);
  const endListening = lock.subscribe(() => {
    if (!lock.isOpen()) return;
    if (!rebuilding.overview.isCurrent) void rebuilding.catchUp(patienceMs);
    void sealing.takeIn().catch(() => {});
  });
  const damage = createDamage(connection, { toOpener: seals.toOpener, isBusy: () => isBusy(), today: () => now().on });
  const reader = createReader(connection, { toOpener: seals.toOpener, takeIn: sealing.takeIn }, damage, paramsOf);
  const store = {
    device: opened.value,
    lock,
    ...writes,
    ...reader,
    ...rememberPain(writes.save, reader.readSafetyOf),
    overview: rebuilding.overview,
    rebuild: rebuilding.anew,
    readState: () => readState(storage),
    persist: async () => (await ask(() => storage?.persist())) ?? false,
    async openTransfer() {
      const { createTransfer } = await import('./transfer/transfer');
      return createTransfer(connection, { subtle, randomBytes, now, rounds, paramsOf, seals, rebuild: store.rebuild });
    },
    close() {
      endListening();
      sealing.stop();
      rebuilding.close();
      damage.close();
      stopWaiting();
      connection.close();
    },
  };
  return { store };
}

async function readState(storage: StorageManager | undefined): Promise<StorageState> {
  const [persisted, estimate] = await Promise.all([ask(() => storage?.persisted()), ask(() => storage?.estimate())]);
  return { persisted: persisted ?? null, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

/** What the browser answers; undefined where it cannot or will not. */
async function ask<T>(question: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await question();
  } catch {
    return undefined;
  }
}
