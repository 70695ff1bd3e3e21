import type { Millis } from '../core/units';
import { cross, dot, gravityMps2, scale, toUnit } from './interpret/way-up';
import type { Frame, FrameOf, Vec3 } from './types';

/** How long a sensor has to be still before its mounting is read, and the fewest readings in that time. */
export const stillMs: Millis = 1000;
const leastReadings = 8;
/** Readings farther apart than this are no still moment: nobody knows what was between them. */
const longestGapMs: Millis = 300;
/** Most spread in m/s2 of a still moment: standing adults kept under 0.1, the slowest walks were over 0.5 (recordings of ../shared/data/imu). */
export const mostSpreadMps2 = 0.3;
/** Most turning in deg/s of a still moment: 2 standing, 15 and more walking. */
export const mostTurningDps = 10;
/** Most difference in m/s2 from gravity: what sensors of tablets are off by, and no more. */
const mostOffGravityMps2 = 0.6;

/** The way up on the screen's normal from which on (30 degrees from lying) a device lies. */
export const flatUp = Math.cos(Math.PI / 6);
/** The way up on the screen's normal up to which (30 degrees from upright) a device is worn rather than looked at. */
export const uprightUp = 0.5;
/** Length below which a direction in the device has too little left on the ground to tell forward: 12 degrees from vertical. */
const leastOnGround = 0.2;

/** Where a sensor is: worn in a pouch on chest or belly, lying on a tray, fixed to a wheelchair or walker, or in the child's hands. */
export type MountingKind = 'pouch' | 'tray' | 'frame' | 'held';

/** How a motion sensor is mounted: the body's directions on the device's axes, each of unit length and at right angles to the others. */
export interface Mounting {
  readonly kind: MountingKind;
  readonly up: Vec3;
  readonly right: Vec3;
  readonly forward: Vec3;
}

/** What is known beside the frames. */
export interface MountingHints {
  /** Where the adult put the device; without it gravity is all there is, and a frame and hands are not told apart from the others. */
  readonly kind?: MountingKind;
  /** How far the picture is turned on the device, as `screen.orientation.angle` says; 0 when it is absent. */
  readonly pictureDeg?: number;
}

/** A vector on the body's axes. */
export interface BodyVector {
  readonly right: number;
  readonly forward: number;
  readonly up: number;
}

/**
 * The mounting in the latest still second of the frames; null while there was none, or where forward cannot be known (a pouch on a child who
 * lies). Gravity tells the way up, never the heading: forward is where the screen looks in a pouch, and else away from the child, who sees it.
 */
export function findMounting(frames: readonly Frame[], { kind, pictureDeg = 0 }: MountingHints = {}): Mounting | null {
  const up = findStillUp(frames);
  if (up === null) return null;
  const found = kind ?? guessKind(up);
  if (found === null) return null;
  const turned = (pictureDeg * Math.PI) / 180;
  const ahead: Vec3 = found === 'pouch' ? [0, 0, 1] : [Math.sin(turned), Math.cos(turned), -1];
  return toMounting(found, up, ahead);
}

/** The same mounting with the heading that walking showed: `right` is the child's right on the device's axes. Null when that points up or down. */
export function turnToWalk({ kind, up }: Mounting, right: Vec3): Mounting | null {
  return toMounting(kind, up, cross(up, right));
}

/** A vector of the device (acceleration, turning) on the body's axes; acceleration keeps its gravity, +9.81 on `up`. */
export function toBodyAxes({ right, forward, up }: Mounting, vector: Vec3): BodyVector {
  return { right: dot(vector, right), forward: dot(vector, forward), up: dot(vector, up) };
}

/** Whether the screen looks where the child looks, which exchanges left and right of its readings. */
export function isScreenAhead({ forward }: Mounting): boolean {
  return forward[2] > 0;
}

/** The way up in the latest still second: a direction of unit length on the device's axes; null while the device was never still. */
export function findStillUp(frames: readonly Frame[]): Vec3 | null {
  const readings: FrameOf<'motion'>[] = [];
  for (const frame of frames)
    if (frame.kind === 'motion' && frame.capturedMs > (readings.at(-1)?.capturedMs ?? Number.NEGATIVE_INFINITY)) readings.push(frame);
  let first = readings.length - 1;
  for (let last = readings.length - 1; last >= 0; last--) {
    const endMs = readings[last]?.capturedMs ?? 0;
    first = Math.min(first, last);
    while (first > 0 && endMs - (readings[first]?.capturedMs ?? 0) < stillMs) first--;
    if (endMs - (readings[first]?.capturedMs ?? 0) < stillMs) return null;
    const up = toStillUp(readings.slice(first, last + 1));
    if (up !== null) return up;
  }
  return null;
}

function toStillUp(readings: readonly FrameOf<'motion'>[]): Vec3 | null {
  if (readings.length < leastReadings) return null;
  if (readings.some(({ capturedMs }, i) => capturedMs - (readings[i - 1]?.capturedMs ?? capturedMs) > longestGapMs)) return null;
  const middle = scale(
    readings.reduce<Vec3>((sum, { accelMps2: [x, y, z] }) => [sum[0] + x, sum[1] + y, sum[2] + z], [0, 0, 0]),
    1 / readings.length,
  );
  const spread = toRms(readings.map(({ accelMps2: [x, y, z] }) => Math.hypot(x - middle[0], y - middle[1], z - middle[2])));
  const turning = toRms(readings.map(({ rotationDps }) => (rotationDps ? Math.hypot(...rotationDps) : 0)));
  if (spread > mostSpreadMps2 || turning > mostTurningDps) return null;
  return Math.abs(Math.hypot(...middle) - gravityMps2) > mostOffGravityMps2 ? null : toUnit(middle);
}

/** What gravity alone suggests: what lies is a tray, what leans back is looked at in the hands, what is upright is worn. Lying on its screen it is nothing. */
function guessKind(up: Vec3): MountingKind | null {
  if (up[2] <= -flatUp) return null;
  if (up[2] >= flatUp) return 'tray';
  return up[2] > uprightUp ? 'held' : 'pouch';
}

function toMounting(kind: MountingKind, up: Vec3, ahead: Vec3): Mounting | null {
  const along = dot(ahead, up);
  const onGround: Vec3 = [ahead[0] - along * up[0], ahead[1] - along * up[1], ahead[2] - along * up[2]];
  if (Math.hypot(...onGround) < leastOnGround) return null;
  const forward = toUnit(onGround);
  return { kind, up, right: cross(forward, up), forward };
}

function toRms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
