import { countDays, type LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Connection } from './connection';
import type { Damage, DamageOptions } from './damage';
import type { Database } from './database';
import { toRecord } from './formats/format';
import { rollupRules } from './rollups';
import { isSealed } from './seal/seal-event';

/** How far the history was looked through: all ids up to `after` (null: all), and this device's own numbers up to `own`. */
interface Looked {
  readonly rules: string;
  readonly since: LocalDate;
  readonly after: string | null;
  readonly own: number;
  /** Ids of what was found; what is wrong with it is read again when it is asked for, because it may quote a record. */
  readonly found: readonly Uuid[];
}

/** What a look needs of the page and of what is known. */
export interface LookOptions extends Pick<Damage, 'keepOpened'>, Pick<DamageOptions, 'toOpener' | 'isBusy'> {
  readonly today: LocalDate;
  isClosed(): boolean;
  isKnown(id: string): boolean;
}

/** Events that are looked at in one go: a few milliseconds. */
const atOnce = 100;
/** So many goes are noted as one. */
const noteEvery = 20;
const wholeLookDays = 30;
const mostFound = 500;
/** While a child plays, how long until it is looked again whether it still does. */
const playLookMs = 1000;
/** In `meta`; deleted by every transaction that takes events in from elsewhere (transfer/events.ts). */
const lookedKey = 'looked';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Looks at what was not looked at yet, some events at a time and not once a child plays. The whole history is gone through after an update
 * or a merge, and once a month; a closed page goes on where it was. Rejects when the database cannot be read.
 */
export async function lookForDamage(connection: Connection, options: LookOptions): Promise<void> {
  const { toOpener, isBusy, keepOpened, today, isClosed, isKnown } = options;

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

  let kept = await use((db) => readLooked(db, today));
  let looked = kept;
  for (let go = 1; !isClosed(); go++) {
    while (!isClosed() && isBusy()) await wait(playLookMs);
    const ahead = await use((db) => readAhead(db, looked));
    const found = await findAmong(ahead);
    // What is sealed is looked at when the lock is open.
    if (found === null) break;
    const isThrough = looked.after === null && ahead.length < atOnce;
    looked = toNext(looked, ahead, found);
    if (isThrough || go % noteEvery === 0) {
      const noted = await use((db) => noteLooked(db, kept, looked));
      if (noted && isThrough) break;
      // Another page went on, or a merge has the whole history looked through again.
      kept = noted ? looked : await use((db) => readLooked(db, today));
      looked = kept;
    }
    await wait(0);
  }
  const unread = looked.found.filter((id) => !isKnown(id));
  await findAmong((await use((db) => Promise.all(unread.map((id) => db.get('events', id))))).filter((event) => event !== undefined));
}

/** The next events that were not looked at; none: all were. */
async function readAhead(db: Database, { after, own }: Looked): Promise<readonly unknown[]> {
  if (after !== null) return db.getAll('events', after === '' ? null : IDBKeyRange.lowerBound(after, true), atOnce);
  const device = String(await db.get('meta', 'device'));
  return db.getAllFromIndex('events', 'order', IDBKeyRange.bound([device, own], [device, Number.POSITIVE_INFINITY], true), atOnce);
}

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
