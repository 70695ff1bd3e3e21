import { median } from '../measures/median';

/** Values at a glance: the middle one, the middle half and both ends, in the values' unit. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** The spread of values in any order, quartiles by linear interpolation (Hyndman and Fan, type 7); null for no values. */
export function toSpread(values: readonly number[]): Spread | null {
  const middle = median(values);
  if (middle === null) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: middle,
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    least: quantile(sorted, 0),
    most: quantile(sorted, 1),
    count: sorted.length,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at));
}
