import type { Metric } from '../types';

/** The metrics of one knee lift. A camera sees when a foot leaves the ground and how high; a motion sensor only feels it come down. */
export const stepMetrics = {
  /** Cue to the end of the lift that counted: the foot is down again. */
  responseMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'own measure of this game', sources: ['pose', 'motion'] },
  /** Cue to the asked foot's leaving the ground, when the other foot did not leave it first. */
  reactionMs: { unit: 'ms', better: 'lower', digits: 0, evidence: 'clinical.md C2 (reaction time: cue to onset)', sources: ['pose'] },
  /** Highest lift of the asked knee in the trial, as a share of today's comfortable lift. */
  liftPct: { unit: 'pct', better: 'higher', digits: 0, evidence: 'own measure of this game; clinical.md C6 (calibrated range)', sources: ['pose'] },
  /** 1 when the asked foot left the ground first, 0 when the other one did. */
  sideRight: { unit: 'ratio', better: 'higher', digits: 0, evidence: 'clinical.md D (stepping stones: correct steps)', sources: ['pose'] },
} as const satisfies Record<string, Metric>;

/** Name of a step metric. */
export type StepMetric = keyof typeof stepMetrics;
