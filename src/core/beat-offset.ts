import type { Millis } from './units';

/** What is tapped with: each has its own delay. */
export const beatInputs = ['touch', 'switch'] as const;
export type BeatInput = (typeof beatInputs)[number];

/** How much later than heard the taps of an input arrive on this tablet; an input that nobody tapped along with is absent. */
export type BeatOffsets = Readonly<Partial<Record<BeatInput, Millis>>>;

/** Bounds of a kept offset: the slowest wireless loudspeakers are within them (general knowledge), and no delay is below none. */
export const beatOffsetLimits = { minMs: 0, maxMs: 400 } as const;
