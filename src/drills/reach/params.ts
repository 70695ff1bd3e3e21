/** Ways of playing a reach: any touch anywhere, touch a target, carry to a target, catch a moving one, both hands at once. */
export const reachModes = ['anywhere', 'touch', 'drag', 'catch', 'two-hands'] as const;

/** Where targets appear, seen from the body's midline and the trial's side. */
export const reachDirections = ['same-side', 'sideways', 'eight', 'across'] as const;

const aimed = { mode: ['touch', 'drag', 'catch', 'two-hands'] } as const;

/** The parameters of the reach drill; `min` and `max` are the safety limits. */
export const reachParams = {
  mode: { kind: 'choice', choices: reachModes, label: 'reach.param.mode' },
  trials: { kind: 'number', min: 1, max: 40, step: 1, unit: 'count', harder: 'neither', label: 'reach.param.trials' },
  directions: { kind: 'choice', choices: reachDirections, label: 'reach.param.directions', onlyWhen: { mode: ['touch', 'drag', 'catch'] } },
  distanceMm: { kind: 'number', min: 0, max: 400, step: 5, unit: 'mm', harder: 'up', label: 'reach.param.distanceMm', onlyWhen: aimed },
  /** 0: the distance is in millimetres; else a share of the calibrated reach takes its place. */
  distanceReachPct: { kind: 'number', min: 0, max: 100, step: 5, unit: '%', harder: 'up', label: 'reach.param.distanceReachPct', onlyWhen: aimed },
  /** clinical.md C9: play targets of at least 20 mm. */
  targetWidthMm: { kind: 'number', min: 20, max: 150, step: 5, unit: 'mm', harder: 'down', label: 'reach.param.targetWidthMm' },
  /** clinical.md C9: holds of 0 to 1500 ms. */
  holdMs: { kind: 'number', min: 0, max: 1500, step: 100, unit: 'ms', harder: 'up', label: 'reach.param.holdMs', onlyWhen: aimed },
  windowMs: { kind: 'number', min: 1500, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'reach.param.windowMs' },
  speedMmps: {
    kind: 'number',
    min: 0,
    max: 200,
    step: 5,
    unit: 'mm/s',
    harder: 'up',
    label: 'reach.param.speedMmps',
    onlyWhen: { mode: ['catch', 'two-hands'] },
  },
  distractors: { kind: 'number', min: 0, max: 6, step: 1, unit: 'count', harder: 'up', label: 'reach.param.distractors', onlyWhen: aimed },
  /** clinical.md C8 (vision): spacing of at least one target width. */
  spacingWidths: {
    kind: 'number',
    min: 1,
    max: 4,
    step: 0.5,
    unit: 'widths',
    harder: 'down',
    label: 'reach.param.spacingWidths',
    onlyWhen: { ...aimed, distractors: ['1', '2', '3', '4', '5', '6'] },
  },
} as const;

/** The type of the reach drill's parameters. */
export type ReachParams = typeof reachParams;
