import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { DrumMetric } from './metrics';
import type { DrumParams } from './params';

/** ready: before the bout; cue: the child drums; after: the bout is over, late hits are still heard of; rest: between two bouts; done: the set is over. */
export type DrumPhase = 'ready' | 'cue' | 'after' | 'rest' | 'done';

/** The beat of a bout: number 0 at `firstMs`, then one each `periodMs`. Sound is scheduled ahead from it. */
export interface DrumBeat {
  readonly firstMs: Millis;
  readonly periodMs: Millis;
}

/** A drum that was struck. */
export interface DrumHit {
  readonly tMs: Millis;
  readonly side: Side | null;
  /** It is one of the wanted hits: the asked hand, near an asked beat that nobody has answered yet. */
  readonly counts: boolean;
}

/** Everything of a running drum set; scenes read it, only the drill writes it. */
export interface DrumState extends DrillState<DrumMetric> {
  readonly set: SetSpec<DrumParams>;
  phase: DrumPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** The mercy rule is at work: the beat waits for the first hit, and the bout is done whatever comes. */
  assisted: boolean;
  /** Null while there is none: without a beat, before the bout, or until the first hit by the mercy rule. */
  beat: DrumBeat | null;
  /** Hits of this bout, in the order in which they became known. */
  hits: readonly DrumHit[];
  /** The hand that is asked for now; null: any. */
  due: Side | null;
  /** Hits that count, and how many are wanted in this bout. */
  counted: number;
  wanted: number;
  /** How much of the wanted hits there are, and how much of the bout's time is over. */
  reached: Ratio;
  played: Ratio;
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<DrumMetric>[];
  /** Working memory of the running bout; not for scenes. */
  readonly memory: DrumMemory;
}

/** What the drill must remember within one bout. */
export interface DrumMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** Beats that were answered, by their number. */
  readonly answered: Set<number>;
}
