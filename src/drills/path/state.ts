import type { Rng } from '../../core/rng';
import type { Help, Millis, Ratio, Side } from '../../core/units';
import type { HandContact } from '../../movement/types';
import type { DrillState, Outcome, SetSpec, TrialResult } from '../types';
import type { PathMetric } from './metrics';
import type { PathParams } from './params';

/** ready: the rest before the cue; cue: the path waits for its start; go: it is drawn, the guide flies; after: decided; done. */
export type PathPhase = 'ready' | 'cue' | 'go' | 'after' | 'done';

/** Phase of rhythmic initiation: passive, active-assisted, active. */
export type Rhythm = 'watch' | 'together' | 'alone';

/** A place of the play field in millimetres. */
export interface PointMm {
  readonly x: number;
  readonly y: number;
}

/** Where a diagonal lies. */
export interface WayPlace {
  readonly pattern: 'd1' | 'd2';
  /** Up is flexion, back is extension. */
  readonly direction: 'up' | 'back';
  /** The hand whose diagonal it is. */
  readonly side: Side;
  /** From start to end, close enough to be joined by straight lines. */
  readonly points: readonly PointMm[];
  readonly lengthMm: number;
}

/** A path that is drawn now. */
export interface PathWay {
  readonly id: number;
  readonly place: WayPlace;
  /** Which of the stars waits at its end, 0..4. */
  readonly star: number;
  /** How far the guide is. */
  guide: Ratio;
  /** How far the path is drawn. */
  along: Ratio;
  /** A hand was at its start. */
  begun: boolean;
  done: boolean;
  /** Working memory; not for scenes: when the guide set off, how much may still be left out, when the marks of the path were passed. */
  guideFromMs: Millis | null;
  skipLeft: Ratio;
  readonly passedMs: Map<Ratio, Millis>;
  doneMs: Millis | null;
}

/** Everything of a running path set; scenes read it, only the drill writes it. */
export interface PathState extends DrillState<PathMetric> {
  readonly set: SetSpec<PathParams>;
  readonly rng: Rng;
  phase: PathPhase;
  phaseSinceMs: Millis;
  trial: number;
  side: Side | null;
  /** Who draws this path; null: any movement lets the comet fly. */
  rhythm: Rhythm | null;
  /** The mercy rule is at work: the guide draws the path. */
  assisted: boolean;
  ways: PathWay[];
  /** The path beside, that is not asked for. */
  other: { readonly place: WayPlace; readonly star: number } | null;
  hands: readonly HandContact[];
  outcome: Outcome | null;
  help: Help;
  done: boolean;
  readonly results: TrialResult<PathMetric>[];
  /** Working memory of the running trial; not for scenes. */
  readonly memory: PathMemory;
}

/** What one contact has done on its path. */
export interface Trace {
  way: number | null;
  last: { readonly tMs: Millis; readonly x: number; readonly y: number } | null;
  /** It goes on where the path is drawn up to. */
  joined: boolean;
  /** Time on the path, that inside the corridor, the square distance over it, and the way made. */
  onMs: Millis;
  insideMs: Millis;
  squareMm2Ms: number;
  travelMm: number;
}

/** What the drill must remember within one trial. */
export interface PathMemory {
  cueMs: Millis;
  decidedMs: Millis;
  missesInRow: number;
  /** Since when the source has lost the child; null while it sees it. */
  lostSinceMs: Millis | null;
  /** How long after the movement the newest places became known. */
  lagMs: Millis;
  beganMs: Millis | null;
  doneMs: Millis | null;
  /** The repetition was told by an adult, not by the sensor. */
  tapped: boolean;
  /** A line scans for a switch: places are chosen, nothing is drawn between them. */
  scans: boolean;
  scanLine: HandContact['scanLine'] | null;
  /** Where each hand was first seen in this trial, and whether that was at its cue. */
  readonly seenAt: Map<number, PointMm & { readonly rested: boolean }>;
  readonly traces: Map<number, Trace>;
  /** Most hands that moved on one path at a time. */
  mostHands: number;
  otherStarts: number;
  readonly atOther: Set<number>;
  /** Repetitions done in this phase of "rising". */
  doneInPhase: number;
}
