import type { Metric } from '../types';

// Millimetres and speeds of a hand in the air are shares of a range, not lengths; smoothness from key points is comparable only with itself
// (clinical.md C2), so the camera carries times and straightness. A stick's hand goes as the stick points: only its answer is the child's.
const touch = ['touch'] as const;
const seen = ['touch', 'pose'] as const;
const any = ['touch', 'pose', 'gamepad'] as const;

/** The metrics of one reach, defined as in measures/reach.ts; a movement above the glass leaves only times and the landing point. */
export const reachMetrics = {
  /** Cue to hit. */
  responseMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2', sources: any },
  /** Cue to onset: speed over 5 % of its peak, or the finger leaving the glass. */
  reactionMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2 (onset at 5 % of peak speed)', sources: seen },
  /** Onset to end of the movement, or lift to landing. */
  movementMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2; tracks severity (Fitts on a tablet, PMC5754271)', sources: seen },
  /** Length of the path from onset to end. */
  pathMm: { unit: 'mm', better: 'neither', digits: 0, evidence: 'PMC4981505', sources: touch },
  /** Straight distance over path length, 1 is straight. */
  straightness: { unit: 'ratio', better: 'higher', digits: 2, evidence: 'PMC4981505', sources: seen },
  peakSpeedMmps: { unit: 'mm/s', better: 'neither', digits: 0, evidence: 'PMC4981505', sources: touch },
  movementUnits: { unit: 'count', better: 'lower', digits: 0, evidence: 'PMC4981505', sources: touch },
  /** Nearer to zero is smoother. */
  sparc: { unit: 'none', better: 'higher', digits: 2, evidence: 'doi 10.1186/s12984-015-0090-9', sources: touch },
  endErrorMm: { unit: 'mm', better: 'lower', digits: 1, evidence: 'clinical.md C2', sources: touch },
  /** Time between the first and the second hand's hit. */
  handGapMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md D (bimanual)', sources: seen },
  distractorTouches: { unit: 'count', better: 'lower', digits: 0, evidence: 'clinical.md D (distractors)', sources: any },
  /** From where the hand was at the cue to the target's middle. */
  distanceMm: { unit: 'mm', better: 'neither', digits: 0, evidence: 'set by the level', sources: touch },
} as const satisfies Record<string, Metric>;

/** Name of a reach metric. */
export type ReachMetric = keyof typeof reachMetrics;
