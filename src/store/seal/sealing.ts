import type { StorageProblem } from '../../session/types';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { areCurrent } from '../rules';
import { pendingPrefix } from './append-sealed';
import { catchUp } from './catch-up';
import { sealHistory, unsealHistory } from './seal-history';
import { forgetOpened, sealRollups, unsealRollups } from './seal-rollups';
import { openWeekly, sealWeekly } from './seal-weekly';
import type { Seals } from './seals';

/** What closes and opens the records of a tablet as its lock is set, opened and taken away. */
export interface Sealing {
  /** Takes into the private roll-ups what was kept while the lock was closed; nothing while it is. */
  takeIn(): Promise<void>;
  /** Closes what is open to this key: roll-ups at once, events and recordings in the background and never while a child plays. */
  close(publicKey: string): Promise<StorageProblem | null>;
  /** Opens everything again before the lock is taken away; `stuck`: something does not open, and nothing was changed. */
  open(): Promise<StorageProblem | 'stuck' | null>;
  /** Resolves when what was begun in the background is done or can go no further. */
  settled(): Promise<void>;
  stop(): void;
}

/** What sealing needs beside the database. */
export interface SealingOptions {
  /** While a child plays, the background waits. */
  readonly isBusy: () => boolean;
  /** Makes roll-ups anew now, with the lock open where they are sealed. */
  readonly rebuild: () => Promise<void>;
}

/** While a child plays, how long until it is looked again whether it still does. */
const playLookMs = 1000;

/** The sealing of a page on `connection`. */
export function createSealing(connection: Connection, seals: Seals, { isBusy, rebuild }: SealingOptions): Sealing {
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  let background: Promise<void> = Promise.resolve();
  /** Raised when a walk over the records is to end: another way was taken. */
  let walk = 0;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function closeRollups(db: Database, publicKey: string): Promise<void> {
    const weekly = await db.get('meta', 'weekly');
    const closed = await sealWeekly(seals.toSealer(publicKey), weekly);
    if (closed === undefined) await db.delete('meta', 'weekly');
    else if (closed !== weekly) await db.put('meta', closed, 'weekly');
    for (;;) {
      const now = await db.get('meta', 'sealed');
      if (typeof now === 'string') {
        await forgetOpened(db);
        return seals.note(now);
      }
      // Those of other rules may be of another shape, which nobody could read any more.
      if (!(await areCurrent(db))) await rebuild();
      await sealRollups(db, seals.toSealer(publicKey), publicKey);
    }
  }

  /** What a page that is closed leaves open, the next one closes. */
  function closeHistory(publicKey: string): void {
    const mine = ++walk;
    background = background.then(async () => {
      const mayGoOn = () => !stopped && walk === mine;
      while (mayGoOn()) {
        const outcome = await connection.use(async (db) => {
          if ((await db.get('meta', 'closed')) === publicKey) return true;
          await sealHistory(db, seals.toSealer(publicKey), () => mayGoOn() && !isBusy(), undefined, publicKey);
          // Stopped for play: what was done is passed over the next time.
          if (!mayGoOn() || isBusy()) return false;
          await db.put('meta', publicKey, 'closed');
          return true;
        });
        if (!outcome.done || outcome.value) return;
        await new Promise((resolve) => setTimeout(resolve, playLookMs));
      }
    });
  }

  async function takeIn(): Promise<void> {
    const opener = seals.toOpener();
    if (!opener) return;
    const outcome = await connection.use(async (db) => {
      const publicKey = await db.get('meta', 'sealed');
      const marks = IDBKeyRange.bound(pendingPrefix, `${pendingPrefix}\uffff`);
      if (typeof publicKey !== 'string' || (await db.getKey('rollups', marks)) === undefined) return;
      await catchUp(db, seals.toSealer(publicKey), opener, () => !stopped);
    });
    // A roll-up that was harmed is made anew from the events.
    if (!outcome.done && seals.toOpener()) await rebuild();
  }

  return {
    takeIn: () => inTurn(takeIn),
    close: (publicKey) =>
      inTurn(async () => {
        const outcome = await connection.use((db) => closeRollups(db, publicKey));
        if (!outcome.done) return outcome.problem;
        closeHistory(publicKey);
        return null;
      }),
    open: () =>
      inTurn(async () => {
        walk += 1;
        await background;
        const outcome = await connection.use(async (db): Promise<'stuck' | null> => {
          for (let remade = false; ; ) {
            await takeIn();
            const opener = seals.toOpener();
            const publicKey = await db.get('meta', 'sealed');
            if (!opener) return typeof publicKey === 'string' ? 'stuck' : null;
            // One that was harmed is made anew from the events, once.
            const unsealed = await unsealRollups(db, opener).catch((error: unknown) => {
              if (remade) throw error;
              remade = true;
              return rebuild().then(() => false);
            });
            if (!unsealed) continue;
            seals.note(null);
            // From here on what is kept stays open; what is sealed already is opened.
            await db.delete('meta', 'closed');
            const { stuck } = await unsealHistory(db, opener);
            const weekly = await db.get('meta', 'weekly');
            const opened = await openWeekly(weekly, opener);
            if (opened === undefined) await db.delete('meta', 'weekly');
            else if (opened !== weekly) await db.put('meta', opened, 'weekly');
            if (stuck.length === 0) return null;
            if (typeof publicKey !== 'string') return 'stuck';
            await closeRollups(db, publicKey);
            closeHistory(publicKey);
            return 'stuck';
          }
        });
        return outcome.done ? outcome.value : outcome.problem;
      }),
    async settled() {
      await last;
      await background;
    },
    stop() {
      stopped = true;
    },
  };
}
