import type { Rng } from '../../core/rng';
import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { HandContact } from '../../movement/types';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { ReachMetric } from './metrics';
import type { ReachParams } from './params';

/** ready: before the first cue; cue: a target waits; after: the trial is decided, its movement runs out; done: the set is over. */
export type ReachPhase = 'ready' | 'cue' | 'after' | 'done';

/** Something at a place of the play field, in millimetres. */
export interface ReachTarget {
  readonly id: number;
  readonly role: 'target' | 'distractor';
  xMm: number;
  yMm: number;
  widthMm: number;
  /** How much of the hold is done. */
  held: Ratio;
  hit: boolean;
}

/** Drag mode: what is carried to the target. It waits where it was left; nothing is lost by letting go. */
export interface Carried {
  xMm: number;
  yMm: number;
  readonly widthMm: number;
  /** The hand that holds it or held it last, by its contact id. */
  by: number | null;
}

/** Where a trial was shown, for replays and reports. */
export interface ReachPlace {
  readonly trial: number;
  readonly startXMm: number;
  readonly startYMm: number;
  readonly targets: readonly { readonly xMm: number; readonly yMm: number; readonly widthMm: number }[];
}

/** One recorded place of a hand during the running trial. */
export interface HandSample {
  readonly tMs: Millis;
  readonly x: number;
  readonly y: number;
}

/** Everything of a running reach set; scenes read it, only the drill writes it. */
export interface ReachState extends DrillState<ReachMetric> {
  readonly set: SetSpec<ReachParams>;
  readonly rng: Rng;
  phase: ReachPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: the target comes to the child and any touch counts. */
  assisted: boolean;
  targets: ReachTarget[];
  carried: Carried | null;
  hands: readonly HandContact[];
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<ReachMetric>[];
  readonly places: ReachPlace[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: TrialMemory;
}

/** What the drill must remember within one trial. */
export interface TrialMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** Movement of a moving target in mm/s, from its place at the cue. */
  velocity: { x: number; y: number };
  /** Hands on the glass at the cue, with their places. */
  handsAtCue: readonly HandContact[];
  /** Paths since the cue by contact id, in order of first contact. */
  readonly paths: Map<number, HandSample[]>;
  /** When each contact left the glass. */
  readonly lifts: Map<number, Millis>;
  /** For each target: since when and until when a hand was inside, and whose. */
  readonly inside: Map<number, { sinceMs: Millis; lastMs: Millis; hand: number }>;
  /** The hand that hit each target, in order. */
  readonly hitBy: { readonly target: number; readonly hand: number; readonly atMs: Millis; readonly enteredMs: Millis }[];
  /** Up to when the mercy rule has moved the targets. */
  nearedMs: Millis;
  distractorTouches: number;
  readonly touchedDistractors: Set<number>;
}
