import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/open';
import { isSealed } from '../../../src/store/seal/seal-event';
import type { Store } from '../../../src/store/types';
import { createPretendDevice, playHistory, toRecords } from '../history';
import { quickHashing } from '../quick-hashing';
import { answer, withRaw } from '../raw';

const pin = '4711';
const secrets = [
  'Ada',
  'Good day',
  'Slid off',
  'one hand held',
  'movementMs',
  'endErrorMm',
  '"outcome"',
  '"pain"',
  '"omni"',
  'finished',
  'beatsPerMin',
];

/** Every byte of every object store, as letters; recordings unpacked where they can be. */
async function readLegible(name: string): Promise<string> {
  const stores = await withRaw(indexedDB, name, async (db) => {
    const transaction = db.transaction([...db.objectStoreNames]);
    return Promise.all([...db.objectStoreNames].map((store) => answer(transaction.objectStore(store).getAll())));
  });
  const bytes: Uint8Array[] = [];
  const text = JSON.stringify(stores, (_key, value: unknown) => {
    // What a box holds, and not its letters: three letters stand in thousands of letters by chance.
    if (typeof value === 'string' && value.startsWith('sealed:')) return atob(value.slice('sealed:'.length));
    if (!(value instanceof Uint8Array)) return value;
    bytes.push(value);
    return null;
  });
  const unpacked = await Promise.all(
    bytes.map((one) => new Response(new Blob([new Uint8Array(one)]).stream().pipeThrough(new DecompressionStream('gzip'))).text().catch(() => '')),
  );
  const decoder = new TextDecoder('latin1');
  return [text, ...unpacked, ...bytes.map((one) => decoder.decode(one))].join('\n');
}

it('of a tablet that is copied with a PIN set nothing of a child can be read; PIN and recovery code open all of it', async () => {
  const name = crypto.randomUUID();
  const device = createPretendDevice('copied');
  const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
  const open = async (): Promise<Store> => {
    const { store } = await openStore({ indexedDB, name, randomBytes, now: device.now, subtle: quickHashing });
    if (!store) throw new Error('no store');
    return store;
  };
  const first = await open();
  const { children, sessions } = await playHistory(first, device);
  const [child, other] = children;
  await first.save({ kind: 'session-end', session: sessions[2] ?? '', child: other, reason: 'stopped', activeMs: 0 });
  const before = await readLegible(name);
  expect(secrets.filter((secret) => before.includes(secret))).toEqual(secrets);
  const code = first.lock.createCode();
  await first.lock.set(pin, code);
  first.lock.close();
  const session = device.newId();
  const sets = [{ set: device.newId(), level: '01-calm', outcomes: ['success', 'miss'] as const }];
  for (const record of toRecords({ session, child, sets, ended: 'finished' })) expect(await first.save(record)).toEqual({ saved: true });
  first.close();

  const second = await open();
  await expect.poll(() => withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').get('closed')))).toBeTypeOf('string');
  const after = await readLegible(name);
  expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
  await expect(second.readSets(session)).rejects.toThrow('behind the PIN');
  expect(await second.readTotals(child)).toMatchObject({ sessions: 3, trials: 8 });
  const readAll = async (store: Store) => [
    await store.readChild(child),
    await store.readSessions(child, 10),
    await store.readSafetyLog(child),
    await store.readCourses(child, '2026-01-01'),
    await Promise.all([...sessions, session].map((one) => store.readSets(one))),
    await store.readRecording(sets[0]?.set ?? ''),
  ];
  await second.lock.tryPin(pin);
  const byPin = await readAll(second);
  second.close();
  const third = await open();
  expect((await third.lock.tryCode(code)).answer).toBe('open');
  expect(await readAll(third)).toEqual(byPin);
  expect(await third.lock.remove()).toEqual({ saved: true });
  await third.rebuild();
  expect(await readAll(third)).toEqual(byPin);
  const events = await withRaw(indexedDB, name, (db) => answer(db.transaction('events').objectStore('events').getAll()));
  expect(events.some(isSealed)).toBe(false);
  third.close();
  indexedDB.deleteDatabase(name);
});
