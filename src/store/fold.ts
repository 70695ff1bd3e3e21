import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Fields } from './types';

/** The value of a field; null takes a value away. */
export type FieldValue = Fields[string];

/** An edit as the fold needs it. */
export interface Edit {
  readonly id: Uuid;
  readonly device: Uuid;
  readonly n: number;
  readonly on: LocalDate;
  readonly at: string;
  readonly base: readonly Uuid[];
  readonly fields: Fields;
}

/** A value that no later edit has seen and replaced, by the id of its edit. */
export interface LiveValue {
  readonly id: Uuid;
  readonly value: FieldValue;
}

/** What all edits of one thing come to; a field has several live values where edits did not know of each other. */
export interface Fold {
  /** The newest edits, which the next one will have seen. */
  readonly heads: readonly Uuid[];
  readonly edits: number;
  /** Earliest instant and latest day: for order and display, never for a value. */
  readonly firstAt: string | null;
  readonly lastOn: LocalDate | null;
  readonly live: Readonly<Record<string, readonly LiveValue[]>>;
}

/** The safer of two values of one field for this child; undefined when safety does not tell. */
export type Safer = (path: string, a: FieldValue, b: FieldValue) => FieldValue | undefined;

/** A fold's values without those taken away, and the fields that somebody should look at again. */
export interface FoldedFields {
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly review: readonly string[];
}

/** A thing that was never edited. */
export const emptyFold: Fold = { heads: [], edits: 0, firstAt: null, lastOn: null, live: {} };

/** The fold of a set of edits: the same for every order and however often an edit comes. */
export function foldEdits(edits: Iterable<Edit>): Fold {
  const graph = toGraph(edits);
  const live = new Map<string, { edit: Edit; value: FieldValue }[]>();
  const heads = new Set<Uuid>();
  const seen = new Map<Uuid, ReadonlyMap<Uuid, number>>();
  for (const edit of toOrder(graph)) {
    const known = toSeen(edit, graph, seen);
    seen.set(edit.id, known);
    for (const before of toKnown(edit, graph)) heads.delete(before.id);
    heads.add(edit.id);
    for (const [path, value] of Object.entries(edit.fields)) {
      const others = (live.get(path) ?? []).filter((other) => (known.get(other.edit.device) ?? 0) < other.edit.n);
      live.set(path, [...others, { edit, value }]);
    }
  }
  const all = [...graph.byId.values()];
  const byId = (a: LiveValue, b: LiveValue) => (a.id < b.id ? -1 : 1);
  return {
    heads: [...heads].sort(),
    edits: all.length,
    firstAt: all.reduce<string | null>((first, { at }) => (first === null || at < first ? at : first), null),
    lastOn: all.reduce<LocalDate | null>((last, { on }) => (last === null || on > last ? on : last), null),
    live: Object.fromEntries([...live].map(([path, values]) => [path, values.map(({ edit, value }) => ({ id: edit.id, value })).sort(byId)])),
  };
}

/** The fold with one more edit whose author had seen all its heads: what every edit made on this device is. */
export function appendEdit(fold: Fold, edit: Edit): Fold {
  const replaced = Object.entries(edit.fields).map(([path, value]) => [path, [{ id: edit.id, value }]] as const);
  return {
    heads: [edit.id],
    edits: fold.edits + 1,
    firstAt: fold.firstAt !== null && fold.firstAt < edit.at ? fold.firstAt : edit.at,
    lastOn: fold.lastOn !== null && fold.lastOn > edit.on ? fold.lastOn : edit.on,
    live: { ...fold.live, ...Object.fromEntries(replaced) },
  };
}

/** One value for each field: the safer one where edits did not know of each other, else that of the greater id; clocks decide nothing. */
export function resolveFold(fold: Fold, safer: Safer): FoldedFields {
  const fields: Record<string, string | number | boolean> = {};
  const review: string[] = [];
  for (const [path, values] of Object.entries(fold.live)) {
    const [first, ...others] = values;
    if (!first) continue;
    let { value } = first;
    for (const other of others) {
      if (other.value === value) continue;
      const kept = safer(path, value, other.value);
      value = kept === undefined ? other.value : kept;
    }
    if (others.some((other) => other.value !== first.value)) review.push(path);
    if (value !== null) fields[path] = value;
  }
  return { fields, review: review.sort() };
}

interface Graph {
  readonly byId: ReadonlyMap<Uuid, Edit>;
  /** The edit that the same device made just before: a device has always seen its own. */
  readonly previous: ReadonlyMap<Uuid, Edit>;
}

function toGraph(edits: Iterable<Edit>): Graph {
  const byId = new Map<Uuid, Edit>();
  for (const edit of edits) byId.set(edit.id, edit);
  const previous = new Map<Uuid, Edit>();
  const newest = new Map<Uuid, Edit>();
  for (const edit of [...byId.values()].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))) {
    const before = newest.get(edit.device);
    if (before && before.n < edit.n) previous.set(edit.id, before);
    newest.set(edit.device, edit);
  }
  return { byId, previous };
}

/** The edits that an edit names as seen, with its device's own last one; edits that are not here (yet) are left out. */
function toKnown(edit: Edit, { byId, previous }: Graph): Edit[] {
  return [previous.get(edit.id), ...edit.base.map((id) => byId.get(id))].filter((each) => each !== undefined);
}

/** All edits, each after those it knows. A ring, which only damaged data can hold, is cut at the same place for every order of the input. */
function toOrder(graph: Graph): readonly Edit[] {
  const order: Edit[] = [];
  const begun = new Set<Uuid>();
  for (const id of [...graph.byId.keys()].sort()) {
    const root = graph.byId.get(id);
    // By hand, not by recursion: a chain of years of edits would overflow the stack.
    const path = root && !begun.has(id) ? [root] : [];
    if (root) begun.add(id);
    for (let edit = path.at(-1); edit; edit = path.at(-1)) {
      const next = toKnown(edit, graph).find((each) => !begun.has(each.id));
      if (next) {
        begun.add(next.id);
        path.push(next);
      } else {
        order.push(edit);
        path.pop();
      }
    }
  }
  return order;
}

/** How far an author had seen each device's edits, directly or through others. */
function toSeen(edit: Edit, graph: Graph, seen: ReadonlyMap<Uuid, ReadonlyMap<Uuid, number>>): ReadonlyMap<Uuid, number> {
  const upTo = new Map<Uuid, number>();
  for (const before of toKnown(edit, graph)) {
    for (const [device, n] of [...(seen.get(before.id) ?? []), [before.device, before.n] as const]) {
      upTo.set(device, Math.max(n, upTo.get(device) ?? 0));
    }
  }
  return upTo;
}
