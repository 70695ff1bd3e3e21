import type { Uuid } from '../core/ids';
import type { Course, CourseList } from './course';
import { addToCourse, listCourse, toCourseKey, toCourseListKey } from './courses';
import { emptyFamilyLog, type FamilyLog, logProfile, logTrial, toProfileFields } from './family-log';
import { appendEdit, type Edit, emptyFold, type Fold } from './fold';
import { type AdjustmentEvent, toAdjustedFields } from './formats/adjustment';
import type { ChildEdit } from './formats/child';
import { allFormats, type CurrentEvent } from './formats/current';
import type { DeviceEdit } from './formats/device';
import type { GoalEdit } from './formats/goal';
import type { NotTodayEdit } from './formats/not-today';
import type { PlanEdit } from './formats/plan';
import type { RangeEvent } from './formats/range';
import type { RestDayEdit } from './formats/rest-day';
import { addGoalCheck } from './goals';
import type { StoredGoalCheck } from './kept-goals';
import { emptyPlanLog, logPlan, type PlanLog } from './plan-log';
import {
  toAdjustmentsKey,
  toFamilyKey,
  toGoalChecksKey,
  toPlanLogKey,
  toRangesKey,
  toRollupKeys,
  toSafetyKey,
  toSummaryKey,
  toTotalsKey,
} from './rollup-keys';
import { emptySafetyLog, logSafety } from './safety-log';
import type { SealedRollup } from './seal/sealed-rollup';
import { addToTotals, addTrial, startSummary } from './session-summary';
import type { Fields, RangeCheck, SafetyLog, SessionSummary, StoredAdjustment, Totals } from './types';

/** Derived records: they can be thrown away and made anew from the events at any time. */
export type Rollup =
  | { readonly key: string; readonly summary: SessionSummary }
  | { readonly key: string; readonly totals: Totals }
  | { readonly key: string; readonly checks: readonly RangeCheck[] }
  | { readonly key: string; readonly adjustments: readonly StoredAdjustment[] }
  | { readonly key: string; readonly family: FamilyLog }
  | { readonly key: string; readonly safety: SafetyLog }
  | { readonly key: string; readonly planLog: PlanLog }
  | { readonly key: string; readonly goalChecks: readonly StoredGoalCheck[] }
  | { readonly key: string; readonly course: Course }
  | { readonly key: string; readonly courses: CourseList }
  | { readonly key: string; readonly fold: Fold }
  | SealedRollup
  // An event that waits for the private roll-ups until the lock is open (seal/catch-up.ts).
  | { readonly key: string; readonly child: Uuid; readonly pending: Uuid }
  | Staged;

/** What is made beside the roll-ups that are shown (staging.ts): roll-ups, the edits that folds are made of, and how far it is. */
export type Staged =
  | { readonly key: string; readonly next: Exclude<Rollup, Staged> }
  | { readonly key: string; readonly edit: Edit }
  | { readonly key: string; readonly mark: StagingMark };

/** How far what is staged is, and what for. */
export type StagingMark = RebuildMark | TurnMark;

/**
 * How far a rebuild is (rebuild.ts): events up to `after` in the order of devices and numbers, this device's own up to `own`, `seen` in
 * all. `late`: those of this device that came meanwhile.
 */
export interface RebuildMark {
  readonly rules: string;
  /** The public key that what is made is sealed to; null: it is open. */
  readonly to: string | null;
  readonly phase: 'events' | 'late' | 'folds';
  readonly after: readonly [device: Uuid, n: number] | null;
  readonly own: number;
  readonly seen: number;
  /** The last key whose edits were folded. */
  readonly folded: string;
}

/** How far roll-ups are that are sealed, or opened, as a PIN comes or goes (seal/seal-rollups.ts): up to the key `after`. */
export interface TurnMark {
  readonly phase: 'turn';
  readonly to: string | null;
  /** Of which moment they are, as text. */
  readonly moment: string;
  readonly after: string;
}

/**
 * Names the rules that made the stored roll-ups: other rules, or a newly understood format, have them made anew. The first number is
 * that of their shape: while it stays, the old ones can be read and shown until the new ones are there (rebuild.ts).
 */
export const rollupRules = ['7', 'rules 2', ...allFormats.map(({ kind, format }) => `${kind} ${format}`)].join(', ');

/** Range checks that are kept at hand: about half a year of sessions. */
const keptChecks = 60;

/** Adjustments that are kept at hand. */
const keptAdjustments = 60;

/** A child of whom nothing was played. */
export const emptyTotals: Totals = { sessions: 0, trials: 0, activeMs: 0, firstOn: null, games: {} };

type EditEvent = ChildEdit | PlanEdit | AdjustmentEvent | DeviceEdit | RestDayEdit | NotTodayEdit | GoalEdit;

/** Kinds of events that change fields, each with the edits that its author had seen. */
export const editKinds: ReadonlySet<string> = new Set([
  'child',
  'plan',
  'adjustment',
  'device',
  'rest-day',
  'not-today',
  'goal',
] satisfies EditEvent['kind'][]);

/** Takes an event into the roll-ups it changes. Events of one device come in the order of their numbers; each comes once. */
export function rollUp(rollups: Map<string, Rollup>, event: CurrentEvent): void {
  if (isEdit(event)) {
    const [key = ''] = toRollupKeys(event);
    rollups.set(key, { key, fold: appendEdit(readFold(rollups.get(key)), toEdit(event)) });
    listEdit(rollups, event);
    return;
  }
  if (event.kind === 'range') {
    const checksKey = toRangesKey(event.child);
    rollups.set(checksKey, { key: checksKey, checks: addCheck(readChecks(rollups.get(checksKey)), event) });
    return;
  }
  if (event.kind === 'check' || event.kind === 'feeling' || event.kind === 'incident' || event.kind === 'note') {
    const safetyKey = toSafetyKey(event.child);
    rollups.set(safetyKey, { key: safetyKey, safety: logSafety(readSafetyLog(rollups.get(safetyKey)), event) });
    return;
  }
  if (event.kind === 'goal-check') {
    const goalsKey = toGoalChecksKey(event.child);
    rollups.set(goalsKey, { key: goalsKey, goalChecks: addGoalCheck(readGoalChecks(rollups.get(goalsKey)), event) });
    return;
  }
  const key = toSummaryKey(event.body.session);
  const summary = readSummary(rollups.get(key)) ?? startSummary(event);
  if (event.kind === 'session-end') rollups.set(key, { key, summary: { ...summary, ended: event.body.reason } });
  else if (event.kind === 'effort') rollups.set(key, { key, summary: { ...summary, effort: event.body.omni } });
  else if (event.kind === 'trial') {
    const totalsKey = toTotalsKey(event.child);
    const grown = addTrial(summary, event);
    rollups.set(key, { key, summary: grown });
    const courseKey = toCourseKey(event.child, event.body);
    const course = addToCourse(readCourse(rollups.get(courseKey)), grown, event.body);
    rollups.set(courseKey, { key: courseKey, course });
    const listKey = toCourseListKey(event.child);
    const listed = readCourseList(rollups.get(listKey));
    const courses = listCourse(listed, courseKey, course);
    if (courses !== listed) rollups.set(listKey, { key: listKey, courses });
    const familyKey = toFamilyKey(event.child);
    rollups.set(familyKey, { key: familyKey, family: logTrial(readFamilyLog(rollups.get(familyKey)), summary, event.body) });
    rollups.set(totalsKey, { key: totalsKey, totals: addToTotals(readTotals(rollups.get(totalsKey)), summary, event.body) });
  } else if (event.kind === 'set' && event.body.arm) {
    const { arm } = event.body;
    rollups.set(key, { key, summary: { ...summary, arms: { ...summary.arms, [arm.question]: arm } } });
  } else rollups.set(key, { key, summary });
}

/** The fold of a roll-up; an empty one where there is none yet. */
export function readFold(rollup: Rollup | undefined): Fold {
  return rollup && 'fold' in rollup ? rollup.fold : emptyFold;
}

/** The totals of a roll-up; empty ones where there are none yet. */
export function readTotals(rollup: Rollup | undefined): Totals {
  return rollup && 'totals' in rollup ? rollup.totals : emptyTotals;
}

/** The range checks of a roll-up; none where there is none yet. */
export function readChecks(rollup: Rollup | undefined): readonly RangeCheck[] {
  return rollup && 'checks' in rollup ? rollup.checks : [];
}

/** The adjustments of a roll-up, oldest first; none where there is none yet. */
export function readAdjustments(rollup: Rollup | undefined): readonly StoredAdjustment[] {
  return rollup && 'adjustments' in rollup ? rollup.adjustments : [];
}

/** The safety log of a roll-up; an empty one where there is none yet. */
export function readSafetyLog(rollup: Rollup | undefined): SafetyLog {
  return rollup && 'safety' in rollup ? { ...emptySafetyLog, ...rollup.safety } : emptySafetyLog;
}

/** The answers of weekly checks of a roll-up, oldest first; none where there is none yet. */
export function readGoalChecks(rollup: Rollup | undefined): readonly StoredGoalCheck[] {
  return rollup && 'goalChecks' in rollup ? rollup.goalChecks : [];
}

/** The course of a roll-up; undefined where there is none yet. */
export function readCourse(rollup: Rollup | undefined): Course | undefined {
  return rollup && 'course' in rollup ? rollup.course : undefined;
}

/** The list of a child's courses of a roll-up; an empty one where there is none yet. */
export function readCourseList(rollup: Rollup | undefined): CourseList {
  return rollup && 'courses' in rollup ? rollup.courses : {};
}

/** The log of a plan's changes of a roll-up; an empty one where there is none yet. */
export function readPlanLog(rollup: Rollup | undefined): PlanLog {
  return rollup && 'planLog' in rollup ? rollup.planLog : emptyPlanLog;
}

/** The family's log of a roll-up; an empty one where there is none yet. */
export function readFamilyLog(rollup: Rollup | undefined): FamilyLog {
  return rollup && 'family' in rollup ? rollup.family : emptyFamilyLog;
}

/** Takes an edit into all that it changes but its fold, which is made of all edits of a thing at once where they come in any order. */
export function listEdit(rollups: Map<string, Rollup>, event: EditEvent): void {
  listAdjustment(rollups, event);
  listProfile(rollups, event);
  listRevision(rollups, event);
}

function listProfile(rollups: Map<string, Rollup>, event: EditEvent): void {
  if (event.kind !== 'child') return;
  const key = toFamilyKey(event.child);
  const before = readFamilyLog(rollups.get(key));
  const family = logProfile(before, event);
  if (family !== before) rollups.set(key, { key, family });
}

function listRevision(rollups: Map<string, Rollup>, event: EditEvent): void {
  if (event.kind !== 'plan' && event.kind !== 'adjustment') return;
  const key = toPlanLogKey(event.child);
  const before = readPlanLog(rollups.get(key));
  const planLog = logPlan(before, event);
  if (planLog !== before) rollups.set(key, { key, planLog });
}

/** Only changes are listed; what was carried is in the plan. */
function listAdjustment(rollups: Map<string, Rollup>, event: EditEvent): void {
  if (event.kind !== 'adjustment' || !event.body.change) return;
  const key = toAdjustmentsKey(event.child);
  const { id, on, at, body } = event;
  const before = readAdjustments(rollups.get(key));
  const later = before.findIndex((one) => one.at > at);
  const place = later < 0 ? before.length : later;
  const listed: StoredAdjustment = { ...body, change: event.body.change, id, on, at };
  rollups.set(key, { key, adjustments: [...before.slice(0, place), listed, ...before.slice(place)].slice(-keptAdjustments) });
}

/** In the order of their instants, whichever device made them; a bounded number, so that reading them costs the same for ever. */
function addCheck(checks: readonly RangeCheck[], { on, at, body }: RangeEvent): readonly RangeCheck[] {
  const later = checks.findIndex((check) => check.at > at);
  const place = later < 0 ? checks.length : later;
  return [...checks.slice(0, place), { on, at, ...body }, ...checks.slice(place)].slice(-keptChecks);
}

function readSummary(rollup: Rollup | undefined): SessionSummary | undefined {
  return rollup && 'summary' in rollup ? rollup.summary : undefined;
}

/** True for an event that changes fields. */
export function isEdit(event: CurrentEvent): event is EditEvent {
  return editKinds.has(event.kind);
}

/** An event as its fold takes it. */
export function toEdit(event: EditEvent): Edit {
  const { id, device, n, on, at, base } = event;
  return { id, device, n, on, at, base, fields: toFoldFields(event) };
}

function toFoldFields(event: EditEvent): Fields {
  if (event.kind === 'adjustment') return toAdjustedFields(event.body);
  return event.kind === 'child' ? toProfileFields(event.body.fields) : event.body.fields;
}
