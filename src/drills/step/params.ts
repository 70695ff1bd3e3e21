/** The parameters of the step drill; `min` and `max` are the safety limits. Which knee is asked for is the plan's choice of side. */
export const stepParams = {
  trials: { kind: 'number', min: 1, max: 40, step: 1, unit: 'count', harder: 'neither', label: 'step.param.trials' },
  /**
   * A camera tells no lower lift from a shift of weight. Never more than today's comfortable lift: some hips must not bend further
   * (clinical.md C8, hip).
   */
  liftPct: { kind: 'number', min: 40, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'step.param.liftPct' },
  windowMs: { kind: 'number', min: 1500, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'step.param.windowMs' },
} as const;

/** The type of the step drill's parameters. */
export type StepParams = typeof stepParams;
