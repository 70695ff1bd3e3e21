/** Directions in which targets appear, from easy to hard; a trial of one side shows only those of them that are on that side. */
export const shiftDirections = ['sides', 'front', 'four', 'eight'] as const;

/** The parameters of the weight-shift drill; `min` and `max` are the safety limits. */
export const weightShiftParams = {
  trials: { kind: 'number', min: 1, max: 40, step: 1, unit: 'count', harder: 'neither', label: 'weight-shift.param.trials' },
  directions: { kind: 'choice', choices: shiftDirections, label: 'weight-shift.param.directions' },
  /** clinical.md D (balance): the child's own limit of today is 100 %, and no target is beyond it. */
  distanceLimitPct: { kind: 'number', min: 30, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'weight-shift.param.distanceLimitPct' },
  targetWidthPct: { kind: 'number', min: 20, max: 60, step: 5, unit: 'pct', harder: 'down', label: 'weight-shift.param.targetWidthPct' },
  holdMs: { kind: 'number', min: 0, max: 5000, step: 100, unit: 'ms', harder: 'up', label: 'weight-shift.param.holdMs' },
  windowMs: { kind: 'number', min: 1500, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'weight-shift.param.windowMs' },
  /** 0: the next target comes wherever the child leans. */
  neutralMs: { kind: 'number', min: 0, max: 3000, step: 100, unit: 'ms', harder: 'up', label: 'weight-shift.param.neutralMs' },
} as const;

/** The type of the weight-shift drill's parameters. */
export type WeightShiftParams = typeof weightShiftParams;
