import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeStores } from '../../../src/store/database';
import { eraseChild } from '../../../src/store/erase';
import type { CurrentEvent } from '../../../src/store/formats/current';
import { toRollupKeys } from '../../../src/store/rollup-keys';
import { type Rollup, rollUp } from '../../../src/store/rollups';
import { catchUp } from '../../../src/store/seal/catch-up';
import { sealHistory, unsealHistory } from '../../../src/store/seal/seal-history';
import { sealRollups, unsealRollups } from '../../../src/store/seal/seal-rollups';
import { appendLocked, createSeals, openTablet, playOpen, readEvents, readOpened, readRollups, type Tablet, toLegible } from './sealed-tablet';

/** As a tablet without a PIN keeps an event. */
async function appendOpen({ use }: Tablet, event: CurrentEvent): Promise<void> {
  await use(async (db) => {
    const transaction = db.transaction(writeStores, 'readwrite');
    const rollups = new Map<string, Rollup>();
    for (const known of await Promise.all(toRollupKeys(event).map((key) => transaction.objectStore('rollups').get(key))))
      if (known) rollups.set(known.key, known);
    rollUp(rollups, event);
    await Promise.all([
      transaction.objectStore('events').add(event),
      ...[...rollups.values()].map((one) => transaction.objectStore('rollups').put(one)),
    ]);
    await transaction.done;
  });
}

/** One number more, as any write leaves it. */
const bump = ({ use }: Tablet, by: number) => use(async (db) => db.put('meta', Number(await db.get('meta', 'count')) + by, 'count'));

const plots = fc.array(fc.record({ levels: fc.array(fc.constantFrom('01-calm', '02-near'), { maxLength: 2 }), rename: fc.boolean() }), {
  maxLength: 3,
});

it('a PIN that comes to a tablet with a history and goes again leaves all as if it had never been', async () => {
  const seals = await createSeals();
  const open = await playOpen([{ levels: ['01-calm'], rename: true }]);
  const events = await readEvents(open);
  const wanted = { kept: await open.readKept(), rollups: await readRollups(open) };
  const locked = await openTablet('locked');
  const half = Math.floor(events.length / 2);
  for (const event of events.slice(0, half)) await appendOpen(locked, event);
  // An event that comes while roll-ups are being sealed: they are as they were, and it is done again.
  const slow = {
    seal: async (plain: Uint8Array<ArrayBuffer>, bound: string) => {
      await bump(locked, 1);
      return seals.sealer.seal(plain, bound);
    },
  };
  const before = await readRollups(locked);
  expect(await locked.use((db) => sealRollups(db, slow, seals.publicKey))).toBe(false);
  expect(await readRollups(locked)).toEqual(before);
  expect(await locked.use((db) => sealRollups(db, seals.sealer, seals.publicKey))).toBe(true);
  await locked.use((db) => sealHistory(db, seals.sealer));
  expect(toLegible([await readRollups(locked), (await locked.readKept()).events])).not.toContain('Ada');
  for (const event of events.slice(half)) await appendLocked(locked, seals, event);
  expect(await locked.use((db) => unsealRollups(db, seals.opener))).toBe(false);
  await locked.use((db) => catchUp(db, seals.sealer, seals.opener));
  const { opener: other } = await createSeals();
  await expect(locked.use((db) => unsealRollups(db, other))).rejects.toThrow('does not open');
  expect(await locked.use((db) => unsealRollups(db, seals.opener))).toBe(true);
  await locked.use((db) => unsealHistory(db, seals.opener));
  expect(await readRollups(locked)).toEqual(wanted.rollups);
  expect((await locked.readKept()).events).toEqual(wanted.kept.events);
  open.store.close();
  locked.store.close();
});

it('what was kept while locked is, once the lock is open, what a tablet without a PIN would have', async () => {
  const seals = await createSeals();
  await fc.assert(
    fc.asyncProperty(plots, fc.array(fc.nat(60), { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), async (history, openings, atOnce) => {
      const open = await playOpen(history);
      const locked = await openTablet('locked');
      for (const [i, event] of (await readEvents(open)).entries()) {
        await appendLocked(locked, seals, event);
        if (openings.includes(i)) await locked.use((db) => catchUp(db, seals.sealer, seals.opener, undefined, atOnce));
      }
      await locked.use((db) => catchUp(db, seals.sealer, seals.opener, undefined, atOnce));
      const wanted = [...(await readRollups(open))].sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(await readOpened(locked, seals)).toEqual(wanted);
      open.store.close();
      locked.store.close();
    }),
    { numRuns: 2, seed: 6 },
  );
}, 30_000);

it('a locked tablet grows the bay and the path at once, and its roll-ups tell nothing else', async () => {
  const seals = await createSeals();
  const open = await playOpen([]);
  const locked = await openTablet('locked');
  for (const event of await readEvents(open)) await appendLocked(locked, seals, event);
  const [child] = [...new Set((await readEvents(open)).flatMap((event) => event.child ?? []))];
  for (const read of ['readTotals', 'readRangeChecks'] as const)
    expect(await locked.store[read](child ?? '')).toEqual(await open.store[read](child ?? ''));
  const profile = await locked.store.readChild(child ?? '');
  expect([profile?.picture, profile?.safety?.locks.adduction, profile?.heart?.maxBpm]).toEqual(['whale', true, 191]);
  expect((await locked.store.readPlan(child ?? '')).items).toHaveLength(1);
  const legible = toLegible(await readRollups(locked));
  for (const word of ['Ada', 'Pulls up', 'tall in the chair', 'Slid off', 'movementMs', 'towel', 'pelvis', 'so-so', 'finished']) {
    expect(legible, word).not.toContain(word);
  }
  // Erasing needs no key: whose a sealed record is can be read, not what it says.
  await locked.use((db) => eraseChild(db, child ?? ''));
  const left = toLegible([await readRollups(locked), await locked.readKept()]);
  expect(left).not.toContain(child);
  expect(left).toContain('crab');
  open.store.close();
  locked.store.close();
});

it('an event is counted once, wherever the catching up is killed and in how many windows it runs', async () => {
  const seals = await createSeals();
  const open = await playOpen([]);
  const locked = await openTablet('locked');
  for (const event of await readEvents(open)) await appendLocked(locked, seals, event);
  let left = 2;
  await locked.use((db) => catchUp(db, seals.sealer, seals.opener, () => left-- > 0, 3));
  const windows = [3, 4, 5].map((atOnce) => locked.use((db) => catchUp(db, seals.sealer, seals.opener, undefined, atOnce)));
  await Promise.all(windows);
  const wanted = [...(await readRollups(open))].sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(await readOpened(locked, seals)).toEqual(wanted);
  open.store.close();
  locked.store.close();
});
