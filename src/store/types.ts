import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Language } from '../core/text';
import type { Help, Millis } from '../core/units';
import type { TrialResult } from '../drills/types';
import type { MovementRanges, SourceKind } from '../movement/types';
import type { SessionArm } from '../plan/alternation';
import type { PainFace } from '../plan/safety/faces';
import type { Feeling, Incident, ReadyCheck } from '../plan/safety/records';
import type { Adjustment, ChildProfile, NotTodayReason, Plan } from '../plan/types';
import type { EndReason, Omni, Recording, RecordingHead, Save, SaveOutcome, StorageProblem } from '../session/types';
import type { Course } from './course';
import type { ChildGoals } from './kept-goals';
import type { Lock } from './lock/types';
import type { Overview } from './overview';
import type { PlanHistory } from './plan-history';
import type { Transfer } from './transfer/types';
import type { Unsaved } from './unsaved';

/** Everything kept is one of these, immutable; a correction is another event. */
export interface StoredEvent<B = unknown> {
  readonly id: Uuid;
  readonly kind: string;
  readonly format: number;
  /** The device that made it, and that device's own running number. */
  readonly device: Uuid;
  readonly n: number;
  readonly child: Uuid | null;
  /** The day of the session or edit, and the instant in ISO 8601; neither ever decides a clinical value. */
  readonly on: LocalDate;
  readonly at: string;
  /** For edits: ids of the newest edits that its author had seen. */
  readonly base?: readonly Uuid[];
  readonly body: B;
}

/** Values of an edit by their path, such as `touch.holdMs` or `items.<id>.params.holdMs`; null takes a value away. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** An event that does not fit its format: kept, skipped and shown to the adult. */
export interface DamagedEvent {
  readonly id: string;
  readonly kind: string;
  readonly problems: readonly string[];
}

/** Settings of the tablet, shared by all children. */
export interface DeviceSettings {
  /** CSS pixels in a millimetre, measured with a bank card; null until measured. */
  readonly pxPerMm: number | null;
  /** null: the browser's language. */
  readonly language: Language | null;
  /** How much later than heard taps on the glass or with a switch arrive, and how far they scattered; null or absent: nobody tapped along. */
  readonly beatOffsetMsTouch?: Millis | null;
  readonly beatSpreadMsTouch?: Millis | null;
  readonly beatOffsetMsSwitch?: Millis | null;
  readonly beatSpreadMsSwitch?: Millis | null;
  /** Names beside the children's pictures outside the therapist's side; not said: as long as no PIN is set. */
  readonly showNames?: boolean;
  /** Initials of who uses this tablet, beside what they change in plans. */
  readonly author?: string;
  /** Where this tablet is; absent: now here, now there. */
  readonly place?: 'home' | 'clinic';
  /** A PIN was offered and put off. */
  readonly pinPutOff?: boolean;
}

/** Counts of trials by outcome. */
export interface OutcomeCounts {
  readonly success: number;
  readonly assisted: number;
  readonly miss: number;
  readonly lost: number;
}

/** A session as the roll-ups keep it: one small record whatever its length. */
export interface SessionSummary {
  readonly session: Uuid;
  readonly child: Uuid;
  readonly on: LocalDate;
  readonly at: string;
  readonly trials: number;
  readonly outcomes: OutcomeCounts;
  /** Trials by help, those apart in which the sensor lost the child. */
  readonly helps: Readonly<Partial<Record<Help, number>>>;
  /** The ways in which single-case questions had it played, by the question's seed; absent: none asked. */
  readonly arms?: Readonly<Record<string, SessionArm>>;
  /** Time within trials. */
  readonly activeMs: Millis;
  readonly ended: EndReason | null;
  /** How hard the child says it was; null until it does. */
  readonly effort: Omni | null;
  /** One entry for each game, level and source: values of each metric in the order of the trials. */
  readonly parts: readonly SummaryPart[];
  /** The lock is closed: outcomes, helps, values, effort and end are behind the PIN, and empty here; they are not nought. */
  readonly sealed?: true;
}

/** What one session holds of one game at one level. */
export interface SummaryPart {
  readonly game: string;
  readonly level: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly source: SourceKind;
  readonly trials: number;
  readonly outcomes: OutcomeCounts;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/** A child's totals: they only ever grow. */
export interface Totals {
  readonly sessions: number;
  readonly trials: number;
  readonly activeMs: Millis;
  readonly firstOn: LocalDate | null;
  /** By game: what the bay grows from. */
  readonly games: Readonly<Record<string, GameTotals>>;
}

/** What a child has played of one game. */
export interface GameTotals {
  readonly sessions: number;
  readonly trials: number;
}

/** A change of the plan that a round of play made. */
export interface StoredAdjustment {
  readonly id: Uuid;
  readonly on: LocalDate;
  readonly at: string;
  readonly session: Uuid;
  readonly item: string;
  readonly game: string;
  readonly change: Adjustment;
  readonly carry: number;
  readonly hits: number;
  readonly misses: number;
  readonly omni: Omni | null;
}

/** A stored set with its trials in order. */
export interface StoredSet {
  readonly set: Uuid;
  readonly item: string;
  readonly level: string;
  readonly source: SourceKind;
  readonly at: string;
  readonly head: RecordingHead;
  readonly trials: readonly TrialResult[];
  /** What a strap told during the trials, in rising time of the set's clock; empty where none was worn. */
  readonly heart: readonly (readonly [tMs: Millis, beatsPerMin: number])[];
}

/** A plan with the fields that two devices changed without seeing each other. */
export interface FoldedPlan extends Plan {
  readonly review: readonly string[];
}

/** What one range check found. */
export interface RangeCheck {
  readonly on: LocalDate;
  readonly at: string;
  readonly source: SourceKind;
  readonly ranges: MovementRanges;
}

/** What was played in a week. */
export interface WeekCount {
  readonly sessions: number;
  readonly activeMs: Millis;
}

/** A change of the family's own goal for a week, in sessions or in active minutes; null takes it away, absent leaves it as it was. */
export interface GoalChange {
  readonly id: Uuid;
  readonly on: LocalDate;
  readonly at: string;
  readonly sessions?: number | null;
  readonly minutes?: number | null;
}

/** The days of a family: planned rest, days that were not for play, goals, and what was played week by week. */
export interface FamilyDays {
  readonly rest: readonly LocalDate[];
  /** `sealed`: the reason is behind the PIN. */
  readonly notToday: Readonly<Record<LocalDate, NotTodayReason | 'sealed'>>;
  /** Oldest first. */
  readonly goals: readonly GoalChange[];
  /** By the week's Monday. */
  readonly weeks: Readonly<Record<LocalDate, WeekCount>>;
  /** First days by game, and by game and level: `ferry`, `ferry/02-wide`. */
  readonly firsts: Readonly<Record<string, LocalDate>>;
  /** Mondays of weeks that were shown as reached. */
  readonly grown: readonly LocalDate[];
}

interface Logged {
  readonly id: Uuid;
  readonly on: LocalDate;
  readonly at: string;
}

/** What was said of a child before, after and beside play, each oldest first. */
export interface SafetyLog {
  /** The newest 60 checks before play. */
  readonly checks: readonly (ReadyCheck & Logged & { readonly session: Uuid })[];
  /** The last word of the newest 60 sessions. */
  readonly feelings: readonly (Feeling & Logged & { readonly session: Uuid })[];
  /** The newest 200 adverse events. */
  readonly incidents: readonly (Incident & Logged & { readonly session: Uuid | null })[];
  /** The newest 200 notes. */
  readonly notes: readonly (Logged & { readonly session: Uuid; readonly words: string })[];
}

/** How storage stands on this tablet. */
export interface StorageState {
  /** Whether the browser promised to keep the data; null when it does not say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/**
 * The tablet's memory. Reads skip damaged events; writes resolve when durable and never reject for want of room. Where a PIN is set and the
 * lock is closed, reads of what is sealed reject with a LockedError (seal/locked.ts): readPlanHistory, readAdjustments, readSafetyLog,
 * readSafetyOf, readGoals, readCourses, readSets and readRecording; profiles come without a name, sessions with `sealed`.
 */
export interface Store {
  readonly device: Uuid;
  /** The lock on the therapist's side. */
  readonly lock: Lock;
  /** Keeps what was played; what cannot be kept now waits in memory, in order, and is tried again until it is. */
  readonly save: Save;
  readonly unsaved: Unsaved;
  editChild(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  editPlan(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  editDevice(fields: Fields): Promise<SaveOutcome>;
  /** Fields such as `goals.<id>.words`. */
  editGoals(child: Uuid, fields: Fields): Promise<SaveOutcome>;
  /** Plans a day for rest, or takes it back. */
  setRestDay(child: Uuid, on: LocalDate, rest: boolean): Promise<SaveOutcome>;
  /** Says why a day is not for play; null takes it back. */
  setNotToday(child: Uuid, on: LocalDate, reason: NotTodayReason | null): Promise<SaveOutcome>;
  readChildren(): Promise<readonly ChildProfile[]>;
  readChild(child: Uuid): Promise<ChildProfile | null>;
  readPlan(child: Uuid): Promise<FoldedPlan>;
  readPlanHistory(child: Uuid): Promise<PlanHistory>;
  readDevice(): Promise<DeviceSettings>;
  /** Newest first; `before` is the `at` of the last one already shown. Those of the last instant all come, even if it is one more than `limit`. */
  readSessions(child: Uuid, limit: number, before?: string): Promise<readonly SessionSummary[]>;
  /** When each of these children last played; one that never did is left out. Costs the same for ever. */
  readLastPlayed(children: readonly Uuid[]): Promise<ReadonlyMap<Uuid, { readonly at: string; readonly on: LocalDate }>>;
  /** Sessions on days `from` <= day < `to`, oldest first. */
  readSessionsBetween(child: Uuid, from: LocalDate, to: LocalDate): Promise<readonly SessionSummary[]>;
  readTotals(child: Uuid): Promise<Totals>;
  readFamilyDays(child: Uuid): Promise<FamilyDays>;
  /** The newest 60 range checks, oldest first. */
  readRangeChecks(child: Uuid): Promise<readonly RangeCheck[]>;
  /** The newest 60 changes that play made in the plan, oldest first. */
  readAdjustments(child: Uuid): Promise<readonly StoredAdjustment[]>;
  /** The pain that a child told of before a session; null: none was told, or it is behind the PIN. Play's rule for pain reads it. */
  readPainBefore(session: Uuid): Promise<PainFace | null>;
  readSafetyLog(child: Uuid): Promise<SafetyLog>;
  /** What was said of one session, however old it is. */
  readSafetyOf(session: Uuid): Promise<SafetyLog>;
  readGoals(child: Uuid): Promise<ChildGoals>;
  /**
   * Both ends of what the child played last of each game, if on or after `since`; of all else only which metrics were measured, without
   * values. Costs the same after years.
   */
  readCourses(child: Uuid, since: LocalDate): Promise<readonly Course[]>;
  /** Ids of the plan's items that a session played; readable while the lock is closed. */
  readPlayedItems(session: Uuid): Promise<readonly string[]>;
  readSets(session: Uuid): Promise<readonly StoredSet[]>;
  /** null when the recording was pruned or never finished a trial. */
  readRecording(set: Uuid): Promise<Recording | null>;
  /** All that is damaged: looks through what was not looked at yet, in the background (damage.ts). */
  readDamaged(): Promise<readonly DamagedEvent[]>;
  /** What was met so far, recordings too. */
  listDamaged(): readonly DamagedEvent[];
  /** Whether roll-ups count the whole history yet. */
  readonly overview: Overview;
  /** Makes roll-ups anew from the events; the old ones are shown until then. */
  rebuild(): Promise<void>;
  readState(): Promise<StorageState>;
  /** Asks the browser to keep the data; true when it agreed. */
  persist(): Promise<boolean>;
  /** Backups, merging and erasing; loaded when it is first wanted. */
  openTransfer(): Promise<Transfer>;
  close(): void;
}

/** The store, or why there is none. */
export type OpenedStore = { readonly store: Store } | { readonly store: null; readonly problem: StorageProblem };
