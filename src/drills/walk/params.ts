/** What is walked: a measured way (10 m walk), or a timed walk in laps (one-minute walk). */
export const walkCourses = ['distance', 'minute'] as const;
/** A second thing to do while walking, told in words: nothing measures it. */
export const walkLoads = ['none', 'carry', 'listen'] as const;

/** The parameters of the walk drill; `min` and `max` are the safety limits. */
export const walkParams = {
  /** clinical.md C3: the one-minute walk fits the clinic best (1MWT). */
  course: { kind: 'choice', choices: walkCourses, label: 'walk.param.course' },
  trials: { kind: 'number', min: 1, max: 12, step: 1, unit: 'count', harder: 'up', label: 'walk.param.trials' },
  /** The way of one delivery or of one lap, as the adult measured it: 50 m is the middle distance of the FMS (clinical.md C5). */
  distanceM: { kind: 'number', min: 2, max: 50, step: 1, unit: 'm', harder: 'up', label: 'walk.param.distanceM' },
  /** Two minutes at most without a rest: longer tests want a practice walk and a therapist beside them (clinical.md C3, MDC6). */
  walkS: { kind: 'number', min: 30, max: 120, step: 10, unit: 's', harder: 'up', label: 'walk.param.walkS', onlyWhen: { course: ['minute'] } },
  load: { kind: 'choice', choices: walkLoads, label: 'walk.param.load' },
  /** Time to set off and to come along; it cuts nobody short who is walking. */
  windowMs: { kind: 'number', min: 10000, max: 180000, step: 5000, unit: 'ms', harder: 'down', label: 'walk.param.windowMs' },
  /** Where nobody taps, a child that stands this long has arrived. */
  stillMs: {
    kind: 'number',
    min: 3000,
    max: 30000,
    step: 500,
    unit: 'ms',
    harder: 'down',
    label: 'walk.param.stillMs',
    onlyWhen: { course: ['distance'] },
  },
} as const;

/** The type of the walk drill's parameters. */
export type WalkParams = typeof walkParams;
