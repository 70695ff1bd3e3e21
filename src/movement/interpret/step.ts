import type { Millis, Ratio, Side } from '../../core/units';
import { createFilter } from '../filter';
import type { Calibration, FrameOf, Interpreter, MovementValue } from '../types';
import { findTrunk, leastVisibility, type PoseFrame, seeJoints, sides, toPoint } from './body';
import { clamp, safeStep } from './default-ranges';
import { type Heard, listen, motionSilenceMs, poseSilenceMs } from './listen';
import { createStepFinder } from './step-from-motion';

// Unit of `ranges.step`: lift of an ankle in trunk lengths (mid-hip to mid-shoulder) above where the foot stands; of a knee, where a walker or
// the picture's edge hides an ankle. A motion sensor tells that a foot met the ground and nothing else: no side, no lift, height 0.

type Step = MovementValue['step'];

/** A foot is up from this part of the comfortable lift on, and down again at this part of that: it may land a little behind where it stood. */
const upRatio: Ratio = 0.4;
const downRatio: Ratio = 0.7;
/** After a high lift it is down at this part of the lift. */
const downOfHighest: Ratio = 0.1;
/** A foot that is up for less than this is the tracker's jump; a quick child's swing takes 200 to 300 ms. */
const leastUpMs: Millis = 100;
/** Least lift in trunk lengths: 5 times what 5 mm of noise leaves. */
const leastUp = 0.05;
/** A foot that stays up this long stands there now: it was put on a step or moved back. */
const standsAfterMs: Millis = 4000;
/** Feet or knees take over when the others stay hidden this long. */
const settleMs: Millis = 300;
/** How fast a foot's ground follows down, and up while the foot stands, in trunk lengths a second. */
const groundDown = 1;
const groundUp = 0.02;
const trunkSettleMs: Millis = 3000;
const none: Step = { side: null, phase: 'none', height: 0 };

/** Steps from ankles or knees with side and height, or from a motion sensor anywhere on the body. */
export function createStepInterpreter(calibration: Calibration): Interpreter<'step'> {
  switch (calibration.source) {
    case 'pose':
      return stepFromPose(calibration);
    case 'motion':
      return stepFromMotion();
    default:
      return () => [];
  }
}

function stepFromMotion(): Interpreter<'step'> {
  const findStep = createStepFinder();
  let seen = false;
  function hear(frame: FrameOf<'motion'>): Heard<'step'>[] {
    const heelMs = findStep(frame);
    const news: Heard<'step'>[] = seen ? [] : [{ value: none, quality: 1 }];
    seen = true;
    return heelMs === null ? news : [...news, { value: { side: null, phase: 'plant', height: 0 }, quality: 1, capturedMs: heelMs }];
  }
  function lose(): Step[] {
    seen = false;
    return [none];
  }
  return listen({ kind: 'motion', silenceMs: motionSilenceMs, hear, lose });
}

/** How high each foot is above where it stands while the other is not, in trunk lengths; a jump lifts neither. */
export interface FootLifts {
  readonly left: number;
  readonly right: number;
  readonly quality: Ratio;
}

interface Foot {
  smooth: ReturnType<typeof createFilter>;
  ground: number | null;
  height: number;
}

/** Follows both feet through the joints of frames; null where neither both ankles nor both knees are seen. The ground of a foot that is up stays. */
export function createFootReader(): (frame: PoseFrame, isUp: (side: Side) => boolean) => FootLifts | null {
  const toFoot = (): Foot => ({ smooth: createFilter(0.3), ground: null, height: 0 });
  let part: 'ankle' | 'knee' | null = null;
  let otherSinceMs: Millis | null = null;
  let trunk: number | null = null;
  let lastMs: Millis = 0;
  let feet = { left: toFoot(), right: toFoot() };

  function choosePart(frame: PoseFrame): 'ankle' | 'knee' | null {
    const see = (name: 'ankle' | 'knee') => seeJoints(frame, [`left_${name}`, `right_${name}`]) >= leastVisibility;
    const best = see('ankle') ? 'ankle' : see('knee') ? 'knee' : null;
    if (best === part || best === null) {
      otherSinceMs = null;
      return best;
    }
    otherSinceMs ??= frame.capturedMs;
    if (part !== null && frame.capturedMs - otherSinceMs < settleMs) return see(part) ? part : null;
    [part, otherSinceMs] = [best, null];
    feet = { left: toFoot(), right: toFoot() };
    return part;
  }

  function followTrunk(frame: PoseFrame, elapsedMs: Millis): number | null {
    const length = findTrunk(frame)?.length;
    if (length !== undefined && length > 0) trunk = trunk === null ? length : trunk + Math.min(1, elapsedMs / trunkSettleMs) * (length - trunk);
    return trunk;
  }

  return (frame, isUp) => {
    const elapsedMs = frame.capturedMs - lastMs;
    lastMs = frame.capturedMs;
    const length = followTrunk(frame, elapsedMs);
    const seenPart = choosePart(frame);
    if (length === null || seenPart === null) return null;
    for (const side of sides) {
      const point = toPoint(frame, `${side}_${seenPart}`);
      if (!point) return null;
      const foot = feet[side];
      foot.height = foot.smooth(-point[1] / length, frame.capturedMs);
      const ground = foot.ground ?? foot.height;
      const rise = isUp(side) ? 0 : (groundUp * elapsedMs) / 1000;
      foot.ground = ground + clamp(foot.height - ground, (-groundDown * elapsedMs) / 1000, rise);
    }
    const lift = (foot: Foot) => foot.height - (foot.ground ?? foot.height);
    const [left, right] = [lift(feet.left), lift(feet.right)];
    const quality = seeJoints(frame, [`left_${seenPart}`, `right_${seenPart}`]);
    return { left: Math.max(0, left - Math.max(0, right)), right: Math.max(0, right - Math.max(0, left)), quality };
  };
}

interface Swing {
  readonly side: Side;
  readonly comfort: number;
  upSinceMs: Millis | null;
  told: boolean;
  highest: number;
  lowest: number;
}

function stepFromPose(calibration: Calibration): Interpreter<'step'> {
  let read = createFootReader();
  let seen = false;
  const swings = sides.map(
    (side): Swing => ({ side, comfort: calibration.ranges?.step?.[side] ?? safeStep, upSinceMs: null, told: false, highest: 0, lowest: 0 }),
  );
  const isUp = (side: Side) => swings.some((swing) => swing.side === side && swing.upSinceMs !== null);

  function follow(swing: Swing, lift: number, quality: Ratio, atMs: Millis): Heard<'step'> | null {
    const { side, comfort, upSinceMs } = swing;
    const upAt = Math.max(leastUp, upRatio * comfort);
    if (upSinceMs === null) {
      swing.lowest = Math.min(swing.lowest, lift);
      if (lift >= upAt && lift - swing.lowest >= upAt) Object.assign(swing, { upSinceMs: atMs, told: false, highest: lift });
      return null;
    }
    swing.highest = Math.max(swing.highest, lift);
    const isDown = lift <= Math.max(downRatio * upAt, downOfHighest * swing.highest);
    const stands = atMs - upSinceMs >= standsAfterMs;
    // Whatever stays up stands on something: where each foot stands is found anew.
    if (stands && !isDown) read = createFootReader();
    if (isDown || stands) {
      swing.upSinceMs = null;
      swing.lowest = isDown ? lift : 0;
      return swing.told ? { value: { side, phase: 'plant', height: swing.highest / comfort }, quality } : null;
    }
    if (atMs - upSinceMs < leastUpMs) return null;
    // The first word of a lift is of its beginning, the later ones of how high the foot is now.
    const first = swing.told ? {} : { capturedMs: upSinceMs };
    swing.told = true;
    return { value: { side, phase: 'lift', height: lift / comfort }, quality, ...first };
  }

  function forget(): void {
    seen = false;
    for (const swing of swings) Object.assign(swing, { upSinceMs: null, lowest: 0 });
  }

  function hear(frame: PoseFrame): Heard<'step'>[] {
    const lifts = read(frame, isUp);
    if (!lifts) {
      forget();
      return [{ value: none, quality: 0 }];
    }
    const news: Heard<'step'>[] = seen ? [] : [{ value: none, quality: lifts.quality }];
    seen = true;
    return [...news, ...swings.flatMap((swing) => follow(swing, lifts[swing.side], lifts.quality, frame.capturedMs) ?? [])];
  }

  function lose(): Step[] {
    forget();
    return [none];
  }

  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose });
}
