import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect } from 'vitest';
import type { LockRecord } from '../../src/store/formats/lock';
import { longestWaitMs } from '../../src/store/lock/wait';
import { openStore, type StoreOptions } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { quickHashing } from './quick-hashing';
import { answer, withRaw } from './raw';

/** A PIN for tests that are not about choosing one. */
export const pin = '4711';
const name = 'lock';

/** Bytes of chance as the page has them. */
export const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

/** The page's own clock, and the tablet's, which anybody can set. */
export const clock = { sinceLoadMs: 0, wall: '' };

let indexedDB = new IDBFactory();
let opened: Store[] = [];

/** Begins every test of a file with a new tablet at nine o'clock. */
export function useTablet(): void {
  beforeEach(renewTablet);
  afterEach(() => {
    for (const store of opened) store.close();
    opened = [];
  });
}

/** Another tablet, without anything on it. */
export function renewTablet(): void {
  indexedDB = new IDBFactory();
  Object.assign(clock, { sinceLoadMs: 0, wall: '09:00:00.000' });
}

/** A page of the app on this tablet; a second one is another window. */
export async function load(more: Partial<StoreOptions> = {}): Promise<Store> {
  const { store } = await openStore({
    indexedDB,
    name,
    randomBytes,
    now: () => ({ on: '2026-03-26', at: `2026-03-26T${clock.wall}Z` }),
    sinceLoadMs: () => clock.sinceLoadMs,
    subtle: quickHashing,
    ...more,
  });
  if (!store) throw new Error('no store');
  opened.push(store);
  return store;
}

/** The page loaded anew: its clock begins again. */
export async function reload(more: Partial<StoreOptions> = {}): Promise<Store> {
  clock.sinceLoadMs = 0;
  return load(more);
}

/** A tablet with the PIN, locked. */
export async function loadLocked(): Promise<{ store: Store; code: string }> {
  const store = await load();
  const code = store.lock.createCode();
  await store.lock.set(pin, code);
  store.lock.close();
  return { store, code };
}

/** Wrong PINs one after the other, each after the longest wait. */
export async function tryWrong(store: Store, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    clock.sinceLoadMs += longestWaitMs;
    expect((await store.lock.tryPin('0000')).answer).toBe('wrong');
  }
}

/** Everything in an object store of the tablet, past the app. */
export const readAll = (store: 'meta' | 'events') => withRaw(indexedDB, name, (db) => answer(db.transaction(store).objectStore(store).getAll()));

/** The lock as the database holds it. */
export const readKept = () => withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').get('lock'))) as Promise<LockRecord>;

/** Puts something in the place of the lock, past the app. */
export const plantLock = (data: unknown) =>
  withRaw(indexedDB, name, (db) => answer(db.transaction('meta', 'readwrite').objectStore('meta').put(data, 'lock')));
