import type { LocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { eraseChild } from '../erase';
import type { BackupMark, EventEnvelope } from '../formats/backup';
import type { PackedPart } from '../formats/recording';
import type { ParamsOf } from '../plan';
import { sealWeekly } from '../seal/seal-weekly';
import type { Seals } from '../seal/seals';
import { countFresh, readErased, takeInEvents, takeInParts, unmade } from './events';
import { LimitReached } from './lines';
import { createPassphrase, deriveBackupKey } from './passphrase';
import { BackupFault, openFile, readRecords } from './read-file';
import { readNewestSession, readReview, readStanding } from './standing';
import type { BackupCheck, BackupOf, CheckedBackup, Merged, Outcome, Transfer } from './types';
import { mayWrite, readWeekly, readWeeklyName, writeWhole } from './weekly';
import { type FileTools, writeFile } from './write-file';

/** What backups need beside the database. */
export interface TransferOptions extends Omit<FileTools, 'subtle' | 'opener'> {
  /** undefined where the page is not secure. */
  readonly subtle: SubtleCrypto | undefined;
  readonly rounds: number;
  readonly now: () => { readonly on: LocalDate; readonly at: string };
  readonly paramsOf: ParamsOf;
  readonly seals: Seals;
  /** Makes all roll-ups anew. */
  readonly rebuild: () => Promise<void>;
}

const eventBatch = 500;
const partBatch = 20;

/** Backups, merging and erasing on `connection`. */
export function createTransfer(connection: Connection, options: TransferOptions): Transfer {
  const { randomBytes, now, paramsOf, rounds, seals } = options;
  /** The newest event of the backup that was made last, until the adult has it. */
  let made: BackupMark | null = null;

  function needSubtle(): SubtleCrypto {
    if (!options.subtle) throw new Error('this page cannot encrypt: it is not secure');
    return options.subtle;
  }

  async function use<T>(work: (db: Database) => Promise<T>): Promise<Outcome<T>> {
    const outcome = await connection.use(work);
    return outcome.done ? { ok: true, value: outcome.value } : { ok: false, problem: outcome.problem };
  }

  async function read<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const outcome = await connection.use(work);
    if (outcome.done) return outcome.value;
    throw new Error(`storage is ${outcome.problem}`, { cause: outcome.error });
  }

  function newKey(passphrase: string) {
    const salt = new Uint8Array(16);
    salt.set(randomBytes(salt));
    return deriveBackupKey(needSubtle(), passphrase, salt, rounds);
  }

  const readMade = async (db: Database): Promise<BackupMark> => ({ ...now(), n: Number((await db.get('meta', 'count')) ?? 0) });
  const keepMark = (mark: BackupMark) => use((db) => db.put('meta', mark, 'backup'));

  return {
    canSeal: options.subtle !== undefined,
    createPassphrase: () => createPassphrase(randomBytes),
    async write(of: BackupOf, passphrase: string) {
      const key = await newKey(passphrase);
      const outcome = await connection.use(async (db) => {
        const mark = await readMade(db);
        const file = await writeFile(db, of, key, { ...options, subtle: needSubtle(), opener: seals.toOpener() });
        if (of.what === 'tablet') made = mark;
        return file;
      });
      if (outcome.done) return { ok: true, value: outcome.value };
      return { ok: false, problem: outcome.error instanceof LimitReached ? 'too-large' : outcome.problem };
    },
    async markKept() {
      if (made) await keepMark(made);
    },
    check: (file, passphrase) => checkFile(file, passphrase, needSubtle(), read),
    async merge(backup, bringBack) {
      const merged = await use((db) => merge(db, backup, bringBack, needSubtle(), seals));
      // Also where room ran out on the way, or where an earlier merge was cut off: what is there shows.
      const stale = await use(async (db) => (await db.get('meta', 'rollups')) === unmade);
      if (stale.ok && stale.value) await options.rebuild();
      return merged;
    },
    erase: (child) => use((db) => eraseChild(db, child)),
    readStanding: () => read(async (db) => ({ ...(await readStanding(db, now().on)), weekly: options.subtle ? await readWeeklyName(db) : null })),
    readReview: (child) => read((db) => readReview(db, child, paramsOf, seals.toOpener())),
    readNewestSession: (child) => read((db) => readNewestSession(db, child)),
    async setWeekly(file, passphrase) {
      const key = file ? await newKey(passphrase) : null;
      return use(async (db) => {
        const to = await seals.readKey(db);
        const kept = { ...key, file };
        await (file ? db.put('meta', to === null ? kept : await sealWeekly(seals.toSealer(to), kept), 'weekly') : db.delete('meta', 'weekly'));
        return null;
      });
    },
    async writeWeekly({ now: atOnce, ask }) {
      const weekly = options.subtle ? await read((db) => readWeekly(db, seals)) : null;
      if (!weekly) return 'none';
      if (!atOnce && !(await read((db) => readStanding(db, now().on))).due) return 'not-due';
      try {
        if (!(await mayWrite(weekly.file, ask))) return 'ask';
        const mark = await read(readMade);
        const file = await read((db) =>
          writeFile(db, { what: 'tablet', recordings: false }, weekly, { ...options, subtle: needSubtle(), opener: seals.toOpener() }),
        );
        await writeWhole(weekly.file, file);
        await keepMark(mark);
        return 'written';
      } catch {
        // The file was moved or thrown away, or its disk is full: said, and tried again next time.
        return 'refused';
      }
    },
  };
}

/** Reads a file from its first to its last record and changes nothing. */
async function checkFile(
  file: Blob,
  passphrase: string,
  subtle: SubtleCrypto,
  read: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
): Promise<BackupCheck> {
  const opened = await openFile(file, passphrase, subtle);
  if (typeof opened === 'string') return { ok: false, problem: opened };
  const children = new Set<Uuid>();
  let ids: Uuid[] = [];
  let fresh = 0;
  let damaged = 0;
  try {
    for await (const record of readRecords(file, opened, subtle)) {
      if (!('event' in record)) continue;
      const { id, child } = record.event;
      if (child !== null) children.add(child);
      if (record.damaged) damaged += 1;
      if (ids.push(id) < eventBatch) continue;
      const batch = ids;
      ids = [];
      fresh += await read((db) => countFresh(db, batch));
    }
  } catch (error) {
    if (error instanceof BackupFault) return { ok: false, problem: error.problem };
    throw error;
  }
  fresh += await read((db) => countFresh(db, ids));
  const erased = (await read(readErased)).filter((child) => children.has(child));
  return { ok: true, backup: { header: opened.layout.header, file, opened, fresh, damaged, children: [...children], erased } };
}

/** Takes a checked file in, batch by batch; each batch is whole, and all of it can be done again. */
async function merge(db: Database, { file, opened }: CheckedBackup, bringBack: readonly Uuid[], subtle: SubtleCrypto, seals: Seals): Promise<Merged> {
  const erased = await readErased(db);
  const passOver = new Set(erased.filter((child) => !bringBack.includes(child)));
  if (passOver.size < erased.length) await db.put('meta', [...passOver], 'erased');
  const merged = { events: 0, recordings: 0 };
  let events: EventEnvelope[] = [];
  let parts: PackedPart[] = [];
  const keepEvents = async () => {
    merged.events += (await takeInEvents(db, events, passOver, seals)).length;
    events = [];
  };
  const keepParts = async () => {
    merged.recordings += await takeInParts(db, parts, seals);
    parts = [];
  };
  for await (const record of readRecords(file, opened, subtle)) {
    if ('event' in record && events.push(record.event) >= eventBatch) await keepEvents();
    if ('part' in record) {
      // Recordings come last and find their sets here.
      if (parts.length === 0) await keepEvents();
      if (parts.push(record.part) >= partBatch) await keepParts();
    }
  }
  await keepEvents();
  await keepParts();
  return merged;
}
