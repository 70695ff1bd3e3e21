import type { Rng } from '../../core/rng';
import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { PointSample } from '../../measures/resample';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { HoldMetric } from './metrics';
import type { HoldParams } from './params';

/** ready: before the hold; cue: the child holds; after: the hold is over; done: the set is over. */
export type HoldPhase = 'ready' | 'cue' | 'after' | 'done';

/** Everything of a running hold set; scenes read it, only the drill writes it. */
export interface HoldState extends DrillState<HoldMetric> {
  readonly set: SetSpec<HoldParams>;
  readonly rng: Rng;
  phase: HoldPhase;
  phaseSinceMs: Millis;
  trial: number;
  /** In the stance on one leg the leg that stands. */
  side: Side | null;
  /** The mercy rule is at work: the zone comes to the child. */
  assisted: boolean;
  /** Shares of today's limit: x to the child's right, y forward. */
  lean: { readonly x: number; readonly y: number };
  zone: { x: number; y: number; readonly radius: Ratio };
  inside: boolean;
  /** How much of the hold is done; it waits while the child is elsewhere. */
  held: Ratio;
  /** How many things have quietly arrived in this trial. */
  arrived: number;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<HoldMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: HoldMemory;
}

/** What the drill must remember within one trial. */
export interface HoldMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** How long after the movement the newest lean became known. */
  lagMs: Millis;
  /** Up to when time is counted. */
  countedMs: Millis;
  heldMs: Millis;
  outsideMs: Millis;
  /** The running and the longest stay without leaving. */
  stayMs: Millis;
  longestStayMs: Millis;
  firstInsideMs: Millis | null;
  /** When the next things arrive, as shares of the hold. */
  arrivals: readonly Ratio[];
  /** How fast the source reads a still body to move; null: nobody knows, so velocity, path and frequency stay unmeasured. */
  stillMmps: number | null;
  /** Sway in mm since the cue: x to the child's right, y forward. */
  sway: PointSample[];
}
