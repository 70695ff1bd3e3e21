import type { OwnRules } from './child-safety';

/** Pain on the faces scale: 0 none, 10 the worst, in steps of 2 (clinical.md C8, pain). */
export const painFaces = [0, 2, 4, 6, 8, 10] as const;
export type PainFace = (typeof painFaces)[number];

/** Where it hurts, as an adult can tap it; hip and belly pain are the worst in CP (clinical.md C8, PAIN20). */
export const painPlaces = ['hip', 'leg', 'foot', 'back', 'belly', 'arm', 'head', 'elsewhere'] as const;
export type PainPlace = (typeof painPlaces)[number];

/** How a session was, by the child's own word. */
export const funFaces = ['good', 'so-so', 'not-good'] as const;
export type FunFace = (typeof funFaces)[number];

/** Whether pain is new and at the stop face or above (clinical.md C8): `known` is the face before, or the one that this child usually has. */
export function isNewPain(now: number, known: number, { painFace }: Pick<OwnRules, 'painFace'>): boolean {
  return now >= painFace && now > known;
}

/** Whether pain ends a running or finished session (clinical.md C8): it is new, or it grew too much; `before`: the face at the session's start, null: nobody said. */
export function isPainStop(now: number, before: number | null, rules: Pick<OwnRules, 'painFace' | 'painRise'>): boolean {
  return isNewPain(now, before ?? 0, rules) || (before !== null && now - before >= rules.painRise);
}

/** Whether the child's word on effort ends play (clinical.md C8: OMNI 7 or more). */
export function isTooHard(omni: number, { effortOmni }: Pick<OwnRules, 'effortOmni'>): boolean {
  return omni >= effortOmni;
}
