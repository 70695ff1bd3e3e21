import type { Side } from '../../core/units';
import { createFilter } from '../filter';
import type { AngleRange, Calibration, FrameOf, Interpreter, Limb, MovementValue, Vec3 } from '../types';
import { readAngle } from './angle-from-pose';
import { measureBetween, type PoseFrame, sides } from './body';
import { safeAngles } from './default-ranges';
import { type Heard, listen, motionSilenceMs, poseSilenceMs } from './listen';
import { createNeutral } from './neutral';
import { createWayUp } from './way-up';

// Units of `ranges.angle`, degrees by joint and side:
// pose: the joint's angle as in the measures (bending from straight; an arm from hanging) · motion: how far a device on the limb has turned
// from its way up at rest (`restUp`; else the first half second), so `restDeg` is 0 there. A turn about the vertical is not seen by gravity.
// The camera reports both sides each frame, each with its own quality; a motion sensor the one side that was measured, or null.

type Angle = MovementValue['angle'];

/** A movement of this many degrees is usual: the filter's range. */
const usualDeg = 60;
/** Comfortable turn of a device on a limb where none was measured. */
const safeTurnDeg = 40;

/** A joint's angle from joints or from a device on the limb, in degrees and as a share of today's comfortable range. */
export function createAngleInterpreter(calibration: Calibration): Interpreter<'angle'> {
  switch (calibration.source) {
    case 'pose':
      return angleFromPose(calibration);
    case 'motion':
      return angleFromMotion(calibration);
    default:
      return () => [];
  }
}

/** The joint that a calibration follows. */
export function toLimb(calibration: Calibration): Limb {
  return calibration.limb ?? 'shoulder_elevation';
}

function toOfRange(deg: number, { restDeg, comfortableDeg }: AngleRange): number {
  return comfortableDeg === restDeg ? 0 : (deg - restDeg) / (comfortableDeg - restDeg);
}

function angleFromPose(calibration: Calibration): Interpreter<'angle'> {
  const limb = toLimb(calibration);
  const limbs = sides.map((side) => {
    const range = calibration.ranges?.angle?.[limb]?.[side] ?? safeAngles[limb];
    const last: Angle = { side, deg: range.restDeg, ofRange: 0 };
    return { side, range, smooth: createFilter(usualDeg), last };
  });

  function hear(frame: PoseFrame): Heard<'angle'>[] {
    return limbs.map((one) => {
      const reading = readAngle(frame, limb, one.side);
      if (!reading) return { value: one.last, quality: 0 };
      const deg = one.smooth(reading.deg, frame.capturedMs);
      one.last = { side: one.side, deg, ofRange: toOfRange(deg, one.range) };
      return { value: one.last, quality: reading.quality };
    });
  }

  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose: () => limbs.map(({ last }) => last) });
}

function angleFromMotion(calibration: Calibration): Interpreter<'angle'> {
  const known = calibration.ranges?.angle?.[toLimb(calibration)];
  const measured = sides.filter((side) => known?.[side] !== undefined);
  const side: Side | null = measured.length === 1 ? (measured[0] ?? null) : null;
  const range = (side && known?.[side]) ?? { restDeg: 0, comfortableDeg: safeTurnDeg };
  const findUp = createWayUp();
  const findRest = createNeutral();
  const smooth = createFilter(usualDeg);
  let last: Angle = { side, deg: 0, ofRange: 0 };

  function hear(frame: FrameOf<'motion'>): Heard<'angle'>[] {
    const up = findUp(frame);
    const found = range.restUp ?? findRest(up, frame.capturedMs);
    const rest: Vec3 = [found?.[0] ?? up[0], found?.[1] ?? up[1], found?.[2] ?? up[2]];
    const deg = smooth(measureBetween(up, rest) ?? 0, frame.capturedMs);
    last = { side, deg, ofRange: toOfRange(deg, range) };
    return [{ value: last, quality: 1 }];
  }

  return listen({ kind: 'motion', silenceMs: motionSilenceMs, hear, lose: () => [last] });
}
