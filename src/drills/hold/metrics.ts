import type { Metric } from '../types';

/** A stick or a finger is held in the trunk's place: it can win a hold, but it measures no trunk. */
const trunk = ['pose', 'motion'] as const;
/** Only a camera tells where a body is in millimetres (measures/sway-carriers.ts). */
const camera = ['pose'] as const;
const sway = 'clinical.md C1 (Prieto 1996, doi 10.1109/10.532130)';

/** The metrics of one hold; sway is that of measures/sway.ts, low-passed at 5 Hz, over the first `holdS` seconds from the first moment in the zone. */
export const holdMetrics = {
  timeInZonePct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'clinical.md D (balance: time in zone)', sources: trunk },
  /** Longest stay in the zone without leaving it. */
  longestHoldS: { unit: 's', better: 'higher', digits: 1, evidence: 'clinical.md C1 (single-limb stance)', sources: trunk },
  swayRmsMm: { unit: 'mm', better: 'lower', digits: 1, evidence: sway, sources: camera },
  swayRangeMlMm: { unit: 'mm', better: 'lower', digits: 0, evidence: sway, sources: camera },
  swayRangeApMm: { unit: 'mm', better: 'lower', digits: 0, evidence: sway, sources: camera },
  /** Ellipse that holds 95 % of the samples. */
  swayAreaMm2: { unit: 'mm2', better: 'lower', digits: 0, evidence: sway, sources: camera },
  swayVelocityMmps: { unit: 'mmps', better: 'neither', digits: 1, evidence: sway, sources: camera },
  swayPathMm: { unit: 'mm', better: 'neither', digits: 0, evidence: sway, sources: camera },
  /** Rounds a second on a circle of the mean distance. */
  swayFrequencyHz: { unit: 'hz', better: 'neither', digits: 2, evidence: sway, sources: camera },
} as const satisfies Record<string, Metric>;

/** Name of a hold metric. */
export type HoldMetric = keyof typeof holdMetrics;
