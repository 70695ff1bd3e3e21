import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SessionRecord } from '../../src/session/types';
import { openDatabase } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { createPretendDevice, toRecords, toTrial } from './history';
import { answer, dump } from './raw';

const name = 'bay';
const ids = createPretendDevice('ids');
const stores: Store[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const store of stores.splice(0)) store.close();
});

async function open(indexedDB: IDBFactory, over: { readonly now?: () => { on: string; at: string }; readonly saveAgainMs?: number } = {}) {
  const opened = await openStore({ indexedDB, name, ...createPretendDevice('tablet'), saveAgainMs: 5, ...over });
  if (!opened.store) throw new Error(opened.problem);
  stores.push(opened.store);
  return opened.store;
}

const toPlot = () => ({
  session: ids.newId(),
  child: ids.newId(),
  sets: [{ set: ids.newId(), level: '01-calm', outcomes: ['success', 'miss', 'success', 'assisted'] as const }],
  ended: 'finished' as const,
});

/** A disk that takes nothing larger than `room` bytes of frames; other records count as one byte. */
function limitRoom() {
  const disk = { room: 0 };
  const plain = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
    const bytes = (args[0] as { gzip?: Uint8Array }).gzip?.length ?? 1;
    if (bytes > disk.room) throw new DOMException('no room', 'QuotaExceededError');
    return plain.apply(this, args);
  });
  return disk;
}

const toKinds = (events: readonly unknown[]) =>
  (events as { kind: string; n: number }[]).sort((a, b) => a.n - b.n).map(({ kind, n }) => `${n} ${kind}`);
const wholeSession = ['1 session', '2 set', '3 trial', '4 trial', '5 trial', '6 trial', '7 session-end'];

async function expectWhole(indexedDB: IDBFactory, store: Store): Promise<void> {
  const { events, recordings, rollups } = await dump(indexedDB, name);
  expect(toKinds(events)).toEqual(wholeSession);
  expect(recordings).toHaveLength(4);
  await store.rebuild();
  expect((await dump(indexedDB, name)).rollups).toEqual(rollups);
}

describe('a tablet without room', () => {
  test('keeps nothing of a session, holds all of it, and keeps it in its order when room comes, without being asked again', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const disk = limitRoom();
    const plot = toPlot();
    const outcomes = await Promise.all(toRecords(plot).map(store.save));
    expect(outcomes.map((outcome) => !outcome.saved && outcome.problem)).toEqual(Array.from({ length: 7 }, () => 'full'));
    expect(store.unsaved).toMatchObject({ trials: 4, records: 7, problem: 'full' });
    expect((await dump(indexedDB, name)).events).toEqual([]);

    disk.room = Number.POSITIVE_INFINITY;
    await Promise.all(outcomes.map((outcome) => !outcome.saved && outcome.later));
    expect(store.unsaved).toMatchObject({ trials: 0, records: 0 });
    await vi.waitFor(() => expect(store.unsaved.problem).toBeNull());
    await expectWhole(indexedDB, store);
  });

  test('keeps no end of a session before the trials that came before it, though there is room for a small record', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const disk = limitRoom();
    disk.room = 1;
    await Promise.all(toRecords(toPlot()).map(store.save));
    expect(toKinds((await dump(indexedDB, name)).events)).toEqual(['1 session', '2 set']);
    expect(store.unsaved).toMatchObject({ trials: 4, records: 5 });
    disk.room = Number.POSITIVE_INFINITY;
    await vi.waitFor(() => expect(store.unsaved.records).toBe(0));
    await expectWhole(indexedDB, store);
  });

  test('doubles nothing that is handed over again while it waits and after it was kept', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const disk = limitRoom();
    const records = toRecords(toPlot());
    await Promise.all([...records, ...records].map(store.save));
    expect(store.unsaved).toMatchObject({ trials: 4, records: 7 });
    disk.room = Number.POSITIVE_INFINITY;
    expect(await Promise.all(records.map(store.save))).toEqual(records.map(() => ({ saved: true })));
    expect(await Promise.all(records.map(store.save))).toEqual(records.map(() => ({ saved: true })));
    await expectWhole(indexedDB, store);
  });

  test('keeps the day on which a session was played, not the day on which room came', async () => {
    const indexedDB = new IDBFactory();
    let on = '2026-03-01';
    const store = await open(indexedDB, { now: () => ({ on, at: `${on}T20:00:00.000Z` }) });
    const disk = limitRoom();
    const plot = toPlot();
    await Promise.all(toRecords(plot).map(store.save));
    on = '2026-03-02';
    disk.room = Number.POSITIVE_INFINITY;
    await vi.waitFor(() => expect(store.unsaved.records).toBe(0));
    expect(await store.readSessions(plot.child, 5)).toMatchObject([{ on: '2026-03-01', at: '2026-03-01T20:00:00.000Z', trials: 4 }]);
    expect((await dump(indexedDB, name)).events.every((event) => (event as { on: string }).on === '2026-03-01')).toBe(true);
  });

  test('keeps what was said of play, too: pain is not lost for want of room', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const disk = limitRoom();
    const { session, child } = toPlot();
    const note: SessionRecord = { kind: 'note', note: ids.newId(), session, child, words: 'left knee' };
    expect(await store.save(note)).toMatchObject({ saved: false, problem: 'full' });
    expect(store.unsaved).toMatchObject({ trials: 0, records: 1 });
    disk.room = 1;
    await vi.waitFor(() => expect(store.unsaved.records).toBe(0));
    expect((await store.readSafetyLog(child)).notes).toMatchObject([{ words: 'left knee' }]);
  });
});

test('a record that cannot be written holds up none of those after it, and is still held', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB, { saveAgainMs: 60_000 });
  const plot = toPlot();
  const [session, set, first, second] = toRecords(plot);
  if (!session || !set || first?.kind !== 'trial' || !second) throw new Error('no plot');
  const odd = { ...first, result: { ...first.result, metrics: { movementMs: (() => 1) as unknown as number } } };
  const outcomes = await Promise.all([session, set, odd, second].map(store.save));
  expect(outcomes.map(({ saved }) => saved)).toEqual([true, true, false, true]);
  expect(store.unsaved).toMatchObject({ trials: 1, records: 1, problem: 'broken' });
});

describe('a newer version in another tab', () => {
  const newer = { name, version: 2, randomBytes: ids.randomBytes, waitMs: 20 };

  test('waits while a child plays; every trial is kept, and it has them all afterwards', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const records = toRecords(toPlot());
    for (const record of records.slice(0, 3)) await store.save(record);
    const opening = indexedDB.open(name, 2);
    await new Promise((resolve) => opening.addEventListener('blocked', resolve));
    for (const record of records.slice(3, 6)) expect(await store.save(record)).toEqual({ saved: true });
    expect(opening.readyState).toBe('pending');
    expect(await store.save(records[6] as SessionRecord)).toEqual({ saved: true });
    const upgraded = await answer(opening);
    expect(toKinds(await answer(upgraded.transaction('events').objectStore('events').getAll()))).toEqual(wholeSession);
    upgraded.close();
    // The next session on the old page: not kept, held, and said.
    const next = toPlot();
    expect(await store.save({ kind: 'session', session: next.session, child: next.child })).toMatchObject({ saved: false, problem: 'newer' });
    expect(store.unsaved.records).toBe(1);
  });

  test('is told that another window holds the results, and is not held up once that one is idle', async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const [session, ...rest] = toRecords(toPlot());
    if (!session) throw new Error('no plot');
    await store.save(session);
    expect(await openDatabase({ ...newer, indexedDB }, () => {})).toEqual({ db: null, problem: 'blocked' });
    for (const record of rest) await store.save(record);
    const opened = await openDatabase({ ...newer, indexedDB, waitMs: 5000 }, () => {});
    expect(opened.db?.version).toBe(2);
    opened.db?.close();
  });
});

describe('clocks', () => {
  const at = (instant: string) => ({ on: instant.slice(0, 10), at: instant });

  test('a clock that is set back a year in the middle of a session changes neither its day nor its order, and loses nothing', async () => {
    const indexedDB = new IDBFactory();
    let instant = '2026-05-04T15:00:00.000Z';
    const store = await open(indexedDB, { now: () => at(instant) });
    const plot = toPlot();
    const records = toRecords(plot);
    for (const record of records.slice(0, 4)) await store.save(record);
    instant = '2025-05-04T15:03:00.000Z';
    for (const record of records.slice(4)) await store.save(record);
    await expectWhole(indexedDB, store);
    expect(await store.readSessions(plot.child, 5)).toMatchObject([{ on: '2026-05-04', trials: 4, ended: 'finished' }]);
    const [set] = await store.readSets(plot.session);
    expect(set?.trials.map(({ trial }) => trial)).toEqual([0, 1, 2, 3]);
    expect(await store.readTotals(plot.child)).toMatchObject({ sessions: 1, trials: 4, firstOn: '2026-05-04' });
  });

  test('the night on which clocks go back: one session, on the day it began, with the time that was played', async () => {
    const indexedDB = new IDBFactory();
    // 02:59 summer time is followed by 02:00 winter time: the wall clock repeats an hour, the instant does not.
    let now = { on: '2026-10-25', at: '2026-10-25T00:58:00.000Z' };
    const store = await open(indexedDB, { now: () => now });
    const plot = toPlot();
    const records = toRecords(plot);
    for (const record of records.slice(0, 4)) await store.save(record);
    now = { on: '2026-10-25', at: '2026-10-25T01:02:00.000Z' };
    for (const record of records.slice(4)) await store.save(record);
    await expectWhole(indexedDB, store);
    const played = records.reduce((ms, record) => ms + (record.kind === 'trial' ? record.result.endMs - record.result.startMs : 0), 0);
    expect(await store.readSessions(plot.child, 5)).toMatchObject([{ on: '2026-10-25', at: '2026-10-25T00:58:00.000Z', activeMs: played }]);
    expect(await store.readSessionsBetween(plot.child, '2026-10-25', '2026-10-26')).toHaveLength(1);
  });

  test('a session over midnight belongs to the day it began', async () => {
    const indexedDB = new IDBFactory();
    let instant = '2026-03-28T23:59:00.000Z';
    const store = await open(indexedDB, { now: () => at(instant) });
    const plot = toPlot();
    const records = toRecords(plot);
    for (const record of records.slice(0, 3)) await store.save(record);
    instant = '2026-03-29T00:01:00.000Z';
    for (const record of records.slice(3)) await store.save(record);
    await expectWhole(indexedDB, store);
    expect(await store.readSessionsBetween(plot.child, '2026-03-28', '2026-03-29')).toMatchObject([{ trials: 4 }]);
    expect(await store.readSessionsBetween(plot.child, '2026-03-29', '2026-03-30')).toEqual([]);
  });
});

test('two tabs without room keep both sessions when room comes: no number twice, no trial twice', async () => {
  const indexedDB = new IDBFactory();
  const [one, two] = [await open(indexedDB), await open(indexedDB)];
  const disk = limitRoom();
  const [here, there] = [toPlot(), toPlot()];
  await Promise.all([...toRecords(here).map(one.save), ...toRecords(there).map(two.save)]);
  disk.room = Number.POSITIVE_INFINITY;
  await vi.waitFor(() => expect(one.unsaved.records + two.unsaved.records).toBe(0));
  const { events, rollups } = await dump(indexedDB, name);
  expect((events as { n: number }[]).map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
  await two.rebuild();
  expect((await dump(indexedDB, name)).rollups).toEqual(rollups);
  expect(await one.readTotals(there.child)).toMatchObject({ sessions: 1, trials: 4 });
});

test('a database that the browser closes in the middle of a write is opened again: each trial once', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const plot = toPlot();
  for (const record of toRecords({ ...plot, sets: [], ended: 'finished' }).slice(0, 1)) await store.save(record);
  const plain = IDBDatabase.prototype.transaction;
  let killed = 0;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const transaction = plain.apply(this, args);
    // Every second transaction loses its connection under way, as when the browser ends its storage process.
    if (transaction.mode === 'readwrite' && ++killed % 2 === 1) {
      this.close();
      queueMicrotask(() => transaction.abort());
    }
    return transaction;
  });
  const set = ids.newId();
  for (let i = 0; i < 4; i++) expect(await store.save(toTrial(plot, set, i, 'success'))).toEqual({ saved: true });
  expect(killed).toBe(8);
  vi.restoreAllMocks();
  const { events, rollups } = await dump(indexedDB, name);
  expect(toKinds(events)).toEqual(['1 session', '2 trial', '3 trial', '4 trial', '5 trial']);
  await store.rebuild();
  expect((await dump(indexedDB, name)).rollups).toEqual(rollups);
});
