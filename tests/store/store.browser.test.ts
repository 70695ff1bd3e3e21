import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { createPretendDevice, playHistory, toFrames, toRecords, toTrial } from './history';
import { answer, dump, plant } from './raw';

const ids = createPretendDevice('ids');
const names: string[] = [];
const stores: Store[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  for (const name of names.splice(0)) await answer(indexedDB.deleteDatabase(name));
});

function newName(): string {
  names.push(`test ${ids.newId()}`);
  return names.at(-1) ?? '';
}

async function open(name: string, device = createPretendDevice(name)): Promise<Store> {
  const opened = await openStore({ indexedDB, name, ...device, storage: navigator.storage });
  if (!opened.store) throw new Error(opened.problem);
  stores.push(opened.store);
  return opened.store;
}

const outcomes = ['success', 'miss', 'assisted', 'lost'] as const;
const toPlot = () => ({
  session: ids.newId(),
  child: ids.newId(),
  sets: [{ set: ids.newId(), level: '01-calm', outcomes }],
  ended: 'finished' as const,
});

test('a trial is there after reopening, with the frames of the finger', async () => {
  const name = newName();
  const plot = toPlot();
  const store = await open(name);
  const records = toRecords(plot);
  for (const record of records) expect(await store.save(record)).toEqual({ saved: true });
  store.close();

  const again = await open(name);
  const [set] = await again.readSets(plot.session);
  const trials = records.filter((record) => record.kind === 'trial');
  expect(set?.trials).toEqual(trials.map((trial) => trial.result));
  expect((await again.readRecording(set?.set ?? ''))?.frames).toEqual(trials.flatMap((trial) => trial.part.frames));
  expect(await again.readTotals(plot.child)).toMatchObject({ sessions: 1, trials: 4 });
});

test('the whole history reads the same from roll-ups that grew and from those made anew', async () => {
  const name = newName();
  const device = createPretendDevice(name);
  const store = await open(name, device);
  const { children } = await playHistory(store, device);
  const { rollups } = await dump(indexedDB, name);
  const sessions = await store.readSessions(children[0], 10);
  expect(sessions.map((session) => session.trials)).toEqual([1, 5]);
  expect(await store.readSessions(children[0], 1, sessions[0]?.at)).toEqual([sessions[1]]);
  await store.rebuild();
  expect((await dump(indexedDB, name)).rollups).toEqual(rollups);
  expect(await store.readSessions(children[0], 10)).toEqual(sessions);
});

test('damaged and newer events are kept, skipped and reported, and the rest shows', async () => {
  const name = newName();
  const plot = toPlot();
  const store = await open(name);
  for (const record of toRecords(plot)) await store.save(record);
  const events = (await dump(indexedDB, name)).events as { kind: string }[];
  const trial = events.find((event) => event.kind === 'trial');
  const damaged = { ...trial, id: ids.newId(), body: { session: plot.session, set: 7 } };
  const newer = { ...trial, id: ids.newId(), format: 2, body: { session: plot.session, mood: 'glad' } };
  await plant(indexedDB, name, 'events', [damaged, newer]);
  store.close();

  const again = await open(name);
  expect((await again.readSets(plot.session))[0]?.trials).toHaveLength(4);
  const reported = await again.readDamaged();
  expect(reported.find((event) => event.id === damaged.id)?.problems.join()).toMatch(/body\.set: /);
  expect(reported.find((event) => event.id === newer.id)?.problems.join()).toMatch(/^format: 2 is newer than 1/);
  expect(reported).toHaveLength(2);
  await again.rebuild();
  expect(await again.readTotals(plot.child)).toMatchObject({ trials: 4 });
  expect((await dump(indexedDB, name)).events).toEqual(expect.arrayContaining([damaged, newer]));
});

test('two tabs write at once: one device, no number twice, every trial once', async () => {
  const name = newName();
  const [one, two] = await Promise.all([open(name), open(name)]);
  expect(two.device).toBe(one.device);
  const records = [toPlot(), toPlot()].map(toRecords);
  await Promise.all([one, two].flatMap((store, i) => (records[i] ?? []).map((record) => store.save(record))));
  // The same trials once more, from the other tab.
  await Promise.all([two, one].flatMap((store, i) => (records[i] ?? []).map((record) => store.save(record))));
  const events = (await dump(indexedDB, name)).events as { n: number }[];
  expect(events.map((event) => event.n).sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
  for (const [record] of records) expect(await one.readTotals(record?.child ?? '')).toMatchObject({ sessions: 1, trials: 4 });
});

test('a tablet without room keeps nothing of a trial, says "full", and keeps it once there is room', async () => {
  const name = newName();
  const plot = toPlot();
  const store = await open(name);
  for (const record of toRecords(plot)) await store.save(record);
  const before = await dump(indexedDB, name);
  const plain = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const trial = toTrial(plot, ids.newId(), 0, 'success');
  try {
    expect(await store.save(trial)).toMatchObject({ saved: false, problem: 'full' });
  } finally {
    IDBObjectStore.prototype.put = plain;
  }
  expect(await dump(indexedDB, name)).toEqual(before);
  expect(await store.save(trial)).toEqual({ saved: true });
  expect(await store.readTotals(plot.child)).toMatchObject({ trials: 5 });
});

test('a store gives way at once to a newer version in another tab, and leaves its database alone', async () => {
  const name = newName();
  const store = await open(name);
  const plot = toPlot();
  for (const record of toRecords(plot)) await store.save(record);
  (await answer(indexedDB.open(name, 2))).close();
  expect(await store.save(toTrial(plot, ids.newId(), 0, 'miss'))).toMatchObject({ saved: false, problem: 'newer' });
  expect(await openStore({ indexedDB, name, ...createPretendDevice(name) })).toEqual({ store: null, problem: 'newer' });
  expect((await dump(indexedDB, name)).events).toHaveLength(7);
});

test('a trial of one minute with ten fingers is kept whole', async () => {
  const name = newName();
  const plot = toPlot();
  const store = await open(name);
  for (const record of toRecords({ ...plot, sets: plot.sets.map((set) => ({ ...set, outcomes: [] })), ended: null })) await store.save(record);
  const trial = toTrial(plot, plot.sets[0]?.set ?? '', 0, 'success');
  const frames = toFrames(0, 60).map((frame) =>
    frame.kind === 'touch' ? { ...frame, contacts: Array.from({ length: 10 }, (_, id) => ({ id, x: id / 10, y: 0.5 })) } : frame,
  );
  expect(await store.save({ ...trial, part: { frames, cuts: [] } })).toEqual({ saved: true });
  expect((await store.readRecording(plot.sets[0]?.set ?? ''))?.frames).toEqual(frames);
});

test('the browser tells how storage stands', async () => {
  const state = await (await open(newName())).readState();
  expect(typeof state.persisted).toBe('boolean');
  expect(state.quotaBytes).toBeGreaterThan(0);
});
