import type { Rng } from '../../core/rng';
import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { WeightShiftMetric } from './metrics';
import type { WeightShiftParams } from './params';

/** ready: back to the middle; cue: a target waits; after: the trial is decided, its movement runs out; done: the set is over. */
export type WeightShiftPhase = 'ready' | 'cue' | 'after' | 'done';

/** A lean as shares of today's comfortable limit: x to the child's right, y forward. */
export interface LeanPoint {
  readonly x: number;
  readonly y: number;
}

/** What is to be leaned to, in shares of today's limit. */
export interface ShiftTarget {
  x: number;
  y: number;
  readonly radius: Ratio;
  /** How much of the hold is done. */
  held: Ratio;
  hit: boolean;
}

/** Where a trial was shown, for replays and reports. */
export interface ShiftPlace extends LeanPoint {
  readonly trial: number;
  readonly radius: Ratio;
}

/** One lean during the running trial. */
export interface LeanSample extends LeanPoint {
  readonly tMs: Millis;
}

/** Everything of a running weight-shift set; scenes read it, only the drill writes it. */
export interface WeightShiftState extends DrillState<WeightShiftMetric> {
  readonly set: SetSpec<WeightShiftParams>;
  readonly rng: Rng;
  phase: WeightShiftPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: the target comes to the child and needs no hold. */
  assisted: boolean;
  lean: LeanPoint;
  target: ShiftTarget | null;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<WeightShiftMetric>[];
  readonly places: ShiftPlace[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: ShiftMemory;
}

/** What the drill must remember within one trial. */
export interface ShiftMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** How long after the movement the newest lean became known. */
  lagMs: Millis;
  /** Since when the child is back in the middle; null while it is not. */
  neutralSinceMs: Millis | null;
  /** Since when the child is at the target; null while it is not. */
  insideSinceMs: Millis | null;
  /** Up to when the mercy rule has moved the target. */
  nearedMs: Millis;
  longestStayMs: Millis;
  /** When the stay began that won the trial; null while it is not won, or won by an adult's tap. */
  enteredMs: Millis | null;
  /** The last leans before the cue, and all since. */
  path: LeanSample[];
}
