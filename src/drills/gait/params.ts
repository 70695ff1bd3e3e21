/** The foot whose beats are stressed, in the music. */
export const accentSides = ['none', 'left', 'right'] as const;

/** clinical.md C3: a beat starts at the child's own cadence and differs from it by 5 % at most (D). */
export const mostTempoPct = 5;

/** The parameters of the gait drill; `min` and `max` are the safety limits. */
export const gaitParams = {
  trials: { kind: 'number', min: 1, max: 12, step: 1, unit: 'count', harder: 'neither', label: 'gait.param.trials' },
  boutS: { kind: 'number', min: 10, max: 180, step: 5, unit: 's', harder: 'up', label: 'gait.param.boutS' },
  /** As measured, without a beat. */
  ownCadenceSpm: { kind: 'number', min: 30, max: 180, step: 1, unit: 'spm', harder: 'neither', label: 'gait.param.ownCadenceSpm' },
  tempoPct: { kind: 'number', min: -mostTempoPct, max: mostTempoPct, step: 1, unit: 'pct', harder: 'up', label: 'gait.param.tempoPct' },
  accentSide: { kind: 'choice', choices: accentSides, label: 'gait.param.accentSide' },
  /** A child that stands this long has stopped: the bout is over. */
  stillMs: { kind: 'number', min: 3000, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'gait.param.stillMs' },
} as const;

/** The type of the gait drill's parameters. */
export type GaitParams = typeof gaitParams;
