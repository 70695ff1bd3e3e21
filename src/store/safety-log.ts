import type { CheckEvent } from './formats/check';
import type { FeelingEvent } from './formats/feeling';
import type { IncidentEvent } from './formats/incident';
import type { NoteEvent } from './formats/note';
import type { SafetyLog } from './types';

/** Checks and feelings that are kept at hand; adverse events are kept longer, because each of them matters. */
const keptOfSessions = 60;
const keptIncidents = 200;

/** A child of whom nothing was said before, after or beside play. */
export const emptySafetyLog: SafetyLog = { checks: [], feelings: [], incidents: [], notes: [] };

/** Events that this log keeps. */
export type SafetyEvent = CheckEvent | FeelingEvent | IncidentEvent | NoteEvent;

/** The log with an event more: in the order of instants, whichever device made it; of a session's feelings the last word counts. */
export function logSafety(log: SafetyLog, event: SafetyEvent): SafetyLog {
  const { id, on, at } = event;
  if (event.kind === 'check') return { ...log, checks: insert(log.checks, { id, on, at, ...event.body }, keptOfSessions) };
  if (event.kind === 'incident') return { ...log, incidents: insert(log.incidents, { id, on, at, ...event.body }, keptIncidents) };
  if (event.kind === 'note') return { ...log, notes: insert(log.notes, { id, on, at, ...event.body }, keptIncidents) };
  const before = log.feelings.find((one) => one.session === event.body.session);
  if (before && before.at > at) return log;
  const others = log.feelings.filter((one) => one !== before);
  return { ...log, feelings: insert(others, { id, on, at, ...event.body }, keptOfSessions) };
}

function insert<T extends { readonly at: string }>(list: readonly T[], one: T, most: number): readonly T[] {
  const later = list.findIndex((other) => other.at > one.at);
  const place = later < 0 ? list.length : later;
  return [...list.slice(0, place), one, ...list.slice(place)].slice(-most);
}
