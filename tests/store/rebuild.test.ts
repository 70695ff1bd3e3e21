import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEvent } from '../../src/store/formats/current';
import { openStore, type StoreOptions } from '../../src/store/open';
import { rebuildRollups } from '../../src/store/rebuild';
import { createRebuilding } from '../../src/store/rebuilding';
import { forgetStaged } from '../../src/store/staging';
import type { Store } from '../../src/store/types';
import { connect } from './connect';
import { createPretendDevice, type PretendDevice, playHistory, toRecords } from './history';
import { noSeals } from './no-seals';
import { dump, plant, withRaw } from './raw';
import { createRollups } from './whole-rollups';

const name = 'bay';
const always = async () => true;

interface Tablet {
  readonly indexedDB: IDBFactory;
  readonly device: PretendDevice;
  readonly store: Store;
  readonly children: readonly [string, string];
}

async function openTablet(seed: string, options: Partial<StoreOptions> = {}): Promise<Tablet> {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice(seed);
  const { store } = await openStore({ indexedDB, name, ...device, ...options });
  if (!store) throw new Error('no store');
  const { children } = await playHistory(store, device);
  return { indexedDB, device, store, children };
}

/** Roll-ups of the whole history at once, by their keys. */
async function makeWhole(indexedDB: IDBFactory): Promise<ReadonlyMap<string, unknown>> {
  const { events } = await dump(indexedDB, name);
  const rollups = createRollups();
  const toPlace = (event: unknown) => event as { device: string; n: number };
  for (const event of [...events].sort((a, b) =>
    toPlace(a).device < toPlace(b).device ? -1 : toPlace(a).device > toPlace(b).device ? 1 : toPlace(a).n - toPlace(b).n,
  )) {
    const checked = checkEvent(event);
    if (checked.ok) rollups.add(checked.value);
  }
  return new Map([...rollups.finish()].map((rollup) => [rollup.key, rollup]));
}

async function readShown(indexedDB: IDBFactory): Promise<ReadonlyMap<string, unknown>> {
  const { rollups } = await dump(indexedDB, name);
  return new Map((rollups as { key: string }[]).map((rollup) => [rollup.key, rollup]));
}

async function playMore({ store, device, children }: Tablet, seed: number): Promise<void> {
  const plot = { session: device.newId(), child: children[seed % 2] ?? '', ended: 'finished' as const };
  for (const record of toRecords({ ...plot, sets: [{ set: device.newId(), level: '01-calm', outcomes: ['success', 'miss'] }] }))
    await store.save(record);
  await store.editChild(plot.child, { reachMm: 100 + seed, [`grown.2026-03-0${1 + (seed % 9)}`]: true });
}

test('step by step, with play, edits and a killed page in between, comes to what the whole history gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(9), { maxLength: 4 }), fc.nat(30), async (atOnce, plays, killAfter) => {
      const tablet = await openTablet(`steps ${atOnce} ${plays.join()}`);
      const { use, connection } = connect(tablet.indexedDB, name);
      let steps = 0;
      await use((db) => rebuildRollups(db, async () => steps++ < killAfter, atOnce));
      for (const play of plays) {
        await playMore(tablet, play);
        await use((db) => rebuildRollups(db, async () => steps++ % 3 !== 2, atOnce));
      }
      expect(await use((db) => rebuildRollups(db, always, atOnce))).toBe(true);
      expect(await readShown(tablet.indexedDB)).toEqual(await makeWhole(tablet.indexedDB));
      connection.close();
      tablet.store.close();
    }),
    { numRuns: 12, seed: 5 },
  );
});

test('what is shown does not change before all of it is made', async () => {
  const tablet = await openTablet('old');
  const { use } = connect(tablet.indexedDB, name);
  await withRaw(tablet.indexedDB, name, async (db) => {
    db.transaction('rollups', 'readwrite')
      .objectStore('rollups')
      .put({ key: `totals/${tablet.children[0]}`, totals: { sessions: 77 } });
  });
  const whole = await dump(tablet.indexedDB, name);
  let steps = 0;
  await use((db) => rebuildRollups(db, async () => steps++ < 4, 5));
  expect(await tablet.store.readTotals(tablet.children[0])).toMatchObject({ sessions: 77 });
  const { rollups } = await dump(tablet.indexedDB, name);
  expect((rollups as { key: string }[]).filter(({ key }) => !key.startsWith('next'))).toEqual(whole.rollups);
  await use((db) => rebuildRollups(db, always, 5));
  expect(await tablet.store.readTotals(tablet.children[0])).toMatchObject({ sessions: 2 });
});

test('a page that is killed between two steps goes on from what it had kept', async () => {
  const tablet = await openTablet('killed');
  const { use } = connect(tablet.indexedDB, name);
  for (const killedAt of [1, 3, 9, 14]) {
    let steps = 0;
    const die = async () => {
      if (steps++ === killedAt) throw new Error('killed');
      return true;
    };
    await use((db) => rebuildRollups(db, die, 4)).catch(() => {});
  }
  await use((db) => rebuildRollups(db, always, 4));
  expect(await readShown(tablet.indexedDB)).toEqual(await makeWhole(tablet.indexedDB));
});

test('two pages that make them at once come to the same', async () => {
  const tablet = await openTablet('two');
  const [one, two] = [connect(tablet.indexedDB, name), connect(tablet.indexedDB, name)];
  await one.use(forgetStaged);
  await Promise.all([one, two].map(({ use }) => use((db) => rebuildRollups(db, always, 3))));
  expect(await readShown(tablet.indexedDB)).toEqual(await makeWhole(tablet.indexedDB));
});

test('events that come from another tablet, or are erased, on the way have it begin anew', async () => {
  const [home, away] = [await openTablet('home'), await openTablet('away')];
  const { use } = connect(home.indexedDB, name);
  let steps = 0;
  await use((db) => rebuildRollups(db, async () => steps++ < 6, 8));
  await plant(home.indexedDB, name, 'events', (await dump(away.indexedDB, name)).events);
  expect(await use((db) => rebuildRollups(db, always, 8))).toBe(true);
  expect(await readShown(home.indexedDB)).toEqual(await makeWhole(home.indexedDB));
});

test('other rules of the same shape: the store opens at once with the old figures, and tells when the new ones are there', async () => {
  const tablet = await openTablet('rules');
  await tablet.store.rebuild();
  tablet.store.close();
  await withRaw(tablet.indexedDB, name, async (db) => {
    const transaction = db.transaction(['meta', 'rollups'], 'readwrite');
    const rules = '7, trial 0';
    transaction.objectStore('meta').put(rules, 'rollups');
    transaction.objectStore('rollups').put({ key: `totals/${tablet.children[0]}`, totals: { sessions: 77 } });
  });
  const { store } = await openStore({ indexedDB: tablet.indexedDB, name, ...createPretendDevice('again'), patienceMs: 0 });
  if (!store) throw new Error('no store');
  expect(store.overview.isCurrent).toBe(false);
  expect(await store.readTotals(tablet.children[0])).toMatchObject({ sessions: 77 });
  await new Promise<void>((resolve) => store.overview.subscribe(() => resolve()));
  expect(store.overview.isCurrent).toBe(true);
  expect(await store.readTotals(tablet.children[0])).toMatchObject({ sessions: 2 });
  store.close();
});

test('roll-ups of another shape are never shown: they are made before the store is open', async () => {
  const tablet = await openTablet('shape');
  tablet.store.close();
  await withRaw(tablet.indexedDB, name, async (db) => {
    const transaction = db.transaction(['meta', 'rollups'], 'readwrite');
    transaction.objectStore('meta').put('6, trial 1', 'rollups');
    transaction.objectStore('rollups').put({ key: `totals/${tablet.children[0]}`, totals: { sum: 'of another world' } });
  });
  const { store } = await openStore({ indexedDB: tablet.indexedDB, name, ...createPretendDevice('again'), patienceMs: 0 });
  expect(await store?.readTotals(tablet.children[0])).toMatchObject({ sessions: 2 });
  store?.close();
});

test('while a child plays nothing is made in the background', async () => {
  const tablet = await openTablet('busy');
  const { connection } = connect(tablet.indexedDB, name);
  await withRaw(tablet.indexedDB, name, async (db) => void db.transaction('meta', 'readwrite').objectStore('meta').put('7, trial 0', 'rollups'));
  let plays = true;
  const rebuilding = createRebuilding(connection, noSeals, () => plays);
  await rebuilding.catchUp(300);
  expect(rebuilding.overview.isCurrent).toBe(false);
  expect((await dump(tablet.indexedDB, name)).rollups.filter((one) => (one as { key: string }).key.startsWith('next'))).toEqual([]);
  plays = false;
  await new Promise<void>((resolve) => rebuilding.overview.subscribe(() => resolve()));
  expect(await readShown(tablet.indexedDB)).toEqual(await makeWhole(tablet.indexedDB));
});
