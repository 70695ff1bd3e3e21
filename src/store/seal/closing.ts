import type { Edit } from '../fold';
import type { Rollup } from '../rollups';
import type { Opener, Sealer } from './box';
import { openEvent } from './seal-event';
import { isPrivateRollup, openRollup, sealEdit, sealFold, sealRollup, toLockedSummary, toSealedKey } from './seal-rollup';

/** How records lie that are made anew: open, or closed to the record key. */
export interface Closing {
  /** The public key; null: open. */
  readonly to: string | null;
  /** Stored events as they were; null for one that does not open. */
  openEvents(stored: readonly unknown[]): Promise<readonly unknown[]>;
  /** An edit as the fold under this key takes it. */
  closeEdit(key: string, edit: Edit): Promise<Edit>;
  /** What is kept of a roll-up that is no fold. */
  close(rollup: Rollup): Promise<readonly Rollup[]>;
  /** The key under which the whole of it is kept. */
  toKey(key: string): string;
  /** A roll-up that was kept so; null: it was harmed. */
  open(kept: Rollup): Promise<Rollup | null>;
}

/** On a tablet without a PIN. */
export const notClosed: Closing = {
  to: null,
  openEvents: async (stored) => stored,
  closeEdit: async (_key, edit) => edit,
  close: async (rollup) => [rollup],
  toKey: (key) => key,
  open: async (kept) => kept,
};

/** On a tablet with a PIN, while the lock is open. */
export function createClosing(sealer: Sealer, opener: Opener, to: string): Closing {
  return {
    to,
    openEvents: (stored) =>
      Promise.all(
        stored.map(async (event) => {
          const opened = await openEvent(opener, event);
          return opened.ok ? opened.value : null;
        }),
      ),
    closeEdit: (key, edit) => sealEdit(sealer, key, edit),
    close: (rollup) => toSealed(sealer, rollup),
    toKey: (key) => (isPrivateRollup(key) ? toSealedKey(key) : key),
    open: async (kept) => ('box' in kept ? openRollup(opener, kept) : kept),
  };
}

/** A roll-up as it lies on a sealed tablet: what play reads, and the rest closed. */
export async function toSealed(sealer: Sealer, rollup: Rollup): Promise<readonly Rollup[]> {
  if ('fold' in rollup) return [{ ...rollup, fold: await sealFold(sealer, rollup.key, rollup.fold) }];
  if (!isPrivateRollup(rollup.key)) return [rollup];
  const child = 'summary' in rollup ? rollup.summary.child : (rollup.key.split('/')[1] ?? '');
  const sealed = await sealRollup(sealer, child, rollup);
  return 'summary' in rollup ? [{ ...rollup, summary: toLockedSummary(rollup.summary) }, sealed] : [sealed];
}
