import type { Metric } from '../types';

const drums = ['touch', 'gamepad', 'pose'] as const;

/** The metrics of one bout of drumming. Minutes in the heart-rate zone are the session's, from the strap (measures/effort.ts). */
export const drumMetrics = {
  /** Every hit of the bout over its time; effort is never graded by it (clinical.md C3: the same rate is harder for some). */
  hitsPerMin: { unit: 'perMin', better: 'higher', digits: 0, evidence: 'clinical.md D, aerobic (hits a minute)', sources: drums },
  hits: { unit: 'count', better: 'higher', digits: 0, evidence: 'clinical.md D, aerobic (hits a minute)', sources: drums },
  /** Time of the bout at most 2 s after a hit: time in the app is not dose. */
  activeS: { unit: 's', better: 'higher', digits: 0, evidence: 'clinical.md, rule 2 (count active seconds)', sources: drums },
  /** Share of the asked beats that were answered. */
  answeredPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game; clinical.md D (drumming to a beat)', sources: drums },
  /** Mean of hit minus nearest asked beat: below zero is early; delay of sensor and loudspeaker included; at least ten hits. */
  asynchronyMs: { unit: 'ms', better: 'neither', digits: 0, evidence: 'clinical.md C3 (rhythmic auditory cueing, PMC5746070)', sources: drums },
  /** Spread of the hits around their place in the beat, whatever the delay; at least ten hits. */
  asynchronySdMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C3 (rhythmic auditory cueing, PMC5746070)', sources: drums },
  /** Share of hits that came from the other hand than the one before, where hands in turn are asked for; at least ten hits whose hand is known. */
  alternationPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game; clinical.md D (two drums)', sources: drums },
} as const satisfies Record<string, Metric>;

/** Name of a drum metric. */
export type DrumMetric = keyof typeof drumMetrics;
