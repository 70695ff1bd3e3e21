import type { Side } from '../core/units';
import type { PlanItem } from '../plan/types';

/** One side for each of `count` trials: always the same, in turn from the left, or none. */
export function toSides(side: PlanItem['side'], count: number): (Side | null)[] {
  return Array.from({ length: count }, (_, i) => {
    if (side === 'either') return null;
    if (side === 'alternate') return i % 2 === 0 ? 'left' : 'right';
    return side;
  });
}
