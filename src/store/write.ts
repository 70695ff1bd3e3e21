import type { LocalDate } from '../core/dates';
import { createUuid, type Uuid } from '../core/ids';
import type { NotTodayReason } from '../plan/types';
import type { SaveOutcome, SessionRecord } from '../session/types';
import type { Connection } from './connection';
import { type Database, finishWrite, type WriteTransaction, writeStores } from './database';
import { type Draft, toDraft } from './drafts';
import { childFormat } from './formats/child';
import { type CurrentEvent, checkEvent } from './formats/current';
import { deviceFormat } from './formats/device';
import type { Format } from './formats/format';
import { goalFormat } from './formats/goal';
import { notTodayFormat } from './formats/not-today';
import { planFormat } from './formats/plan';
import type { PackedPart } from './formats/recording';
import { restDayFormat } from './formats/rest-day';
import { packPart } from './packing';
import { toRollupKeys } from './rollup-keys';
import { editKinds, type Rollup, readFold, rollUp } from './rollups';
import { appendSealed } from './seal/append-sealed';
import { type SealedDraft, sealDraft } from './seal/seal-write';
import type { Seals } from './seal/seals';
import type { Fields } from './types';
import type { Stamp } from './unsaved';
import { createWaiting, type Waiting, type WaitingOptions } from './waiting';

/** What writes need beside the database. */
export interface WriteOptions {
  readonly randomBytes: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
  /** The family's own day and the instant in UTC (`Date.toISOString`). */
  readonly now: () => Stamp;
}

/** Writes of the store, one after the other in the order in which they were asked for. What was played waits where it cannot be kept; edits do not. */
export interface Writer extends Pick<Waiting, 'save' | 'unsaved' | 'isBusy'> {
  /** Ends the tries to keep what waits. */
  stopWaiting(): void;
  editChild(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  editPlan(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  editDevice(fields: Fields): Promise<SaveOutcome>;
  editGoals(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  setRestDay(child: Uuid, on: LocalDate, rest: boolean): Promise<SaveOutcome>;
  setNotToday(child: Uuid, on: LocalDate, reason: NotTodayReason | null): Promise<SaveOutcome>;
}

type EditDraft = Extract<Draft, { kind: 'child' | 'plan' | 'device' | 'rest-day' | 'not-today' | 'goal' }>;

interface Numbered {
  readonly device: Uuid;
  readonly n: number;
}

/**
 * `strict`: a trial is on the disk, and not only with the operating system, when it is called saved; a tablet whose battery ends keeps
 * it. From the call to durable, 3 s of frames at 60 Hz, Chromium on a disk, 200 trials: median 7 ms, as with `relaxed`; p95 15 to 24 ms
 * instead of 11 to 14.
 */
const durability = 'strict';

/** A writer on `connection`; events are only ever added. */
export function createWriter(connection: Connection, seals: Seals, options: WriteOptions & WaitingOptions): Writer {
  const { randomBytes, now } = options;
  let last: Promise<unknown> = Promise.resolve();

  /** Records keep their order although frames are packed meanwhile. */
  function inTurn(work: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function keep(draft: Draft, part: PackedPart | null, stamp: Stamp): Promise<SaveOutcome> {
    const outcome = await connection.use((db) => append(db, seals, draft, part, stamp));
    return outcome.done ? { saved: true } : { saved: false, problem: outcome.problem };
  }

  async function edit(draft: EditDraft, format: Format<CurrentEvent>): Promise<SaveOutcome> {
    if (Object.keys(draft.body.fields).length === 0) return { saved: true };
    const checked = format.check({ ...draft, device: draft.id, n: 1, ...now(), base: [] });
    if (!checked.ok) throw new RangeError(`this edit cannot be kept: ${checked.problems.join('; ')}`);
    return inTurn(() => keep(draft, null, now()));
  }

  function keepRecord(record: SessionRecord, stamp: Stamp): Promise<SaveOutcome> {
    return inTurn(async () => {
      try {
        const part = record.kind === 'trial' ? await packPart(record.set, record.result.trial, record.part) : null;
        return await keep(toDraft(record), part, stamp);
      } catch {
        // What the browser cannot pack (a lack of memory) is not kept, and is not called kept.
        return { saved: false, problem: 'broken' };
      }
    });
  }

  const waiting = createWaiting(keepRecord, options);

  return {
    save: waiting.save,
    unsaved: waiting.unsaved,
    isBusy: waiting.isBusy,
    stopWaiting: waiting.close,
    editChild: (child, fields) =>
      edit({ id: createUuid(randomBytes), kind: 'child', format: childFormat.format, child, body: { fields } }, childFormat),
    editPlan: (child, fields) => edit({ id: createUuid(randomBytes), kind: 'plan', format: planFormat.format, child, body: { fields } }, planFormat),
    editDevice: (fields) =>
      edit({ id: createUuid(randomBytes), kind: 'device', format: deviceFormat.format, child: null, body: { fields } }, deviceFormat),
    editGoals: (child, fields) => edit({ id: createUuid(randomBytes), kind: 'goal', format: goalFormat.format, child, body: { fields } }, goalFormat),
    setRestDay: (child, on, rest) =>
      edit(
        { id: createUuid(randomBytes), kind: 'rest-day', format: restDayFormat.format, child, body: { fields: { [on]: rest ? true : null } } },
        restDayFormat,
      ),
    setNotToday: (child, on, reason) =>
      edit(
        { id: createUuid(randomBytes), kind: 'not-today', format: notTodayFormat.format, child, body: { fields: { [on]: reason } } },
        notTodayFormat,
      ),
  };
}

/**
 * Event, frames, number and roll-ups in one transaction: all of it is durable, or nothing is kept. On a tablet with a PIN it is sealed
 * before; where the lock was set or taken away meanwhile, it is sealed, or left open, anew.
 */
async function append(db: Database, seals: Seals, draft: Draft, part: PackedPart | null, stamp: Stamp): Promise<void> {
  for (let to = await seals.readKey(db); ; ) {
    const sealed = to === null ? null : await sealDraft(seals.toSealer(to), draft, part, stamp);
    const now = await appendOnce(db, { draft, part, stamp, sealed, to });
    if (now === to) return;
    to = now;
    seals.note(now);
  }
}

interface Append {
  readonly draft: Draft;
  readonly part: PackedPart | null;
  readonly stamp: Stamp;
  readonly sealed: SealedDraft | null;
  readonly to: string | null;
}

/** The key that the roll-ups are sealed to; another one than the record's: nothing was kept. */
async function appendOnce(db: Database, { draft, part, stamp, sealed, to }: Append): Promise<string | null> {
  const transaction: WriteTransaction = db.transaction(writeStores, 'readwrite', { durability });
  const requests: Promise<unknown>[] = [];
  const ask = (request: Promise<unknown>) => {
    request.catch(() => {});
    requests.push(request);
  };
  transaction.done.catch(() => {});
  try {
    const meta = transaction.objectStore('meta');
    const [known, device, count, gone, key] = await Promise.all([
      transaction.objectStore('events').getKey(draft.id),
      meta.get('device'),
      meta.get('count'),
      meta.get('erased'),
      meta.get('sealed'),
    ]);
    const now = key === undefined ? null : String(key);
    // A child whose record was erased may still be playing in another window: nothing of it comes back.
    const isErased = draft.child !== null && Array.isArray(gone) && gone.includes(draft.child);
    if (known === undefined && !isErased && now === to) {
      const numbered = { device: String(device), n: Number(count ?? 0) + 1 };
      const { event, good, rollups } = await takeIn(transaction, { ...draft, ...numbered, ...stamp });
      if (sealed === null) {
        ask(transaction.objectStore('events').add(event));
        for (const rollup of rollups) ask(transaction.objectStore('rollups').put(rollup));
      } else {
        const closed = { ...sealed.event, ...numbered, ...(good && 'base' in good ? { base: good.base } : {}) };
        ask(good ? appendSealed(transaction, good, closed, sealed.fields) : transaction.objectStore('events').add(closed));
      }
      ask(meta.put(numbered.n, 'count'));
      const frames = sealed ? sealed.part : part;
      if (frames) ask(transaction.objectStore('recordings').add(frames));
    }
    await finishWrite(transaction, requests);
    return now;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

interface TakenIn {
  readonly event: unknown;
  /** The same, where it fits its format. */
  readonly good: CurrentEvent | null;
  readonly rollups: Iterable<Rollup>;
}

/** The event as it will be kept, and the roll-ups with it. One that its own format refuses is a fault of ours: kept, reported, not counted. */
async function takeIn(transaction: WriteTransaction, stamped: Draft & Stamp & Numbered): Promise<TakenIn> {
  const unseen: unknown = editKinds.has(stamped.kind) ? { ...stamped, base: [] } : stamped;
  const checked = checkEvent(unseen);
  if (!checked.ok) return { event: unseen, good: null, rollups: [] };
  const rollups = new Map<string, Rollup>();
  const known = await Promise.all(toRollupKeys(checked.value).map((key) => transaction.objectStore('rollups').get(key)));
  for (const rollup of known) if (rollup) rollups.set(rollup.key, rollup);
  const [key = ''] = toRollupKeys(checked.value);
  const event = 'base' in checked.value ? { ...checked.value, base: readFold(rollups.get(key)).heads } : checked.value;
  rollUp(rollups, event);
  return { event, good: event, rollups: [...rollups.values()].filter((rollup) => !known.includes(rollup)) };
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already.
  }
}
