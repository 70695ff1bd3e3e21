import { toNoonUtcMs } from '../../core/dates';
import type { Millis } from '../../core/units';
import type { SaveOutcome, StorageProblem } from '../../session/types';
import type { Connection } from '../connection';
import type { Database } from '../database';
import { checkLock, type LockedRecordKey, type LockRecord } from '../formats/lock';
import { createRecordKey, unwrapRecordKey, wrapRecordKey } from '../seal/record-key';
import { type Hashing, makeProof, type SaidSecret, sayAgain } from './derive';
import { createRecoveryCode, toPlainCode } from './recovery-code';
import type { Lock, LockAnswer, LockState } from './types';
import { toWaitMs } from './wait';

/** The therapist's side locks itself after this long without input. */
export const idleMs: Millis = 600_000;

/** What a lock needs beside the database and hashing. */
export interface LockOptions extends Hashing {
  /** Rises evenly from when the page was loaded, whatever is done to the tablet's clock. */
  readonly sinceLoadMs: () => Millis;
  readonly now: () => { readonly at: string };
  /** Closes the records when a lock is set, to its key. */
  readonly closeRecords: (publicKey: string) => Promise<StorageProblem | null>;
  /** Opens them before it is taken away; `stuck`: something does not open. */
  readonly openRecords: () => Promise<StorageProblem | 'stuck' | null>;
}

/** `none`: no PIN is set; `damaged`: there is a lock that cannot be read, so nothing opens it. */
type Found = { readonly kind: 'none' } | { readonly kind: 'damaged' } | { readonly kind: 'set'; readonly record: LockRecord };

/** The lock on the therapist's side of this tablet. What is open stays in memory alone: a reload locks. */
export function createLock(connection: Connection, options: LockOptions): Lock {
  const { subtle, randomBytes, sinceLoadMs, now } = options;
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  let usedAt: { readonly ms: Millis; readonly wallMs: Millis } | null = null;
  let isSet = false;
  /** What opens sealed records: here while the lock is open, and nowhere else. */
  let privateKey: CryptoKey | null = null;
  let publicKey: string | null = null;
  /** Wrong tries that are kept, as far as this page knows, and those of this page that could not be kept. */
  let kept: number | null = null;
  let unkept = 0;
  /** Since when this page waits: from its loading, or from when it heard of one more. */
  let waitFromMs: Millis = 0;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  /** One after the other: tries at once would not wait for each other's count. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  function note(found: Found): Found {
    isSet = found.kind !== 'none';
    publicKey = found.kind === 'set' ? (found.record.records?.publicKey ?? null) : null;
    if (found.kind !== 'set') return found;
    // A wrong try in another window: without this, each open window would be one more try.
    if (kept !== null && found.record.wrong > kept) waitFromMs = sinceLoadMs();
    kept = found.record.wrong;
    return found;
  }

  function toWaitLeftMs(): Millis {
    return Math.max(0, Math.ceil(waitFromMs + toWaitMs((kept ?? 0) + unkept) - sinceLoadMs()));
  }

  async function find(): Promise<Found> {
    const outcome = await connection.use(async (db) => toFound(await db.get('meta', 'lock')));
    return outcome.done ? note(outcome.value) : { kind: 'damaged' };
  }

  function isOpen(): boolean {
    if (!usedAt) return false;
    // Two clocks: one stands still while a tablet sleeps, the other can be set back.
    const open = sinceLoadMs() - usedAt.ms < idleMs && Math.abs(toInstantMs(now().at) - usedAt.wallMs) < idleMs;
    if (!open) close();
    return open;
  }

  function open(): void {
    usedAt = { ms: sinceLoadMs(), wallMs: toInstantMs(now().at) };
    tell();
  }

  function close(): void {
    if (!usedAt) return;
    usedAt = null;
    privateKey = null;
    tell();
  }

  /** Counts a try before it is known to be right: a page that is closed meanwhile wins no free one. null: it has to wait. */
  async function countTry(): Promise<Found | null> {
    const outcome = await connection.use(async (db) => {
      const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
      const found = note(toFound(await transaction.store.get('lock')));
      const mayTry = toWaitLeftMs() === 0;
      if (found.kind === 'set' && mayTry) await transaction.store.put({ ...found.record, wrong: found.record.wrong + 1 }, 'lock');
      await transaction.done;
      return { found, mayTry };
    });
    if (outcome.done) {
      const { found, mayTry } = outcome.value;
      if (found.kind === 'set' && mayTry) kept = found.record.wrong + 1;
      return found.kind === 'set' && !mayTry ? null : found;
    }
    // A full tablet keeps no count: this page does, so that the adult who makes room is not shut out.
    const found = await find();
    if (found.kind !== 'set') return found;
    if (toWaitLeftMs() > 0) return null;
    unkept += 1;
    return found;
  }

  /** Forgets the wrong tries, and changes what the PIN leads to, where the lock is still the one that was opened. */
  async function settle(record: LockRecord, { pin, records }: Pick<LockRecord, 'pin' | 'records'>, key: CryptoKey | null): Promise<void> {
    await connection.use(async (db) => {
      const transaction = db.transaction('meta', 'readwrite');
      const found = toFound(await transaction.store.get('lock'));
      if (found.kind === 'set' && found.record.pin.proof === record.pin.proof) {
        await transaction.store.put({ ...found.record, pin, records, wrong: 0 }, 'lock');
      }
      await transaction.done;
    });
    kept = 0;
    unkept = 0;
    privateKey = key;
    open();
  }

  /** The lock with more rounds for the same PIN: its key is wrapped anew with it. */
  async function withMoreRounds(record: LockRecord, pin: string, key: CryptoKey | null): Promise<LockRecord> {
    if (record.pin.rounds >= options.rounds) return record;
    const said = await makeProof(options, pin);
    // A key that did not come out of its wrap stays in the old one.
    if (record.records && !key) return record;
    return { ...record, pin: said.proof, records: record.records && key ? { ...record.records, pin: await wrap(key, said) } : null };
  }

  function wrap(key: CryptoKey, secret: SaidSecret): Promise<LockedRecordKey['pin']> {
    if (!subtle) throw new Error('this page cannot hash: it is not secure');
    return wrapRecordKey(subtle, randomBytes, key, secret);
  }

  async function unwrap(wrapped: LockedRecordKey['pin'] | undefined, secret: SaidSecret): Promise<CryptoKey | null> {
    return wrapped && subtle ? unwrapRecordKey(subtle, wrapped, secret) : null;
  }

  /** The key in new wraps: the one that is open, or a new one where none was. */
  async function toRecords(before: LockRecord | null, pin: SaidSecret, code: SaidSecret): Promise<LockedRecordKey> {
    if (!subtle) throw new Error('this page cannot hash: it is not secure');
    if (before?.records && !privateKey) throw new RangeError('the key of the records is not open: sealed records would be lost with a new one');
    const key = before?.records && privateKey ? { publicKey: before.records.publicKey, privateKey } : await createRecordKey(subtle);
    const records = { publicKey: key.publicKey, pin: await wrap(key.privateKey, pin), code: await wrap(key.privateKey, code) };
    // Looked at once more before anything is sealed to it: a key that does not come back would take every record with it.
    if (!(await unwrap(records.pin, pin)) || !(await unwrap(records.code, code))) throw new Error('the key of the records does not come back');
    privateKey = key.privateKey;
    return records;
  }

  async function tryPin(pin: string): Promise<LockAnswer> {
    const found = await countTry();
    if (!found) return { answer: 'wait', waitMs: toWaitLeftMs() };
    if (found.kind !== 'set') return { answer: found.kind === 'none' ? 'open' : 'unreadable', waitMs: 0 };
    const { record } = found;
    const said = await sayAgain(subtle, pin, record.pin);
    if (!said) {
      waitFromMs = sinceLoadMs();
      return { answer: 'wrong', waitMs: toWaitLeftMs() };
    }
    const key = await unwrap(record.records?.pin, said);
    await settle(record, await withMoreRounds(record, pin, key), key);
    return { answer: 'open', waitMs: 0 };
  }

  /** Not counted and never made to wait: 80 bits are not guessed, and a child's poking must not keep an adult from it. */
  async function tryCode(written: string): Promise<LockAnswer> {
    const plain = toPlainCode(written);
    const found = await find();
    if (found.kind !== 'set') return { answer: found.kind === 'none' ? 'open' : 'unreadable', waitMs: 0 };
    const said = plain === null ? null : await sayAgain(subtle, plain, found.record.code);
    if (!said) return { answer: 'wrong', waitMs: 0 };
    await settle(found.record, found.record, await unwrap(found.record.records?.code, said));
    return { answer: 'open', waitMs: 0 };
  }

  async function keep(record: LockRecord | null): Promise<SaveOutcome> {
    const outcome = await connection.use((db) => write(db, record));
    if (!outcome.done) return { saved: false, problem: outcome.problem };
    if (!outcome.value) return { saved: false, problem: 'broken' };
    isSet = record !== null;
    publicKey = record?.records?.publicKey ?? null;
    kept = 0;
    unkept = 0;
    if (record) open();
    else close();
    tell();
    return { saved: true };
  }

  return {
    canSet: subtle !== undefined,
    get isSet() {
      return isSet;
    },
    createCode: () => createRecoveryCode(randomBytes),
    async read(): Promise<LockState> {
      const found = await find();
      if (found.kind === 'none') return { standing: 'none', waitMs: 0 };
      if (isOpen()) return { standing: 'open', waitMs: 0 };
      return found.kind === 'set' ? { standing: 'closed', waitMs: toWaitLeftMs() } : { standing: 'damaged', waitMs: 0 };
    },
    tryPin: (pin) => inTurn(async () => (isPin(pin) ? tryPin(pin) : { answer: 'wrong', waitMs: toWaitLeftMs() })),
    tryCode: (code) => inTurn(() => tryCode(code)),
    set: (pin, code) =>
      inTurn(async () => {
        const plain = toPlainCode(code);
        if (!isPin(pin) || plain === null) throw new RangeError('a PIN has 4 to 8 digits, a code 16 letters');
        const found = await find();
        if (found.kind !== 'none' && !isOpen()) throw new RangeError('a lock that is closed cannot be changed');
        const [byPin, byCode] = await Promise.all([makeProof(options, pin), makeProof(options, plain)]);
        const records = await toRecords(found.kind === 'set' ? found.record : null, byPin, byCode);
        const outcome = await keep({ format: 2, pin: byPin.proof, code: byCode.proof, wrong: 0, records });
        // What cannot be closed now is told, and closed when it is set again or the store opens next; the lock itself is set.
        const problem = outcome.saved ? await options.closeRecords(records.publicKey) : null;
        return problem ? { saved: false, problem } : outcome;
      }),
    remove: () =>
      inTurn(async () => {
        if ((await find()).kind !== 'none' && !isOpen()) throw new RangeError('a lock that is closed cannot be taken away');
        for (;;) {
          const problem = publicKey === null ? null : await options.openRecords();
          if (problem) return { saved: false, problem };
          const outcome = await keep(null);
          // Another window closed them meanwhile.
          if (outcome.saved || !isOpen() || publicKey === null) return outcome;
        }
      }),
    stay() {
      if (isOpen()) usedAt = { ms: sinceLoadMs(), wallMs: toInstantMs(now().at) };
    },
    isOpen,
    get publicKey() {
      return publicKey;
    },
    readPrivateKey: () => (isOpen() ? privateKey : null),
    close,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** True for 4 to 8 digits. */
export function isPin(pin: string): boolean {
  return /^[0-9]{4,8}$/.test(pin);
}

function toFound(data: unknown): Found {
  if (data === undefined) return { kind: 'none' };
  const checked = checkLock(data);
  return checked.ok ? { kind: 'set', record: checked.value } : { kind: 'damaged' };
}

/** False: records are sealed to the lock that was to be taken away, and it stays. */
async function write(db: Database, record: LockRecord | null): Promise<boolean> {
  const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
  const may = record !== null || (await transaction.store.get('sealed')) === undefined;
  if (record) await transaction.store.put(record, 'lock');
  else if (may) await transaction.store.delete('lock');
  await transaction.done;
  return may;
}

/** An instant in UTC as the store stamps it, in milliseconds since 1970. */
function toInstantMs(at: string): Millis {
  const [hours, minutes, seconds] = at.slice(11, 23).split(':').map(Number);
  return toNoonUtcMs(at.slice(0, 10)) + (((hours ?? 0) - 12) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}
