import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { RiseMetric } from './metrics';
import type { RiseParams } from './params';

/** ready: down, before the cue; cue: the way up is asked for; top: up, and down again when the child likes; after: decided; done. */
export type RisePhase = 'ready' | 'cue' | 'top' | 'after' | 'done';

/** Everything of a running rise set; scenes read it, only the drill writes it. */
export interface RiseState extends DrillState<RiseMetric> {
  readonly set: SetSpec<RiseParams>;
  phase: RisePhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: half of the way up is enough. */
  assisted: boolean;
  /** Where the body was last seen: 0 down, 1 up. */
  height: number;
  /** The height that is asked for now. */
  goal: Ratio;
  /** How much of the stay at the top is done. */
  held: Ratio;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<RiseMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: RiseMemory;
}

/** What the drill must remember within one trial. */
export interface RiseMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** How long after the movement the newest height became known. */
  lagMs: Millis;
  /** The source tells heights between down and up. */
  tellsWay: boolean;
  /** The last time below a tenth of the way, and the first at nine tenths after it. */
  leftMs: Millis | null;
  arrivedMs: Millis | null;
  /** Since when the goal is kept; null: below it. */
  topSinceMs: Millis | null;
  /** When the stay at the top was over; null: not yet. */
  doneMs: Millis | null;
  highest: number;
  /** When the rise before this one was decided; null: it was the first, or a pause lay between. */
  lastMs: Millis | null;
}
