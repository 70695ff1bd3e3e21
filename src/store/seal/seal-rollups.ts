import type { Uuid } from '../../core/ids';
import type { Database } from '../database';
import type { Rollup } from '../rollups';
import { pendingPrefix } from './append-sealed';
import type { Opener, Sealer } from './box';
import { isPrivateRollup, openFold, openRollup, sealFold, sealRollup, toLockedSummary } from './seal-rollup';

/** Of which moment roll-ups were read: an event or a merge that came after it shows in one of these. */
type Moment = readonly [count: unknown, rules: unknown, sealed: unknown];

/**
 * Seals the roll-ups to a public key, all in one transaction, from which on writes go by `appendSealed`: no moment has some of each. Events
 * may be sealed before or after. Nothing is done where they are sealed already. False: an event came meanwhile, and it is to be done again.
 */
export async function sealRollups(db: Database, sealer: Sealer, publicKey: string): Promise<boolean> {
  const { moment, rollups } = await readAll(db);
  if (moment[2] !== undefined) return true;
  const made = await Promise.all(rollups.map((rollup) => toSealed(sealer, rollup)));
  return replaceAll(db, moment, made.flat(), publicKey);
}

/**
 * Opens the roll-ups again, all in one transaction, from which on writes are as on a tablet without a PIN. False: an event came meanwhile
 * or waits to be taken in (catch-up.ts). Rejects when one does not open: it is to be made anew from the events.
 */
export async function unsealRollups(db: Database, opener: Opener): Promise<boolean> {
  const { moment, rollups } = await readAll(db);
  if (moment[2] === undefined) return true;
  if (rollups.some(({ key }) => key.startsWith(pendingPrefix))) return false;
  const made = await Promise.all(rollups.map((rollup) => toOpened(opener, rollup)));
  return replaceAll(db, moment, made.flat(), null);
}

async function toSealed(sealer: Sealer, rollup: Rollup): Promise<readonly Rollup[]> {
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

async function readAll(db: Database): Promise<{ moment: Moment; rollups: readonly Rollup[] }> {
  const transaction = db.transaction(['rollups', 'meta']);
  const meta = transaction.objectStore('meta');
  const [rollups, ...moment] = await Promise.all([
    transaction.objectStore('rollups').getAll(),
    meta.get('count'),
    meta.get('rollups'),
    meta.get('sealed'),
  ]);
  return { moment, rollups };
}

async function replaceAll(db: Database, moment: Moment, rollups: readonly Rollup[], publicKey: string | null): Promise<boolean> {
  const transaction = db.transaction(['rollups', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const [store, meta] = [transaction.objectStore('rollups'), transaction.objectStore('meta')];
  const now = await Promise.all([meta.get('count'), meta.get('rollups'), meta.get('sealed')]);
  const isSame = now.every((value, i) => value === moment[i]);
  if (isSame) {
    await store.clear();
    const mark = publicKey === null ? meta.delete('sealed') : meta.put(publicKey, 'sealed');
    await Promise.all([mark, ...rollups.map((rollup) => store.put(rollup))]);
  }
  await transaction.done;
  return isSame;
}
