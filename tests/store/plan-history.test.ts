import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { toSaferClinic } from '../../src/store/clinic-fields';
import type { PlanEdit } from '../../src/store/formats/plan';
import { openStore } from '../../src/store/open';
import { emptyPlanLog, keptRevisions, logPlan, type PlanLog, toHistory } from '../../src/store/plan-log';
import { createPretendDevice, playHistory } from './history';

const ids = createPretendDevice('revisions');
const tablet = ids.newId();

/** The edit of minute `n` of a day. */
function toEdit(n: number, fields: PlanEdit['body']['fields']): PlanEdit {
  const at = `2026-03-01T${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00.000Z`;
  return { id: ids.newId(), kind: 'plan', format: 1, device: tablet, n, child: tablet, on: '2026-03-01', at, base: [], body: { fields } };
}

const log = (edits: readonly PlanEdit[]) => edits.reduce<PlanLog>(logPlan, emptyPlanLog);

test('a change is told with its author; initials are no value of the plan', () => {
  const [revision] = log([toEdit(1, { 'items.a.level': '01-calm', author: 'KM' })]).revisions;
  expect(revision).toMatchObject({ by: 'hand', author: 'KM', fields: { 'items.a.level': '01-calm' } });
  expect(log([toEdit(1, { 'items.a.level': '01-calm' })]).revisions[0]?.author).toBeNull();
});

test('the newest 200 changes are at hand; what older ones came to is not lost, in whatever order they are learned of', () => {
  const edits = Array.from({ length: keptRevisions + 2 }, (_, n) => toEdit(n + 1, { 'items.a.order': n + 1, [`items.b.params.p${n}`]: n }));
  const inOrder = toHistory(log(edits), {});
  expect(inOrder.revisions).toHaveLength(keptRevisions);
  expect(inOrder.before).toEqual({ 'items.a.order': 2, 'items.b.params.p0': 0, 'items.b.params.p1': 1 });
  expect(toHistory(log([...edits].reverse()), {})).toEqual(inOrder);
  expect(toHistory(log(edits.slice(0, keptRevisions)), {}).before).toEqual({});
});

test('a change by play names the loop that made it, and the plan is read as it is now', async () => {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice('tablet');
  const opened = await openStore({ indexedDB, name: 'bay', ...device });
  if (!opened.store) throw new Error(opened.problem);
  const { children, item } = await playHistory(opened.store, device);
  const grown = await opened.store.readPlanHistory(children[0]);
  expect(grown.revisions.map(({ by }) => by)).toEqual(['hand', 'hand', 'success', 'hand', 'hand', 'hand']);
  expect(grown.revisions.every((one) => one.device === opened.store?.device)).toBe(true);
  expect(grown.now).toMatchObject({ [`items.${item}.params.distanceMm`]: 115, [`items.${item}.place`]: 'home' });
  await opened.store.rebuild();
  expect(await opened.store.readPlanHistory(children[0])).toEqual(grown);
  expect((await opened.store.readPlanHistory(children[1])).revisions).toEqual([]);
});

test.each([
  ['gmfcs', 'II', 'IV', 'IV'],
  ['support', 'none', 'pelvis', 'pelvis'],
  ['fms50', 5, 2, 2],
  ['epilepsy', false, true, true],
  ['epilepsy', null, false, false],
  ['posture', 'standing', 'sitting', 'sitting'],
  ['fieldLoss', 'none', 'left', 'left'],
  ['fieldLoss', 'right', 'left', undefined],
] as const)('of %s said apart as %s and %s the safer word is kept', (name, a, b, kept) => {
  expect(toSaferClinic(`clinic.${name}`, a, b)).toBe(kept);
  expect(toSaferClinic(`clinic.${name}`, b, a)).toBe(kept);
});
