import type { Adaptation } from './types';

/** Target success that a therapist may choose (clinical.md C6, D). */
export const adaptTarget = { min: 0.6, max: 0.95, usual: 0.8 } as const;

/** What one success adds: 0.03 of an axis reaches the target in about 6 trials from far too hard; 0.05 jitters (clinical.md C6, M). */
export const adaptStep = { min: 0.01, max: 0.05, usual: 0.03 } as const;

/** How a new plan item follows the child. */
export const usualAdaptation: Adaptation = { lead: 'success', target: adaptTarget.usual, step: adaptStep.usual, axes: {}, carry: 0 };

/** A plan item that nothing changes but its therapist. */
export const fixedAdaptation: Adaptation = { ...usualAdaptation, lead: 'fixed' };
