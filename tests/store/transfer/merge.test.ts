import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventEnvelope } from '../../../src/store/formats/backup';
import { checkEvent } from '../../../src/store/formats/current';
import { readAllEvents, takeInEvents } from '../../../src/store/transfer/events';
import { createPretendDevice, toRecords } from '../history';
import { dump } from '../raw';
import { createRollups } from '../whole-rollups';
import { name, openTablet, type Tablet } from './tablet';

const ids = createPretendDevice('ids');
const children = [ids.newId(), ids.newId()];
const items = [ids.newId(), ids.newId()];
const devices = [ids.newId(), ids.newId(), ids.newId()];
const outcome = fc.constantFrom('success', 'assisted', 'miss', 'lost' as const);

/** What one device does next: an edit that has seen some of the edits so far, or a trial. */
const step = fc.record({
  device: fc.constantFrom(0, 1, 2),
  child: fc.constantFrom(...children),
  what: fc.constantFrom('plan', 'child', 'rest-day', 'trial', 'note'),
  item: fc.constantFrom(...items),
  value: fc.integer({ min: 20, max: 90 }),
  seen: fc.boolean(),
  outcome,
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The events of three devices that meet now and then; `at` rises with every event, whichever device makes it. */
function toHistory(steps: readonly Step[]): EventEnvelope[] {
  const made = createPretendDevice('history');
  const numbers = [0, 0, 0];
  const heads = new Map<string, string[]>();
  const sessions = new Map<string, string>();
  return steps.map((one, i) => {
    const { device, child, what, item, value } = one;
    const n = (numbers[device] ?? 0) + 1;
    numbers[device] = n;
    const of = { id: made.newId(), format: 1, device: devices[device] ?? '', n, child, ...made.now() };
    if (what === 'trial' || what === 'note') {
      const at = `${device} ${child}`;
      const session = sessions.get(at) ?? made.newId();
      sessions.set(at, session);
      if (what === 'note') return { ...of, kind: 'note', body: { session, words: `Word ${i}.` } };
      const result = { trial: i, side: null, outcome: one.outcome, help: 0, startMs: 0, endMs: 1000 + value, metrics: { movementMs: value } };
      const body = { session, set: session, game: 'fireflies', level: `0${value % 3}`, drill: 'reach', drillVersion: 1, source: 'touch', result };
      return { ...of, kind: 'trial', body };
    }
    const key = `${what} ${child}`;
    const known = heads.get(key) ?? [];
    const base = one.seen ? known : known.slice(0, -1);
    heads.set(key, [...known.slice(-2), of.id]);
    const fields =
      what === 'plan' ? { [`items.${item}.params.wide`]: value } : what === 'child' ? { weeklyGoal: 1 + (value % 7) } : { '2026-03-01': true };
    return { ...of, kind: what, base, body: { fields } };
  });
}

/** Roll-ups of events in an order, by their keys. */
function toRollups(events: readonly EventEnvelope[]) {
  const rollups = createRollups();
  for (const event of events) {
    const checked = checkEvent(event);
    if (!checked.ok) throw new Error(checked.problems.join('; '));
    rollups.add(checked.value);
  }
  return [...rollups.finish()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const byDevice = (order: readonly number[]) => (events: readonly EventEnvelope[]) =>
  order.flatMap((i) => events.filter(({ device }) => device === devices[i]).sort((a, b) => a.n - b.n));

test('two thousand histories of three devices come to the same figures, whichever device is read first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const history = toHistory(steps);
      const figures = toRollups(history);
      expect(toRollups(byDevice([0, 1, 2])(history))).toEqual(figures);
      expect(toRollups(byDevice([2, 0, 1])(history))).toEqual(figures);
    }),
    { numRuns: 2000 },
  );
});

async function give(from: Tablet, to: Tablet, size: number): Promise<void> {
  const events: EventEnvelope[] = [];
  for await (const event of await from.use(async (db) => readAllEvents(db, null, null))) events.push(event);
  for (let i = 0; i < events.length; i += size) await to.use((db) => takeInEvents(db, events.slice(i, i + size), new Set()));
  await to.store.rebuild();
}

test('tablets that give each other their events in any order, again and again, end with the same record', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 16 }),
      fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 2)), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (steps, meetings, size) => {
        const history = toHistory(steps);
        const tablets = [await openTablet('a'), await openTablet('b'), await openTablet('c')];
        for (const [i, tablet] of tablets.entries()) {
          const own = history.filter(({ device }) => device === devices[i]);
          await tablet.use((db) => takeInEvents(db, own, new Set()));
        }
        // Whoever met whom before, in the end each hears of all: in a ring, there and back.
        for (const [from, to] of [...meetings, [0, 1], [1, 2], [2, 1], [1, 0]]) {
          const [giver, taker] = [tablets[from ?? 0], tablets[to ?? 0]];
          if (giver && taker && giver !== taker) await give(giver, taker, size);
        }
        const records = await Promise.all(tablets.map((tablet) => dump(tablet.indexedDB, name)));
        expect(records[0]?.events.length).toBe(history.length);
        expect(records[1]).toEqual(records[0]);
        expect(records[2]).toEqual(records[0]);
      },
    ),
    { numRuns: 12 },
  );
}, 30_000);

test('a tablet that plays and changes plans after a merge has the figures that a rebuild gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      const tablet = await openTablet('a');
      await tablet.use((db) => takeInEvents(db, toHistory(steps), new Set()));
      await tablet.store.rebuild();
      const [child = ''] = children;
      const set = ids.newId();
      const plot = { session: ids.newId(), child, sets: [{ set, level: '01', outcomes: ['success', 'miss'] as const }], ended: 'finished' as const };
      for (const record of toRecords(plot)) await tablet.store.save(record);
      await tablet.store.editPlan(child, { [`items.${items[0]}.params.wide`]: 33 });
      await tablet.store.editChild(child, { weeklyGoal: 4 });
      const grown = (await dump(tablet.indexedDB, name)).rollups;
      await tablet.store.rebuild();
      expect((await dump(tablet.indexedDB, name)).rollups).toEqual(grown);
    }),
    { numRuns: 12 },
  );
}, 30_000);

test('a tab that is closed in the middle of a merge makes its figures anew when it opens', async () => {
  const tablet = await openTablet('a');
  const history = toHistory(fc.sample(step, { numRuns: 30, seed: 7 }));
  await tablet.use((db) => takeInEvents(db, history.slice(0, 20), new Set()));
  expect(await tablet.use((db) => db.get('meta', 'rollups'))).toBe('merging');
  tablet.store.close();
  const { openStore } = await import('../../../src/store/open');
  const { store } = await openStore({ indexedDB: tablet.indexedDB, name, ...tablet.device });
  const { rollups } = await dump(tablet.indexedDB, name);
  expect(rollups).toEqual(toRollups(history.slice(0, 20)));
  store?.close();
});
