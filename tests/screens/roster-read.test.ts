import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open';
import { createPretendDevice, playHistory } from '../store/history';

test('when each child last played is read from keys alone: not one record of its history is opened', async () => {
  const device = createPretendDevice('tablet');
  const { store } = await openStore({ indexedDB: new IDBFactory(), name: 'bay', ...device });
  if (!store) throw new Error('no store');
  const { children } = await playHistory(store, device);
  const newest = await Promise.all(children.map(async (child) => (await store.readSessions(child, 1))[0]));
  const { openCursor, getAll, get } = IDBIndex.prototype;
  const refuse = () => {
    throw new Error('a record was opened');
  };
  Object.assign(IDBIndex.prototype, { openCursor: refuse, getAll: refuse, get: refuse });
  const played = await store.readLastPlayed([...children, device.newId()]);
  Object.assign(IDBIndex.prototype, { openCursor, getAll, get });
  expect(played.size).toBe(newest.filter((one) => one !== undefined).length);
  for (const last of newest) if (last) expect(played.get(last.child)).toEqual({ at: last.at, on: last.on });
  expect(played.size).toBeGreaterThan(0);
  store.close();
});
