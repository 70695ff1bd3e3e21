import type { Mounting, Vec3 } from '../types';
import { cross, dot, scale, toUnit } from '../vector';
import { toDegrees } from './body';

/** The way up as two degrees: x around the screen (0 with the top up, 90 with the right side up), y out of the screen (90 lying on its back). */
export function toWayUpDeg([x, y, z]: Vec3): { readonly x: number; readonly y: number } {
  return { x: toDegrees(Math.atan2(x, y)), y: toDegrees(Math.asin(Math.min(1, Math.max(-1, z)))) };
}

/** The direction that two degrees of `toWayUpDeg` stand for. */
export function fromWayUpDeg({ x, y }: { readonly x: number; readonly y: number }): Vec3 {
  const [around, out] = [(x * Math.PI) / 180, (y * Math.PI) / 180];
  return [Math.sin(around) * Math.cos(out), Math.cos(around) * Math.cos(out), Math.sin(out)];
}

/** A sensor whose neutral is farther than this from where it hangs today was worn another way then: its neutral says nothing today. */
const mostMovedDeg = 25;

/** The way up that is neutral: as the range check found it, unless the device is mounted another way today. */
export function toNeutralUp(neutral: { readonly x: number; readonly y: number }, mounting: Mounting | undefined): Vec3 {
  const known = fromWayUpDeg(neutral);
  return mounting && dot(known, mounting.up) < Math.cos((mostMovedDeg * Math.PI) / 180) ? mounting.up : known;
}

/**
 * Where a device points ahead of the child whose mounting nobody found: flat on a tray its top points away from the child; otherwise its screen
 * looks back at the child or behind it, or ahead when `screenAhead`.
 */
export function guessAhead(neutral: Vec3, screenAhead: boolean): Vec3 {
  const flat = Math.abs(neutral[2]) > Math.SQRT1_2;
  return scale(flat ? [0, 1, 0] : [0, 0, -1], screenAhead ? -1 : 1);
}

/** Degrees by which a device leans to the child's right and forward of its neutral way up; `ahead` is where the child looks, on the device's axes. */
export function toTilt(up: Vec3, neutral: Vec3, ahead: Vec3): { readonly x: number; readonly y: number } {
  const along = dot(ahead, neutral);
  const forward = toUnit([ahead[0] - along * neutral[0], ahead[1] - along * neutral[1], ahead[2] - along * neutral[2]]);
  return { x: toLeanDeg(up, cross(forward, neutral)), y: toLeanDeg(up, forward) };
}

/** What leans in a direction dips there: the way up turns from it. */
function toLeanDeg(up: Vec3, direction: Vec3): number {
  return -toDegrees(Math.asin(Math.min(1, Math.max(-1, dot(up, direction)))));
}
