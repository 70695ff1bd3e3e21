import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect } from 'vitest';
import type { Uuid } from '../../../src/core/ids';
import { openStore, type StoreOptions } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import { createPretendDevice, playHistory, toRecords } from '../history';
import { quickHashing } from '../quick-hashing';
import { answer, dump, withRaw } from '../raw';
import { toLegible } from './sealed-tablet';

/** A PIN for tests that are not about choosing one. */
export const pin = '4711';
const name = 'locked';

type Played = Awaited<ReturnType<typeof playHistory>>;

/** What somebody who holds a tablet must not find on it. Pain is told by its face and place; metrics and outcomes by their names. */
export const secrets = [
  ...['Ada', 'Good day', 'Slid off', 'Sat down', 'elbow', 'the zip', 'one hand held', 'pelvis', 'because.success'],
  ...['movementMs', 'endErrorMm', '\nheart\n', '\noutcome\n', '\npain\n', '\npainAt\n', '\nomni\n', 'finished'],
];

/** A tablet whose pages are opened one after the other. */
export function createTablet(seed: string) {
  const indexedDB = new IDBFactory();
  const device = createPretendDevice(seed);
  const randomBytes = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
  const open = async (more: Partial<StoreOptions> = {}): Promise<Store> => {
    const { store } = await openStore({ indexedDB, name, randomBytes, now: device.now, subtle: quickHashing, ...more });
    if (!store) throw new Error('no store');
    return store;
  };
  return {
    device,
    open,
    readKept: async () => ({
      ...(await dump(indexedDB, name)),
      meta: await withRaw(indexedDB, name, (db) => answer(db.transaction('meta').objectStore('meta').getAll())),
    }),
    raw: <T>(work: (db: IDBDatabase) => Promise<T>) => withRaw(indexedDB, name, work),
  };
}

/** Everything that a page can show of a history. */
export async function readEverything(store: Store, { children, sessions }: Pick<Played, 'children' | 'sessions'>) {
  const of = async (child: Uuid) => ({
    child: await store.readChild(child),
    plan: await store.readPlan(child),
    history: await store.readPlanHistory(child),
    sessions: await store.readSessions(child, 100),
    between: await store.readSessionsBetween(child, '2026-01-01', '2027-01-01'),
    totals: await store.readTotals(child),
    days: await store.readFamilyDays(child),
    ranges: await store.readRangeChecks(child),
    adjustments: await store.readAdjustments(child),
    safety: await store.readSafetyLog(child),
    goals: await store.readGoals(child),
    courses: [...(await store.readCourses(child, '2026-01-01'))].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  });
  const ofSession = async (session: Uuid) => {
    const sets = await store.readSets(session);
    return { sets, safety: await store.readSafetyOf(session), recordings: await Promise.all(sets.map(({ set }) => store.readRecording(set))) };
  };
  return {
    all: await store.readChildren(),
    children: await Promise.all(children.map(of)),
    sessions: await Promise.all(sessions.map(ofSession)),
    damaged: await store.readDamaged(),
  };
}

/** One more session of the first child, with a word on effort and a note. */
export async function playMore(store: Store, { device }: ReturnType<typeof createTablet>, played: Played): Promise<Uuid> {
  const session = device.newId();
  const [child] = played.children;
  const sets = [{ set: device.newId(), level: '01-calm', outcomes: ['success', 'miss', 'assisted'] as const }];
  for (const record of toRecords({ session, child, sets, ended: 'finished' })) expect(await store.save(record)).toEqual({ saved: true });
  await store.save({ kind: 'effort', word: device.newId(), session, child, omni: 6 });
  await store.save({ kind: 'note', note: device.newId(), session, child, words: 'Good day again.' });
  played.sessions.push(session);
  return session;
}

/** A whole history whose sessions have all ended: while one is played nothing is sealed in the background. */
export async function play(store: Store, { device }: ReturnType<typeof createTablet>): Promise<Played> {
  const played = await playHistory(store, device);
  const [, , session = ''] = played.sessions;
  await store.save({ kind: 'session-end', session, child: played.children[1], reason: 'stopped', activeMs: 0 });
  return played;
}

/** Resolves when what is sealed in the background is. */
export async function waitUntilClosed({ raw }: ReturnType<typeof createTablet>): Promise<void> {
  for (;;) {
    if ((await raw((db) => answer(db.transaction('meta').objectStore('meta').get('closed')))) !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A tablet with a whole history, and a PIN that has closed all of it; the lock is open. */
export async function playClosed(seed: string) {
  const tablet = createTablet(seed);
  const store = await tablet.open();
  const played = await play(store, tablet);
  await store.lock.set(pin, store.lock.createCode());
  await waitUntilClosed(tablet);
  return { tablet, store, played };
}

/** Those secrets that can be read in what was kept. */
export const toSecrets = (kept: unknown) => {
  const legible = toLegible(kept);
  return secrets.filter((secret) => legible.includes(secret));
};
