import type { Metric } from '../types';

const byTap = ['motion', 'pose', 'adult'] as const;
const bySensor = ['motion', 'pose'] as const;

/** The metrics of one walk. A way is known only by an adult's taps, which count beside every source: without them it is absent. */
export const walkMetrics = {
  /** From line to line, or whole laps times their length: a part of a lap is not counted. */
  distanceM: { unit: 'm', better: 'higher', digits: 0, evidence: 'clinical.md C3 (1MWT, r = 0.92 with the GMFM)', sources: byTap },
  /** The tapped way over its tapped time; in a timed walk up to the last whole lap. */
  speedMps: { unit: 'mps', better: 'higher', digits: 2, evidence: 'clinical.md C3 (speed: distance over time; 10 m walk)', sources: byTap },
  /** Never graded: level III works harder at slow steps (clinical.md C3, HRR). */
  steps: { unit: 'steps', better: 'neither', digits: 0, evidence: 'clinical.md C3', sources: bySensor },
  cadenceSpm: { unit: 'spm', better: 'neither', digits: 0, evidence: 'clinical.md C3', sources: bySensor },
  /** From tap to tap; without taps from the first step to the last. */
  timeS: { unit: 's', better: 'neither', digits: 1, evidence: 'clinical.md C3 (10 m walk)', sources: byTap },
} as const satisfies Record<string, Metric>;

/** Name of a walk metric. */
export type WalkMetric = keyof typeof walkMetrics;
