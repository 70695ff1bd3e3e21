import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionRecord } from '../../src/session/types';
import { openStore } from '../../src/store/open';
import type { Fields } from '../../src/store/types';
import { createPretendDevice, playHistory, toRecords } from './history';
import { dump, plant } from './raw';

const name = 'bay';
const ids = createPretendDevice('ids');
const children = [ids.newId(), ids.newId()];
const items = [ids.newId(), ids.newId()];
const outcome = fc.constantFrom('success', 'assisted', 'miss', 'lost' as const);
const child = fc.constantFrom(...children);

const session = fc
  .record({
    child,
    sets: fc.array(fc.record({ level: fc.constantFrom('01-calm', '02-near'), outcomes: fc.array(outcome, { maxLength: 4 }) }), { maxLength: 3 }),
    ended: fc.constantFrom('finished', 'stopped', 'cap', null),
  })
  .map((plot) => toRecords({ ...plot, session: ids.newId(), sets: plot.sets.map((set) => ({ ...set, set: ids.newId() })) }));

const range: fc.Arbitrary<SessionRecord[]> = fc
  .record({ child, source: fc.constantFrom('pose', 'motion' as const), high: fc.integer({ min: 1, max: 9 }) })
  .map(({ child: whose, source, high }) => [{ kind: 'range', check: ids.newId(), child: whose, source, ranges: { rise: { low: 0, high } } }]);

const goal = fc.constantFrom(...items);
const check: fc.Arbitrary<SessionRecord[]> = fc
  .record({ child, goal, value: fc.integer({ min: -2, max: 2 }) })
  .map(({ child: whose, goal: one, value }) => [{ kind: 'goal-check', check: ids.newId(), child: whose, goal: one, measure: 'step', value }]);

type Step =
  | { readonly records: SessionRecord[] }
  | { readonly child: string; readonly profile: Fields }
  | { readonly child: string; readonly plan: Fields }
  | { readonly child: string; readonly goals: Fields }
  | { readonly child: string; readonly on: string; readonly rest: boolean }
  | { readonly child: string; readonly on: string; readonly reason: 'ill' | 'pain' | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  session.map((records) => ({ records })),
  range.map((records) => ({ records })),
  fc.record({
    child,
    profile: fc.record(
      {
        weeklyGoal: fc.option(fc.integer({ min: 1, max: 14 })),
        weeklyMinutes: fc.constantFrom(45, null),
        name: fc.constantFrom('Ada', 'Bo'),
        'grown.2026-02-23': fc.constant(true),
        'grown.2026-03-02': fc.constant(true),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ child, goal, words: fc.constantFrom('zip', 'spoon') }).map(({ child: whose, goal: one, words }) => ({
    child: whose,
    goals: { [`goals.${one}.words`]: words },
  })),
  check.map((records) => ({ records })),
  fc.record({ child, on: fc.constantFrom('2026-03-01', '2026-03-02'), rest: fc.boolean() }),
  fc.record({ child, on: fc.constantFrom('2026-03-01', '2026-03-02'), reason: fc.constantFrom('ill', 'pain', null) }),
  fc
    .record({ child, item: fc.constantFrom(...items), wide: fc.integer({ min: 20, max: 90 }), removed: fc.boolean() })
    .map(({ child: whose, item, wide, removed }) => ({
      child: whose,
      plan: { [`items.${item}.params.wide`]: wide, [`items.${item}.removed`]: removed },
    })),
);

test('roll-ups made anew from the events are those that grew with them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const indexedDB = new IDBFactory();
      const { store } = await openStore({ indexedDB, name, ...createPretendDevice('tablet') });
      if (!store) throw new Error('no store');
      for (const each of steps) {
        if ('records' in each) for (const record of each.records) await store.save(record);
        else if ('profile' in each) await store.editChild(each.child, each.profile);
        else if ('plan' in each) await store.editPlan(each.child, each.plan);
        else if ('goals' in each) await store.editGoals(each.child, each.goals);
        else if ('rest' in each) await store.setRestDay(each.child, each.on, each.rest);
        else await store.setNotToday(each.child, each.on, each.reason);
      }
      const grown = (await dump(indexedDB, name)).rollups;
      await store.rebuild();
      expect((await dump(indexedDB, name)).rollups).toEqual(grown);
    }),
    { numRuns: 40 },
  );
  // Forty histories, each in a database of its own, take some seconds on a busy machine.
}, 30_000);

test('roll-ups made by other rules are made anew when the store opens', async () => {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice('tablet');
  const opened = await openStore({ indexedDB, name, ...device });
  if (!opened.store) throw new Error(opened.problem);
  const { children: played } = await playHistory(opened.store, device);
  opened.store.close();
  const { rollups } = await dump(indexedDB, name);
  const key = `totals/${played[0]}`;
  await plant(indexedDB, name, 'rollups', [{ key, totals: { sessions: 99, trials: 99, activeMs: 0, firstOn: null, games: {} } }]);
  const request = indexedDB.open(name);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const transaction = request.result.transaction('meta', 'readwrite');
  transaction.objectStore('meta').put('0', 'rollups');
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  request.result.close();

  const { store } = await openStore({ indexedDB, name, ...device });
  expect(await store?.readTotals(played[0])).toMatchObject({ sessions: 2, trials: 6 });
  expect((await dump(indexedDB, name)).rollups).toEqual(rollups);
});

test('weeks that were shown as reached stay, from roll-ups of before too; every page reads a profile without them', async () => {
  const indexedDB = new IDBFactory();
  const { store } = await openStore({ indexedDB, name, ...createPretendDevice('tablet') });
  if (!store) throw new Error('no store');
  const [who = ''] = children;
  await store.editChild(who, { name: 'Ada', 'grown.2026-03-02': true });
  const shown = (await dump(indexedDB, name)).rollups as { key: string; fold?: { live: object } }[];
  const child = shown.find(({ key }) => key === `child/${who}`);
  expect(Object.keys(child?.fold?.live ?? {})).toEqual(['name']);
  // As older rules had it: in the child's fold, and not in the family's log.
  const live = { ...child?.fold?.live, 'grown.2026-02-23': [{ id: ids.newId(), value: true }] };
  await plant(indexedDB, name, 'rollups', [
    { ...child, fold: { ...child?.fold, live } },
    { key: `family/${who}`, family: { goals: [], weeks: {}, firsts: {} } },
  ]);
  await store.editChild(who, { 'grown.2026-03-09': true });
  expect((await store.readFamilyDays(who)).grown).toEqual(['2026-02-23', '2026-03-09']);
  await store.rebuild();
  expect((await store.readFamilyDays(who)).grown).toEqual(['2026-03-02', '2026-03-09']);
  expect(await store.readChild(who)).toMatchObject({ name: 'Ada' });
});
