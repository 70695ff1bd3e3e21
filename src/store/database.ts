import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { createUuid, type Uuid } from '../core/ids';
import type { StorageProblem } from '../session/types';
import { type Rollup, rollupRules } from './rollups';

/** Number of the database's layout; raised with every change of object stores or indexes, and of how roll-ups look. */
export const databaseVersion = 1;

/** The object stores. What comes out of `events` and `recordings` is unknown until it is checked. */
export interface Schema extends DBSchema {
  events: { key: Uuid; value: unknown; indexes: { order: [device: Uuid, n: number]; session: Uuid } };
  recordings: { key: [set: Uuid, trial: number]; value: unknown };
  // `erased`: ids of erased children; `backup`: the last backup; `weekly`: the file that is written again each week.
  // `sealed`: the public key that the roll-ups are sealed to; absent: they are open. `closed`: that all events and recordings are too.
  // `looked`: how far the history was looked through for damage.
  meta: { key: 'device' | 'count' | 'rollups' | 'lock' | 'erased' | 'backup' | 'weekly' | 'sealed' | 'closed' | 'looked'; value: unknown };
  rollups: { key: string; value: Rollup; indexes: { at: [child: Uuid, at: string]; on: [child: Uuid, on: string] } };
}

/** An open database. */
export type Database = IDBPDatabase<Schema>;

/** The object stores that a write touches. */
export const writeStores = ['events', 'recordings', 'meta', 'rollups'] as const;

/** A transaction over all that a write touches. */
export type WriteTransaction = IDBPTransaction<Schema, typeof writeStores, 'readwrite'>;

/** Where and how a database is opened. */
export interface DatabasePlace {
  /** undefined where the page has none. */
  readonly indexedDB: IDBFactory | undefined;
  readonly name: string;
  readonly version: number;
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  /** How long another tab may stand in the way. */
  readonly waitMs: number;
  /** True while this page cannot do without its connection: a newer version in another tab waits so long. */
  readonly isBusy?: () => boolean;
}

/** An open database, or why there is none. */
export type OpenedDatabase = { readonly db: Database } | { readonly db: null; readonly problem: StorageProblem };

/** How often a page in play looks whether it can give way to a newer version. */
const askAgainMs = 500;

/** Opens the database and makes it when it is new. `onGone` is called when its connection can no longer be used. Never rejects. */
export async function openDatabase(place: DatabasePlace, onGone: () => void): Promise<OpenedDatabase> {
  if (!place.indexedDB) return { db: null, problem: 'refused' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const request = place.indexedDB.open(place.name, place.version);
    const opening = (wrap(request) as unknown as Promise<Database>).then((db) => {
      // A newer version of the app in another tab may upgrade as soon as nobody holds the old layout; running transactions still end.
      // Not in the middle of play: after it this page could keep nothing more.
      const giveWay = () => {
        if (place.isBusy?.()) return void setTimeout(giveWay, askAgainMs);
        db.close();
        onGone();
      };
      db.addEventListener('versionchange', giveWay);
      db.addEventListener('close', onGone);
      return db;
    });
    request.addEventListener('upgradeneeded', (change) => {
      if (change.oldVersion < 1) createStores(request.result, request.transaction, place.randomBytes);
    });
    // Waiting is bounded whatever stands in the way: a deletion queued by another tab sends no `blocked`.
    const waited = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), place.waitMs);
    });
    const db = await Promise.race([opening, waited]);
    if (db) return { db };
    opening.then(
      (late) => late.close(),
      () => {},
    );
    return { db: null, problem: 'blocked' };
  } catch (error) {
    return { db: null, problem: toOpenProblem(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The word for what went wrong in a read or write of an open database. */
export function toProblem(error: unknown): StorageProblem {
  return hasName(error, 'QuotaExceededError') ? 'full' : 'broken';
}

/** True for what a read or write throws when its connection went away under it. */
export function isGone(error: unknown): boolean {
  return hasName(error, 'InvalidStateError') || hasName(error, 'AbortError');
}

/** Ends a transaction: resolves when it is durable. Rejects with the reason, which is the lack of room where that is one of several. */
export async function finishWrite(transaction: WriteTransaction, requests: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled([transaction.done, ...requests]);
  const errors = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome): unknown => outcome.reason);
  if (errors.length > 0) throw errors.find((error) => hasName(error, 'QuotaExceededError')) ?? errors[0];
}

function toOpenProblem(error: unknown): StorageProblem {
  if (hasName(error, 'VersionError')) return 'newer';
  // InvalidStateError: private windows of older Firefox.
  if (['SecurityError', 'NotAllowedError', 'InvalidStateError'].some((name) => hasName(error, name))) return 'refused';
  return toProblem(error);
}

function hasName(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

function createStores(db: IDBDatabase, transaction: IDBTransaction | null, randomBytes: DatabasePlace['randomBytes']): void {
  const events = db.createObjectStore('events', { keyPath: 'id' });
  events.createIndex('order', ['device', 'n']);
  events.createIndex('session', 'body.session');
  db.createObjectStore('recordings', { keyPath: ['set', 'trial'] });
  db.createObjectStore('meta');
  const rollups = db.createObjectStore('rollups', { keyPath: 'key' });
  rollups.createIndex('at', ['summary.child', 'summary.at']);
  rollups.createIndex('on', ['summary.child', 'summary.on']);
  const meta = transaction?.objectStore('meta');
  meta?.add(createUuid(randomBytes), 'device');
  meta?.add(0, 'count');
  meta?.add(rollupRules, 'rollups');
}
