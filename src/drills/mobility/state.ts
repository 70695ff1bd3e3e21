import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { MobilityMetric } from './metrics';
import type { MobilityParams } from './params';

/** ready: before the cue; cue: the move is asked for; stay: it was done, the child stays there; after: decided; done: the set is over. */
export type MobilityPhase = 'ready' | 'cue' | 'stay' | 'after' | 'done';

/** Everything of a running mobility set; scenes read it, only the drill writes it. */
export interface MobilityState extends DrillState<MobilityMetric> {
  readonly set: SetSpec<MobilityParams>;
  phase: MobilityPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** How much of the stay is done; 1 where none is asked for. */
  held: Ratio;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<MobilityMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: MoveMemory;
}

/** What the drill must remember. */
export interface MoveMemory {
  cueMs: Millis;
  /** When the adult saw the move done. */
  tappedMs: Millis;
  /** When the move before this one was done; null: it was the first, or a pause lay between. */
  lastMs: Millis | null;
}
