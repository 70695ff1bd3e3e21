/** The parameters of the rise drill; `min` and `max` are the safety limits. */
export const riseParams = {
  /** Which movement goes up and down; an arm push-up is counted by an adult's thumb. */
  kind: { kind: 'choice', choices: ['sit-to-stand', 'bridge', 'heel-raise', 'push-up'], label: 'rise.param.kind' },
  /** clinical.md C4: sets of 6 to 15 (Verschuren 2016). */
  trials: { kind: 'number', min: 1, max: 20, step: 1, unit: 'count', harder: 'up', label: 'rise.param.trials' },
  /** Share of today's way up that is asked for. */
  heightPct: { kind: 'number', min: 50, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'rise.param.heightPct' },
  topMs: { kind: 'number', min: 0, max: 10000, step: 500, unit: 'ms', harder: 'up', label: 'rise.param.topMs' },
  windowMs: { kind: 'number', min: 3000, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'rise.param.windowMs' },
} as const;

/** The type of the rise drill's parameters. */
export type RiseParams = typeof riseParams;
