import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { RaiseMetric } from './metrics';
import type { RaiseParams } from './params';

/** ready: back at rest before the next cue; cue: a raise is asked for; after: it is decided and comes down; done: the set is over. */
export type RaisePhase = 'ready' | 'cue' | 'after' | 'done';

/** Everything of a running raise set; scenes read it, only the drill writes it. */
export interface RaiseState extends DrillState<RaiseMetric> {
  readonly set: SetSpec<RaiseParams>;
  phase: RaisePhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: any raise counts, and the time brings it home. */
  assisted: boolean;
  /** Where the joint was last seen, as a share of today's comfortable range. */
  ofRange: number;
  /** The share that is asked for now. */
  goal: Ratio;
  /** How much of the hold is done. */
  held: Ratio;
  /** Faster than the limit, or just now: the game asks to go slower, and the hold waits. Never a miss by itself. */
  tooFast: boolean;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<RaiseMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: RaiseMemory;
}

/** One reading of the joint. */
export interface AngleSample {
  readonly tMs: Millis;
  readonly deg: number;
  readonly ofRange: number;
}

/** What the drill must remember within one trial. */
export interface RaiseMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the joint; null while it sees it. */
  lostSinceMs: Millis | null;
  /** The last readings, as far as the speed looks back; across trials. */
  recent: AngleSample[];
  /** Where the joint was at the cue; null: not seen yet. */
  atCueDeg: number | null;
  onsetMs: Millis | null;
  /** The farthest reading after the cue. */
  farthest: AngleSample | null;
  peakSpeedDps: number;
  /** When it was last faster than the limit. */
  fastMs: Millis;
  heldMs: Millis;
  /** The last time at which the hold counted; null: it does not count now. */
  holdAtMs: Millis | null;
}
