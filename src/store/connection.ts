import type { StorageProblem } from '../session/types';
import { type Database, type DatabasePlace, isGone, openDatabase, toProblem } from './database';

/** What a piece of work came to: its value, or why storage cannot do it. */
export type Done<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly problem: StorageProblem; readonly error?: unknown };

/** The one connection to the database; it is opened again when it was lost. */
export interface Connection {
  /** Does work on the database; when the connection was gone, once more on a new one. Work must stand being done twice. Never rejects. */
  use<T>(work: (db: Database) => Promise<T>): Promise<Done<T>>;
  /** Ends the connection for good. */
  close(): void;
}

/** A connection that opens with its first use. */
export function createConnection(place: DatabasePlace): Connection {
  let opening: ReturnType<typeof openDatabase> | null = null;
  let closed = false;

  function open(): ReturnType<typeof openDatabase> {
    if (opening) return opening;
    const mine = openDatabase(place, () => {
      forget(mine);
      // The browser closed it in the middle of play: until it is open again a newer version could take the database away.
      if (!closed && place.isBusy?.()) void open();
    });
    opening = mine;
    return mine;
  }

  function forget(which: ReturnType<typeof openDatabase>): void {
    if (opening === which) opening = null;
  }

  async function run<T>(work: (db: Database) => Promise<T>, again: boolean): Promise<Done<T>> {
    if (closed) return { done: false, problem: 'broken' };
    const mine = open();
    const opened = await mine;
    if (!opened.db) {
      forget(mine);
      return { done: false, problem: opened.problem };
    }
    try {
      return { done: true, value: await work(opened.db) };
    } catch (error) {
      if (!again || !isGone(error)) return { done: false, problem: toProblem(error), error };
      opened.db.close();
      forget(mine);
      return run(work, false);
    }
  }

  return {
    use: (work) => run(work, true),
    close() {
      closed = true;
      void opening?.then(({ db }) => db?.close());
      opening = null;
    },
  };
}
