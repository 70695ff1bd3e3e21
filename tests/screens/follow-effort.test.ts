import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createDefaultItem } from '../../src/plan/default-item';
import type { Level } from '../../src/plan/types';
import { followEffort } from '../../src/screens/child/follow-effort';
import { openStore } from '../../src/store/open';
import { createPretendDevice, toRecords } from '../store/history';

const id = '04-all-around';
const level: Level = { ...JSON.parse(readFileSync(`levels/fireflies/${id}.json`, 'utf8')), id };

async function playOne(lead: 'fixed' | 'success' | 'dose') {
  const device = createPretendDevice('effort');
  const { store } = await openStore({ indexedDB: new IDBFactory(), name: 'bay', ...device });
  if (!store) throw new Error('no store');
  const [child, item, session] = [device.newId(), device.newId(), device.newId()];
  await store.editPlan(child, { ...createDefaultItem(level, item, 0), [`items.${item}.adapt.lead`]: lead });
  const records = toRecords({ session, child, sets: [{ set: device.newId(), level: id, outcomes: ['success'] }], ended: 'finished' });
  for (const record of records) await store.save(record.kind === 'set' ? { ...record, item } : record);
  return { store, device, child, item, session };
}

test.each([
  ['dose', 2, 9],
  ['dose', 4, undefined],
  ['dose', 8, 6],
  ['success', 2, undefined],
  ['success', 10, 6],
  ['fixed', 10, undefined],
] as const)('where %s leads, an effort of %i makes 8 trials %s', async (lead, omni, trials) => {
  const { store, device, child, item, session } = await playOne(lead);
  await followEffort(store, { session, child, omni }, [level], device.newId);
  expect((await store.readPlan(child)).items[0]?.params.trials).toBe(trials);
  const adjustments = await store.readAdjustments(child);
  expect(adjustments).toMatchObject(trials === undefined ? [] : [{ item, omni, change: { param: 'trials', from: 8, to: trials } }]);
});
