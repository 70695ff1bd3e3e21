import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { WalkMetric } from './metrics';
import type { WalkParams } from './params';

/** ready: before the walk; cue: the child walks, or is about to; after: the walk is over, late steps are still heard of; done: the set is over. */
export type WalkPhase = 'ready' | 'cue' | 'after' | 'done';

/** A foot's meeting the ground. */
export interface WalkStep {
  readonly tMs: Millis;
  readonly side: Side | null;
}

/** Everything of a running walk set; scenes read it, only the drill writes it. */
export interface WalkState extends DrillState<WalkMetric> {
  readonly set: SetSpec<WalkParams>;
  phase: WalkPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: half of the way counts. */
  assisted: boolean;
  /** When this walk began: by the adult's tap, else with the first step; null: not yet. */
  startedMs: Millis | null;
  /** Steps of this walk, in order. */
  steps: readonly WalkStep[];
  /** Whole laps tapped in a timed walk. */
  laps: number;
  /** How much of a timed walk's time is over; 0 for a measured way. */
  walked: Ratio;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<WalkMetric>[];
  /** Working memory of the running walk; not for scenes. */
  readonly memory: WalkMemory;
}

/** What the drill must remember within one walk. */
export interface WalkMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** The child was out of sight for a second of this walk: its steps are not all counted. */
  hasGap: boolean;
  /** The adult's taps: at the start line; over the line, or the last whole lap; the newest of all. */
  goMs: Millis | null;
  overMs: Millis | null;
  lastTapMs: Millis | null;
  /** The source tells lifts too, so that only a foot that was up makes a step as it comes down. */
  tellsLifts: boolean;
  /** Feet that are off the ground; null: the source does not tell which. */
  readonly lifted: Set<Side | null>;
}
