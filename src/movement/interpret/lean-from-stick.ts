import type { Millis, Ratio } from '../../core/units';
import type { Calibration, FrameOf, Interpreter } from '../types';
import { type LeanReach, toShare } from './default-ranges';
import { isPressed, readStick } from './stick';
import { createSwitchPress, safeSwitches } from './switch-press';

/** A key, a direction button or a switch knows only on and off: while it is held the lean grows to its limit in this time, and sinks as fast. */
const growMs: Millis = 2000;
/** An axis this far out is a key, a button or a stick at its end. */
const wholeTravel = 0.99;
/** By one switch a small lean points in turn to these directions; the switch leans there for as long as it is held. */
const directions = 8;
const pointing: Ratio = 0.12;
/** Stops of a scan in the time in which it would cross the play field. */
const stopsInScan = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A stick leans as far as it points; keys, direction buttons and switches lean farther the longer they are held. Shares of `reach`. */
export function createStickLean(calibration: Calibration, reach: LeanReach): Interpreter<'lean'> {
  const settings = calibration.switches ?? safeSwitches;
  const neutral = calibration.ranges?.lean?.neutral ?? { x: 0, y: 0 };
  const press = createSwitchPress(settings);
  let frame: FrameOf<'gamepad'> | null = null;
  let lean: Point = { x: 0, y: 0 };
  let lastMs: Millis | null = null;
  let scanMs: Millis = 0;
  /** Whether the lean on this axis grew by holding, so that it sinks in time too. */
  const grown = { x: false, y: false };
  let told: Point | null = null;

  function approach(from: number, to: number, elapsedMs: Millis): number {
    const step = elapsedMs / growMs;
    return Math.abs(to - from) <= step ? to : from + Math.sign(to - from) * step;
  }

  /** What is wished on one axis: at once by a stick on its way, in time by what is only on or off. */
  function follow(axis: 'x' | 'y', travel: number, below: number, above: number, elapsedMs: Millis): number {
    const isWhole = Math.abs(travel) >= wholeTravel;
    const grows = isWhole || (grown[axis] && travel === 0);
    grown[axis] = grows && (isWhole || lean[axis] !== 0);
    if (!grows) return toShare(travel, below, above);
    return approach(lean[axis], isWhole ? Math.sign(travel) : 0, elapsedMs);
  }

  function scan(down: boolean, nowMs: Millis, elapsedMs: Millis): Point {
    const { counts } = press(down, nowMs);
    if (!counts) scanMs += elapsedMs;
    const place = Math.floor(scanMs / (settings.scanMs / stopsInScan)) % directions;
    const angle = (place / directions) * 2 * Math.PI;
    const [x, y] = [Math.sin(angle), Math.cos(angle)];
    // From the pointing on, so that a press begins where the light is.
    const size = counts ? Math.min(1, Math.max(pointing, lean.x * x + lean.y * y) + elapsedMs / growMs) : pointing;
    return { x: size * x, y: size * y };
  }

  return (frames, nowMs) => {
    const elapsedMs = Math.max(0, nowMs - (lastMs ?? nowMs));
    lastMs = Math.max(lastMs ?? nowMs, nowMs);
    let stamp = { capturedMs: nowMs, deliveredMs: nowMs };
    for (const heard of frames) {
      if (heard.kind !== 'gamepad') continue;
      frame = heard;
      stamp = { capturedMs: heard.capturedMs, deliveredMs: heard.deliveredMs };
    }
    if (!frame) return [];
    if (settings.scan === 'one') lean = scan(isPressed(frame), nowMs, elapsedMs);
    else {
      const { x, y } = readStick(frame, settings.scan);
      const forward = 0 - y;
      lean = {
        x: follow('x', x - neutral.x, reach.left, reach.right, elapsedMs),
        y: follow('y', forward - neutral.y, reach.backward, reach.forward, elapsedMs),
      };
    }
    if (told && told.x === lean.x && told.y === lean.y && stamp.capturedMs === nowMs) return [];
    told = lean;
    return [{ ...stamp, value: { ...lean, swayMm: null }, quality: 1 }];
  };
}
