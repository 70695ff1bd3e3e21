import type { Millis, Ratio } from '../../core/units';
import type { WalkState } from '../../drills/walk/state';

/** A step in the picture, in metres: about what a child's step is long. Nothing is measured by it. */
export const pictureStepM = 0.45;
/** From this part of the way on, more steps than were thought of come nearer and nearer and never run past the door. */
const straightRatio = 0.75;
/** Without a sensor the postman strolls on by itself, slower and slower, until the adult taps. */
const strollMs: Millis = 14_000;
const strollRatio = 0.88;

/** Walks that are decided, in whatever way: each brought its letter. */
export function toDone(state: Readonly<WalkState>): number {
  return Math.max(state.results.length, state.phase === 'after' && state.outcome !== null ? state.trial + 1 : 0);
}

/** How much of one way, or of one round, so many steps are in the picture. */
export function toShare(steps: number, distanceM: number): Ratio {
  const share = (steps * pictureStepM) / distanceM;
  if (share <= straightRatio) return share;
  const left = 1 - straightRatio;
  return straightRatio + left * 0.92 * (1 - Math.exp(-(share - straightRatio) / left));
}

/** The way of a postman whom no sensor moves, since the adult's last tap. */
export function toStroll(sinceMs: Millis): Ratio {
  return strollRatio * (1 - Math.exp(-Math.max(0, sinceMs) / strollMs));
}
