import type { Millis } from '../core/units';
import type { StorageProblem } from '../session/types';
import type { Connection } from './connection';
import type { Database } from './database';
import type { Overview } from './overview';
import { areCurrent, areReadable } from './rules';
import type { Seals } from './seal/seals';

/** The one maker of roll-ups of a page. */
export interface Rebuilding {
  readonly overview: Overview;
  /** Makes them anew from the first event. Rejects when the database cannot be read or written. */
  anew(): Promise<void>;
  /**
   * Makes them in the background where they are not today's, and never while a child plays; resolves when done, or after `patienceMs`.
   * Roll-ups of another shape would be read wrongly: there it resolves when they are made, with the problem that kept them from it.
   */
  catchUp(patienceMs: Millis): Promise<StorageProblem | null>;
  close(): void;
}

/** While a child plays, how long until it is looked again whether it still does. */
const playLookMs: Millis = 1000;

const wait = (ms: Millis) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One rebuild after the other on `connection`. */
export function createRebuilding(connection: Connection, seals: Seals, isBusy: () => boolean): Rebuilding {
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  let isCurrent = true;
  let closed = false;

  function tell(current: boolean): void {
    if (isCurrent === current) return;
    isCurrent = current;
    for (const listener of listeners) listener();
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function run(mayGoOn: () => Promise<boolean>): Promise<StorageProblem | null> {
    const outcome = await connection.use((db) => make(db, mayGoOn));
    if (outcome.done && outcome.value) tell(true);
    return outcome.done ? null : outcome.problem;
  }

  /** False where sealed records wait for the lock to open: until then the roll-ups from before are shown. */
  async function make(db: Database, mayGoOn: () => Promise<boolean>): Promise<boolean> {
    const publicKey = await db.get('meta', 'sealed');
    // Seldom needed, and never for the first screen.
    const [{ rebuildRollups }, { createClosing }] = await Promise.all([import('./rebuild'), import('./seal/closing')]);
    if (typeof publicKey !== 'string') return rebuildRollups(db, mayGoOn);
    const opener = seals.toOpener();
    if (!opener) return false;
    const isOpen = async () => (await mayGoOn()) && seals.toOpener() !== null;
    return rebuildRollups(db, isOpen, undefined, createClosing(seals.toSealer(publicKey), opener, publicKey));
  }

  /** In the background a child's movement goes first. */
  async function isQuiet(): Promise<boolean> {
    while (!closed && isBusy()) await wait(playLookMs);
    return !closed;
  }

  return {
    overview: {
      get isCurrent() {
        return isCurrent;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    anew: () =>
      inTurn(async () => {
        const { forgetStaged } = await import('./staging');
        await connection.use(forgetStaged);
        const problem = await run(async () => !closed);
        if (problem) throw new Error(`storage is ${problem}`);
      }),
    async catchUp(patienceMs) {
      const found = await connection.use(async (db) => ({ current: await areCurrent(db), readable: await areReadable(db) }));
      if (!found.done) return found.problem;
      if (found.value.current) return null;
      tell(false);
      if (!found.value.readable) return inTurn(() => run(async () => !closed));
      // What stands in the way now is no reason to show nothing: the next opening tries again.
      await Promise.race([inTurn(() => run(isQuiet)), wait(patienceMs)]);
      return null;
    },
    close() {
      closed = true;
    },
  };
}
