import type { Metric } from '../types';

// A hand in the air is a share of a range, not a length, and its wrist is told to some 15 mm (clinical.md C2, DCP): the camera carries shares
// and times. A stick's hand goes as the stick points, so it carries times only. Glass tells a finger to about 1 mm (clinical.md C2).
const touch = ['touch'] as const;
const seen = ['touch', 'pose'] as const;
const any = ['touch', 'pose', 'gamepad'] as const;

/** The metrics of one path. They record handling: no benefit is claimed (clinical.md C0, TEV22). */
export const pathMetrics = {
  /** Root mean square distance to the path over the time on it; below 1 mm it is the glass' own noise. */
  pathErrorMm: { unit: 'mm', better: 'lower', digits: 1, evidence: 'clinical.md D, facilitation (path error)', sources: touch },
  /** The same as a share of the path's length. */
  pathErrorPct: { unit: 'pct', better: 'lower', digits: 1, evidence: 'clinical.md D, facilitation (path error)', sources: seen },
  /** Share of the time on the path inside the corridor. */
  insidePct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game', sources: seen },
  /** Behind the guide at a quarter, half and three quarters of the path, on average; before it is negative. */
  lagMs: { unit: 'ms', better: 'neither', digits: 0, evidence: 'own measure of this game; clinical.md D (rhythmic initiation)', sources: seen },
  /** How far the path was drawn, also where it was not finished. */
  completionPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game', sources: any },
  /** From the start of the path to its end. */
  timeS: { unit: 's', better: 'neither', digits: 1, evidence: 'clinical.md C2 (movement time)', sources: any },
  /** Cue to the start of the path; where any movement counts, cue to that movement. */
  responseMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2', sources: any },
  /** Phase in which the path was done: 1 watching, 2 together, 3 alone. */
  phaseReached: {
    unit: 'count',
    better: 'higher',
    digits: 0,
    evidence: 'clinical.md D, facilitation (phase reached)',
    sources: ['touch', 'pose', 'gamepad', 'adult'],
  },
  /** With both hands: from the first hand's end to the second's. */
  handGapMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md D (bimanual)', sources: seen },
  /** Times that the hand was at the start of the path that was not asked for, before it began the right one. */
  otherStarts: { unit: 'count', better: 'lower', digits: 0, evidence: 'clinical.md D (distractors)', sources: any },
} as const satisfies Record<string, Metric>;

/** Name of a path metric. */
export type PathMetric = keyof typeof pathMetrics;
