import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open';
import { createPretendDevice, playHistory } from './history';
import { dump, plant } from './raw';

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

test('a history without damage reports none, however long', async () => {
  const { indexedDB, store, device, trial } = await openPlayed();
  expect(await store.readDamaged()).toEqual([]);
  const many = Array.from({ length: 1100 }, (_, i) => ({ ...trial, id: device.newId(), n: 1000 + i }));
  const bad = { ...trial, id: 'ffffffff-ffff-4fff-bfff-ffffffffffff', format: 'x' };
  await plant(indexedDB, name, 'events', [...many, bad]);
  const again = await openStore({ indexedDB, name, ...device });
  expect((await again.store?.readDamaged())?.map((event) => event.id)).toEqual([bad.id]);
});
