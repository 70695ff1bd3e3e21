import type { AdjustmentEvent } from './formats/adjustment';
import { toAdjustedFields } from './formats/adjustment';
import type { PlanEdit } from './formats/plan';
import type { PlanHistory, PlanRevision } from './plan-history';
import type { Fields } from './types';

/** Changes of a plan that are kept at hand; older ones are summed up in what the plan was before them. */
export const keptRevisions = 200;

/** A value that an older change gave a field, with the place of that change in the order of all. */
interface OlderValue {
  readonly order: string;
  readonly value: Fields[string];
}

/** The changes of one plan in the order of their instants, whichever device made them: for reading, never for a value. */
export interface PlanLog {
  readonly revisions: readonly PlanRevision[];
  readonly before: Readonly<Record<string, OlderValue>>;
}

/** The log of a plan that nobody changed. */
export const emptyPlanLog: PlanLog = { revisions: [], before: {} };

/** The log with a change more; what a round carried over without a change is none. */
export function logPlan(log: PlanLog, event: PlanEdit | AdjustmentEvent): PlanLog {
  const revision = toRevision(event);
  if (!revision) return log;
  const later = log.revisions.findIndex((one) => toOrder(one) > toOrder(revision));
  const place = later < 0 ? log.revisions.length : later;
  const all = [...log.revisions.slice(0, place), revision, ...log.revisions.slice(place)];
  const dropped = all.slice(0, Math.max(0, all.length - keptRevisions));
  return { revisions: all.slice(dropped.length), before: dropped.reduce(sumUp, log.before) };
}

/** What the page of a plan's history reads. */
export function toHistory(log: PlanLog, now: Fields): PlanHistory {
  const before = Object.fromEntries(Object.entries(log.before).map(([path, { value }]) => [path, value]));
  return { revisions: log.revisions, before, now };
}

function toRevision(event: PlanEdit | AdjustmentEvent): PlanRevision | null {
  const { id, device, n, on, at } = event;
  if (event.kind === 'adjustment') {
    if (!event.body.change) return null;
    return { id, device, n, on, at, by: event.body.omni === null ? 'success' : 'effort', author: null, fields: toAdjustedFields(event.body) };
  }
  const { author = null, ...fields } = event.body.fields;
  return { id, device, n, on, at, by: 'hand', author: typeof author === 'string' ? author : null, fields };
}

/** The later of two changes of a field stays, in whatever order they leave the log. */
function sumUp(before: PlanLog['before'], revision: PlanRevision): PlanLog['before'] {
  const order = toOrder(revision);
  const newer = Object.entries(revision.fields).flatMap(([path, value]) => {
    const known = before[path];
    return known && known.order > order ? [] : [[path, { order, value }] as const];
  });
  return { ...before, ...Object.fromEntries(newer) };
}

/** By instant; within it by the number that the device gave. */
function toOrder({ at, n, id }: Pick<PlanRevision, 'at' | 'n' | 'id'>): string {
  return `${at} ${String(n).padStart(12, '0')} ${id}`;
}
