import type { Vec3 } from './types';

/** Part of one direction along another. */
export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Direction at a right angle to two others, right-handed. */
export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The same direction with length 1; straight up the device when it has none. */
export function toUnit(vector: Vec3): Vec3 {
  const size = Math.hypot(...vector);
  return size > 1e-9 ? scale(vector, 1 / size) : [0, 1, 0];
}

/** A vector times a number. */
export function scale([x, y, z]: Vec3, by: number): Vec3 {
  return [x * by, y * by, z * by];
}
