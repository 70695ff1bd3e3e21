import type { Vec3 } from '../types';
import { toDegrees } from './body';
import { cross, dot, scale, toUnit } from './way-up';

/** The way up as two degrees: x around the screen (0 with the top up, 90 with the right side up), y out of the screen (90 lying on its back). */
export function toWayUpDeg([x, y, z]: Vec3): { readonly x: number; readonly y: number } {
  return { x: toDegrees(Math.atan2(x, y)), y: toDegrees(Math.asin(Math.min(1, Math.max(-1, z)))) };
}

/** The direction that two degrees of `toWayUpDeg` stand for. */
export function fromWayUpDeg({ x, y }: { readonly x: number; readonly y: number }): Vec3 {
  const [around, out] = [(x * Math.PI) / 180, (y * Math.PI) / 180];
  return [Math.sin(around) * Math.cos(out), Math.cos(around) * Math.cos(out), Math.sin(out)];
}

/**
 * Degrees by which a device leans to the child's right and forward of its neutral way up, in any mounting. Flat on a tray its top points
 * away from the child; otherwise its screen looks back at the child or behind it, or ahead when `screenAhead`.
 */
export function toTilt(up: Vec3, neutral: Vec3, screenAhead: boolean): { readonly x: number; readonly y: number } {
  const flat = Math.abs(neutral[2]) > Math.SQRT1_2;
  const away: Vec3 = flat ? [0, 1, 0] : [0, 0, -1];
  const pointed = scale(away, screenAhead ? -1 : 1);
  const along = dot(pointed, neutral);
  const forward = toUnit([pointed[0] - along * neutral[0], pointed[1] - along * neutral[1], pointed[2] - along * neutral[2]]);
  return { x: toLeanDeg(up, cross(forward, neutral)), y: toLeanDeg(up, forward) };
}

/** What leans in a direction dips there: the way up turns from it. */
function toLeanDeg(up: Vec3, direction: Vec3): number {
  return -toDegrees(Math.asin(Math.min(1, Math.max(-1, dot(up, direction)))));
}
