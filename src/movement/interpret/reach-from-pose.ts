import type { Millis, Ratio, Side } from '../../core/units';
import { createFilter, type Filter } from '../filter';
import type { Calibration, HandContact, Interpreter, MovementValue } from '../types';
import { findTrunk, type PoseFrame, seeJoint, seeJoints, sides, toPoint } from './body';
import { clamp, type ReachBox, toSafeBox } from './default-ranges';
import { type Heard, listen, poseSilenceMs } from './listen';

// Unit of `ranges.reach` from the camera: shoulder widths from the middle of the shoulders, x to the child's right, y down. Each hand's box is
// the whole play field for that hand, as in a mirror: the child's right is the screen's right.

/** A hand in the air chooses once it has stayed within this distance … */
const stayMm = 40;
/** … for this long (or the child's own hold time, if longer): a hand that passes grabs nothing. */
const leastStayMs: Millis = 300;
/** A hand that is hidden for less than this is still where it was; the child's merge time, if longer. */
const leastGraceMs: Millis = 200;
/** A hand that has not moved this far for this long rests and gives way to a livelier one. */
const livelyMm = 15;
const restAfterMs: Millis = 1500;
/** How slowly the shoulder width follows: a child that turns for a moment does not stretch its reach. */
const widthSettleMs: Millis = 2000;
/** A usual reach is about this many shoulder widths: the filter's range. */
const usualReach = 1;

/** Where a hand is, in shoulder widths from the middle of the shoulders. */
export interface HandReading {
  readonly x: number;
  readonly y: number;
  readonly quality: Ratio;
}

/** Reads both hands from joints; a hand whose wrist or whose shoulders are not seen is null. Only shoulders and wrists are needed. */
export function createHandReader(): (frame: PoseFrame) => Readonly<Record<Side, HandReading | null>> {
  let width: number | null = null;
  let lastMs: Millis = 0;
  return (frame) => {
    const trunk = findTrunk(frame);
    const elapsedMs = frame.capturedMs - lastMs;
    lastMs = frame.capturedMs;
    if (!trunk || !(trunk.shoulderWidth > 0)) return { left: null, right: null };
    const share = Math.min(1, elapsedMs / widthSettleMs);
    const scale = width === null ? trunk.shoulderWidth : width + share * (trunk.shoulderWidth - width);
    width = scale;
    const read = (side: Side): HandReading | null => {
      const wrist = toPoint(frame, `${side}_wrist`);
      if (!wrist) return null;
      const quality = Math.min(seeJoint(frame, `${side}_wrist`), seeJoints(frame, ['left_shoulder', 'right_shoulder']));
      return { x: (-trunk.facing * (wrist[0] - trunk.shoulders[0])) / scale, y: (wrist[1] - trunk.shoulders[1]) / scale, quality };
    };
    return { left: read('left'), right: read('right') };
  };
}

interface Hand {
  readonly side: Side;
  readonly box: ReachBox;
  readonly smoothX: Filter;
  readonly smoothY: Filter;
  id: number;
  seenMs: Millis | null;
  xMm: number;
  yMm: number;
  /** Inside its box, give or take a fifth of it: a hand that hangs down takes no part. */
  takesPart: boolean;
  stayed: { readonly tMs: Millis; readonly xMm: number; readonly yMm: number }[];
  moved: { readonly tMs: Millis; readonly xMm: number; readonly yMm: number } | null;
}

/** Both hands in the air at the play field; a hand counts while it stays. Quality 0 where no hand is seen. */
export function createPoseReachInterpreter(calibration: Calibration): Interpreter<'reach'> {
  const { fieldMm, touch } = calibration;
  const stayMs = Math.max(leastStayMs, touch.holdMs);
  const graceMs = Math.max(leastGraceMs, touch.mergeMs);
  const read = createHandReader();
  let nextId = 1;
  let first: Side | null = null;
  const hands = sides.map((side): Hand => {
    const [smoothX, smoothY] = [createFilter(usualReach), createFilter(usualReach)];
    const box = calibration.ranges?.reach?.[side] ?? toSafeBox(side);
    return { side, box, smoothX, smoothY, id: 0, seenMs: null, xMm: 0, yMm: 0, takesPart: false, stayed: [], moved: null };
  });

  function follow(hand: Hand, reading: HandReading, atMs: Millis): void {
    if (hand.seenMs === null || atMs - hand.seenMs > graceMs) Object.assign(hand, { id: nextId++, stayed: [], moved: null });
    hand.seenMs = atMs;
    const { left, right, top, bottom } = hand.box;
    const across = (hand.smoothX(reading.x, atMs) - left) / (right - left);
    const down = (hand.smoothY(reading.y, atMs) - top) / (bottom - top);
    hand.takesPart = Math.abs(across - 0.5) < 0.7 && Math.abs(down - 0.5) < 0.7;
    hand.xMm = clamp(across, 0, 1) * fieldMm.width;
    hand.yMm = clamp(down, 0, 1) * fieldMm.height;
    const here = { tMs: atMs, xMm: hand.xMm, yMm: hand.yMm };
    if (hand.moved === null || Math.hypot(hand.moved.xMm - here.xMm, hand.moved.yMm - here.yMm) > livelyMm) hand.moved = here;
    // One reading before the window stays, so that the window is known to be whole.
    const older = hand.stayed.findLastIndex(({ tMs }) => atMs - tMs >= stayMs);
    hand.stayed = [...hand.stayed.slice(Math.max(0, older)), here];
  }

  function isStaying(hand: Hand, atMs: Millis): boolean {
    const since = hand.stayed[0];
    const whole = since !== undefined && atMs - since.tMs >= stayMs;
    return whole && hand.takesPart && hand.stayed.every(({ xMm, yMm }) => Math.hypot(xMm - hand.xMm, yMm - hand.yMm) <= stayMm);
  }

  function toRank(hand: Hand, atMs: Millis): number {
    const rests = atMs - (hand.moved?.tMs ?? atMs) > restAfterMs;
    return (hand.takesPart ? 0 : 4) + (rests ? 2 : 0) + (hand.side === first ? 0 : 1);
  }

  function hear(frame: PoseFrame): Heard<'reach'>[] {
    const atMs = frame.capturedMs;
    const readings = read(frame);
    for (const hand of hands) {
      const reading = readings[hand.side];
      if (reading) follow(hand, reading, atMs);
    }
    const shown = hands.filter((hand) => hand.seenMs !== null && atMs - hand.seenMs <= graceMs);
    const sorted = shown.toSorted((p, q) => toRank(p, atMs) - toRank(q, atMs));
    first = sorted[0]?.side ?? null;
    const contacts = sorted.map((hand): HandContact => {
      const { id, xMm, yMm, side } = hand;
      return { id, xMm, yMm, side, counts: hand.seenMs === atMs && isStaying(hand, atMs) };
    });
    return [{ value: { contacts }, quality: Math.max(readings.left?.quality ?? 0, readings.right?.quality ?? 0) }];
  }

  const nobody: MovementValue['reach'] = { contacts: [] };
  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose: () => [nobody] });
}
