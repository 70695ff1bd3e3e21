import { createFilter } from '../filter';
import type { Calibration, FrameOf, Interpreter, MovementValue } from '../types';
import type { PoseFrame } from './body';
import { type LeanReach, toSafeLean, toShare } from './default-ranges';
import { guessAhead, toNeutralUp, toTilt } from './lean-from-motion';
import { createPoseLeanReader, usualSwayMm } from './lean-from-pose';
import { createStickLean } from './lean-from-stick';
import { type Heard, listen, motionSilenceMs, poseSilenceMs } from './listen';
import { createNeutral } from './neutral';
import { createReachInterpreter } from './reach';
import { createWayUp } from './way-up';

// Units of `ranges.lean`, x to the child's right and y forward:
// pose: degrees of the trunk (mid-hip to mid-shoulder) from upright · motion: degrees of the device from its neutral way up, which
// `neutral` holds as `toWayUpDeg` · gamepad: stick travel, forward away from the child · touch: shares of the field, forward up.
// `swayMm`, pose only: ml is the trunk's middle in the picture, scaled by the shoulders in metres; ap is how far the shoulders are ahead of
// the hips, since one camera does not see a body come nearer by millimetres. Both from where they were in the first half second.

type Lean = MovementValue['lean'];

/** A movement of this many degrees is usual: the filter's range. */
const usualDeg = 20;

/** The trunk's lean from joints, a motion sensor, a stick or a finger, as shares of today's comfortable range; quality 0 where it is not seen. */
export function createLeanInterpreter(calibration: Calibration): Interpreter<'lean'> {
  switch (calibration.source) {
    case 'pose':
      return leanFromPose(calibration);
    case 'motion':
      return leanFromMotion(calibration);
    case 'gamepad':
      return createStickLean(calibration, reachOf(calibration));
    case 'touch':
      return leanFromTouch(calibration);
    default:
      return () => [];
  }
}

function toLean(x: number, y: number, reach: LeanReach, swayMm: Lean['swayMm'] = null): Lean {
  return { x: toShare(x, reach.left, reach.right), y: toShare(y, reach.backward, reach.forward), swayMm };
}

function reachOf({ ranges, source }: Calibration): LeanReach {
  return ranges?.lean ?? toSafeLean(source);
}

function leanFromPose(calibration: Calibration): Interpreter<'lean'> {
  const reach = reachOf(calibration);
  const { neutral: known, still } = calibration.ranges?.lean ?? {};
  const findNeutral = createNeutral();
  const findPlace = createNeutral();
  const read = createPoseLeanReader();
  const [smoothX, smoothY] = [createFilter(usualDeg), createFilter(usualDeg)];
  const [smoothMl, smoothAp] = [createFilter(usualSwayMm), createFilter(usualSwayMm)];
  let last: Lean = { x: 0, y: 0, swayMm: null };

  function hear(frame: PoseFrame): Heard<'lean'>[] {
    const reading = read(frame);
    if (!reading) return [{ value: last, quality: 0 }];
    const atMs = frame.capturedMs;
    const [x, y] = [smoothX(reading.x, atMs), smoothY(reading.y, atMs)];
    const place = reading.place && [smoothMl(reading.place.ml, atMs), smoothAp(reading.place.ap, atMs)];
    const from = place && findPlace(place, atMs);
    const noise = still ? { stillMmps: still.mmps } : {};
    const swayMm = place && from ? { ml: (place[0] ?? 0) - (from[0] ?? 0), ap: (place[1] ?? 0) - (from[1] ?? 0), ...noise } : null;
    const [neutralX, neutralY] = known ? [known.x, known.y] : (findNeutral([reading.x, reading.y], atMs) ?? [x, y]);
    last = toLean(x - (neutralX ?? 0), y - (neutralY ?? 0), reach, swayMm);
    return [{ value: last, quality: reading.quality }];
  }

  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose: () => [last] });
}

function leanFromMotion(calibration: Calibration): Interpreter<'lean'> {
  const reach = reachOf(calibration);
  const { mounting } = calibration;
  const known = calibration.ranges?.lean;
  // Without a range check the still moment's way up is neutral.
  const atRest = known ? toNeutralUp(known.neutral, mounting) : mounting?.up;
  const findNeutral = createNeutral();
  const findUp = createWayUp();
  const [smoothX, smoothY] = [createFilter(usualDeg), createFilter(usualDeg)];
  let last: Lean = { x: 0, y: 0, swayMm: null };

  function hear(frame: FrameOf<'motion'>): Heard<'lean'>[] {
    const up = findUp(frame);
    const found = atRest ? null : findNeutral(up, frame.capturedMs);
    const neutral = atRest ?? ([found?.[0] ?? up[0], found?.[1] ?? up[1], found?.[2] ?? up[2]] as const);
    const { x, y } = toTilt(up, neutral, mounting?.forward ?? guessAhead(neutral, known?.screenAhead === true));
    last = toLean(smoothX(x, frame.capturedMs), smoothY(y, frame.capturedMs), reach);
    return [{ value: last, quality: 1 }];
  }

  return listen({ kind: 'motion', silenceMs: motionSilenceMs, hear, lose: () => [last] });
}

/** A finger leans to where it lies on the field; lifted, the lean is back at neutral. */
function leanFromTouch(calibration: Calibration): Interpreter<'lean'> {
  const reach = reachOf(calibration);
  const neutral = calibration.ranges?.lean?.neutral ?? { x: 0.5, y: 0.5 };
  const { width, height } = calibration.fieldMm;
  const findHands = createReachInterpreter(calibration);
  return (frames, nowMs) =>
    findHands(frames, nowMs).map(({ value: { contacts }, ...signal }) => {
      const hand = contacts[0];
      return { ...signal, value: hand ? toLean(hand.xMm / width - neutral.x, 1 - hand.yMm / height - neutral.y, reach) : toLean(0, 0, reach) };
    });
}
