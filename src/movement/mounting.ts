import type { Millis, Ratio } from '../core/units';
import { gravityMps2 } from './interpret/way-up';
import type { Frame, FrameOf, Mounting, MountingKind, Vec3 } from './types';
import { cross, dot, scale, toUnit } from './vector';

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
  return toMountingOf(found, up, pictureDeg);
}

/** How long a device has to hang still before its mounting is believed: longer than a hand holds it by chance. */
const holdStillMs: Millis = 2500;
/** The adult has just touched the screen: for this long the device is still in the adult's hands. */
const putOnMs: Millis = 2500;
/** A child that cannot be still is not waited for: from here on the middle of the latest moments tells the way up. */
const longestWaitMs: Millis = 12_000;
/** A pouch hangs: what lies flatter than this still waits on the table. */
const lyingUp = Math.cos(Math.PI / 9);

/** How a still moment stands, for a picture that fills: 0 at a move, 1 once the mounting is found. */
export interface StillMoment {
  readonly share: Ratio;
  readonly found: Mounting | null;
}

/** Waits for a still moment of a device that an adult has just put where `kind` says; frames in rising time. */
export function createStillMoment(startMs: Millis, kind: MountingKind, pictureDeg: number): (frames: readonly Frame[]) => StillMoment {
  let recent: FrameOf<'motion'>[] = [];
  let sinceMs: Millis | null = null;
  let moment: StillMoment = { share: 0, found: null };

  const isPutOn = (up: Vec3) => kind !== 'pouch' || Math.abs(up[2]) < lyingUp;

  function hear(frame: FrameOf<'motion'>): void {
    const atMs = frame.capturedMs;
    if (moment.found || atMs - startMs < putOnMs || atMs <= (recent.at(-1)?.capturedMs ?? 0)) return;
    recent = [...recent.filter(({ capturedMs }) => atMs - capturedMs <= holdStillMs), frame];
    const found = findMounting(
      recent.filter(({ capturedMs }) => atMs - capturedMs <= stillMs + longestGapMs),
      { kind, pictureDeg },
    );
    const still = found !== null && isPutOn(found.up);
    sinceMs = still ? (sinceMs ?? atMs - stillMs) : null;
    const share = sinceMs === null ? 0 : Math.min(1, (atMs - sinceMs) / holdStillMs);
    const restless = toMiddle(recent);
    if (still && share === 1) moment = { share, found };
    else if (!still && atMs - startMs >= longestWaitMs && isPutOn(toUnit(restless)) && isGravity(restless))
      moment = { share: 1, found: toMountingOf(kind, toUnit(restless), pictureDeg) };
    else moment = { share, found: null };
  }

  return (frames) => {
    for (const frame of frames) if (frame.kind === 'motion') hear(frame);
    return moment;
  };
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
  const middle = toMiddle(readings);
  const spread = toRms(readings.map(({ accelMps2: [x, y, z] }) => Math.hypot(x - middle[0], y - middle[1], z - middle[2])));
  const turning = toRms(readings.map(({ rotationDps }) => (rotationDps ? Math.hypot(...rotationDps) : 0)));
  if (spread > mostSpreadMps2 || turning > mostTurningDps) return null;
  return isGravity(middle) ? toUnit(middle) : null;
}

function toMiddle(readings: readonly FrameOf<'motion'>[]): Vec3 {
  const sum = readings.reduce<Vec3>((sum, { accelMps2: [x, y, z] }) => [sum[0] + x, sum[1] + y, sum[2] + z], [0, 0, 0]);
  return scale(sum, 1 / Math.max(1, readings.length));
}

function isGravity(acceleration: Vec3): boolean {
  return Math.abs(Math.hypot(...acceleration) - gravityMps2) <= mostOffGravityMps2;
}

/** What gravity alone suggests: what lies is a tray, what leans back is looked at in the hands, what is upright is worn. Lying on its screen it is nothing. */
function guessKind(up: Vec3): MountingKind | null {
  if (up[2] <= -flatUp) return null;
  if (up[2] >= flatUp) return 'tray';
  return up[2] > uprightUp ? 'held' : 'pouch';
}

function toMountingOf(kind: MountingKind, up: Vec3, pictureDeg: number): Mounting | null {
  const turned = (pictureDeg * Math.PI) / 180;
  return toMounting(kind, up, kind === 'pouch' ? [0, 0, 1] : [Math.sin(turned), Math.cos(turned), -1]);
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
