import type { PlaySpace } from '../drills/types';

/** The working hand rests low in the middle of the field, near the child. */
const restHeight = 0.72;

/** The child's place at a field of this size; `reachMm` null: the whole field is within reach. */
export function toPlaySpace(widthMm: number, heightMm: number, reachMm: number | null): PlaySpace {
  return { widthMm, heightMm, originXMm: widthMm / 2, originYMm: heightMm * restHeight, reachMm: reachMm ?? Math.hypot(widthMm, heightMm) };
}
