import type { BeatOffsets } from '../core/beat-offset';
import type { SessionClock } from '../core/clock';
import type { Millis, Ratio, Side } from '../core/units';
import type { AnyDrill, Params, PlaySpace, TrialResult } from '../drills/types';
import type { Calibration } from '../movement/types';
import type { Adapted, RoundCounts } from '../plan/adapt';
import type { Dose } from '../plan/types';
import type { Meeting } from './together';
import type { Look, Save, SessionTurn } from './types';

/** Everything a session needs; parameters are already inside all limits. */
export interface SessionSetup {
  readonly clock: SessionClock;
  readonly child: string;
  readonly game: string;
  readonly drill: AnyDrill;
  readonly item: string;
  readonly level: string;
  readonly params: Params;
  /** Parameters of a short easy round before the first. */
  readonly warmUp?: Params;
  /** What a round leads to; absent: parameters stay. */
  readonly adapt?: (params: Params, counts: RoundCounts) => Adapted;
  /** Share of trials whose end is celebrated in full; 1 unless told. */
  readonly feedbackRatio?: Ratio;
  readonly side: Side | 'alternate' | 'either';
  readonly dose: Dose;
  readonly lockoutMs: Millis;
  /** Delays of this tablet that a tap along measured, by input. */
  readonly beatOffsets?: BeatOffsets;
  readonly space: PlaySpace;
  readonly calibration: Calibration;
  readonly look: Look;
  /** Longest session time (plan/safety.ts). */
  readonly capMs: Millis;
  readonly seed: string;
  readonly newId: () => string;
  readonly save: Save;
  readonly text: (key: string) => string;
  /** One turn of a session of several plan items; absent: this item is the whole session. */
  readonly turn?: SessionTurn;
  /** Whether this trial says that the child is tired; absent: nobody looks. */
  readonly tires?: (result: TrialResult, params: Params) => boolean;
  /** Others play on the same tablet: sets start together with theirs. */
  readonly meeting?: Meeting;
}
