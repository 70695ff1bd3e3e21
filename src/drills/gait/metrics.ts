import type { Metric } from '../types';

const walking = ['motion', 'pose'] as const;

/** The metrics of one bout of walking, defined as in measures/gait.ts and measures/rhythm.ts. */
export const gaitMetrics = {
  /** Every step felt in the bout; effort is never graded by it (clinical.md C3, level III works harder at slow steps). */
  steps: { unit: 'steps', better: 'neither', digits: 0, evidence: 'clinical.md C3', sources: walking },
  /** 60 over the mean step time, standing left out. */
  cadenceSpm: { unit: 'spm', better: 'neither', digits: 0, evidence: 'clinical.md C3', sources: walking },
  stepTimeMeanS: { unit: 's', better: 'neither', digits: 2, evidence: 'clinical.md C3', sources: walking },
  /** Trimmed, of at least ten strides; a camera of 30 pictures a second cannot carry it. */
  strideTimeCvPct: { unit: 'pct', better: 'lower', digits: 1, evidence: 'clinical.md C3; values in CP: PMC8926298', sources: ['motion'] },
  /** Of at least ten steps whose foot is known. */
  asymmetryPct: { unit: 'pct', better: 'lower', digits: 0, evidence: 'clinical.md C3; values in CP: PMC8926298', sources: walking },
  /** Mean distance of a step to its nearest beat, delay of sensor and loudspeaker included where no tap along measured it; at least ten steps. */
  beatErrorMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C3 (rhythmic auditory cueing, PMC5746070)', sources: walking },
  /** Spread of the steps around their place in the beat, whatever the delay; at least ten steps. */
  beatSpreadMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C3 (rhythmic auditory cueing, PMC5746070)', sources: walking },
} as const satisfies Record<string, Metric>;

/** Name of a gait metric. */
export type GaitMetric = keyof typeof gaitMetrics;
