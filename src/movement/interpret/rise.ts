import { createFilter } from '../filter';
import type { Calibration, FrameOf, Interpreter, MountingKind, MovementValue } from '../types';
import type { PoseFrame } from './body';
import { safeRise } from './default-ranges';
import { type Heard, listen, motionSilenceMs, poseSilenceMs } from './listen';
import { createRiseFinder } from './rise-from-motion';
import { createRiseReader } from './rise-from-pose';

// Unit of `ranges.rise` from the camera: trunk lengths (mid-hip to mid-shoulder), of the hips above the knees. A motion sensor tells 0 or 1
// and nothing between: sitting until the body went up as in standing up, then standing until it went down as in sitting down.

type Rise = MovementValue['rise'];

/** From sitting 0 to standing 1, from the camera in between too, from a motion sensor at the waist as one or the other. */
export function createRiseInterpreter(calibration: Calibration): Interpreter<'rise'> {
  switch (calibration.source) {
    case 'pose':
      return riseFromPose(calibration);
    case 'motion':
      return riseFromMotion(calibration);
    default:
      return () => [];
  }
}

function riseFromPose(calibration: Calibration): Interpreter<'rise'> {
  const { low, high } = calibration.ranges?.rise ?? safeRise;
  const range = high - low;
  const read = createRiseReader(low, range);
  const smooth = createFilter(Math.max(0.1, range));
  let last: Rise = { height: 0 };

  function hear(frame: PoseFrame): Heard<'rise'>[] {
    const reading = read(frame);
    if (!reading) return [{ value: last, quality: 0 }];
    last = { height: range > 0 ? (smooth(reading.height, frame.capturedMs) - low) / range : 0 };
    return [{ value: last, quality: reading.quality }];
  }

  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose: () => [last] });
}

/** Lying on a tray or fixed to a frame, a sensor does not go up with the body. */
const stayBehind: readonly MountingKind[] = ['tray', 'frame'];

function riseFromMotion({ mounting }: Calibration): Interpreter<'rise'> {
  const quality = mounting && stayBehind.includes(mounting.kind) ? 0 : 1;
  const find = createRiseFinder();
  let height: 0 | 1 = 0;

  function hear(frame: FrameOf<'motion'>): Heard<'rise'>[] {
    const turn = find(frame);
    // Who stands up from rest had sat down, though nothing told of it: so one missed movement spoils one repetition, not all later ones.
    const missed = turn?.up === true && turn.fromStill && height === 1;
    if (turn) height = turn.up ? 1 : 0;
    const heights = missed ? [0, 1] : [height];
    return heights.map((one) => ({ value: { height: one }, quality }));
  }

  return listen({ kind: 'motion', silenceMs: motionSilenceMs, hear, lose: () => [{ height }] });
}
