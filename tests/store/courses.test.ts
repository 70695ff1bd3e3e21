import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../src/core/dates';
import { reachDrill } from '../../src/drills/reach/drill';
import { toHeadlines } from '../../src/report/headlines';
import { openStore } from '../../src/store/open';
import { rollupRules } from '../../src/store/rollups';
import { createPretendDevice, toTrial } from './history';
import { withRaw } from './raw';

const name = 'bay';

it('the headlines of a list of courses are those of all courses, at any moment, and of one list that is not whole too', async () => {
  const played = fc.record({ level: fc.constantFrom('warm-up', '01-calm', '02-near', '03-wide'), day: fc.nat(30), seen: fc.boolean() });
  const property = fc.asyncProperty(fc.array(played, { minLength: 1, maxLength: 14 }), fc.nat(31), async (sessions, since) => {
    const indexedDB = new IDBFactory();
    const device = createPretendDevice('courses');
    let on = '2026-03-01';
    const { store } = await openStore({ indexedDB, name, ...device, now: () => ({ ...device.now(), on }) });
    if (!store) throw new Error('no store');
    const child = device.newId();
    for (const { level, day, seen } of sessions) {
      on = addDays('2026-03-01', day);
      const plot = { session: device.newId(), child };
      await store.save({ kind: 'session', ...plot });
      for (let i = 0; i < 2; i++) await store.save(toTrial(plot, device.newId(), i, seen ? 'success' : 'lost', level));
    }
    const from = addDays('2026-03-01', since);
    const setRules = (rules: string) =>
      withRaw(indexedDB, name, async (db) => void db.transaction('meta', 'readwrite').objectStore('meta').put(rules, 'rollups'));
    const listed = await store.readCourses(child, from);
    await setRules('7, trial 0');
    const all = await store.readCourses(child, from);
    await setRules(rollupRules);
    const read = (courses: typeof all) => toHeadlines(courses, () => reachDrill.metrics, from);
    expect(read(listed)).toEqual(read(all));
    expect(listed.length).toBe(all.length);
    store.close();
  });
  await fc.assert(property, { numRuns: 40, seed: 8 });
});

it('after years of levels only the newest are read whole', async () => {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice('years');
  let on = '2026-03-01';
  const { store } = await openStore({ indexedDB, name, ...device, now: () => ({ ...device.now(), on }) });
  if (!store) throw new Error('no store');
  const child = device.newId();
  for (let i = 0; i < 12; i++) {
    on = addDays('2026-03-01', i);
    await store.save(toTrial({ session: device.newId(), child }, device.newId(), 0, 'success', `level-${i}`));
  }
  const courses = await store.readCourses(child, '2026-03-10');
  expect(courses).toHaveLength(12);
  const isWhole = (one: (typeof courses)[number]) => Object.values(one.metrics).some(({ first }) => first.length > 0);
  expect(courses.filter(isWhole).map(({ level }) => level)).toEqual(['level-11']);
  expect(courses.every(({ metrics }) => 'movementMs' in metrics)).toBe(true);
  expect((await store.readCourses(child, '2026-03-13')).filter(isWhole)).toEqual([]);
  store.close();
});
