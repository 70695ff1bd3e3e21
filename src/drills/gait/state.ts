import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { GaitMetric } from './metrics';
import type { GaitParams } from './params';

/** ready: before the bout; cue: the child walks; after: the bout is over, late steps are still heard of; done: the set is over. */
export type GaitPhase = 'ready' | 'cue' | 'after' | 'done';

/** The beat of a bout: number 0 at `firstMs`, then one each `periodMs`. Sound is scheduled ahead from it. */
export interface Beat {
  readonly firstMs: Millis;
  readonly periodMs: Millis;
  /** The stressed beats: those with even or odd numbers; null without a stress. */
  readonly accent: 0 | 1 | null;
}

/** A foot's meeting the ground. */
export interface GaitStep {
  readonly tMs: Millis;
  readonly side: Side | null;
}

/** Everything of a running gait set; scenes read it, only the drill writes it. */
export interface GaitState extends DrillState<GaitMetric> {
  readonly set: SetSpec<GaitParams>;
  phase: GaitPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: the beat waits for the child's first step. */
  assisted: boolean;
  /** Null while there is none: before the bout, or until the first step by the mercy rule. */
  beat: Beat | null;
  /** Steps of this bout, in order. */
  steps: readonly GaitStep[];
  /** How much of the bout's time is over. */
  walked: Ratio;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<GaitMetric>[];
  /** Working memory of the running bout; not for scenes. */
  readonly memory: BoutMemory;
}

/** What the drill must remember within one bout. */
export interface BoutMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** The source tells how high a foot is, so it is a camera. */
  seesFeet: boolean;
  /** The source tells lifts too, so that only a foot that was up makes a step as it comes down. */
  tellsLifts: boolean;
  /** Feet that are off the ground; null: the source does not tell which. */
  readonly lifted: Set<Side | null>;
  /** Steps in a row whose foot was not the one that the stress expected. */
  offAccent: number;
}
