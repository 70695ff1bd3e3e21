/** What an adult looks at before every session, in this order. */
export const readyLines = ['prepared', 'fed', 'mouth', 'brakes', 'orthoses', 'shoes', 'chair'] as const;
export type ReadyLine = (typeof readyLines)[number];

/** When a seizure was, as far as play is concerned; `recent`: within the child's own hours of rest. */
export const seizureTimes = ['none', 'earlier', 'recent'] as const;
export type SeizureTime = (typeof seizureTimes)[number];

/** Why something cannot be as planned; each has a line of the text files (`ready.because.<word>`). */
export const becauseWords = [
  ...readyLines,
  'adult',
  'pain',
  'hipPain',
  'seizure',
  'surgery',
  'toxin',
  'adduction',
  'flexion',
  'weightBearing',
  'reflux',
] as const;
export type Because = (typeof becauseWords)[number];
