/** Advice for children with bilateral cerebral palsy: an index of difficulty of at most 2 bits (clinical.md C2, PubMed 24954105). */
export const adviceBits = 2;

/** How hard a target is to hit. */
export type FittsWord = 'easy' | 'aim' | 'hard';

/** Fitts' index of difficulty, log2(2 D / W), in bits; null when there is no distance or no width. */
export function toFittsBits(distanceMm: number, widthMm: number): number | null {
  return distanceMm > 0 && widthMm > 0 ? Math.max(0, Math.log2((2 * distanceMm) / widthMm)) : null;
}

/** The index in a word: up to the advice easy, up to one bit more asks for aim, above it is hard. */
export function toFittsWord(bits: number): FittsWord {
  return bits <= adviceBits ? 'easy' : bits <= adviceBits + 1 ? 'aim' : 'hard';
}
