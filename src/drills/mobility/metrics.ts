import type { Metric } from '../types';

/** The metrics of one move, all by an adult's tap: half a second of a thumb is their noise floor. */
export const mobilityMetrics = {
  /** From the cue to the tap that says it is done, without the stay. */
  timeS: { unit: 's', better: 'lower', digits: 1, evidence: 'clinical.md D, mobility (time)', sources: ['adult'] },
  /** Moves a minute, from the end of the one before to the end of this one. */
  movesPerMin: { unit: 'perMin', better: 'higher', digits: 1, evidence: 'clinical.md D, mobility (per minute)', sources: ['adult'] },
  /** The way over the time, where a way was told. */
  speedMps: { unit: 'mps', better: 'higher', digits: 2, evidence: 'clinical.md C3 (speed: distance over time)', sources: ['adult'] },
} as const satisfies Record<string, Metric>;

/** Name of a mobility metric. */
export type MobilityMetric = keyof typeof mobilityMetrics;
