import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openStore, type StoreOptions } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { createPretendDevice, playHistory, toRecords, toTrial } from './history';
import { dump, plant } from './raw';

const name = 'bay';

async function open(indexedDB: globalThis.IDBFactory, options: Partial<StoreOptions> = {}, seed = 'tablet'): Promise<Store> {
  const opened = await openStore({ indexedDB, name, ...createPretendDevice(seed), ...options });
  if (!opened.store) throw new Error(opened.problem);
  return opened.store;
}

const ids = createPretendDevice('ids');

test('a trial is there after reopening, with its frames', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const plot = {
    session: ids.newId(),
    child: ids.newId(),
    sets: [{ set: ids.newId(), level: '01-calm', outcomes: ['success', 'miss'] as const }],
    ended: null,
  };
  const records = toRecords(plot);
  for (const record of records) expect(await store.save(record)).toEqual({ saved: true });
  store.close();

  const again = await open(indexedDB);
  expect(again.device).toBe(store.device);
  const [set] = await again.readSets(plot.session);
  const trials = records.filter((record) => record.kind === 'trial');
  expect(set?.trials).toEqual(trials.map((trial) => trial.result));
  const recording = await again.readRecording(set?.set ?? '');
  expect(recording).toEqual({ ...set?.head, frames: trials.flatMap((trial) => trial.part.frames), cuts: trials.flatMap((trial) => trial.part.cuts) });
});

test('sessions of one instant, as of two tablets, are never torn apart between two pages', async () => {
  const store = await open(new IDBFactory(), { now: () => ({ on: '2026-03-01', at: '2026-03-01T10:00:00.000Z' }) });
  const child = ids.newId();
  const sessions = [1, 2, 3].map(() => ids.newId());
  for (const session of sessions) {
    for (const record of toRecords({ session, child, sets: [{ set: ids.newId(), level: '01-calm', outcomes: ['success'] }], ended: null }))
      await store.save(record);
  }
  expect((await store.readSessions(child, 2)).map(({ session }) => session).sort()).toEqual([...sessions].sort());
});

test('a session reads as one summary: outcomes, time within trials, metrics in the order of the trials', async () => {
  const store = await open(new IDBFactory());
  const { children, sessions } = await playHistory(store, ids);
  const [newest, oldest] = await store.readSessions(children[0], 10);
  expect(newest?.session).toBe(sessions[1]);
  expect(newest?.ended).toBe('stopped');
  expect(oldest).toMatchObject({
    session: sessions[0],
    trials: 5,
    outcomes: { success: 2, assisted: 1, miss: 1, lost: 1 },
    activeMs: 5040,
    ended: 'finished',
  });
  expect(oldest?.parts.map((part) => [part.level, part.trials, part.values])).toEqual([
    ['01-calm', 3, { movementMs: [600, 600 + 1 / 3, 600 + 2 / 3], endErrorMm: [4.25] }],
    ['02-near', 2, { movementMs: [600], endErrorMm: [4.25] }],
  ]);
  expect(await store.readSessions(children[0], 1)).toEqual([newest]);
  expect(await store.readSessions(children[0], 5, newest?.at)).toEqual([oldest]);
  expect(await store.readSessionsBetween(children[0], '2026-03-01', '2026-03-02')).toEqual([oldest, newest]);
  expect(await store.readSessionsBetween(children[0], '2026-03-02', '2026-03-09')).toEqual([]);
  expect(await store.readSessionsBetween(children[0], '2026-02-01', '2026-03-01')).toEqual([]);
});

test('a session without a trial is kept but not counted', async () => {
  const store = await open(new IDBFactory());
  const { children, sessions } = await playHistory(store, ids);
  expect(await store.readTotals(children[0])).toEqual({
    sessions: 2,
    trials: 6,
    activeMs: 6040,
    firstOn: '2026-03-01',
    games: { fireflies: { sessions: 2, trials: 6 } },
  });
  expect(await store.readTotals(children[1])).toEqual({ sessions: 0, trials: 0, activeMs: 0, firstOn: null, games: {} });
  expect((await store.readSessions(children[1], 9)).map((summary) => [summary.session, summary.trials])).toEqual([[sessions[2], 0]]);
});

test("a plan's items keep their values, order and usual dose; a removed item is gone", async () => {
  const store = await open(new IDBFactory());
  const { children, item } = await playHistory(store, ids);
  const second = ids.newId();
  await store.editPlan(children[0], {
    [`items.${second}.game`]: 'fireflies',
    [`items.${second}.level`]: '03-far',
    [`items.${second}.order`]: -1,
    [`items.${second}.bounds.mode.allowed`]: 'touch,drag',
    [`items.${second}.dose.sets`]: 4,
  });
  const plan = await store.readPlan(children[0]);
  expect(plan).toMatchObject({ child: children[0], revision: 8, from: '2026-03-01', review: [] });
  expect(plan.items).toEqual([
    expect.objectContaining({
      id: second,
      level: '03-far',
      dose: { sets: 4, restS: 30, sessionsPerWeek: 3 },
      bounds: { mode: { allowed: ['touch', 'drag'] } },
    }),
    {
      id: item,
      game: 'fireflies',
      level: '01-calm',
      source: 'touch',
      side: 'either',
      dose: { sets: 2, restS: 30, sessionsPerWeek: 3 },
      params: { targetWidthMm: 60, distanceMm: 115 },
      bounds: { targetWidthMm: { min: 40, max: Number.POSITIVE_INFINITY } },
      adapt: { lead: 'fixed', target: 0.8, step: 0.03, axes: {}, carry: 0.01 },
      place: 'home',
      question: { kind: 'feedback', seed: 'asked', from: '2026-03-01' },
      tip: 'A towel under the elbow.',
    },
  ]);
  const change = { param: 'distanceMm', from: 110, to: 115 };
  expect(await store.readAdjustments(children[0])).toMatchObject([{ item, change, hits: 9, misses: 1, on: '2026-03-01' }]);
  await store.editPlan(children[0], { [`items.${second}.removed`]: true });
  expect((await store.readPlan(children[0])).items.map((each) => each.id)).toEqual([item]);
  expect(await store.readPlan(children[1])).toEqual({ child: children[1], revision: 0, from: null, items: [], review: [] });
});

test('the settings of the tablet are its own', async () => {
  const store = await open(new IDBFactory());
  expect(await store.readDevice()).toEqual({ pxPerMm: null, language: null });
  await playHistory(store, ids);
  expect(await store.readDevice()).toEqual({
    ...{ pxPerMm: 5.2, language: 'zh-CN', author: 'KM', place: 'home', showNames: false, pinPutOff: true },
    ...{ beatOffsetMsTouch: 84, beatSpreadMsTouch: 21, beatOffsetMsSwitch: 96, beatSpreadMsSwitch: 18 },
  });
});

test.each([
  ['touch.holdMs', 1501],
  ['touch.holdMs', -1],
  ['touch.palmMm', 14.9],
  ['reachMm', 601],
  ['weeklyGoal', 2.5],
  ['weeklyGoal', 15],
  ['play.volumes.voice', 1.01],
  ['name', 'x'.repeat(81)],
  ['touch.accept', 'both'],
  ['nickname', 'Bo'],
])('a profile refuses %s = %s and names the field', async (path, value) => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  await expect(store.editChild(ids.newId(), { [path]: value })).rejects.toThrow(new RegExp(`^this edit cannot be kept: .*${path}`));
  expect((await dump(indexedDB, name)).events).toEqual([]);
});

test.each([
  ['dose.sets', 11],
  ['dose.restS', 301],
  ['dose.sessionsPerWeek', 0],
  ['source', 'camera'],
  ['bounds.holdMs.allowed', 'a,,b'],
  ['params.holdMs', Number.NaN],
  ['colour', 'red'],
])('a plan refuses %s = %s and names the field', async (path, value) => {
  const store = await open(new IDBFactory());
  await expect(store.editPlan(ids.newId(), { [`items.${ids.newId()}.${path}`]: value })).rejects.toThrow(new RegExp(path));
});

test('a field at its limit is kept, and an edit of nothing writes nothing', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const child = ids.newId();
  expect(await store.editChild(child, {})).toEqual({ saved: true });
  expect((await dump(indexedDB, name)).events).toEqual([]);
  await store.editChild(child, { 'touch.holdMs': 1500, 'touch.palmMm': 15, weeklyGoal: 14, name: 'x'.repeat(80) });
  expect(await store.readChild(child)).toMatchObject({ touch: { holdMs: 1500, palmMm: 15 }, weeklyGoal: 14 });
});

test('a record handed over again after an unclear outcome is not counted twice', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const plot = {
    session: ids.newId(),
    child: ids.newId(),
    sets: [{ set: ids.newId(), level: '01-calm', outcomes: ['success', 'lost'] as const }],
    ended: 'cap' as const,
  };
  for (const record of toRecords(plot)) await store.save(record);
  const before = await dump(indexedDB, name);
  for (const record of toRecords(plot)) expect(await store.save(record)).toEqual({ saved: true });
  expect(await dump(indexedDB, name)).toEqual(before);
  expect(before.events).toHaveLength(5);
});

test('records keep their order and numbers although nobody waits for them', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const outcomes = ['success', 'miss', 'success', 'assisted'] as const;
  const plot = { session: ids.newId(), child: ids.newId(), sets: [{ set: ids.newId(), level: '01-calm', outcomes }], ended: 'finished' as const };
  await Promise.all(toRecords(plot).map((record) => store.save(record)));
  const events = (await dump(indexedDB, name)).events as { kind: string; n: number }[];
  expect(events.sort((a, b) => a.n - b.n).map((event) => `${event.n} ${event.kind}`)).toEqual([
    '1 session',
    '2 set',
    ...[3, 4, 5, 6].map((n) => `${n} trial`),
    '7 session-end',
  ]);
});

test('two tabs write one history without a number given twice', async () => {
  const indexedDB = new IDBFactory();
  const [one, two] = await Promise.all([open(indexedDB, {}, 'one'), open(indexedDB, {}, 'two')]);
  expect(two.device).toBe(one.device);
  const plots = [ids.newId(), ids.newId()].map((session) => ({
    session,
    child: ids.newId(),
    sets: [{ set: ids.newId(), level: '01-calm', outcomes: ['success', 'miss', 'lost'] as const }],
    ended: null,
  }));
  await Promise.all([one, two].flatMap((store, i) => (plots[i] ? toRecords(plots[i]).map((record) => store.save(record)) : [])));
  const events = (await dump(indexedDB, name)).events as { n: number }[];
  expect(events.map((event) => event.n).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect((await two.readTotals(plots[0]?.child ?? '')).trials).toBe(3);
});

test('a trial whose session is not known to the tablet still shows', async () => {
  const store = await open(new IDBFactory());
  const plot = { session: ids.newId(), child: ids.newId() };
  await store.save(toTrial(plot, ids.newId(), 0, 'success'));
  expect((await store.readSessions(plot.child, 5)).map((summary) => summary.trials)).toEqual([1]);
});

test('a result that is no number is kept and reported, not counted and not lost', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const plot = { session: ids.newId(), child: ids.newId() };
  const trial = toTrial(plot, ids.newId(), 0, 'success');
  expect(await store.save({ ...trial, result: { ...trial.result, metrics: { movementMs: Number.NaN } } })).toEqual({ saved: true });
  expect(await store.readTotals(plot.child)).toMatchObject({ trials: 0 });
  expect((await dump(indexedDB, name)).events).toHaveLength(1);
  expect(await store.readDamaged()).toEqual([
    expect.objectContaining({ kind: 'trial', problems: [expect.stringContaining('body.result.metrics.movementMs')] }),
  ]);
});

test('a recording reaches to its first damaged part', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const set = ids.newId();
  const plot = {
    session: ids.newId(),
    child: ids.newId(),
    sets: [{ set, level: '01-calm', outcomes: ['success', 'success', 'success'] as const }],
    ended: null,
  };
  for (const record of toRecords(plot)) await store.save(record);
  await plant(indexedDB, name, 'recordings', [{ set, trial: 1, format: 1, gzip: new Uint8Array([1, 2, 3]) }]);
  expect((await store.readRecording(set))?.frames).toEqual(toTrial(plot, set, 0, 'success').part.frames);
  expect(await store.readDamaged()).toEqual([{ id: `${set}/1`, kind: 'recording', problems: [expect.stringMatching(/^gzip: /)] }]);
  expect(await store.readRecording(ids.newId())).toBeNull();
});

test('a recording reaches to its first missing part', async () => {
  const indexedDB = new IDBFactory();
  const store = await open(indexedDB);
  const set = ids.newId();
  const plot = { session: ids.newId(), child: ids.newId(), sets: [{ set, level: '01-calm', outcomes: [] }], ended: null };
  for (const record of toRecords(plot)) await store.save(record);
  expect(await store.readRecording(set)).toBeNull();
  for (const i of [0, 2]) await store.save(toTrial(plot, set, i, 'success'));
  expect((await store.readRecording(set))?.frames).toEqual(toTrial(plot, set, 0, 'success').part.frames);
});

test('storage is described where the browser tells, and asked for once wanted', async () => {
  const told = { persisted: async () => true, estimate: async () => ({ usage: 10, quota: 100 }), persist: async () => true };
  const store = await open(new IDBFactory(), {
    storage: { ...told, getDirectory: () => Promise.reject(new Error('none')) } as unknown as StorageManager,
  });
  expect(await store.readState()).toEqual({ persisted: true, usedBytes: 10, quotaBytes: 100 });
  expect(await store.persist()).toBe(true);
  const silent = await open(new IDBFactory());
  expect(await silent.readState()).toEqual({ persisted: null, usedBytes: null, quotaBytes: null });
  expect(await silent.persist()).toBe(false);
});
