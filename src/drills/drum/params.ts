/** What makes a hit count: any one, one near a beat, or one near a beat that the pattern asks for. */
export const drumModes = ['free', 'beat', 'pattern'] as const;
/** Which hand: any, that of the bout's side, or the other one each time; a source that does not tell hands takes any. */
export const drumHands = ['any', 'one', 'alternate'] as const;
/** Which of four beats are asked for, from easy to hard: a pause of two, a pause of one, a pause between. */
export const drumPatterns = ['twos', 'threes', 'skip'] as const;

/** The parameters of the drum drill; `min` and `max` are the safety limits. */
export const drumParams = {
  trials: { kind: 'number', min: 1, max: 12, step: 1, unit: 'count', harder: 'neither', label: 'drum.param.trials' },
  mode: { kind: 'choice', choices: drumModes, label: 'drum.param.mode' },
  hands: { kind: 'choice', choices: drumHands, label: 'drum.param.hands' },
  /** Three minutes at most without a rest: endurance is built from bouts and rests (clinical.md D, aerobic), and fatigue stops play (C8). */
  boutS: { kind: 'number', min: 5, max: 180, step: 5, unit: 's', harder: 'up', label: 'drum.param.boutS' },
  restS: { kind: 'number', min: 0, max: 120, step: 5, unit: 's', harder: 'down', label: 'drum.param.restS' },
  /** Four hits a second are about as fast as a child taps; nobody is asked for more (D). */
  hitsPerMin: { kind: 'number', min: 2, max: 240, step: 2, unit: 'perMin', harder: 'up', label: 'drum.param.hitsPerMin' },
  /** A beat below 30 a minute is hardly felt as one; above 160 a child with CP can only follow by spasm (D). */
  beatBpm: {
    kind: 'number',
    min: 30,
    max: 160,
    step: 2,
    unit: 'bpm',
    harder: 'up',
    label: 'drum.param.beatBpm',
    onlyWhen: { mode: ['beat', 'pattern'] },
  },
  /** Room around a beat, early or late; a camera alone takes 60 to 120 ms of it. */
  nearMs: {
    kind: 'number',
    min: 100,
    max: 1000,
    step: 20,
    unit: 'ms',
    harder: 'down',
    label: 'drum.param.nearMs',
    onlyWhen: { mode: ['beat', 'pattern'] },
  },
  pattern: { kind: 'choice', choices: drumPatterns, label: 'drum.param.pattern', onlyWhen: { mode: ['pattern'] } },
} as const;

/** The type of the drum drill's parameters. */
export type DrumParams = typeof drumParams;
