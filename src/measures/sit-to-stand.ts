import { median } from './median';

/** Least change in repetitions a second that is more than chance for one child (five-times sit-to-stand in CP, clinical.md C4, STS5). */
export const leastChangeRepPerS = 0.06;
/** Fewest rises in a row that tell a pace. */
export const leastRises = 5;
/** A rest longer than this between two rises is no part of the pace: the row begins anew. */
export const longestRestS = 10;

/** One way up, in seconds on the recording's clock. */
export interface Rise {
  readonly startS: number;
  readonly endS: number;
}

/** Pace and time of rises, or why they cannot be told. */
export type SitToStandMeasures =
  | { readonly count: number; readonly repPerS: number; readonly riseMedianS: number }
  | { readonly notMeasurable: 'not enough repetitions' };

/**
 * Repetitions a second over the longest row of rises, from the start of the first to the end of the last, and the middle time of one way up.
 * Rises come in rising order; a row has at least five without a long rest between.
 */
export function measureSitToStand(rises: readonly Rise[]): SitToStandMeasures {
  const row = findRow(rises);
  const [first, last] = [row[0], row.at(-1)];
  const riseMedianS = median(row.map(({ startS, endS }) => endS - startS));
  if (!first || !last || riseMedianS === null || row.length < leastRises || last.endS <= first.startS)
    return { notMeasurable: 'not enough repetitions' };
  // The last way down is not part of it: n ways up and n - 1 ways down.
  return { count: row.length, repPerS: row.length / (last.endS - first.startS), riseMedianS };
}

function findRow(rises: readonly Rise[]): readonly Rise[] {
  let longest: readonly Rise[] = [];
  let row: readonly Rise[] = [];
  for (const rise of rises) {
    const last = row.at(-1);
    row = last && rise.startS - last.endS <= longestRestS ? [...row, rise] : [rise];
    if (row.length > longest.length) longest = row;
  }
  return longest;
}
