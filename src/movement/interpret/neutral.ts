import type { Millis } from '../../core/units';
import { findMiddle } from './body';

/** How long a child is watched for its neutral where no calibration tells it. */
const watchMs: Millis = 500;

/** Finds the neutral of some numbers as their middle over the first half second; null until then. */
export function createNeutral(): (values: readonly number[], atMs: Millis) => readonly number[] | null {
  const seen: (readonly number[])[] = [];
  let sinceMs: Millis | null = null;
  let neutral: readonly number[] | null = null;

  return (values, atMs) => {
    if (neutral) return neutral;
    sinceMs ??= atMs;
    seen.push(values);
    if (atMs - sinceMs < watchMs) return null;
    neutral = values.map((_, i) => findMiddle(seen.map((known) => known[i] ?? 0)) ?? 0);
    return neutral;
  };
}
