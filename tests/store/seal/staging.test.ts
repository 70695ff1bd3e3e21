import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rebuildRollups } from '../../../src/store/rebuild';
import type { Opener, Sealer } from '../../../src/store/seal/box';
import { catchUp } from '../../../src/store/seal/catch-up';
import { createClosing } from '../../../src/store/seal/closing';
import { forgetOpened, sealRollups, unsealRollups } from '../../../src/store/seal/seal-rollups';
import { secrets } from './locked-tablet';
import {
  appendLocked,
  createSeals,
  openTablet,
  playOpen,
  readEvents,
  readOpened,
  readRollups,
  type Seals,
  type Tablet,
  toLegible,
} from './sealed-tablet';

const seals = await createSeals();
const always = async () => true;
const sorted = <T extends { readonly key: string }>(rollups: readonly T[]) => [...rollups].sort((a, b) => (a.key < b.key ? -1 : 1));
const toKnown = async (tablet: Tablet) => {
  const legible = toLegible(await readRollups(tablet));
  return secrets.filter((secret) => legible.includes(secret));
};

/** A tablet whose lock is closed, with the events of another up to `until`, as that device. */
async function openLocked(open: Tablet, until: number): Promise<Tablet> {
  const [locked, events] = [await openTablet('locked'), await readEvents(open)];
  await locked.use(async (db) => {
    await db.put('meta', seals.publicKey, 'sealed');
    await db.put('meta', events[0]?.device, 'device');
  });
  for (const event of events.slice(0, until)) await appendLocked(locked, seals, event);
  return locked;
}

/** Lets a page do a work until it has closed or opened so many boxes, and then nothing more, as one that is killed. */
async function killAfter(boxes: number, work: (mortal: Pick<Seals, 'sealer' | 'opener'>) => Promise<unknown>): Promise<void> {
  let left = boxes;
  await new Promise<void>((resolve) => {
    const live = <T>(answer: () => Promise<T>): Promise<T> => {
      left -= 1;
      if (left >= 0) return answer();
      resolve();
      return new Promise(() => {});
    };
    const { sealer, opener } = seals;
    const sealing: Sealer = { seal: (plain, bound) => live(() => sealer.seal(plain, bound)) };
    const opening: Opener = { open: (box, bound) => live(() => opener.open(box, bound)) };
    void work({ sealer: sealing, opener: opening }).then(() => resolve());
  });
}

it('roll-ups of a tablet with a PIN are made anew in steps, with play and killed pages in between, and nothing is readable on the way', async () => {
  const open = await playOpen([{ levels: ['01-calm'], rename: true }]);
  const wanted = sorted(await readRollups(open));
  const events = await readEvents(open);
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(30), { maxLength: 3 }), async (atOnce, killsAt) => {
    const half = Math.floor(events.length / 2);
    const locked = await openLocked(open, half);
    for (const killAt of killsAt) {
      await killAfter(killAt, ({ sealer, opener }) =>
        locked.use((db) => rebuildRollups(db, always, atOnce, createClosing(sealer, opener, seals.publicKey))),
      );
      expect(await toKnown(locked)).toEqual([]);
    }
    const closing = createClosing(seals.sealer, seals.opener, seals.publicKey);
    // What comes after the last step and before they are shown.
    let next = half;
    const playing = async () => {
      const event = events[next++];
      if (event) await appendLocked(locked, seals, event);
      return true;
    };
    expect(await locked.use((db) => rebuildRollups(db, playing, atOnce, closing))).toBe(true);
    for (const event of events.slice(next)) await appendLocked(locked, seals, event);
    expect(await toKnown(locked)).toEqual([]);
    await locked.use((db) => catchUp(db, seals.sealer, seals.opener));
    expect(await readOpened(locked, seals)).toEqual(wanted);
    locked.store.close();
  });
  await fc.assert(property, { numRuns: 6, seed: 3 });
  open.store.close();
}, 30_000);

it('what was made anew and is harmed is made from the first event again', async () => {
  const open = await playOpen([]);
  const locked = await openLocked(open, Number.POSITIVE_INFINITY);
  const closing = createClosing(seals.sealer, seals.opener, seals.publicKey);
  let left = 3;
  await locked.use((db) => rebuildRollups(db, async () => left-- > 0, 9, closing));
  const harmed = (await readRollups(locked)).flatMap((one) => ('next' in one && 'box' in one.next ? [one] : []));
  expect(harmed.length).toBeGreaterThan(0);
  for (const { key, next } of harmed)
    await locked.use((db) => db.put('rollups', { key, next: { ...next, box: new Uint8Array(200) } } as (typeof harmed)[number]));
  expect(await locked.use((db) => rebuildRollups(db, always, 9, closing))).toBe(true);
  expect(await readOpened(locked, seals)).toEqual(sorted(await readRollups(open)));
  open.store.close();
  locked.store.close();
});

it('a rebuild of an open tablet ends as a PIN comes, and begins anew closed', async () => {
  const tablet = await playOpen([]);
  const wanted = sorted(await readRollups(tablet));
  let left = 4;
  await tablet.use((db) => rebuildRollups(db, async () => left-- > 0, 5));
  expect(await tablet.use((db) => sealRollups(db, seals.sealer, seals.publicKey))).toBe(true);
  expect(await tablet.use((db) => rebuildRollups(db, always, 5))).toBe(false);
  expect(await toKnown(tablet)).toEqual([]);
  expect(await readOpened(tablet, seals)).toEqual(wanted);
  tablet.store.close();
});

it('a page that is killed while a PIN comes or goes: the next one goes on, and what was opened too soon is thrown away', async () => {
  const tablet = await playOpen([{ levels: ['02-near'], rename: true }]);
  const wanted = sorted(await readRollups(tablet));
  for (const killAt of [0, 7, 15, 1000]) {
    await killAfter(killAt, ({ sealer }) => tablet.use((db) => sealRollups(db, sealer, seals.publicKey, 4)));
  }
  expect(await toKnown(tablet)).toEqual([]);
  expect(await readOpened(tablet, seals)).toEqual(wanted);

  await killAfter(9, ({ opener }) => tablet.use((db) => unsealRollups(db, opener, 4)));
  expect(await toKnown(tablet)).not.toEqual([]);
  await tablet.use((db) => forgetOpened(db));
  expect(await toKnown(tablet)).toEqual([]);
  expect(await readOpened(tablet, seals)).toEqual(wanted);

  const { opener: other } = await createSeals();
  await expect(tablet.use((db) => unsealRollups(db, other, 4))).rejects.toThrow('does not open');
  // Two pages at once.
  expect(await Promise.all([3, 5].map((atOnce) => tablet.use((db) => unsealRollups(db, seals.opener, atOnce))))).toEqual([true, true]);
  expect(sorted(await readRollups(tablet))).toEqual(wanted);
  tablet.store.close();
});
