/** The five steps of a goal: 0 is what was expected (clinical.md C5, GAS11). */
export const gasSteps = [-2, -1, 0, 1, 2] as const;
export type GasStep = (typeof gasSteps)[number];

/** One goal as it stands; the weight is above 0, 1 where nobody set one. */
export interface GasGoal {
  readonly step: GasStep;
  readonly weight: number;
}

/** How alike goals of one child are taken to be (clinical.md C5). */
const rho = 0.3;

/** The T-score of a child's goals, 50 where all came as expected (clinical.md C5); null without a goal of weight above 0. */
export function toGasScore(goals: readonly GasGoal[]): number | null {
  const counted = goals.filter(({ weight }) => weight > 0);
  if (counted.length === 0) return null;
  const sum = (of: (goal: GasGoal) => number): number => counted.reduce((total, goal) => total + of(goal), 0);
  const below = (1 - rho) * sum(({ weight }) => weight ** 2) + rho * sum(({ weight }) => weight) ** 2;
  return 50 + (10 * sum(({ weight, step }) => weight * step)) / Math.sqrt(below);
}

/** A change of COPM that counts, in points of 1 to 10 (clinical.md C5, COPM). */
export const copmCounts = 2;

/** The change of a COPM rating, in points, and whether it counts; RangeError for ratings outside 1 to 10. */
export function toCopmChange(before: number, now: number): { readonly points: number; readonly counts: boolean } {
  for (const rating of [before, now]) if (!(rating >= 1 && rating <= 10)) throw new RangeError(`COPM rating ${rating} is not 1 to 10`);
  const points = now - before;
  return { points, counts: Math.abs(points) >= copmCounts };
}
