import type { Uuid } from '../../core/ids';
import type { Edit, FieldValue, Fold, LiveValue } from '../fold';
import { type CurrentEvent, eventFormats } from '../formats/current';
import type { Rollup } from '../rollups';
import type { OutcomeCounts, SessionSummary } from '../types';
import type { Opener, Sealer } from './box';
import { openField, openJson, sealFields, sealJson } from './seal-event';
import type { SealedRollup } from './sealed-rollup';

/** Roll-ups that play reads and that grow while the tablet is locked; values of folds that are private are sealed one by one. */
const openKinds: ReadonlySet<string> = new Set(['child', 'plan', 'goal', 'rest-day', 'not-today', 'device', 'totals', 'family', 'ranges', 'session']);

const noOutcomes: OutcomeCounts = { success: 0, assisted: 0, miss: 0, lost: 0 };

/** True for the key of a roll-up that grows while the tablet is locked; of a session only what `toLockedSummary` leaves. */
export function isOpenRollup(key: string): boolean {
  return openKinds.has(toKind(key));
}

/** True for the key of a roll-up that holds what is sealed: it grows when the lock is open (catch-up.ts). */
export function isPrivateRollup(key: string): boolean {
  return toKind(key) === 'session' || !openKinds.has(toKind(key));
}

/** Key under which the whole of a private roll-up is kept sealed. */
export function toSealedKey(key: string): string {
  return `sealed/${key}`;
}

/** What a locked tablet keeps of a session: that it was, how long, and trials by game and level; never how they went. */
export function toLockedSummary({ session, child, on, at, trials, arms, activeMs, parts }: SessionSummary): SessionSummary {
  // Named one by one: a field that is new is private until somebody says why play needs it.
  return {
    ...{ session, child, on, at, trials, activeMs },
    ...(arms ? { arms } : {}),
    ...{ outcomes: noOutcomes, helps: {}, ended: null, effort: null },
    parts: parts.map((part) => ({
      ...{ game: part.game, level: part.level, drill: part.drill, drillVersion: part.drillVersion, source: part.source, trials: part.trials },
      ...{ outcomes: noOutcomes, values: {} },
    })),
  };
}

/** The whole of a private roll-up, sealed. */
export async function sealRollup(sealer: Sealer, child: Uuid, rollup: Rollup): Promise<SealedRollup> {
  const key = toSealedKey(rollup.key);
  return { key, child, box: await sealJson(sealer, rollup, key) };
}

/** A sealed roll-up as it was; null: it was harmed, or is of another key. */
export async function openRollup(opener: Opener, { key, box }: SealedRollup): Promise<Rollup | null> {
  const opened = await openJson<Rollup>(opener, box, key);
  return opened.ok ? opened.value : null;
}

/** A fold with its sealed values opened; those that do not open are left out, as the fields of nobody. */
export async function openFold(opener: Opener, fold: Fold): Promise<Fold> {
  const openValue = async (path: string, { id, value }: LiveValue): Promise<readonly LiveValue[]> => {
    const opened = await openField(opener, id, path, value);
    return opened.ok ? [{ id, value: opened.value }] : [];
  };
  const live = Object.entries(fold.live).map(async ([path, values]) => {
    const opened = await Promise.all(values.map((value) => openValue(path, value)));
    return [path, opened.flat()] as const;
  });
  return { ...fold, live: Object.fromEntries(await Promise.all(live)) };
}

/** A fold of such edits with its private values sealed, each to its own edit. */
export async function sealFold(sealer: Sealer, key: string, fold: Fold): Promise<Fold> {
  const kind = toFoldKind(key);
  const live = Object.entries(fold.live).map(async ([path, values]) => {
    const sealed = values.map(async ({ id, value }) => ({ id, value: (await sealFields(sealer, id, kind, { [path]: value }))[path] as FieldValue }));
    return [path, await Promise.all(sealed)] as const;
  });
  return { ...fold, live: Object.fromEntries(await Promise.all(live)) };
}

/** An edit with its private values sealed, as the fold under this key takes it. */
export async function sealEdit(sealer: Sealer, key: string, edit: Edit): Promise<Edit> {
  return { ...edit, fields: (await sealFields(sealer, edit.id, toFoldKind(key), edit.fields)) as Edit['fields'] };
}

function toFoldKind(key: string): CurrentEvent['kind'] {
  const kind = toKind(key);
  if (!Object.hasOwn(eventFormats, kind)) throw new RangeError(`${key} is no fold`);
  return kind as CurrentEvent['kind'];
}

function toKind(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
