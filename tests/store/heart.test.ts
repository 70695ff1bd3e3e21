import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { foldEdits } from '../../src/store/fold';
import { checkEvent } from '../../src/store/formats/current';
import { openStore } from '../../src/store/open';
import { toProfile } from '../../src/store/profile';
import type { Fields, Store } from '../../src/store/types';
import { createPretendDevice, toHead, toTrial } from './history';
import { dump } from './raw';

const ids = createPretendDevice('hearts');

async function open(indexedDB = new IDBFactory()): Promise<Store> {
  const opened = await openStore({ indexedDB, name: 'bay', ...createPretendDevice('tablet') });
  if (!opened.store) throw new Error(opened.problem);
  return opened.store;
}

/** A set of two trials; a strap tells in the first one only. */
async function keepSet(store: Store) {
  const [session, child, set] = [ids.newId(), ids.newId(), ids.newId()];
  await store.save({ kind: 'session', session, child });
  await store.save({ kind: 'set', session, child, set, item: 'item-1', level: '01-calm', source: 'touch', head: toHead(2) });
  for (const i of [0, 1]) {
    const trial = toTrial({ session, child }, set, i, 'success');
    const heart = [90, 96, 103].map((beatsPerMin, k) => ({
      kind: 'heart' as const,
      capturedMs: 200 + 1000 * k,
      deliveredMs: 210 + 1000 * k,
      beatsPerMin,
    }));
    const frames = [...trial.part.frames, ...(i === 0 ? heart : [])].sort((a, b) => a.deliveredMs - b.deliveredMs);
    expect(await store.save({ ...trial, part: { ...trial.part, frames } })).toEqual({ saved: true });
  }
  return { session, child, set };
}

test('what a strap told is kept with its trial, and read without the recording', async () => {
  const store = await open();
  const { session } = await keepSet(store);
  const [set] = await store.readSets(session);
  expect(set?.heart).toEqual([
    [200, 90],
    [1200, 96],
    [2200, 103],
  ]);
  expect(set?.trials).toHaveLength(2);
  expect(await store.readDamaged()).toEqual([]);
});

test('a trial without a strap says nothing of one', async () => {
  const indexedDB = new IDBFactory();
  await keepSet(await open(indexedDB));
  const trials = (await dump(indexedDB, 'bay')).events.filter((event) => (event as { kind: string }).kind === 'trial') as { body: object }[];
  expect(trials.map(({ body }) => 'heart' in body).sort()).toEqual([false, true]);
});

test.each([
  ['no reading', []],
  ['a rate below 0', [[0, -1]]],
  ['a rate that no heart has', [[0, 401]]],
  ['a time before the set', [[-1, 90]]],
  ['half a reading', [[5]]],
])('a trial whose strap told %s is damaged', async (_, heart) => {
  const indexedDB = new IDBFactory();
  await keepSet(await open(indexedDB));
  const trial = (await dump(indexedDB, 'bay')).events.find((event) => (event as { kind: string }).kind === 'trial') as { body: object };
  expect(checkEvent(trial).ok).toBe(true);
  expect(checkEvent({ ...trial, body: { ...trial.body, heart } }).ok).toBe(false);
});

test('the rates at rest and at most are kept, and taken away again; none is assumed', async () => {
  const store = await open();
  const child = ids.newId();
  await store.editChild(child, { picture: 'whale' });
  expect((await store.readChild(child))?.heart).toEqual({ restBpm: null, maxBpm: null });
  await store.editChild(child, { 'heart.restBpm': 78, 'heart.maxBpm': 191 });
  expect((await store.readChild(child))?.heart).toEqual({ restBpm: 78, maxBpm: 191 });
  await store.editChild(child, { 'heart.maxBpm': null });
  expect((await store.readChild(child))?.heart).toEqual({ restBpm: 78, maxBpm: null });
});

test.each([
  ['heart.restBpm', 29, false],
  ['heart.restBpm', 30, true],
  ['heart.restBpm', 150, true],
  ['heart.restBpm', 151, false],
  ['heart.restBpm', 72.5, false],
  ['heart.maxBpm', 99, false],
  ['heart.maxBpm', 100, true],
  ['heart.maxBpm', 240, true],
  ['heart.maxBpm', 241, false],
] as const)('%s of %f is taken: %s', async (field, value, taken) => {
  const saving = (await open()).editChild(ids.newId(), { [field]: value });
  if (taken) expect(await saving).toEqual({ saved: true });
  else await expect(saving).rejects.toThrow(RangeError);
});

test('where two tablets set different rates the one stays that calls for rest sooner', () => {
  const edit = (id: string, device: string, fields: Fields) => ({
    id,
    device,
    n: 1,
    base: [],
    fields,
    on: '2026-03-10',
    at: '2026-03-10T00:00:00.000Z',
  });
  const both = [edit('a', 'd1', { 'heart.restBpm': 70, 'heart.maxBpm': 195 }), edit('b', 'd2', { 'heart.restBpm': 84, 'heart.maxBpm': 180 })];
  for (const edits of [both, both.toReversed()]) expect(toProfile('c', foldEdits(edits)).heart).toEqual({ restBpm: 70, maxBpm: 180 });
});
