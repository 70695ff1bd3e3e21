import type { Metric } from '../types';

/** The metrics of one raise. A single camera reads angles 3 to 7 degrees off, the same way each time: trends count, steps of 10 degrees (KNEE2D). */
export const raiseMetrics = {
  /** The angle at its farthest after the cue. */
  angleDeg: { unit: 'deg', better: 'neither', digits: 0, evidence: 'clinical.md C3, D (KNEE2D: trend, not absolute)', sources: ['pose', 'motion'] },
  /** From where the joint was at the cue to its farthest. */
  romDeg: { unit: 'deg', better: 'higher', digits: 0, evidence: 'clinical.md C3, D (KNEE2D: trend, not absolute)', sources: ['pose', 'motion'] },
  /** The farthest as a share of today's comfortable range. */
  rangePct: {
    unit: 'pct',
    better: 'higher',
    digits: 0,
    evidence: 'own measure of this game; clinical.md C6 (calibrated range)',
    sources: ['pose', 'motion'],
  },
  /** Time at the goal, slowly enough. */
  holdS: { unit: 's', better: 'higher', digits: 1, evidence: 'clinical.md D, Sunrise (BBC24)', sources: ['pose', 'motion'] },
  /** Fastest 0.2 s after the cue; the camera's jitter of 2 degrees reads as 10 to 20 degrees a second. */
  peakSpeedDps: {
    unit: 'dps',
    better: 'lower',
    digits: 0,
    evidence: 'own measure of this game; spasticity depends on velocity',
    sources: ['pose', 'motion'],
  },
  /** Cue to the first 5 degrees on the way. */
  reactionMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2 (reaction time: cue to onset)', sources: ['pose', 'motion'] },
} as const satisfies Record<string, Metric>;

/** Name of a raise metric. */
export type RaiseMetric = keyof typeof raiseMetrics;
