import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { noSafety, toOwnRule } from '../../src/plan/safety/child-safety';
import { safetyRuleIds, safetyRules } from '../../src/plan/safety/rules';
import { foldEdits } from '../../src/store/fold';
import { checkEvent } from '../../src/store/formats/current';
import { openStore } from '../../src/store/open';
import { toProfile } from '../../src/store/profile';
import type { Fields, Store } from '../../src/store/types';
import { createPretendDevice } from '../store/history';

const ids = createPretendDevice('safety');

async function open(): Promise<Store> {
  const opened = await openStore({ indexedDB: new IDBFactory(), name: 'bay', ...createPretendDevice('tablet') });
  if (!opened.store) throw new Error(opened.problem);
  return opened.store;
}

/** What two devices made of the same child's safety without seeing each other, in both orders. */
function meet(one: Fields, other: Fields) {
  const edit = (id: string, device: string, fields: Fields) => ({
    id,
    device,
    n: 1,
    on: '2026-03-01',
    at: '2026-03-01T00:00:00.000Z',
    base: [],
    fields,
  });
  const both = [
    [edit('a', 'd1', one), edit('b', 'd2', other)],
    [edit('a', 'd1', other), edit('b', 'd2', one)],
  ].map((edits) => toProfile('child', foldEdits(edits)).safety);
  expect(both[0]).toEqual(both[1]);
  return both[0] ?? noSafety;
}

describe('two devices that edit a child at once keep the safer value', () => {
  test.each(safetyRuleIds)('of the rule %s', (rule) => {
    const { min, max, usual, stricter } = safetyRules[rule];
    const path = `safety.rules.${rule}`;
    expect(toOwnRule(rule, meet({ [path]: min }, { [path]: max }))).toBe(stricter === 'up' ? max : min);
    expect(toOwnRule(rule, meet({ [path]: stricter === 'up' ? min : max }, { [path]: null }))).toBe(usual);
  });

  test('of locks, water and usual pain', () => {
    expect(meet({ 'safety.locks.flexion': true }, { 'safety.locks.flexion': false }).locks.flexion).toBe(true);
    expect(meet({ 'safety.locks.flexion': true }, { 'safety.locks.flexion': null }).locks.flexion).toBe(true);
    expect(meet({ 'safety.water': true }, { 'safety.water': false }).water).toBe(false);
    expect(meet({ 'safety.usualPain': 4 }, { 'safety.usualPain': null }).usualPain).toBe(0);
  });

  test('of an operation: the later day, the whole body, and locked', () => {
    const one = { 'safety.surgery.on': '2026-01-10', 'safety.surgery.part': 'legs', 'safety.surgery.unlocked': '2026-01-10' };
    const other = { 'safety.surgery.on': '2026-02-01', 'safety.surgery.part': 'arms', 'safety.surgery.unlocked': null };
    expect(meet(one, other).surgery).toEqual({ on: '2026-02-01', part: 'all', unlocked: null });
    expect(meet({ 'safety.toxin.on': '2026-02-01' }, { 'safety.toxin.on': null }).toxin.on).toBe('2026-02-01');
  });
});

test.each([
  ['safety.rules.painFace', 8],
  ['safety.rules.seizureRestH', 0],
  ['safety.rules.surgeryLockD', 41],
  ['safety.rules.sessionMin', 31],
  ['safety.rules.constructor', 1],
  ['safety.locks.everything', true],
  ['safety.surgery.on', '2026-02-30'],
  ['safety.surgery.part', 'nose'],
  ['safety.usualPain', 10],
])('%s of %j is past a hard limit, or unknown, and refused', async (path, value) => {
  const store = await open();
  await expect(store.editChild(ids.newId(), { [path]: value })).rejects.toThrow(RangeError);
});

describe('what was said of a child', () => {
  const answers = { lines: { prepared: true }, pain: 0, painAt: null, seizure: 'none', adult: null } as const;
  const ready = { answers, outcome: 'play', because: [], changed: [], tookMs: 8000 } as const;
  const incident = { what: 'fall', day: '2026-03-01', time: '', when: 'during', happened: '', done: '' } as const;

  test('is read with one look, and the same after all is made anew', async () => {
    const store = await open();
    const [child, session] = [ids.newId(), ids.newId()];
    await store.save({ kind: 'check', check: ids.newId(), session, child, ready });
    for (const pain of [4, 0] as const) {
      await store.save({ kind: 'feeling', word: ids.newId(), session, child, feeling: { pain, painAt: null, fun: 'good' } });
    }
    await store.save({ kind: 'incident', note: ids.newId(), session: null, child, incident });
    const log = await store.readSafetyLog(child);
    expect(log).toMatchObject({ checks: [{ session, tookMs: 8000 }], feelings: [{ pain: 0 }], incidents: [{ session: null, what: 'fall' }] });
    await store.rebuild();
    expect(await store.readSafetyLog(child)).toEqual(log);
    expect(await store.readSessions(child, 9)).toEqual([]);
    expect(await store.readDamaged()).toEqual([]);
  });

  test('of another child is not read', async () => {
    const store = await open();
    await store.save({ kind: 'check', check: ids.newId(), session: ids.newId(), child: ids.newId(), ready });
    expect(await store.readSafetyLog(ids.newId())).toMatchObject({ checks: [], feelings: [], incidents: [] });
  });

  test.each([
    ['a pain between two faces', { ...ready, answers: { ...answers, pain: 3 } }],
    ['a line that is not known', { ...ready, answers: { ...answers, lines: { breakfast: true } } }],
    ['a reason that is not known', { ...ready, because: ['mood'] }],
    ['an end that is not known', { ...ready, outcome: 'maybe' }],
  ])('with %s is damaged', (_what, body) => {
    const event = {
      id: ids.newId(),
      kind: 'check',
      format: 1,
      device: ids.newId(),
      n: 1,
      child: ids.newId(),
      on: '2026-03-01',
      at: '2026-03-01T00:00:00.000Z',
    };
    const session = ids.newId();
    expect(checkEvent({ ...event, body: { session, ...ready } }).ok).toBe(true);
    expect(checkEvent({ ...event, body: { session, ...body } }).ok).toBe(false);
  });

  test('in ten thousand letters, in any script, is refused or kept as it is', async () => {
    const store = await open();
    const child = ids.newId();
    const happened = '<b>مرحبا</b> 𝒴 🦀 \u202Eabc';
    await store.save({ kind: 'incident', note: ids.newId(), session: null, child, incident: { ...incident, happened } });
    await store.save({ kind: 'incident', note: ids.newId(), session: null, child, incident: { ...incident, happened: 'a'.repeat(10_000) } });
    expect((await store.readSafetyLog(child)).incidents.map((one) => one.happened)).toEqual([happened]);
  });
});
