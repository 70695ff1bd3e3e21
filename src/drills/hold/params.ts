/** How the child sits or stands, from easy to hard; `single`: on the leg of the trial's side. The drill asks for it and cannot see it. */
export const holdStances = ['sit', 'wide', 'together', 'tandem', 'single'] as const;

/** The parameters of the hold drill; `min` and `max` are the safety limits. */
export const holdParams = {
  trials: { kind: 'number', min: 1, max: 20, step: 1, unit: 'count', harder: 'neither', label: 'hold.param.trials' },
  stance: { kind: 'choice', choices: holdStances, label: 'hold.param.stance' },
  holdS: { kind: 'number', min: 3, max: 60, step: 1, unit: 's', harder: 'up', label: 'hold.param.holdS' },
  /** How far from today's neutral the trunk may be, as a share of today's limit. */
  tolerancePct: { kind: 'number', min: 15, max: 80, step: 5, unit: 'pct', harder: 'down', label: 'hold.param.tolerancePct' },
  /** How long the child may be elsewhere in all, so that every hold can be finished whatever its length. */
  spareS: { kind: 'number', min: 5, max: 60, step: 5, unit: 's', harder: 'down', label: 'hold.param.spareS' },
  /** Cognitive load (clinical.md D, balance): things that quietly arrive during the hold. Nothing is asked about them, nothing is scored. */
  arrivals: { kind: 'number', min: 0, max: 6, step: 1, unit: 'count', harder: 'up', label: 'hold.param.arrivals' },
} as const;

/** The type of the hold drill's parameters. */
export type HoldParams = typeof holdParams;
