import { countDays, type LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Connection } from './connection';
import type { Database } from './database';
import { type CurrentEvent, checkEvent } from './formats/current';
import { toRecord } from './formats/format';
import { rollupRules } from './rollups';
import type { Opener } from './seal/box';
import { readStored } from './seal/read-sealed';
import { isSealed } from './seal/seal-event';
import type { DamagedEvent } from './types';

/** How far the history was looked through: all ids up to `after` (null: all), and this device's own numbers up to `own`. */
interface Looked {
  readonly rules: string;
  readonly since: LocalDate;
  readonly after: string | null;
  readonly own: number;
  /** Ids of what was found; what is wrong with it is read again when it is asked for, because it may quote a record. */
  readonly found: readonly Uuid[];
}

/** Keeps what is damaged in mind, and looks for it. */
export interface Damage {
  /** The event of what was stored; null: it is damaged, or sealed while the lock is closed. */
  keepOpened(stored: unknown, opener: Opener | null): Promise<CurrentEvent | null>;
  note(id: string, kind: string, problems: readonly string[]): void;
  /** What was met so far. */
  list(): readonly DamagedEvent[];
  /**
   * Looks through what was not looked at yet, some events at a time and not once a child plays, and resolves to all that is damaged. The
   * whole history is gone through after an update or a merge, and once a month; a closed page goes on where it was.
   */
  look(): Promise<readonly DamagedEvent[]>;
  close(): void;
}

/** What looking needs of the page. */
export interface DamageOptions {
  toOpener(): Opener | null;
  readonly isBusy: () => boolean;
  readonly today: () => LocalDate;
}

/** Events that are looked at in one go: a few milliseconds. */
const atOnce = 100;
/** So many goes are noted as one. */
const noteEvery = 20;
const wholeLookDays = 30;
const mostFound = 500;
const playLookMs = 1000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The damage of a page on `connection`. */
export function createDamage(connection: Connection, { toOpener, isBusy, today }: DamageOptions): Damage {
  const damaged = new Map<string, DamagedEvent>();
  let running: Promise<readonly DamagedEvent[]> | null = null;
  let closed = false;

  function note(id: string, kind: string, problems: readonly string[]): void {
    damaged.set(id, { id, kind, problems });
  }

  async function keepOpened(stored: unknown, opener: Opener | null): Promise<CurrentEvent | null> {
    const opened = await readStored(stored, opener);
    const { id, kind } = toRecord(stored);
    if (opened === null) {
      // It is not damaged because the lock is closed.
      if (opener) note(String(id), String(kind), ['sealed: it does not open']);
      return null;
    }
    const checked = checkEvent(opened);
    if (checked.ok) return checked.value;
    note(String(id), typeof kind === 'string' ? kind : '', checked.problems);
    return null;
  }

  async function use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const outcome = await connection.use(work);
    if (outcome.done) return outcome.value;
    throw new Error(`storage is ${outcome.problem}`, { cause: outcome.error });
  }

  /** The ids of damaged events among these; null: the lock is closed, and something of them is sealed. */
  async function findAmong(events: readonly unknown[]): Promise<readonly Uuid[] | null> {
    const opener = toOpener();
    if (!opener && events.some(isSealed)) return null;
    const kept = await Promise.all(events.map((event) => keepOpened(event, opener)));
    return events.flatMap((event, i) => (kept[i] ? [] : [String(toRecord(event).id)]));
  }

  /** The next events that were not looked at; none: all were. */
  function readAhead({ after, own }: Looked): Promise<readonly unknown[]> {
    return use(async (db) => {
      if (after !== null) return db.getAll('events', after === '' ? null : IDBKeyRange.lowerBound(after, true), atOnce);
      const device = String(await db.get('meta', 'device'));
      return db.getAllFromIndex('events', 'order', IDBKeyRange.bound([device, own], [device, Number.POSITIVE_INFINITY], true), atOnce);
    });
  }

  function isThrough(looked: Looked, ahead: readonly unknown[]): boolean {
    return looked.after === null && ahead.length < atOnce;
  }

  async function lookOn(): Promise<readonly DamagedEvent[]> {
    const wasBusy = isBusy();
    let kept = await use((db) => readLooked(db, today()));
    let looked = kept;
    for (let go = 1; !closed; go++) {
      // A child who begins to play meanwhile goes first.
      while (!closed && !wasBusy && isBusy()) await wait(playLookMs);
      const ahead = await readAhead(looked);
      const found = await findAmong(ahead);
      // What is sealed is looked at when the lock is open.
      if (found === null) break;
      const through = isThrough(looked, ahead);
      looked = toNext(looked, ahead, found);
      if (through || go % noteEvery === 0) {
        const noted = await use((db) => noteLooked(db, kept, looked));
        if (noted && through) break;
        // Another page went on, or a merge has the whole history looked through again.
        kept = noted ? looked : await use((db) => readLooked(db, today()));
        looked = kept;
      }
      await wait(0);
    }
    const unread = looked.found.filter((id) => !damaged.has(id));
    await findAmong((await use((db) => Promise.all(unread.map((id) => db.get('events', id))))).filter((event) => event !== undefined));
    return [...damaged.values()];
  }

  return {
    keepOpened,
    note,
    list: () => [...damaged.values()],
    look() {
      running ??= lookOn().finally(() => {
        running = null;
      });
      return running;
    },
    close() {
      closed = true;
    },
  };
}

/** To be deleted in every transaction that takes events in from elsewhere. */
const lookedKey = 'looked';

/** How far it is; from the beginning after an update, a merge, or a month. */
async function readLooked(db: Database, today: LocalDate): Promise<Looked> {
  const transaction = db.transaction('meta', 'readwrite');
  const { store } = transaction;
  const [stored, count] = await Promise.all([store.get(lookedKey) as Promise<Looked | undefined>, store.get('count')]);
  const goesOn = stored !== undefined && stored.rules === rollupRules && Math.abs(countDays(stored.since, today)) <= wholeLookDays;
  const looked: Looked = goesOn ? stored : { rules: rollupRules, since: today, after: '', own: Number(count ?? 0), found: [] };
  if (!goesOn) await store.put(looked, lookedKey);
  await transaction.done;
  return looked;
}

/** Notes how far it is now; false: it is no longer what this page had noted. */
async function noteLooked(db: Database, kept: Looked, looked: Looked): Promise<boolean> {
  const transaction = db.transaction('meta', 'readwrite');
  const isMine = JSON.stringify(await transaction.store.get(lookedKey)) === JSON.stringify(kept);
  if (isMine) await transaction.store.put(looked, lookedKey);
  await transaction.done;
  return isMine;
}

function toNext(looked: Looked, ahead: readonly unknown[], found: readonly Uuid[]): Looked {
  const last = toRecord(ahead.at(-1));
  const more = { ...looked, found: [...new Set([...looked.found, ...found])].slice(-mostFound) };
  if (looked.after === null) return ahead.length > 0 ? { ...more, own: Number(last.n) } : more;
  return { ...more, after: ahead.length < atOnce ? null : String(last.id) };
}
