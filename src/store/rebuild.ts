import type { Uuid } from '../core/ids';
import type { Database } from './database';
import { foldEdits } from './fold';
import { type CurrentEvent, checkEvent } from './formats/current';
import { toRecord } from './formats/format';
import { toRollupKeys } from './rollup-keys';
import { isEdit, listEdit, type RebuildProgress, type Rollup, rollUp, rollupRules, type Staged, toEdit } from './rollups';

/** Where new roll-ups, and the edits that folds are made of, stand until all of them are made. */
const nextPrefix = 'next/';
const editPrefix = 'next-edit/';
const progressKey = 'next';
/** From the first to the last of what is not shown yet. */
const staged = () => IDBKeyRange.bound(progressKey, `${nextPrefix}\uffff`);

/** Events, and roll-ups, that one step takes: a few milliseconds of work. */
const usualStep = 100;
/** Steps that are held in memory before they are kept together: each alone would write the long logs of its children again. */
const stepsAtOnce = 200;

type Shown = Exclude<Rollup, Staged>;

/** What reads of an object store of roll-ups need, in whatever transaction. */
interface Store {
  get(key: string): Promise<Rollup | undefined>;
  getAll(range: IDBKeyRange): Promise<Rollup[]>;
}

/** True when the stored roll-ups are those of today's rules. */
export async function areCurrent(db: Database): Promise<boolean> {
  return (await db.get('meta', 'rollups')) === rollupRules;
}

/** True when the stored roll-ups, though made by older rules or not whole, can be read: their shape is today's. */
export async function areReadable(db: Database): Promise<boolean> {
  const [stored, shape] = [String(await db.get('meta', 'rollups')), rollupRules.split(',')[0]];
  return stored === 'merging' || stored.split(',')[0] === shape;
}

/**
 * Makes all roll-ups anew from the events, step by step beside those that are shown, and puts them in their place in one transaction. Some
 * steps are kept together: a page that is killed goes on from there, two pages do no harm to each other, and what is played meanwhile is
 * taken in at the end. `mayGoOn` is awaited before each step; false leaves the rest for later. Returns whether the new ones are shown.
 */
export async function rebuildRollups(db: Database, mayGoOn: () => Promise<boolean>, atOnce = usualStep): Promise<boolean> {
  for (let begun = false; await mayGoOn(); begun = true) {
    // On a sealed tablet nothing open may be written (seal/rebuild-sealed.ts).
    if ((await db.get('meta', 'sealed')) !== undefined) return false;
    const found = await readProgress(db);
    // Another page came to the end.
    if (!found && begun && (await areCurrent(db))) return true;
    const progress = found ?? (await begin(db));
    if (progress.phase === 'events') await takeEvents(db, progress, mayGoOn, atOnce);
    else if (!(await foldNext(db, progress))) {
      const shown = await showNext(db, progress, atOnce);
      if (shown === 'yes') return true;
      if (shown === 'not-whole') await begin(db);
    }
  }
  return false;
}

/** Forgets a rebuild on its way: the next one begins with the first event. */
export async function forgetRebuild(db: Database): Promise<void> {
  await db.delete('rollups', staged());
}

async function readProgress(db: Database): Promise<RebuildProgress | null> {
  const found = await db.get('rollups', progressKey);
  return found && 'rebuild' in found && found.rebuild.rules === rollupRules ? found.rebuild : null;
}

async function begin(db: Database): Promise<RebuildProgress> {
  const progress: RebuildProgress = { rules: rollupRules, phase: 'events', after: null, own: 0, seen: 0, folded: '' };
  const transaction = db.transaction('rollups', 'readwrite');
  await Promise.all([transaction.store.delete(staged()), transaction.store.put({ key: progressKey, rebuild: progress }), transaction.done]);
  return progress;
}

/** The next events after those that were seen. */
async function takeEvents(db: Database, before: RebuildProgress, mayGoOn: () => Promise<boolean>, atOnce: number): Promise<void> {
  const device = String(await db.get('meta', 'device'));
  const held = createHeld();
  let progress = before;
  for (let step = 0; step < stepsAtOnce && progress.phase === 'events' && (step === 0 || (await mayGoOn())); step++) {
    const range = progress.after ? IDBKeyRange.lowerBound(progress.after, true) : null;
    const ahead: unknown[] = await db.getAllFromIndex('events', 'order', range, atOnce);
    await takeIn(held, (key) => db.get('rollups', key), toGood(ahead));
    progress = {
      ...progress,
      phase: ahead.length < atOnce ? 'folds' : 'events',
      after: ahead.length > 0 ? toPlace(ahead.at(-1)) : progress.after,
      own: ahead.reduce<number>((n, event) => (toRecord(event).device === device ? Math.max(n, toPlace(event)[1]) : n), progress.own),
      seen: progress.seen + ahead.length,
    };
  }
  const transaction = db.transaction(['rollups', 'meta'], 'readwrite');
  transaction.done.catch(() => {});
  const store = transaction.objectStore('rollups');
  // Another page did this, or the tablet was sealed meanwhile.
  if (!(await isStill(store, before)) || (await transaction.objectStore('meta').get('sealed')) !== undefined) return;
  const records = toStaged(held);
  // Not all at once: the page has a child's picture to draw.
  for (let i = 0; i < records.length; i += atOnce) await Promise.all(records.slice(i, i + atOnce).map((one) => store.put(one)));
  await Promise.all([store.put({ key: progressKey, rebuild: progress }), transaction.done]);
}

/** What some steps made and is not kept yet. */
interface Held {
  readonly rollups: Map<string, Rollup>;
  readonly edits: Staged[];
  /** Keys that were looked up. */
  readonly known: Set<string>;
}

const createHeld = (): Held => ({ rollups: new Map(), edits: [], known: new Set() });

/** Takes events into what is not shown yet; edits are kept as they are until all are there. */
async function takeIn(held: Held, read: (key: string) => Promise<Rollup | undefined>, events: readonly CurrentEvent[]): Promise<void> {
  const keys = [...new Set(events.flatMap(toRollupKeys))].filter((key) => !held.known.has(key));
  for (const found of await Promise.all(keys.map((key) => read(nextPrefix + key)))) {
    if (found && 'next' in found) held.rollups.set(found.next.key, found.next);
  }
  for (const key of keys) held.known.add(key);
  for (const event of events) {
    if (!isEdit(event)) rollUp(held.rollups, event);
    else {
      listEdit(held.rollups, event);
      held.edits.push({ key: toEditKey(toRollupKeys(event)[0] ?? '', event.id), edit: toEdit(event) });
    }
  }
}

function toStaged({ rollups, edits }: Held): readonly Staged[] {
  return [...edits, ...[...rollups.values()].map((next): Staged => ({ key: nextPrefix + next.key, next: next as Shown }))];
}

/** Folds the edits of one thing; false when all are folded. */
async function foldNext(db: Database, before: RebuildProgress): Promise<boolean> {
  const transaction = db.transaction('rollups', 'readwrite');
  transaction.done.catch(() => {});
  const from = before.folded === '' ? editPrefix : `${toEditKey(before.folded, '')}\uffff`;
  const next = await transaction.store.getKey(IDBKeyRange.bound(from, `${editPrefix}\uffff`));
  if (next === undefined || !(await isStill(transaction.store, before))) {
    await transaction.done;
    return next !== undefined;
  }
  const folded = next.slice(editPrefix.length, next.lastIndexOf('/'));
  void transaction.store.put(await fold(transaction.store, folded));
  void transaction.store.put({ key: progressKey, rebuild: { ...before, folded } });
  await transaction.done;
  return true;
}

async function fold(store: Pick<Store, 'getAll'>, key: string): Promise<Staged> {
  const edits = await store.getAll(IDBKeyRange.bound(toEditKey(key, ''), `${toEditKey(key, '')}\uffff`));
  return { key: nextPrefix + key, next: { key, fold: foldEdits(edits.flatMap((one) => ('edit' in one ? [one.edit] : []))) } };
}

/** Takes in what came meanwhile and shows the new roll-ups, all in one transaction. `not-whole`: events came from elsewhere, or are gone. */
async function showNext(db: Database, progress: RebuildProgress, atOnce: number): Promise<'yes' | 'not-whole' | 'not-mine'> {
  const { own, seen } = progress;
  const transaction = db.transaction(['events', 'rollups', 'meta'], 'readwrite');
  transaction.done.catch(() => {});
  const [store, meta, order] = [
    transaction.objectStore('rollups'),
    transaction.objectStore('meta'),
    transaction.objectStore('events').index('order'),
  ];
  if (!(await isStill(store, progress))) return 'not-mine';
  const device = String(await meta.get('device'));
  const late: unknown[] = await order.getAll(IDBKeyRange.bound([device, own], [device, Number.POSITIVE_INFINITY], true));
  if ((await order.count()) !== seen + late.length) return 'not-whole';
  const events = toGood(late);
  const held = createHeld();
  await takeIn(held, (key) => store.get(key), events);
  await Promise.all(toStaged(held).map((one) => store.put(one)));
  for (const key of new Set(events.flatMap((event) => (isEdit(event) ? [toRollupKeys(event)[0] ?? ''] : [])))) {
    await store.put(await fold(store, key));
  }
  await Promise.all([store.delete(IDBKeyRange.upperBound(progressKey, true)), store.delete(IDBKeyRange.lowerBound(`${nextPrefix}\uffff`))]);
  for (let from = IDBKeyRange.bound(nextPrefix, `${nextPrefix}\uffff`); ; ) {
    const batch: Rollup[] = await store.getAll(from, atOnce);
    await Promise.all(batch.flatMap((one) => ('next' in one ? [store.put(one.next)] : [])));
    if (batch.length < atOnce) break;
    from = IDBKeyRange.bound(batch.at(-1)?.key, `${nextPrefix}\uffff`, true);
  }
  await Promise.all([store.delete(staged()), meta.put(rollupRules, 'rollups'), transaction.done]);
  return 'yes';
}

async function isStill(store: Pick<Store, 'get'>, { phase, seen, folded }: RebuildProgress): Promise<boolean> {
  const found = await store.get(progressKey);
  return !!found && 'rebuild' in found && found.rebuild.phase === phase && found.rebuild.seen === seen && found.rebuild.folded === folded;
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
