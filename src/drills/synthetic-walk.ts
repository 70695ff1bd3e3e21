import type { Millis, Side } from '../core/units';
import type { FrameOf } from '../movement/types';

/** Rate in Hz at which the synthetic waist sensor reads: one reading a tick. */
export const walkRateHz = 100;
const gravityMps2 = 9.81;
/** A child's trunk goes up and down by about 2 cm at two steps a second, which is about this acceleration. */
const upMps2 = 2;
/** It goes from foot to foot by about 2 cm. */
const acrossMps2 = 0.8;
/** The side of the swinging leg comes forward at this rate. */
const turnDps = 25;
/** The body is felt highest this long after the heel touches (measures/steps.ts). */
const feltAfterMs = 60;
/** A step is set off, and the last one dies away, in this time. */
const edgeMs = 400;

/** One contact of a synthetic walk: when, whose foot, and how long until the next would be. */
export interface WalkContact {
  readonly tMs: Millis;
  readonly side: Side;
  readonly stepMs: Millis;
}

/**
 * What a sensor in a pouch at the lower back reads: x to the child's right, y up, z backward. `last` is the newest contact up to
 * `atMs`; `next` the planned one, null while the child is about to stand. Both null: it stands. `shakeMps2` is added to every axis.
 */
export function toWalkFrame(
  atMs: Millis,
  last: WalkContact | null,
  next: WalkContact | null,
  shakeMps2: readonly [x: number, y: number, z: number] = [0, 0, 0],
): FrameOf<'motion'> {
  const { up, across, turn } = feelWalk(atMs, last, next);
  return {
    kind: 'motion',
    capturedMs: atMs,
    deliveredMs: atMs,
    accelMps2: [acrossMps2 * across + shakeMps2[0], gravityMps2 + upMps2 * up + shakeMps2[1], shakeMps2[2]],
    rotationDps: [0, turnDps * turn, 0],
    tiltDeg: null,
  };
}

/** Shares of the full movement, -1..1: up, to the right, and turning left about the way up. */
function feelWalk(atMs: Millis, last: WalkContact | null, next: WalkContact | null): { up: number; across: number; turn: number } {
  if (!last && !next) return { up: 0, across: 0, turn: 0 };
  // Before the first contact and after the last one the walk is as it would be, growing or dying away.
  const stance = last ?? toBefore(next);
  if (!stance) return { up: 0, across: 0, turn: 0 };
  const stepMs = last && next ? next.tMs - last.tMs : stance.stepMs;
  const share = (atMs - stance.tMs) / stepMs;
  const size = last && next ? 1 : last ? fade(atMs - last.tMs) : fade((next?.tMs ?? atMs) - atMs);
  const felt = (atMs - feltAfterMs - stance.tMs) / stepMs;
  // On the left foot the body's way to the left is braked, and the right hip comes forward.
  const foot = stance.side === 'left' ? 1 : -1;
  const sway = Math.sin(Math.PI * share) * foot * size;
  return { up: Math.cos(2 * Math.PI * felt) * size, across: sway, turn: sway };
}

function toBefore(next: WalkContact | null): WalkContact | null {
  return next ? { tMs: next.tMs - next.stepMs, side: next.side === 'left' ? 'right' : 'left', stepMs: next.stepMs } : null;
}

function fade(awayMs: Millis): number {
  return Math.min(1, Math.max(0, 1 - awayMs / edgeMs));
}
