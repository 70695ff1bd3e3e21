import type { Uuid } from '../core/ids';
import type { Database } from './database';
import { foldEdits } from './fold';
import { type CurrentEvent, checkEvent } from './formats/current';
import { toRecord } from './formats/format';
import { toRollupKeys } from './rollup-keys';
import { isEdit, listEdit, type RebuildMark, type Rollup, rollUp, rollupRules, type Staged, toEdit } from './rollups';
import { areCurrent } from './rules';
import { type Closing, notClosed } from './seal/closing';
import { beginStaging, editPrefix, isStill, nextPrefix, putAll, putMark, readMark, showStaged, toStaged, usualStep } from './staging';

/** Steps that are held in memory before they are kept together: each alone would write the long logs of its children again. */
const stepsAtOnce = 200;
/** Roll-ups that are closed at once: some are long, and all of their text is made before the page can draw. */
const closedAtOnce = 20;

/**
 * Makes all roll-ups anew from the events, step by step beside those that are shown, and puts them in their place in one transaction. Some
 * steps are kept together: a page that is killed goes on from there, two pages do no harm to each other, and what is played meanwhile is
 * taken in at the end. `mayGoOn` is awaited before each step; false leaves the rest for later. On a tablet with a PIN all that is written is
 * closed. Returns whether the new ones are shown.
 */
export async function rebuildRollups(db: Database, mayGoOn: () => Promise<boolean>, atOnce = usualStep, closing = notClosed): Promise<boolean> {
  for (let begun = false; await mayGoOn(); begun = true) {
    // A PIN came or went: what would be written now belongs to another state of the lock.
    if (((await db.get('meta', 'sealed')) ?? null) !== closing.to) return false;
    const found = await readRebuild(db, closing);
    // Another page came to the end.
    if (!found && begun && (await areCurrent(db))) return true;
    const mark = found ?? (await begin(db, closing));
    if (mark.phase !== 'folds') {
      if (!(await takeEvents(db, closing, mark, mayGoOn, atOnce))) await begin(db, closing);
    } else if (!(await foldNext(db, mark))) {
      const shown = await showNext(db, mark, atOnce);
      if (shown === 'yes') return true;
      if (shown === 'not-whole') await begin(db, closing);
    }
  }
  return false;
}

async function readRebuild(db: Database, { to }: Closing): Promise<RebuildMark | null> {
  const mark = await readMark({ get: (key) => db.get('rollups', key) });
  return mark && mark.phase !== 'turn' && mark.rules === rollupRules && mark.to === to ? mark : null;
}

function begin(db: Database, { to }: Closing): Promise<RebuildMark> {
  return beginStaging(db, { rules: rollupRules, to, phase: 'events', after: null, own: 0, seen: 0, folded: '' });
}

/** The next events after those that were seen. False: what was made before is harmed. */
async function takeEvents(db: Database, closing: Closing, before: RebuildMark, mayGoOn: () => Promise<boolean>, atOnce: number): Promise<boolean> {
  const device = String(await db.get('meta', 'device'));
  const held = createHeld();
  let mark = before;
  for (let step = 0; step < stepsAtOnce && mark.phase === before.phase && (step === 0 || (await mayGoOn())); step++) {
    const ahead: unknown[] = await db.getAllFromIndex('events', 'order', toAhead(mark, device), atOnce);
    if (!(await takeIn(held, db, closing, toGood(await closing.openEvents(ahead))))) return false;
    mark = {
      ...mark,
      phase: ahead.length < atOnce ? 'folds' : mark.phase,
      folded: '',
      after: mark.phase === 'events' && ahead.length > 0 ? toPlace(ahead.at(-1)) : mark.after,
      own: ahead.reduce<number>((n, event) => (toRecord(event).device === device ? Math.max(n, toPlace(event)[1]) : n), mark.own),
      seen: mark.seen + ahead.length,
    };
  }
  const records = await toRecords(held, closing);
  const transaction = db.transaction(['rollups', 'meta'], 'readwrite');
  transaction.done.catch(() => {});
  const store = transaction.objectStore('rollups');
  const sealed = (await transaction.objectStore('meta').get('sealed')) ?? null;
  // Another page did this, or a PIN came or went meanwhile.
  if (sealed !== closing.to || !(await isStill(store, before))) return true;
  await putAll(store, records, atOnce);
  await Promise.all([putMark(store, mark), transaction.done]);
  return true;
}

function toAhead({ phase, after, own }: RebuildMark, device: Uuid): IDBKeyRange | null {
  if (phase === 'late') return toOwnAfter(device, own);
  return after ? IDBKeyRange.lowerBound(after, true) : null;
}

function toOwnAfter(device: Uuid, own: number): IDBKeyRange {
  return IDBKeyRange.bound([device, own], [device, Number.POSITIVE_INFINITY], true);
}

/** What some steps made and is not kept yet. */
interface Held {
  readonly rollups: Map<string, Rollup>;
  readonly edits: { readonly fold: string; readonly edit: ReturnType<typeof toEdit> }[];
  /** Keys that were looked up. */
  readonly known: Set<string>;
}

const createHeld = (): Held => ({ rollups: new Map(), edits: [], known: new Set() });

/** Takes events into what is not shown yet; edits are kept as they are until all are there. False: what was made before is harmed. */
async function takeIn(held: Held, db: Database, closing: Closing, events: readonly CurrentEvent[]): Promise<boolean> {
  const keys = [...new Set(events.flatMap((event) => toRollupKeys(event).slice(isEdit(event) ? 1 : 0)))].filter((key) => !held.known.has(key));
  const kept = await Promise.all(keys.map((key) => db.get('rollups', nextPrefix + closing.toKey(key))));
  for (const one of await Promise.all(kept.map((found) => (found && 'next' in found ? closing.open(found.next) : undefined)))) {
    if (one === null) return false;
    if (one) held.rollups.set(one.key, one);
  }
  for (const key of keys) held.known.add(key);
  for (const event of events) {
    if (!isEdit(event)) rollUp(held.rollups, event);
    else {
      listEdit(held.rollups, event);
      held.edits.push({ fold: toRollupKeys(event)[0] ?? '', edit: toEdit(event) });
    }
  }
  return true;
}

/** What is held as it is kept. */
async function toRecords({ rollups, edits }: Held, closing: Closing): Promise<readonly Staged[]> {
  const closed = await mapSome([...rollups.values()], (rollup) => closing.close(rollup));
  const staged = await mapSome(edits, async ({ fold, edit }): Promise<Staged> => {
    return { key: toEditKey(fold, edit.id), edit: await closing.closeEdit(fold, edit) };
  });
  return [...closed.flat().map(toStaged), ...staged];
}

async function mapSome<T, U>(all: readonly T[], change: (one: T) => Promise<U>): Promise<readonly U[]> {
  const changed: U[] = [];
  for (let i = 0; i < all.length; i += closedAtOnce) changed.push(...(await Promise.all(all.slice(i, i + closedAtOnce).map(change))));
  return changed;
}

/** Folds the edits of one thing; false when all are folded. */
async function foldNext(db: Database, before: RebuildMark): Promise<boolean> {
  const transaction = db.transaction('rollups', 'readwrite');
  transaction.done.catch(() => {});
  const { store } = transaction;
  const from = before.folded === '' ? editPrefix : `${toEditKey(before.folded, '')}\uffff`;
  const next = await store.getKey(IDBKeyRange.bound(from, `${editPrefix}\uffff`));
  if (next === undefined || !(await isStill(store, before))) {
    await transaction.done;
    return next !== undefined;
  }
  const key = next.slice(editPrefix.length, next.lastIndexOf('/'));
  const edits = await store.getAll(IDBKeyRange.bound(toEditKey(key, ''), `${toEditKey(key, '')}\uffff`));
  void store.put(toStaged({ key, fold: foldEdits(edits.flatMap((one) => ('edit' in one ? [one.edit] : []))) }));
  void putMark(store, { ...before, folded: key });
  await transaction.done;
  return true;
}

/** Shows the new roll-ups. `late`: what came meanwhile is to be taken in first; `not-whole`: events came from elsewhere, or are gone. */
async function showNext(db: Database, mark: RebuildMark, atOnce: number): Promise<'yes' | 'late' | 'not-whole' | 'not-mine'> {
  const transaction = db.transaction(['events', 'rollups', 'meta'], 'readwrite');
  transaction.done.catch(() => {});
  const [store, meta] = [transaction.objectStore('rollups'), transaction.objectStore('meta')];
  const order = transaction.objectStore('events').index('order');
  if (!(await isStill(store, mark)) || ((await meta.get('sealed')) ?? null) !== mark.to) return 'not-mine';
  const late = await order.count(toOwnAfter(String(await meta.get('device')), mark.own));
  if ((await order.count()) !== mark.seen + late) return 'not-whole';
  if (late > 0) {
    await Promise.all([putMark(store, { ...mark, phase: 'late' }), transaction.done]);
    return 'late';
  }
  await showStaged(store, atOnce);
  await Promise.all([meta.put(rollupRules, 'rollups'), transaction.done]);
  return 'yes';
}

function toEditKey(fold: string, id: Uuid): string {
  return `${editPrefix}${fold}/${id}`;
}

function toPlace(event: unknown): readonly [Uuid, number] {
  const { device, n } = toRecord(event);
  return [String(device), Number(n)];
}

/** Damaged events count nowhere. */
function toGood(events: readonly unknown[]): readonly CurrentEvent[] {
  return events.flatMap((event) => {
    const checked = checkEvent(event);
    return checked.ok ? [checked.value] : [];
  });
}
