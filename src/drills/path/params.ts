/** Who draws the path: any movement lets the comet fly; the child watches; an adult's hand helps; through all phases; the child alone. */
export const pathModes = ['any', 'watch', 'together', 'rising', 'alone'] as const;

const drawn = { mode: ['together', 'rising', 'alone'] } as const;
const led = { mode: ['watch', 'together', 'rising', 'alone'] } as const;

/** The parameters of the path drill; `min` and `max` are the safety limits. */
export const pathParams = {
  /** Rhythmic initiation goes from passive over assisted to active (clinical.md D, Echo). */
  mode: { kind: 'choice', choices: pathModes, label: 'path.param.mode' },
  trials: { kind: 'number', min: 1, max: 40, step: 1, unit: 'count', harder: 'neither', label: 'path.param.trials' },
  /** The diagonals of proprioceptive neuromuscular facilitation (clinical.md D, Comet paths). */
  pattern: { kind: 'choice', choices: ['d1', 'd2', 'both'], label: 'path.param.pattern' },
  directions: { kind: 'choice', choices: ['up', 'up-and-back'], label: 'path.param.directions' },
  hands: { kind: 'choice', choices: ['one', 'both'], label: 'path.param.hands', onlyWhen: led },
  /** From one end to the other, straight; never beyond today's reach. */
  lengthMm: { kind: 'number', min: 40, max: 400, step: 5, unit: 'mm', harder: 'up', label: 'path.param.lengthMm' },
  /** 0: the length is in millimetres; else a share of the longest diagonal within today's reach takes its place. */
  lengthReachPct: { kind: 'number', min: 0, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'path.param.lengthReachPct' },
  /** Whole width of the corridor. clinical.md C9: play targets of at least 20 mm. */
  corridorMm: { kind: 'number', min: 20, max: 150, step: 5, unit: 'mm', harder: 'down', label: 'path.param.corridorMm', onlyWhen: drawn },
  /** Share of the path that must be drawn inside the corridor. */
  insidePct: { kind: 'number', min: 30, max: 100, step: 5, unit: 'pct', harder: 'up', label: 'path.param.insidePct', onlyWhen: drawn },
  /** The guide's time for one path: never below 2 s, because a quick stretch raises spastic tone and rhythmic initiation is slow. */
  guideS: { kind: 'number', min: 2, max: 20, step: 0.5, unit: 's', harder: 'down', label: 'path.param.guideS' },
  windowMs: { kind: 'number', min: 5000, max: 60000, step: 500, unit: 'ms', harder: 'down', label: 'path.param.windowMs' },
  restMs: { kind: 'number', min: 0, max: 20000, step: 500, unit: 'ms', harder: 'down', label: 'path.param.restMs' },
  /** The other diagonal lies beside the asked one, with another star: the child picks (clinical.md C6, cognitive load). */
  others: {
    kind: 'number',
    min: 0,
    max: 1,
    step: 1,
    unit: 'count',
    harder: 'up',
    label: 'path.param.others',
    onlyWhen: { ...drawn, hands: ['one'] },
  },
} as const;

/** The type of the path drill's parameters. */
export type PathParams = typeof pathParams;
