import 'fake-indexeddb/auto';
import { IDBIndex as FDBIndex, IDBObjectStore as FDBObjectStore, IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createDamage } from '../../src/store/damage';
import { openStore } from '../../src/store/open';
import { takeInEvents } from '../../src/store/transfer/events';
import { connect } from './connect';
import { createPretendDevice, playHistory } from './history';
import { answer, dump, plant, withRaw } from './raw';

const name = 'bay';

async function openPlayed() {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice('tablet');
  const opened = await openStore({ indexedDB, name, ...device });
  if (!opened.store) throw new Error(opened.problem);
  const history = await playHistory(opened.store, device);
  const events = (await dump(indexedDB, name)).events as Record<string, unknown>[];
  const trial = events.find((event) => event.kind === 'trial');
  return { indexedDB, store: opened.store, device, ...history, trial };
}

const damages: readonly (readonly [what: string, change: (trial: Record<string, unknown>) => unknown, problem: RegExp])[] = [
  ['a field of the wrong kind', (trial) => ({ ...trial, body: { ...(trial.body as object), drillVersion: 'one' } }), /^body\.drillVersion: /],
  ['a missing field', (trial) => ({ ...trial, body: { session: (trial.body as { session: string }).session } }), /^body\.result: /],
  ['a field that nobody knows', (trial) => ({ ...trial, mood: 'glad' }), /^mood: /],
  ['a day that does not exist', (trial) => ({ ...trial, on: '2026-02-30' }), /^on: is no day/],
  ['a newer format', (trial) => ({ ...trial, format: 2 }), /^format: 2 is newer than 1/],
  ['a kind that this version does not know', (trial) => ({ ...trial, kind: 'pain' }), /^kind: pain is not known/],
  ['nothing but an id', (trial) => ({ id: trial.id }), /^kind: is no text/],
];

test.each(damages)('an event with %s is kept, skipped and reported, and the rest shows', async (_what, change, problem) => {
  const { indexedDB, store, device, sessions, children, trial } = await openPlayed();
  const damaged = { ...(change(trial ?? {}) as object), id: device.newId() };
  const before = await store.readSets(sessions[0] ?? '');
  await plant(indexedDB, name, 'events', [damaged]);
  expect(await store.readSets(sessions[0] ?? '')).toEqual(before);
  await store.rebuild();
  expect(await store.readTotals(children[0])).toMatchObject({ sessions: 2, trials: 6 });
  const kind = 'kind' in damaged ? damaged.kind : '';
  expect(await store.readDamaged()).toEqual([{ id: damaged.id, kind, problems: expect.arrayContaining([expect.stringMatching(problem)]) }]);
  expect((await dump(indexedDB, name)).events).toContainEqual(damaged);
});

test('an event that was damaged later is left out of its session, and a rebuild counts without it', async () => {
  const { indexedDB, store, sessions, children, trial } = await openPlayed();
  await plant(indexedDB, name, 'events', [{ ...trial, child: 'nobody' }]);
  const shown = (await store.readSets(sessions[0] ?? '')).concat(await store.readSets(sessions[1] ?? '')).flatMap((set) => set.trials);
  expect(shown).toHaveLength(5);
  await store.rebuild();
  expect(await store.readTotals(children[0])).toMatchObject({ trials: 5 });
});

test('a damaged start of a session takes nothing but itself', async () => {
  const { indexedDB, store, sessions, children } = await openPlayed();
  await plant(indexedDB, name, 'events', [{ id: sessions[0], kind: 'session' }]);
  await store.rebuild();
  expect((await store.readSessions(children[0], 9)).map((summary) => summary.trials)).toEqual([1, 5]);
  expect((await store.readDamaged()).map((event) => event.id)).toEqual([sessions[0]]);
});

/** Puts many events after those of the history, the one with the greatest id damaged. */
async function plantMany({ indexedDB, device, trial }: Awaited<ReturnType<typeof openPlayed>>, count: number, n = 1000): Promise<string> {
  const many = Array.from({ length: count }, (_, i) => ({ ...trial, id: device.newId(), n: n + i }));
  const bad = { ...trial, id: `ffffffff-ffff-4fff-bfff-${String(n).padStart(12, '0')}`, n: n + count, format: 'x' };
  await plant(indexedDB, name, 'events', [...many, bad]);
  await withRaw(indexedDB, name, (db) =>
    answer(
      db
        .transaction('meta', 'readwrite')
        .objectStore('meta')
        .put(n + count, 'count'),
    ),
  );
  return bad.id;
}

/** How many events are read while `work` is done. */
async function countReads(work: () => Promise<unknown>): Promise<number> {
  let read = 0;
  const { getAll: ofStore } = FDBObjectStore.prototype;
  const { getAll: ofIndex } = FDBIndex.prototype;
  const count = <T extends IDBRequest>(request: T): T => {
    request.addEventListener('success', () => {
      read += request.result.length;
    });
    return request;
  };
  FDBObjectStore.prototype.getAll = function (...how: Parameters<typeof ofStore>) {
    return this.name === 'events' ? count(ofStore.apply(this, how)) : ofStore.apply(this, how);
  };
  FDBIndex.prototype.getAll = function (...how: Parameters<typeof ofIndex>) {
    return count(ofIndex.apply(this, how));
  };
  await work();
  FDBObjectStore.prototype.getAll = ofStore;
  FDBIndex.prototype.getAll = ofIndex;
  return read;
}

const toIds = (damaged: readonly { readonly id: string }[] | undefined) => damaged?.map(({ id }) => id).sort();

test('a history without damage reports none; a long one is looked through once, then only what came since', async () => {
  const tablet = await openPlayed();
  const { indexedDB, store, device } = tablet;
  const bad = await plantMany(tablet, 2300);
  expect(toIds(await store.readDamaged())).toEqual([bad]);
  const worse = await plantMany(tablet, 3, 9000);
  const again = await openStore({ indexedDB, name, ...device });
  expect(await countReads(async () => expect(toIds(await again.store?.readDamaged())).toEqual([bad, worse]))).toBeLessThan(10);
  // What is noted of it tells nothing but ids.
  const meta = await withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').get('looked')));
  expect(meta).toMatchObject({ after: null, found: [bad, worse] });
  expect(JSON.stringify(meta)).not.toContain('format');
});

test('a page that is closed on the way goes on where it was; while a child plays nothing is looked at', async () => {
  const tablet = await openPlayed();
  const { indexedDB, device } = tablet;
  const bad = await plantMany(tablet, 4500);
  const { connection, use } = connect(indexedDB, name);
  let [playing, closeAfter] = [false, Number.POSITIVE_INFINITY];
  const options = {
    toOpener: () => null,
    isBusy: () => {
      closeAfter -= 1;
      if (closeAfter === 0) damage.close();
      return playing;
    },
    today: () => '2026-03-01',
  };
  let damage = createDamage(connection, options);
  const looking = damage.look();
  playing = true;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await use((db) => db.get('meta', 'looked'))).toMatchObject({ after: '' });
  playing = false;
  closeAfter = 30;
  expect(await looking).toEqual([]);
  damage = createDamage(connection, options);
  const read = await countReads(async () => expect(toIds(await damage.look())).toEqual([bad]));
  expect(read).toBeLessThan(3500);
  expect(read).toBeGreaterThan(1000);
  // A month later, and after a merge, all of it.
  const later = createDamage(connection, { ...options, today: () => '2026-04-15' });
  expect(await countReads(() => later.look())).toBeGreaterThan(4500);
  expect(await countReads(() => later.look())).toBeLessThan(10);
  await use((db) => takeInEvents(db, [{ ...tablet.trial, id: device.newId(), device: device.newId() } as never], new Set()));
  expect(await countReads(() => later.look())).toBeGreaterThan(4500);
  connection.close();
});

test('a merge in the middle of a look has all of it looked at again', async () => {
  const tablet = await openPlayed();
  const { indexedDB, device } = tablet;
  await plantMany(tablet, 2500);
  const { connection, use } = connect(indexedDB, name);
  const merged = { ...tablet.trial, id: '00000000-0000-4000-8000-000000000000', device: device.newId(), format: 'y' };
  let looks = 0;
  const damage = createDamage(connection, {
    toOpener: () => null,
    isBusy: () => {
      looks += 1;
      if (looks === 22) void use((db) => takeInEvents(db, [merged as never], new Set()));
      return false;
    },
    today: () => '2026-03-01',
  });
  expect(toIds(await damage.look())).toContain(merged.id);
  connection.close();
});
