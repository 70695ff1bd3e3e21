import type { IDBPTransaction } from 'idb';
import type { Uuid } from '../../core/ids';
import type { Database, Schema } from '../database';
import type { Rollup } from '../rollups';
import { pendingPrefix } from './append-sealed';
import type { Opener, Sealer } from './box';
import { isPrivateRollup, openFold, openRollup, sealFold, sealRollup, toLockedSummary } from './seal-rollup';

/** Of which moment roll-ups were read: an event or a merge that came after it shows in one of these. */
export interface Moment {
  readonly count: unknown;
  readonly rules: unknown;
  readonly sealed: unknown;
  readonly events: number;
}

/**
 * Seals the roll-ups to a public key, all in one transaction, from which on writes go by `appendSealed`: no moment has some of each. Events
 * may be sealed before or after. Nothing is done where they are sealed already. False: an event came meanwhile, and it is to be done again.
 */
export async function sealRollups(db: Database, sealer: Sealer, publicKey: string): Promise<boolean> {
  const { moment, rollups } = await readAll(db);
  if (moment.sealed !== undefined) return true;
  // Those that are just made anew are thrown away: the ones that are shown are sealed.
  const made = await Promise.all(rollups.filter((rollup) => !isStaged(rollup)).map((rollup) => toSealed(sealer, rollup)));
  return replaceAll(db, moment, made.flat(), publicKey);
}

/**
 * Opens the roll-ups again, all in one transaction, from which on writes are as on a tablet without a PIN. False: an event came meanwhile
 * or waits to be taken in (catch-up.ts). Rejects when one does not open: it is to be made anew from the events.
 */
export async function unsealRollups(db: Database, opener: Opener): Promise<boolean> {
  const { moment, rollups } = await readAll(db);
  if (moment.sealed === undefined) return true;
  if (rollups.some(({ key }) => key.startsWith(pendingPrefix))) return false;
  const made = await Promise.all(rollups.map((rollup) => toOpened(opener, rollup)));
  return replaceAll(db, moment, made.flat(), null);
}

/** A roll-up as it lies on a sealed tablet: what play reads, and the rest closed. */
export async function toSealed(sealer: Sealer, rollup: Rollup): Promise<readonly Rollup[]> {
  if ('fold' in rollup) return [{ ...rollup, fold: await sealFold(sealer, rollup.key, rollup.fold) }];
  if (!isPrivateRollup(rollup.key)) return [rollup];
  const sealed = await sealRollup(sealer, toChild(rollup), rollup);
  return 'summary' in rollup ? [{ ...rollup, summary: toLockedSummary(rollup.summary) }, sealed] : [sealed];
}

async function toOpened(opener: Opener, rollup: Rollup): Promise<readonly Rollup[]> {
  if ('fold' in rollup) return [{ ...rollup, fold: await openFold(opener, rollup.fold) }];
  if ('box' in rollup) {
    const opened = await openRollup(opener, rollup);
    if (!opened) throw new Error(`${rollup.key} does not open`);
    return [opened];
  }
  return isPrivateRollup(rollup.key) ? [] : [rollup];
}

/** Whose a roll-up is: a summary says so, all other keys name the child after their kind. */
function toChild(rollup: Rollup): Uuid {
  return 'summary' in rollup ? rollup.summary.child : (rollup.key.split('/')[1] ?? '');
}

function isStaged(rollup: Rollup): boolean {
  return 'next' in rollup || 'edit' in rollup || 'rebuild' in rollup;
}

/** The moment of now. */
export async function readMoment(db: Database): Promise<Moment> {
  return toMoment(db.transaction(['events', 'meta']));
}

async function readAll(db: Database): Promise<{ moment: Moment; rollups: readonly Rollup[] }> {
  const transaction = db.transaction(['rollups', 'events', 'meta']);
  const [rollups, moment] = await Promise.all([transaction.objectStore('rollups').getAll(), toMoment(transaction)]);
  return { moment, rollups };
}

type Stores = IDBPTransaction<Schema, ('rollups' | 'events' | 'meta')[], 'readonly' | 'readwrite'>;

async function toMoment(transaction: unknown): Promise<Moment> {
  const from = transaction as Stores;
  const meta = from.objectStore('meta');
  const [count, rules, sealed, events] = await Promise.all([
    meta.get('count'),
    meta.get('rollups'),
    meta.get('sealed'),
    from.objectStore('events').count(),
  ]);
  return { count, rules, sealed, events };
}

/** Puts these roll-ups in the place of all, with the key that they are sealed to; false: that moment is over, and nothing was changed. */
export async function replaceAll(
  db: Database,
  moment: Moment,
  rollups: readonly Rollup[],
  publicKey: string | null,
  rules: string | null = null,
): Promise<boolean> {
  const transaction = db.transaction(['rollups', 'events', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const [store, meta] = [transaction.objectStore('rollups'), transaction.objectStore('meta')];
  const now = await toMoment(transaction);
  const isSame = now.count === moment.count && now.rules === moment.rules && now.sealed === moment.sealed && now.events === moment.events;
  if (isSame) {
    await store.clear();
    const marks = [
      publicKey === null ? meta.delete('sealed') : meta.put(publicKey, 'sealed'),
      ...(rules === null ? [] : [meta.put(rules, 'rollups')]),
    ];
    await Promise.all([...marks, ...rollups.map((rollup) => store.put(rollup))]);
  }
  await transaction.done;
  return isSame;
}
