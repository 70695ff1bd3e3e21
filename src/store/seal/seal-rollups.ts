import type { Database } from '../database';
import type { Fold } from '../fold';
import type { Rollup, TurnMark } from '../rollups';
import { beginStaging, forgetStaged, isStill, putAll, putMark, readMark, readShownAfter, showStaged, toStaged, usualStep } from '../staging';
import { pendingPrefix } from './append-sealed';
import type { Opener, Sealer } from './box';
import { toSealed } from './closing';
import { isPrivateRollup, openFold, openRollup } from './seal-rollup';

/**
 * Seals the roll-ups to a public key: beside those that are shown, some at once, then put in their place in one transaction, from which on
 * writes go by `appendSealed`: no moment has some of each. Events may be sealed before or after. Nothing is done where they are sealed
 * already. False: an event came meanwhile, and it is to be done again.
 */
export function sealRollups(db: Database, sealer: Sealer, publicKey: string, atOnce = usualStep): Promise<boolean> {
  return turn(db, publicKey, (rollup) => toSealed(sealer, rollup), atOnce);
}

/**
 * Opens the roll-ups again in the same way, after which writes are as on a tablet without a PIN. False: an event came meanwhile or waits to
 * be taken in (catch-up.ts). Rejects when one does not open: it is to be made anew from the events.
 */
export function unsealRollups(db: Database, opener: Opener, atOnce = usualStep): Promise<boolean> {
  return turn(db, null, (rollup) => toOpened(opener, rollup), atOnce);
}

/** Throws away what was opened and never shown: the page was closed while its lock was taken away. */
export async function forgetOpened(db: Database): Promise<void> {
  const mark = await readMark({ get: (key) => db.get('rollups', key) });
  if (mark?.phase === 'turn' && mark.to === null) await forgetStaged(db);
}

async function turn(db: Database, to: string | null, change: (rollup: Rollup) => Promise<readonly Rollup[]>, atOnce: number): Promise<boolean> {
  // Read once, because counting all events takes its time; looked at again as all of it is shown.
  const begun = await readMoment(db.transaction(['events', 'meta']));
  if (begun.sealed === to) return true;
  const pending = IDBKeyRange.bound(pendingPrefix, `${pendingPrefix}\uffff`);
  if (to === null && (await db.getKey('rollups', pending)) !== undefined) return false;
  const moment = JSON.stringify(begun);
  for (let isBegun = false; ; isBegun = true) {
    const found = await readMark({ get: (key) => db.get('rollups', key) });
    const isMine = found?.phase === 'turn' && found.to === to && found.moment === moment;
    // Another page came to the end, or began at another moment.
    if (isBegun && !isMine) return turn(db, to, change, atOnce);
    // A rebuild on its way is thrown away: the roll-ups that are shown are turned.
    const mark: TurnMark = isMine ? found : await beginStaging(db, { phase: 'turn', to, moment, after: '' });
    const batch = await readShownAfter(db, mark.after, atOnce);
    if (batch.length > 0) await stage(db, mark, batch, change);
    else {
      const shown = await show(db, mark);
      if (shown === 'yes') return true;
      if (shown === 'too-late') {
        await forgetStaged(db);
        return false;
      }
    }
  }
}

/** Changes the next roll-ups and puts them beside those that are shown, where no other page did. */
async function stage(db: Database, mark: TurnMark, batch: readonly Rollup[], change: (rollup: Rollup) => Promise<readonly Rollup[]>): Promise<void> {
  const changed = await Promise.all(batch.map(change));
  const transaction = db.transaction('rollups', 'readwrite');
  transaction.done.catch(() => {});
  if (!(await isStill(transaction.store, mark))) return;
  await putAll(transaction.store, changed.flat().map(toStaged));
  await Promise.all([putMark(transaction.store, { ...mark, after: batch.at(-1)?.key ?? '' }), transaction.done]);
}

/** Shows what was staged, if all of it is of this moment. */
async function show(db: Database, mark: TurnMark): Promise<'yes' | 'too-late' | 'not-mine'> {
  const transaction = db.transaction(['rollups', 'events', 'meta'], 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => {});
  const [store, meta] = [transaction.objectStore('rollups'), transaction.objectStore('meta')];
  if (!(await isStill(store, mark))) return 'not-mine';
  if (JSON.stringify(await readMoment(transaction)) !== mark.moment) return 'too-late';
  await showStaged(store);
  await Promise.all([mark.to === null ? meta.delete('sealed') : meta.put(mark.to, 'sealed'), transaction.done]);
  return 'yes';
}

async function toOpened(opener: Opener, rollup: Rollup): Promise<readonly Rollup[]> {
  if ('fold' in rollup) {
    const fold = await openFold(opener, rollup.fold);
    if (countValues(fold) < countValues(rollup.fold)) throw new Error(`${rollup.key} does not open`);
    return [{ ...rollup, fold }];
  }
  if ('box' in rollup) {
    const opened = await openRollup(opener, rollup);
    if (!opened) throw new Error(`${rollup.key} does not open`);
    return [opened];
  }
  return isPrivateRollup(rollup.key) ? [] : [rollup];
}

function countValues({ live }: Fold): number {
  return Object.values(live).reduce((sum, values) => sum + values.length, 0);
}

/** Of which moment roll-ups are: an event or a merge that came after it shows in one of these. */
interface Moment {
  readonly count: unknown;
  readonly rules: unknown;
  readonly sealed: string | null;
  readonly events: number;
}

/** The stores of a transaction that a moment is read in. */
interface MomentStores {
  objectStore(name: 'meta'): { get(key: 'count' | 'rollups' | 'sealed'): Promise<unknown> };
  objectStore(name: 'events'): { count(): Promise<number> };
}

async function readMoment(transaction: MomentStores): Promise<Moment> {
  const meta = transaction.objectStore('meta');
  const [count, rules, sealed, events] = await Promise.all([
    meta.get('count'),
    meta.get('rollups'),
    meta.get('sealed'),
    transaction.objectStore('events').count(),
  ]);
  return { count, rules, sealed: typeof sealed === 'string' ? sealed : null, events };
}
