import { createRng } from '../core/rng';

/** The two ways of play that a single-case question compares, a session each. */
export type Arm = 'a' | 'b';

/** The order of sessions from a stored seed: blocks of two, one of each, so never more than two of a kind in a row. */
export function drawAlternation(seed: string, blocks: number): readonly Arm[] {
  const rng = createRng(seed);
  return Array.from({ length: blocks }, (): readonly Arm[] => (rng.next() < 0.5 ? ['a', 'b'] : ['b', 'a'])).flat();
}
