import type { Database } from '../database';
import { type CurrentEvent, checkEvent } from '../formats/current';
import { createRollups, rollupRules } from '../rollups';
import type { Opener, Sealer } from './box';
import { openEvent } from './seal-event';
import { readMoment, replaceAll, toSealed } from './seal-rollups';

const batchSize = 200;

/**
 * Makes all roll-ups of a sealed tablet anew from its events, in memory: nothing open is ever written, and all are replaced in one
 * transaction. What was kept meanwhile has it done again. `mayGoOn` is awaited before each batch. Returns whether the new ones are there.
 */
export async function rebuildSealed(
  db: Database,
  sealer: Sealer,
  opener: Opener,
  publicKey: string,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  while (await mayGoOn()) {
    const moment = await readMoment(db);
    if (moment.sealed !== publicKey) return false;
    const made = createRollups();
    const order = () => db.transaction('events').store.index('order');
    for (let from: IDBKeyRange | null = null; ; ) {
      if (!(await mayGoOn())) return false;
      const batch: unknown[] = await order().getAll(from, batchSize);
      for (const event of await openAll(opener, batch)) made.add(event);
      if (batch.length < batchSize) break;
      const { device, n } = batch.at(-1) as { device: string; n: number };
      from = IDBKeyRange.lowerBound([device, n], true);
    }
    const rollups = await Promise.all([...made.finish()].map((rollup) => toSealed(sealer, rollup)));
    if (await replaceAll(db, moment, rollups.flat(), publicKey, rollupRules)) return true;
  }
  return false;
}

/** What does not open, or fits no format, counts nowhere. */
async function openAll(opener: Opener, batch: readonly unknown[]): Promise<readonly CurrentEvent[]> {
  const opened = await Promise.all(batch.map((stored) => openEvent(opener, stored)));
  return opened.flatMap((one) => {
    const checked = one.ok ? checkEvent(one.value) : null;
    return checked?.ok ? [checked.value] : [];
  });
}
