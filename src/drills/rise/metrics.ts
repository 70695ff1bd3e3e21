import type { Metric } from '../types';

/** The metrics of one rise. A motion sensor at the waist tells up or down and nothing between: it carries no time of the way up. */
export const riseMetrics = {
  /** From the first tenth of the way up to nine tenths. */
  riseS: { unit: 's', better: 'lower', digits: 2, evidence: 'clinical.md D, Rocket (rise time)', sources: ['pose'] },
  /** From the end of the rise before to the end of this one; five of them make the five-times sit-to-stand's rate. */
  cycleS: { unit: 's', better: 'lower', digits: 1, evidence: 'clinical.md C4, STS5 (repetitions a second, MDC 0.06)', sources: ['pose', 'motion'] },
  /** Cue to the first tenth of the way up. */
  reactionMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2 (reaction time: cue to onset)', sources: ['pose'] },
  /** Highest point, as a share of today's way up. */
  heightPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game; clinical.md C6 (calibrated range)', sources: ['pose'] },
} as const satisfies Record<string, Metric>;

/** Name of a rise metric. */
export type RiseMetric = keyof typeof riseMetrics;
