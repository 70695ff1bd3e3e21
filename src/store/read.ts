import type { Uuid } from '../core/ids';
import type { Language } from '../core/text';
import { languages } from '../core/text';
import type { RecordingPart } from '../session/types';
import type { Connection } from './connection';
import type { Damage } from './damage';
import type { Database } from './database';
import { toFamilyDays } from './family-log';
import { emptyFold, resolveFold } from './fold';
import type { CurrentEvent } from './formats/current';
import { toRecord } from './formats/format';
import { toGoals } from './goals';
import { unpackPart } from './packing';
import { type ParamsOf, toPlan, toPlanFields } from './plan';
import { toHistory } from './plan-log';
import { toProfile } from './profile';
import { readCourses } from './read-courses';
import { readBeatOffsets, readChoice, readNumber } from './read-field';
import { toAdjustmentsKey, toFamilyKey, toFoldKey, toGoalChecksKey, toPlanLogKey, toRangesKey, toSafetyKey, toTotalsKey } from './rollup-keys';
import { readAdjustments, readChecks, readFamilyLog, readFold, readGoalChecks, readPlanLog, readSafetyLog, readTotals } from './rollups';
import { emptySafetyLog, logSafety, type SafetyEvent } from './safety-log';
import type { Opener } from './seal/box';
import { isLockedError, toLockedError } from './seal/locked';
import { openSummaries, readRollup, readStoredPart, toReadableFold } from './seal/read-sealed';
import { isSealed } from './seal/seal-event';
import { toRecording, toStoredSet } from './stored-set';
import type { SafetyLog, SessionSummary, Store } from './types';

/** Everything of a store that only reads. */
export type Reader = Pick<
  Store,
  | 'readChildren'
  | 'readChild'
  | 'readPlan'
  | 'readPlanHistory'
  | 'readDevice'
  | 'readSessions'
  | 'readLastPlayed'
  | 'readSessionsBetween'
  | 'readTotals'
  | 'readFamilyDays'
  | 'readRangeChecks'
  | 'readAdjustments'
  | 'readSafetyLog'
  | 'readSafetyOf'
  | 'readGoals'
  | 'readCourses'
  | 'readPlayedItems'
  | 'readSets'
  | 'readRecording'
  | 'readDamaged'
  | 'listDamaged'
>;

/** What reads need of the lock. */
export interface RecordReading {
  /** What opens sealed records; null while the lock is closed. */
  toOpener(): Opener | null;
  /** Takes into the private roll-ups what was kept while the lock was closed; nothing while it is. */
  takeIn(): Promise<void>;
}

/** Sorts after every instant and day. */
const last = '\uffff';

/** A reader on `connection`; its promises reject when the database cannot be read. */
export function createReader(connection: Connection, records: RecordReading, damage: Damage, paramsOf: ParamsOf): Reader {
  async function use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const outcome = await connection.use(work);
    if (outcome.done) return outcome.value;
    if (isLockedError(outcome.error)) throw outcome.error;
    throw new Error(`storage is ${outcome.problem}`, { cause: outcome.error });
  }

  /** What is read with the lock open holds all that was kept while it was closed. */
  async function useWhole<T>(work: (db: Database) => Promise<T>): Promise<T> {
    await records.takeIn();
    return use(work);
  }

  const toRollup = (key: string) => use((db) => readRollup(db, key, records.toOpener()));
  const toWholeRollup = (key: string) => useWhole((db) => readRollup(db, key, records.toOpener()));

  /** What is stored of a session. Rejects while the lock is closed where something of it is sealed. */
  async function readEvents(session: Uuid): Promise<CurrentEvent[]> {
    const stored = await use((db) => db.getAllFromIndex('events', 'session', session));
    const opener = records.toOpener();
    if (!opener && stored.some(isSealed)) throw toLockedError();
    return (await Promise.all(stored.map((one) => damage.keepOpened(one, opener)))).flatMap((event) => event ?? []);
  }

  async function readSummaries(index: 'at' | 'on', child: Uuid, from: string, to: string): Promise<SessionSummary[]> {
    const range = IDBKeyRange.bound([child, from], [child, to], false, true);
    return useWhole(async (db) => {
      const rollups = await db.getAllFromIndex('rollups', index, range);
      const summaries = rollups.flatMap((rollup) => ('summary' in rollup ? [[rollup.key, rollup.summary] as const] : []));
      return openSummaries(db, summaries, records.toOpener());
    });
  }

  return {
    async readChildren() {
      const prefix = toFoldKey('child', '');
      const rollups = await use((db) => db.getAll('rollups', IDBKeyRange.bound(prefix, prefix + last)));
      const opener = records.toOpener();
      const readable = rollups.map(async (rollup) => ({
        id: rollup.key.slice(prefix.length),
        fold: await toReadableFold(readFold(rollup), opener),
      }));
      return (await Promise.all(readable))
        .sort((a, b) => ((a.fold.firstAt ?? '') < (b.fold.firstAt ?? '') ? -1 : 1))
        .map(({ id, fold }) => toProfile(id, fold));
    },
    async readChild(child) {
      const rollup = await toRollup(toFoldKey('child', child));
      return rollup ? toProfile(child, readFold(rollup)) : null;
    },
    async readPlan(child) {
      return toPlan(child, readFold(await toRollup(toFoldKey('plan', child))), paramsOf);
    },
    async readPlanHistory(child) {
      const [fold, log] = await Promise.all([toRollup(toFoldKey('plan', child)), toWholeRollup(toPlanLogKey(child))]);
      return toHistory(readPlanLog(log), toPlanFields(readFold(fold), paramsOf));
    },
    async readDevice() {
      const rollup = await use(async (db) => db.get('rollups', toFoldKey('device', String(await db.get('meta', 'device')))));
      const { fields } = resolveFold(readFold(rollup), () => undefined);
      const { showNames, pinPutOff, author, place } = fields;
      return {
        pxPerMm: readNumber(fields, 'pxPerMm', null),
        language: readChoice<Language, null>(fields, 'language', languages, null),
        ...readBeatOffsets(fields),
        ...(typeof showNames === 'boolean' ? { showNames } : {}),
        ...(typeof author === 'string' ? { author } : {}),
        ...(place === 'home' || place === 'clinic' ? { place } : {}),
        ...(typeof pinPutOff === 'boolean' ? { pinPutOff } : {}),
      };
    },
    readSessions: (child, limit, before = last) =>
      useWhole(async (db) => {
        const found: SessionSummary[] = [];
        const keys: string[] = [];
        const range = IDBKeyRange.bound([child, ''], [child, before], false, true);
        let cursor = limit > 0 ? await db.transaction('rollups').store.index('at').openCursor(range, 'prev') : null;
        while (cursor && 'summary' in cursor.value) {
          const { summary } = cursor.value;
          // Sessions of one instant, as of two tablets, stay together: the next page begins before it.
          if (found.length >= limit && summary.at !== found.at(-1)?.at) break;
          found.push(summary);
          keys.push(cursor.value.key);
          cursor = await cursor.continue();
        }
        return openSummaries(
          db,
          found.map((summary, i) => [keys[i] ?? '', summary]),
          records.toOpener(),
        );
      }),
    async readLastPlayed(children) {
      return use(async (db) => {
        const store = db.transaction('rollups').store;
        // Only keys are read: the cost is that of one look-up a child, however long its history.
        const newest = async (index: 'at' | 'on', child: Uuid) => {
          const cursor = await store.index(index).openKeyCursor(IDBKeyRange.bound([child, ''], [child, last]), 'prev');
          return cursor?.key[1];
        };
        const played = await Promise.all(
          children.map(async (child) => {
            const [at, on] = await Promise.all([newest('at', child), newest('on', child)]);
            return at !== undefined && on !== undefined ? [[child, { at, on }] as const] : [];
          }),
        );
        return new Map(played.flat());
      });
    },
    async readSessionsBetween(child, from, to) {
      return (await readSummaries('on', child, from, to)).sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    async readTotals(child) {
      return readTotals(await toRollup(toTotalsKey(child)));
    },
    async readFamilyDays(child) {
      const keys = [toFamilyKey(child), toFoldKey('rest-day', child), toFoldKey('not-today', child), toFoldKey('child', child)];
      const [log, ...folds] = await use((db) => Promise.all(keys.map((key) => db.get('rollups', key))));
      const opener = records.toOpener();
      // Of a day that was not for play a closed lock leaves that it was, and not why: its sealed reason stays, unread, in its fold.
      const [rest, notToday, profile] = await Promise.all(folds.map((fold) => (opener ? toReadableFold(readFold(fold), opener) : readFold(fold))));
      return toFamilyDays(readFamilyLog(log), rest ?? emptyFold, notToday ?? emptyFold, profile ?? emptyFold);
    },
    async readRangeChecks(child) {
      return readChecks(await toRollup(toRangesKey(child)));
    },
    async readAdjustments(child) {
      return readAdjustments(await toWholeRollup(toAdjustmentsKey(child)));
    },
    async readSafetyLog(child) {
      return readSafetyLog(await toWholeRollup(toSafetyKey(child)));
    },
    async readSafetyOf(session) {
      const events = await readEvents(session);
      return events.reduce<SafetyLog>((log, event) => (isOfSafety(event) ? logSafety(log, event) : log), emptySafetyLog);
    },
    async readGoals(child) {
      const [checks, fold] = await Promise.all([toWholeRollup(toGoalChecksKey(child)), toRollup(toFoldKey('goal', child))]);
      return { goals: toGoals(readFold(fold)), checks: readGoalChecks(checks) };
    },
    readCourses: (child, since) => useWhole((db) => readCourses(db, child, since, records.toOpener())),
    async readPlayedItems(session) {
      const stored = await use((db) => db.getAllFromIndex('events', 'session', session));
      const items = stored.map(toRecord).flatMap(({ kind, body }) => (kind === 'set' ? [toRecord(body).item] : []));
      return [...new Set(items.filter((item) => typeof item === 'string'))];
    },
    async readSets(session) {
      const events = await readEvents(session);
      return events
        .filter((event) => event.kind === 'set')
        .sort((a, b) => a.n - b.n)
        .map((set) => toStoredSet(set, events));
    },
    async readRecording(set) {
      const [data, parts] = await use(async (db) =>
        Promise.all([db.get('events', set), db.getAll('recordings', IDBKeyRange.bound([set], [set, []]))]),
      );
      const opener = records.toOpener();
      if (!opener && (isSealed(data) || parts.some((part) => toRecord(part).sealed === true))) throw toLockedError();
      const event = data === undefined ? null : await damage.keepOpened(data, opener);
      if (event?.kind !== 'set') return null;
      const whole: RecordingPart[] = [];
      // Frames after a gap would be played to the wrong trial: a recording reaches to its first damaged or missing part.
      for (const [i, part] of parts.entries()) {
        const unpacked = await unpackPart((await readStoredPart(part, opener)) ?? part);
        if (!unpacked.ok) damage.note(`${set}/${i}`, 'recording', unpacked.problems);
        if (!unpacked.ok || toRecord(part).trial !== i) break;
        whole.push(unpacked.value);
      }
      return whole.length > 0 ? toRecording(event, whole) : null;
    },
    readDamaged: () => damage.look(),
    listDamaged: () => damage.list(),
  };
}

function isOfSafety(event: CurrentEvent): event is SafetyEvent {
  return event.kind === 'check' || event.kind === 'feeling' || event.kind === 'incident' || event.kind === 'note';
}
