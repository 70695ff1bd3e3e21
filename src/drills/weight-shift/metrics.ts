import type { Metric } from '../types';

/** A stick or a finger leans in the trunk's place: it can win a target, but it measures no trunk. */
const trunk = ['pose', 'motion'] as const;

/** The metrics of one lean to a target (limits of stability, clinical.md C1). */
export const weightShiftMetrics = {
  /** Cue to onset of the lean, delay of sensor and filter included. */
  reactionMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C1 (limits of stability)', sources: trunk },
  /** Farthest lean in the target's direction; 100 is today's comfortable limit. */
  excursionPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'clinical.md C1 (limits of stability)', sources: trunk },
  /** Travel towards the target over all travel, from onset until the lean has got there; 100 is straight. */
  directionalControlPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'clinical.md C1 (limits of stability)', sources: trunk },
  /** Onset to entering the target. */
  movementMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C1 (limits of stability)', sources: trunk },
  /** Longest stay at the target. */
  holdMs: { unit: 'ms', better: 'higher', digits: 0, evidence: 'clinical.md D (balance: dwell)', sources: trunk },
} as const satisfies Record<string, Metric>;

/** Name of a weight-shift metric. */
export type WeightShiftMetric = keyof typeof weightShiftMetrics;
