import { at } from './at';

/** Rise, as a part of the peak speed, that makes a speed maximum a movement unit of its own. */
export const unitRise = 0.1;
/** Shortest time in s between two movement units: nobody corrects a reach faster. */
export const unitSpacingS = 0.15;

/**
 * Movement units of a speed profile at a fixed rate in Hz: 1 is one smooth reach. A local maximum counts when it rises by
 * `unitRise` above the lowest speed since the last one and comes at least `unitSpacingS` after it; too early but higher, it replaces it.
 */
export function countMovementUnits(speed: ArrayLike<number>, rateHz: number): number {
  let peak = 0;
  for (let i = 0; i < speed.length; i += 1) peak = Math.max(peak, at(speed, i));
  let units = 0;
  let last: { index: number; value: number } | null = null;
  let lowest = speed.length > 0 ? at(speed, 0) : 0;
  let scanned = 0;
  for (const index of findMaxima(speed)) {
    for (; scanned <= index; scanned += 1) lowest = Math.min(lowest, at(speed, scanned));
    const value = at(speed, index);
    if (value - lowest < unitRise * peak) continue;
    const farEnough = last === null || (index - last.index) / rateHz >= unitSpacingS;
    if (!farEnough && last !== null && value <= last.value) continue;
    if (farEnough) units += 1;
    last = { index, value };
    lowest = value;
  }
  return units;
}

/** Indices of local maxima, rising; of a plateau its middle; the two ends are never maxima. */
function findMaxima(values: ArrayLike<number>): number[] {
  const maxima: number[] = [];
  let i = 1;
  while (i < values.length - 1) {
    if (at(values, i - 1) >= at(values, i)) {
      i += 1;
      continue;
    }
    let end = i;
    while (end + 1 < values.length && at(values, end + 1) === at(values, i)) end += 1;
    if (end + 1 < values.length && at(values, end + 1) < at(values, i)) maxima.push(Math.floor((i + end) / 2));
    i = end + 1;
  }
  return maxima;
}
