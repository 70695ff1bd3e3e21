import type { Database } from '../database';
import type { Fold } from '../fold';
import { toRecord } from '../formats/format';
import type { Rollup } from '../rollups';
import type { SessionSummary } from '../types';
import type { Opener } from './box';
import { toLockedError } from './locked';
import { toPartPlace } from './part-place';
import { isSealed, isSealedField, openEvent } from './seal-event';
import { isOpenRollup, isPrivateRollup, openFold, openRollup, toSealedKey } from './seal-rollup';

/** A roll-up by its key, as on a tablet without a lock. Rejects with a LockedError where all of it is sealed and the lock is closed. */
export async function readRollup(db: Database, key: string, opener: Opener | null): Promise<Rollup | undefined> {
  const transaction = db.transaction(['rollups', 'meta']);
  const rollups = transaction.objectStore('rollups');
  const [sealed, open, box] = await Promise.all([transaction.objectStore('meta').get('sealed'), rollups.get(key), rollups.get(toSealedKey(key))]);
  if (sealed === undefined) return open;
  if (open && 'fold' in open) return { ...open, fold: await toReadableFold(open.fold, opener) };
  if (isPrivateRollup(key) && opener) return box ? openOne(box, opener) : undefined;
  if (!isOpenRollup(key)) throw toLockedError();
  return open;
}

/** All private roll-ups whose key begins so. */
export async function readPrivateRollups(db: Database, prefix: string, opener: Opener | null): Promise<readonly Rollup[]> {
  const transaction = db.transaction(['rollups', 'meta']);
  const rollups = transaction.objectStore('rollups');
  const all = (from: string) => rollups.getAll(IDBKeyRange.bound(from, `${from}\uffff`));
  const [sealed, open, boxes] = await Promise.all([transaction.objectStore('meta').get('sealed'), all(prefix), all(toSealedKey(prefix))]);
  if (sealed === undefined) return open;
  if (!opener) throw toLockedError();
  return Promise.all(boxes.map((box) => openOne(box, opener)));
}

/** Summaries as they were; while the lock is closed what is left of them, which says so. */
export async function openSummaries(
  db: Database,
  summaries: readonly (readonly [key: string, SessionSummary])[],
  opener: Opener | null,
): Promise<SessionSummary[]> {
  const transaction = db.transaction(['rollups', 'meta']);
  const [sealed, ...boxes] = await Promise.all([
    transaction.objectStore('meta').get('sealed'),
    ...summaries.map(([key]) => transaction.objectStore('rollups').get(toSealedKey(key))),
  ]);
  return Promise.all(
    summaries.map(async ([, summary], i) => {
      if (sealed === undefined) return summary;
      const box = boxes[i];
      if (!opener || !box) return { ...summary, sealed: true as const };
      const opened = await openOne(box, opener);
      return 'summary' in opened ? opened.summary : { ...summary, sealed: true as const };
    }),
  );
}

/** A fold of which every value can be read: those that are sealed are opened, or left out while the lock is closed. */
export async function toReadableFold(fold: Fold, opener: Opener | null): Promise<Fold> {
  if (opener) return openFold(opener, fold);
  const live = Object.entries(fold.live).map(([path, values]) => [path, values.filter(({ value }) => !isSealedField(value))] as const);
  return { ...fold, live: Object.fromEntries(live.filter(([, values]) => values.length > 0)) };
}

/** A stored event as it was; null: it is sealed, and this opener does not open it. */
export async function readStored(stored: unknown, opener: Opener | null): Promise<unknown> {
  if (!isSealed(stored)) return stored;
  if (!opener) return null;
  const opened = await openEvent(opener, stored);
  return opened.ok ? opened.value : null;
}

/** A stored part of a recording with its bytes as they were packed; null: they are sealed, and this opener does not open them. */
export async function readStoredPart(stored: unknown, opener: Opener | null): Promise<unknown> {
  const { sealed, ...part } = toRecord(stored);
  if (sealed !== true) return stored;
  if (!opener || !(part.gzip instanceof Uint8Array)) return null;
  const gzip = await opener.open(Uint8Array.from(part.gzip), toPartPlace(part));
  return gzip ? { ...part, gzip } : null;
}

async function openOne(box: Rollup, opener: Opener): Promise<Rollup> {
  const opened = 'box' in box ? await openRollup(opener, box) : null;
  if (!opened) throw new Error(`${box.key} does not open`);
  return opened;
}
