/** The parameters of the raise drill; `min` and `max` are the safety limits. Which arm or leg is asked for is the plan's choice of side. */
export const raiseParams = {
  limb: { kind: 'choice', choices: ['shoulder_elevation', 'elbow_flexion', 'knee_flexion', 'hip_flexion'], label: 'raise.param.limb' },
  trials: { kind: 'number', min: 1, max: 30, step: 1, unit: 'count', harder: 'neither', label: 'raise.param.trials' },
  /** Never more than today's comfortable range: stretching beyond it is the therapist's hands' (D). */
  targetRangePct: { kind: 'number', min: 30, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'raise.param.targetRangePct' },
  /** clinical.md D, Sunrise: holds of at most 60 s (BBC24). */
  holdMs: { kind: 'number', min: 0, max: 60000, step: 500, unit: 'ms', harder: 'up', label: 'raise.param.holdMs' },
  /**
   * Spasticity answers to speed: above this the hold does not begin, and the game asks to go slower. Not below 20: a camera's angle jitters by
   * some 2 degrees, which over the 200 ms of a speed reads as up to 14 degrees a second of a limb that is still.
   */
  speedLimitDps: { kind: 'number', min: 20, max: 180, step: 5, unit: 'dps', harder: 'down', label: 'raise.param.speedLimitDps' },
  windowMs: { kind: 'number', min: 3000, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'raise.param.windowMs' },
} as const;

/** The type of the raise drill's parameters. */
export type RaiseParams = typeof raiseParams;
