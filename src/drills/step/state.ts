import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { StepMetric } from './metrics';
import type { StepParams } from './params';

/** ready: before the first cue; cue: a knee lift is asked for; after: it is decided, the foot comes down; done: the set is over. */
export type StepPhase = 'ready' | 'cue' | 'after' | 'done';

/** Everything of a running step set; scenes read it, only the drill writes it. */
export interface StepState extends DrillState<StepMetric> {
  readonly set: SetSpec<StepParams>;
  phase: StepPhase;
  phaseSinceMs: Millis;
  trial: number;
  /** The knee that is asked for; null: either. */
  side: Side | null;
  /** The mercy rule is at work: any lift of any foot counts. */
  assisted: boolean;
  /** How much of the asked lift is reached in this trial. */
  lifted: Ratio;
  /** How high each foot was last seen, as a share of today's comfortable lift; 0 on the ground. */
  readonly feet: Record<Side, number>;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<StepMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: LiftMemory;
}

/** What the drill must remember within one trial. */
export interface LiftMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** The source tells lifts too, not only contacts. */
  tellsLifts: boolean;
  /** Since when each foot is off the ground; null: the source does not tell which foot. */
  readonly up: Map<Side | null, Millis>;
  /** The foot that left the ground first after the cue; undefined: none yet. */
  firstSide: Side | null | undefined;
  /** When the asked foot left the ground after the cue; null: not seen. */
  onsetMs: Millis | null;
  /** Highest lift of the asked foot after the cue. */
  highest: number;
  /** When the foot of the lift that was done met the ground again; null: not yet. */
  downMs: Millis | null;
  /** The child's own lift decided the trial, not a tap or the time. */
  answered: boolean;
}
