type Value = string | number | boolean | null;
type Fields = Readonly<Record<string, Value>>;

/** A change of a plan as its history needs it. */
interface Revision {
  readonly id: string;
  readonly fields: Fields;
}

/** The changes that are at hand, oldest first, with what the plan's fields were before them and are now. */
export interface RevisionHistory<R extends Revision = Revision> {
  readonly revisions: readonly R[];
  readonly before: Fields;
  readonly now: Fields;
}

/** One thing that a change did: a line came, went, came back, or moved; or a field of it got another value, null being the level's own or none. */
export interface PlanChange {
  readonly what: 'added' | 'removed' | 'back' | 'order' | 'axes' | 'field';
  /** The line's game; empty for the order of all. */
  readonly game: string;
  /** The field below its line, such as `params.distanceMm`; for `added` the level. */
  readonly path: string;
  readonly from: Value;
  readonly to: Value;
}

/** A change with what it did. */
export interface PlanStep<R extends Revision = Revision> {
  readonly revision: R;
  readonly changes: readonly PlanChange[];
}

/** What each change did, newest first; what changed nothing is left out. */
export function toPlanSteps<R extends Revision>({ revisions, before }: RevisionHistory<R>): readonly PlanStep<R>[] {
  let state: Fields = before;
  const steps: PlanStep<R>[] = [];
  for (const revision of revisions) {
    const changes = toChanges(state, revision.fields);
    if (changes.length > 0) steps.push({ revision, changes });
    state = { ...state, ...revision.fields };
  }
  return steps.reverse();
}

/** The fields of a plan edit that bring a plan back to what it was after a change; none when it is so. Throws a RangeError for a change that is not at hand. */
export function toBackFields({ revisions, before, now }: RevisionHistory, id: string): Fields {
  const at = revisions.findIndex((one) => one.id === id);
  if (at < 0) throw new RangeError(`no change ${id}`);
  const then: Fields = Object.assign({}, before, ...revisions.slice(0, at + 1).map((one) => one.fields));
  const back: Record<string, Value> = {};
  for (const path of new Set([...Object.keys(then), ...Object.keys(now)])) {
    const [item, field] = toItemPath(path);
    if (item === '' || field === 'adapt.carry') continue;
    const wasThere = has(then, item);
    // A line that came later is taken out, not emptied: its results name it.
    if (!wasThere) {
      if (has(now, item) && now[`items.${item}.removed`] !== true) back[`items.${item}.removed`] = true;
    } else if ((then[path] ?? null) !== (now[path] ?? null)) back[path] = then[path] ?? null;
    // What rounds earned towards other values is theirs.
    const isOther = wasThere && path in back && (field === 'level' || field.startsWith('params.'));
    if (isOther && (now[`items.${item}.adapt.carry`] ?? 0) !== 0) back[`items.${item}.adapt.carry`] = 0;
  }
  return back;
}

function toChanges(state: Fields, fields: Fields): readonly PlanChange[] {
  const changes: PlanChange[] = [];
  const came = new Set(
    Object.keys(fields).flatMap((path) => (toItemPath(path)[1] === 'game' && !has(state, toItemPath(path)[0]) ? [toItemPath(path)[0]] : [])),
  );
  for (const item of came) {
    const path = `items.${item}`;
    changes.push({ what: 'added', game: toWord(fields[`${path}.game`]), path: 'level', from: null, to: fields[`${path}.level`] ?? null });
  }
  for (const [path, to] of Object.entries(fields)) {
    const [item, field] = toItemPath(path);
    const from = state[path] ?? null;
    if (item === '' || came.has(item) || from === to || field === 'adapt.carry') continue;
    const game = toWord(fields[`items.${item}.game`] ?? state[`items.${item}.game`]);
    if (field === 'removed') {
      if ((from === true) !== (to === true)) changes.push({ what: to === true ? 'removed' : 'back', game, path: field, from, to });
    } else if (field === 'order') {
      if (!changes.some(({ what }) => what === 'order')) changes.push({ what: 'order', game: '', path: field, from: null, to: null });
    } else if (field.startsWith('adapt.axes.')) {
      if (!changes.some((one) => one.what === 'axes' && one.game === game)) changes.push({ what: 'axes', game, path: field, from: null, to: null });
    } else changes.push({ what: 'field', game, path: field, from, to });
  }
  return changes;
}

function toItemPath(path: string): readonly [item: string, field: string] {
  const [, item = '', field = ''] = /^items\.([^.]+)\.(.+)$/.exec(path) ?? [];
  return [item, field];
}

function has(fields: Fields, item: string): boolean {
  return (fields[`items.${item}.game`] ?? null) !== null;
}

function toWord(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
