import type { WriteTransaction } from '../database';
import type { CurrentEvent } from '../formats/current';
import { toRollupKeys } from '../rollup-keys';
import { type Rollup, rollUp } from '../rollups';
import type { Fields } from '../types';
import { isOpenRollup, isPrivateRollup, toLockedSummary } from './seal-rollup';

/** How the key of a mark begins that an event waits for the private roll-ups. */
export const pendingPrefix = 'pending/';

/** Numbers of a device sort as they count. */
const digits = 12;

/**
 * Takes an event in on a tablet with a PIN, in the transaction of its write: the sealed event, the roll-ups that play reads, and a mark for
 * those that only the open lock can change. `sealed` is the same event sealed before the transaction, which waits for no encryption.
 */
export async function appendSealed(transaction: WriteTransaction, event: CurrentEvent, sealed: unknown, fields: Fields | null): Promise<void> {
  const rollupStore = transaction.objectStore('rollups');
  const keys = toRollupKeys(event);
  // A trial grows totals and family by what its session was before: the session's summary is among its keys.
  const rollups = new Map<string, Rollup>();
  for (const known of await Promise.all(keys.filter(isOpenRollup).map((key) => rollupStore.get(key)))) if (known) rollups.set(known.key, known);
  rollUp(rollups, fields ? ({ ...event, body: { fields } } as CurrentEvent) : event);
  const requests: Promise<unknown>[] = [transaction.objectStore('events').add(sealed)];
  for (const rollup of rollups.values()) {
    if (isOpenRollup(rollup.key))
      requests.push(rollupStore.put('summary' in rollup ? { ...rollup, summary: toLockedSummary(rollup.summary) } : rollup));
  }
  if (event.child !== null && keys.some(isPrivateRollup)) {
    const key = pendingPrefix + String(event.n).padStart(digits, '0');
    requests.push(rollupStore.put({ key, child: event.child, pending: event.id }));
  }
  await Promise.all(requests);
}
