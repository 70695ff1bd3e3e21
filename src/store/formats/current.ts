import type { Checked } from '../../core/check';
import { type AdjustmentEvent, adjustmentFormat } from './adjustment';
import { type CheckEvent, checkFormat } from './check';
import { type ChildEdit, childFormat } from './child';
import { type DeviceEdit, deviceFormat } from './device';
import { type EffortEvent, effortFormat } from './effort';
import { type FeelingEvent, feelingFormat } from './feeling';
import { type Format, toCurrent, toRecord } from './format';
import { type GoalCheckEvent, type GoalEdit, goalCheckFormat, goalFormat } from './goal';
import { type IncidentEvent, incidentFormat } from './incident';
import { type NotTodayEdit, notTodayFormat } from './not-today';
import { type NoteEvent, noteFormat } from './note';
import { type PlanEdit, planFormat } from './plan';
import { type RangeEvent, rangeFormat } from './range';
import { recordingFormat } from './recording';
import { type RestDayEdit, restDayFormat } from './rest-day';
import { type SessionEvent, sessionFormat } from './session';
import { type SessionEndEvent, sessionEndFormat } from './session-end';
import { type SetEvent, setFormat } from './set';
import { type TrialEvent, trialFormat } from './trial';

/** Any event that this version knows, in today's format. */
export type CurrentEvent =
  | ChildEdit
  | PlanEdit
  | AdjustmentEvent
  | DeviceEdit
  | RestDayEdit
  | NotTodayEdit
  | RangeEvent
  | EffortEvent
  | CheckEvent
  | FeelingEvent
  | IncidentEvent
  | NoteEvent
  | GoalEdit
  | GoalCheckEvent
  | SessionEvent
  | SetEvent
  | TrialEvent
  | SessionEndEvent;

/** The format of every kind of event. */
export const eventFormats: Readonly<{ [K in CurrentEvent['kind']]: Format<Extract<CurrentEvent, { kind: K }>> }> = {
  child: childFormat,
  plan: planFormat,
  adjustment: adjustmentFormat,
  device: deviceFormat,
  'rest-day': restDayFormat,
  'not-today': notTodayFormat,
  range: rangeFormat,
  effort: effortFormat,
  check: checkFormat,
  feeling: feelingFormat,
  incident: incidentFormat,
  note: noteFormat,
  goal: goalFormat,
  'goal-check': goalCheckFormat,
  session: sessionFormat,
  set: setFormat,
  trial: trialFormat,
  'session-end': sessionEndFormat,
};

/** Every format, that of recordings included. */
export const allFormats: readonly Format<unknown>[] = [...Object.values(eventFormats), recordingFormat];

/** An event from the database as today's; one that is damaged, newer or of an unknown kind is refused with its fields named. */
export function checkEvent(data: unknown): Checked<CurrentEvent> {
  const { kind } = toRecord(data);
  if (!isKnown(kind)) return { ok: false, problems: [`kind: ${typeof kind === 'string' ? `${kind} is not known to this version` : 'is no text'}`] };
  return toCurrent<CurrentEvent>(eventFormats[kind], data);
}

function isKnown(kind: unknown): kind is CurrentEvent['kind'] {
  return typeof kind === 'string' && Object.hasOwn(eventFormats, kind);
}
