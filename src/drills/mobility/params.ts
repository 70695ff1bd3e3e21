/** What the child is asked to do, from lying to moving about (clinical.md D, mobility); an adult sees whether it was done. */
export const mobilityMoves = ['roll', 'crawl', 'kneel', 'stand-up', 'transfer', 'wheel'] as const;

/** The parameters of the mobility drill; `min` and `max` are the safety limits. */
export const mobilityParams = {
  move: { kind: 'choice', choices: mobilityMoves, label: 'mobility.param.move' },
  trials: { kind: 'number', min: 1, max: 20, step: 1, unit: 'count', harder: 'up', label: 'mobility.param.trials' },
  /** How far, as the adult measured it; 0: not told. */
  distanceM: {
    kind: 'number',
    min: 0,
    max: 50,
    step: 1,
    unit: 'm',
    harder: 'up',
    label: 'mobility.param.distanceM',
    onlyWhen: { move: ['roll', 'crawl', 'wheel'] },
  },
  /** How long the child stays where it has come to; 60 s at most, as for every hold (clinical.md D, BBC24). */
  stayS: { kind: 'number', min: 0, max: 60, step: 1, unit: 's', harder: 'up', label: 'mobility.param.stayS' },
} as const;

/** The type of the mobility drill's parameters. */
export type MobilityParams = typeof mobilityParams;
