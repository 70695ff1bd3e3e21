import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEdit, type Edit, emptyFold, foldEdits, resolveFold, type Safer } from '../../src/store/fold';
import { toPlan } from '../../src/store/plan';
import { foldProfile } from '../../src/store/profile';
import type { Fields } from '../../src/store/types';

const lower: Safer = (_path, a, b) => (typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : undefined);

function edit(id: string, device: string, n: number, base: readonly string[], fields: Fields): Edit {
  return { id, device, n, base, fields, on: `2026-03-${String(10 + (n % 10))}`, at: `2026-03-10T00:00:0${n % 10}.000Z` };
}

test('an edit that had seen another replaces its fields, even by a harder value and an earlier clock', () => {
  const edits = [edit('b', 'd2', 1, ['a'], { hold: 900 }), edit('a', 'd1', 7, [], { hold: 100, name: 'Ada' })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 900, name: 'Ada' }, review: [] });
});

test('edits that did not know of each other keep the safer value and ask for a look', () => {
  const edits = [edit('r', 'd1', 1, [], { hold: 500 }), edit('a', 'd1', 2, ['r'], { hold: 900 }), edit('b', 'd2', 1, ['r'], { hold: 300 })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 300 }, review: ['hold'] });
  expect(foldEdits(edits).heads).toEqual(['a', 'b']);
});

test('two devices that chose the same value need no look', () => {
  const edits = [edit('a', 'd1', 1, [], { hold: 300 }), edit('b', 'd2', 1, [], { hold: 300 })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 300 }, review: [] });
});

test('an edit that had seen both settles the matter', () => {
  const edits = [edit('a', 'd1', 1, [], { hold: 900 }), edit('b', 'd2', 1, [], { hold: 300 }), edit('c', 'd1', 2, ['a', 'b'], { hold: 700 })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 700 }, review: [] });
  expect(foldEdits(edits).heads).toEqual(['c']);
});

test('an edit in the middle that is damaged does not bring back what came before it', () => {
  const edits = [edit('a', 'd1', 1, [], { hold: 300 }), edit('c', 'd1', 3, ['b'], { hold: 700 })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 700 }, review: [] });
});

test('a tablet that was copied whole writes numbers twice; neither edit hides the other', () => {
  const edits = [edit('a', 'd1', 4, [], { hold: 900 }), edit('b', 'd1', 4, [], { hold: 300 }), edit('c', 'd1', 4, ['b'], { name: 'Ada' })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { hold: 300, name: 'Ada' }, review: ['hold'] });
  const twins = [edit('a', 'd1', 4, [], { hold: 900 }), edit('b', 'd1', 4, ['a'], { hold: 300 })];
  expect(resolveFold(foldEdits(twins), lower)).toEqual({ fields: { hold: 300 }, review: [] });
});

test('where safety does not tell, the greater id is kept whatever the clocks say', () => {
  const edits = [edit('b', 'd1', 1, [], { name: 'Bo' }), edit('a', 'd2', 9, [], { name: 'Ada' })];
  expect(resolveFold(foldEdits(edits), lower)).toEqual({ fields: { name: 'Bo' }, review: ['name'] });
});

test('years of edits in one chain are folded', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => edit(`e${i}`, 'd1', i + 1, i > 0 ? [`e${i - 1}`] : [], { hold: i }));
  expect(resolveFold(foldEdits(chain.reverse()), lower).fields).toEqual({ hold: 19_999 });
});

test('edits that name each other, which only damage can make, are folded the same in every order', () => {
  const ring = [edit('a', 'd1', 1, ['b'], { hold: 3 }), edit('b', 'd2', 1, ['c'], { hold: 4 }), edit('c', 'd3', 1, ['a'], { hold: 5 })];
  expect(foldEdits([...ring].reverse())).toEqual(foldEdits(ring));
});

/** Histories as devices make them: each edits what it has seen, and now and then takes in what another has. */
const histories = fc
  .array(
    fc.record({
      device: fc.integer({ min: 0, max: 2 }),
      meets: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 3 }),
      fields: fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y', null, true)), {
        minKeys: 1,
      }),
    }),
    { maxLength: 24 },
  )
  .map((steps) => {
    const known = [0, 1, 2].map(() => new Map<string, Edit>());
    steps.forEach(({ device, meets, fields }, i) => {
      const mine = known[device] ?? new Map<string, Edit>();
      if (meets !== null) for (const [id, other] of known[meets] ?? []) mine.set(id, other);
      // Ids in no order, as real ones are.
      const made = edit(`${(i * 7919) % 101}-${i}`, `d${device}`, i + 1, foldEdits(mine.values()).heads, fields);
      mine.set(made.id, made);
    });
    return known.map((each) => [...each.values()]);
  });

test('any order and any repetition of a history gives the same fold', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (devices, chance) => {
      const all = devices.flat();
      const expected = foldEdits(all);
      const keys = new Map(all.map((each) => [each, chance.next().value ?? 0]));
      const mixed = [...all, ...all.slice(0, all.length >> 1)].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      expect(foldEdits(mixed)).toEqual(expected);
      expect(foldEdits([...all].reverse())).toEqual(expected);
    }),
  );
});

test('two copies of a history merge the same from either side', () => {
  fc.assert(
    fc.property(histories, ([one = [], two = []]) => {
      expect(foldEdits([...one, ...two])).toEqual(foldEdits([...two, ...one]));
    }),
  );
});

test('an edit made on what is folded gives the fold of the whole, so that nobody reads the whole', () => {
  fc.assert(
    fc.property(histories, fc.dictionary(fc.constantFrom('p', 'q'), fc.integer()), (devices, fields) => {
      const all = [...new Map(devices.flat().map((each) => [each.id, each])).values()];
      const fold = foldEdits(all);
      const next = edit('next', 'd9', 1, fold.heads, fields);
      expect(appendEdit(fold, next)).toEqual(foldEdits([...all, next]));
      expect(appendEdit(emptyFold, { ...next, base: [] })).toEqual(foldEdits([{ ...next, base: [] }]));
    }),
  );
});

test('the fold is what the rules say: no kept value was seen by a later edit of its field, and every other one was', () => {
  fc.assert(
    fc.property(histories, (devices) => {
      const byId = new Map(devices.flat().map((each) => [each.id, each]));
      const sees = (later: Edit, id: string): boolean => later.base.some((each) => each === id || sees(byId.get(each) ?? later, id));
      const fold = foldEdits(byId.values());
      for (const path of ['p', 'q', 'r']) {
        const writers = [...byId.values()].filter((each) => path in each.fields);
        const kept = writers.filter((each) => !writers.some((other) => sees(other, each.id)));
        expect((fold.live[path] ?? []).map((each) => each.id)).toEqual(kept.map((each) => each.id).sort());
      }
    }),
    { numRuns: 50 },
  );
});

const apart = (path: string, a: Fields[string], b: Fields[string]) => [edit('a', 'd1', 1, [], { [path]: a }), edit('b', 'd2', 1, [], { [path]: b })];

test.each([
  ['touch.holdMs', 300, 900, 300],
  ['touch.mergeMs', 50, 120, 120],
  ['reachMm', 200, 150, 150],
  ['reachMm', 200, null, 200],
  ['weeklyGoal', 5, 3, 3],
  ['weeklyGoal', 5, null, undefined],
  ['play.volumes.music', 0.2, 0.9, 0.2],
  ['play.reducedMotion', true, false, true],
  ['play.simplePicture', false, true, true],
])('a profile changed apart keeps the %s that asks less of the child (%s or %s: %s)', (path, a, b, kept) => {
  for (const edits of [apart(path, a, b), apart(path, b, a)])
    expect(foldProfile(foldEdits(edits))).toEqual({ fields: kept === undefined ? {} : { [path]: kept }, review: [path] });
});

const number = { kind: 'number', min: 0, max: 100, step: 1, unit: 'mm', label: 'x' } as const;
const params = {
  far: { ...number, harder: 'up' },
  wide: { ...number, harder: 'down' },
  count: { ...number, harder: 'neither' },
  mode: { kind: 'choice', choices: ['touch', 'drag', 'catch'], label: 'x' },
} as const;

test.each([
  ['dose.sets', 3, 5, { dose: { sets: 3, restS: 30, sessionsPerWeek: 3 } }],
  ['dose.restS', 10, 60, { dose: { sets: 2, restS: 60, sessionsPerWeek: 3 } }],
  ['level', '02-near', '07-far', { level: '02-near' }],
  ['params.far', 80, 40, { params: { far: 40 } }],
  ['params.wide', 80, 40, { params: { wide: 80 } }],
  ['params.mode', 'catch', 'drag', { params: { mode: 'drag' } }],
  ['bounds.far.max', 90, 70, { bounds: { far: { min: Number.NEGATIVE_INFINITY, max: 70 } } }],
  ['bounds.far.max', 90, null, { bounds: { far: { min: Number.NEGATIVE_INFINITY, max: 90 } } }],
  ['bounds.far.min', 30, null, { bounds: {} }],
  ['bounds.wide.min', 30, 20, { bounds: { wide: { min: 30, max: Number.POSITIVE_INFINITY } } }],
  ['bounds.wide.min', 30, null, { bounds: { wide: { min: 30, max: Number.POSITIVE_INFINITY } } }],
  ['bounds.mode.allowed', 'touch,catch', 'touch,drag', { bounds: { mode: { allowed: ['touch', 'drag'] } } }],
  ['bounds.mode.allowed', 'touch,drag', null, { bounds: { mode: { allowed: ['touch', 'drag'] } } }],
])('a plan changed apart keeps the %s that asks less of the child (%s or %s)', (path, a, b, kept) => {
  const made = edit('0', 'd1', 0, [], { 'items.i.game': 'fireflies', 'items.i.level': '01-calm' });
  for (const edits of [apart(`items.i.${path}`, a, b), apart(`items.i.${path}`, b, a)]) {
    const plan = toPlan('child', foldEdits([made, ...edits.map((each) => ({ ...each, base: ['0'] }))]), (game) =>
      game === 'fireflies' ? params : undefined,
    );
    expect(plan.items[0]).toMatchObject(kept);
    expect(plan.review).toEqual([`items.i.${path}`]);
  }
});

test('an item that one device took out and another kept is out until somebody looks', () => {
  const made = edit('0', 'd1', 0, [], { 'items.i.game': 'fireflies', 'items.i.level': '01-calm' });
  const fold = foldEdits([made, ...apart('items.i.removed', true, false).map((each) => ({ ...each, base: ['0'] }))]);
  expect(toPlan('child', fold, () => undefined)).toMatchObject({ items: [], review: ['items.i.removed'] });
});
