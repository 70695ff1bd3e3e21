import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { createPretendDevice, playHistory, toRecords, toTrial } from './history';
import { answer, dump, plant } from './raw';

const name = 'bay';
const device = createPretendDevice('tablet');

afterEach(() => vi.restoreAllMocks());

async function openPlayed() {
  const indexedDB = new IDBFactory();
  const opened = await openStore({ indexedDB, name, ...device });
  if (!opened.store) throw new Error(opened.problem);
  return { indexedDB, store: opened.store, ...(await playHistory(opened.store, device)) };
}

test('a page without a database is refused', async () => {
  expect(await openStore({ indexedDB: undefined, name, ...device })).toEqual({ store: null, problem: 'refused' });
});

test.each([
  ['SecurityError', 'refused'],
  ['VersionError', 'newer'],
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'broken'],
])('a database that answers %s is %s', async (error, problem) => {
  const indexedDB = new IDBFactory();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', error);
  });
  expect(await openStore({ indexedDB, name, ...device })).toEqual({ store: null, problem });
});

test('a newer database is left as it is', async () => {
  const indexedDB = new IDBFactory();
  const request = indexedDB.open(name, 99);
  request.onupgradeneeded = () => request.result.createObjectStore('future').add('kept', 1);
  (await answer(request)).close();
  expect(await openStore({ indexedDB, name, ...device })).toEqual({ store: null, problem: 'newer' });
  const again = await answer(indexedDB.open(name));
  expect(again.version).toBe(99);
  expect(await answer(again.transaction('future').objectStore('future').get(1))).toBe('kept');
});

test('an older version in another tab blocks for a bounded time only, and nothing is upgraded behind it', async () => {
  const indexedDB = new IDBFactory();
  const older = await answer(indexedDB.open(name, 1));
  const place = { indexedDB, name, version: 2, randomBytes: device.randomBytes, waitMs: 30 };
  expect(await openDatabase(place, () => {})).toEqual({ db: null, problem: 'blocked' });
  older.close();
  const opened = await openDatabase({ ...place, waitMs: 5000 }, () => {});
  expect(opened.db?.version).toBe(2);
});

test('a deletion that another tab holds up blocks for a bounded time only', async () => {
  const indexedDB = new IDBFactory();
  await answer(indexedDB.open(name, 1));
  indexedDB.deleteDatabase(name);
  expect(await openStore({ indexedDB, name, ...device, blockedWaitMs: 30 })).toEqual({ store: null, problem: 'blocked' });
});

test('a store gives way to a newer version in another tab, says so, and keeps nothing more', async () => {
  const { indexedDB, store, children, sessions } = await openPlayed();
  // Play that nobody ended would hold the newer version up.
  for (const session of sessions) await store.save({ kind: 'session-end', session, child: children[0], reason: 'stopped', activeMs: 0 });
  const newer = indexedDB.open(name, 2);
  (await answer(newer)).close();
  expect(await store.editChild(children[0], { name: 'Bo' })).toEqual({ saved: false, problem: 'newer' });
  await expect(store.readChildren()).rejects.toThrow('storage is newer');
});

test('a connection that the browser closed is opened again, and the record is kept once', async () => {
  const { indexedDB, store, children } = await openPlayed();
  const lost: IDBDatabase[] = [];
  const plain = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    // The first connection dies under its next transaction.
    if (lost.length === 0) {
      lost.push(this);
      this.close();
    }
    return plain.apply(this, args);
  });
  const plot = { session: device.newId(), child: children[0] };
  expect(await store.save(toTrial(plot, device.newId(), 0, 'success'))).toEqual({ saved: true });
  expect(lost).toHaveLength(1);
  expect(await store.readTotals(children[0])).toMatchObject({ sessions: 3, trials: 7 });
  expect((await dump(indexedDB, name)).events.filter((event) => JSON.stringify(event).includes(plot.session))).toHaveLength(1);
});

test('a connection that is closed again and again is broken, in words and not by a crash', async () => {
  const { store, children } = await openPlayed();
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('closing', 'InvalidStateError');
  });
  expect(await store.editChild(children[0], { name: 'Bo' })).toEqual({ saved: false, problem: 'broken' });
});

test('a store that was closed keeps nothing and says so', async () => {
  const { store, children } = await openPlayed();
  store.close();
  expect(await store.editChild(children[0], { name: 'Bo' })).toEqual({ saved: false, problem: 'broken' });
});

const puts: readonly (readonly [where: string, method: 'add' | 'put', store: string])[] = [
  ['its event', 'add', 'events'],
  ['its frames', 'add', 'recordings'],
  ['its number', 'put', 'meta'],
  ['its roll-ups', 'put', 'rollups'],
];

test.each(puts)(
  'a tablet without room for %s keeps nothing of a trial, says "full", and keeps all of it once there is room',
  async (_where, method, store) => {
    const { indexedDB, store: opened, children } = await openPlayed();
    const before = await dump(indexedDB, name);
    const plain = IDBObjectStore.prototype[method];
    let full = true;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      if (full && this.name === store) throw new DOMException('no room', 'QuotaExceededError');
      return plain.apply(this, args);
    });
    const plot = { session: device.newId(), child: children[0] };
    const trial = toTrial(plot, device.newId(), 0, 'success');
    expect(await opened.save(trial)).toMatchObject({ saved: false, problem: 'full' });
    expect(await dump(indexedDB, name)).toEqual(before);
    full = false;
    expect(await opened.save(trial)).toEqual({ saved: true });
    expect(await opened.readTotals(children[0])).toMatchObject({ trials: 7 });
  },
);

test('a lack of room that shows only as the transaction ends is "full" too', async () => {
  const { indexedDB, store, children } = await openPlayed();
  const before = await dump(indexedDB, name);
  const plain = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const transaction = plain.apply(this, args);
    if (transaction.mode === 'readwrite') {
      Object.defineProperty(transaction, 'error', { get: () => new DOMException('no room', 'QuotaExceededError') });
      const recordings = transaction.objectStore('recordings');
      const add = recordings.add;
      recordings.add = (value) => {
        const request = add.call(recordings, value);
        request.addEventListener('success', () => transaction.abort());
        return request;
      };
    }
    return transaction;
  });
  const plot = { session: device.newId(), child: children[0] };
  expect(await store.save(toTrial(plot, device.newId(), 0, 'success'))).toMatchObject({ saved: false, problem: 'full' });
  vi.restoreAllMocks();
  expect(await dump(indexedDB, name)).toEqual(before);
});

test('a record that the database cannot hold is broken, and the next one is kept', async () => {
  const { store, children } = await openPlayed();
  const plot = { session: device.newId(), child: children[0], sets: [], ended: null };
  const trial = toTrial(plot, device.newId(), 0, 'success');
  const odd = { ...trial, result: { ...trial.result, metrics: { movementMs: (() => 1) as unknown as number } } };
  expect(await store.save(odd)).toMatchObject({ saved: false, problem: 'broken' });
  expect(await store.save(toRecords(plot)[0] ?? trial)).toEqual({ saved: true });
});

test('a damaged roll-up of rules we do not know does not stop a store from opening', async () => {
  const { indexedDB, store, children } = await openPlayed();
  await plant(indexedDB, name, 'rollups', [{ key: 'weather/today', value: 'sunny' }]);
  await store.rebuild();
  expect((await store.readTotals(children[0])).trials).toBe(6);
});
