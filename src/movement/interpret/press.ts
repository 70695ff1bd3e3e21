import type { Millis, Ratio, Side } from '../../core/units';
import { createFilter } from '../filter';
import type { Calibration, FrameOf, Interpreter, MovementSignal, MovementValue } from '../types';
import { type PoseFrame, sides } from './body';
import { toSafeBox } from './default-ranges';
import { type Heard, listen, poseSilenceMs } from './listen';
import { createReachInterpreter } from './reach';
import { createHandReader } from './reach-from-pose';
import { isPressed } from './stick';
import { createSwitchPress, safeSwitches } from './switch-press';

// Touch: a working contact on the left or right half of the field is the left or right drum. Gamepad: with the setting for two switches the
// first is left and the second right; else any button, no side. Pose: a hand strikes a drum in the air as it comes down through the middle
// of its reach box (`ranges.reach`, shoulder widths), and is up again above it. Spoken only when something changes, and when hands are seen
// again. A camera's strike is timed between its frames.

type Press = MovementValue['press'];

/** Half of the way, as a part of the box's height, between being up and being down. */
const halfGap: Ratio = 0.1;

/** One switch, key or drum going down and up, from touch, switches or hands in the air. */
export function createPressInterpreter(calibration: Calibration): Interpreter<'press'> {
  switch (calibration.source) {
    case 'touch':
      return pressFromTouch(calibration);
    case 'gamepad':
      return pressFromGamepad(calibration);
    case 'pose':
      return pressFromPose(calibration);
    default:
      return () => [];
  }
}

function pressFromTouch(calibration: Calibration): Interpreter<'press'> {
  const findHands = createReachInterpreter(calibration);
  const middleMm = calibration.fieldMm.width / 2;
  const isDown = { left: false, right: false };
  /** The drum that each contact struck as it came down: one that slides across has struck once. */
  const struck = new Map<number, Side>();
  return (frames, nowMs) =>
    findHands(frames, nowMs).flatMap((signal) => {
      const { contacts } = signal.value;
      for (const id of struck.keys()) if (!contacts.some((contact) => contact.id === id)) struck.delete(id);
      for (const { id, xMm } of contacts) if (!struck.has(id)) struck.set(id, xMm < middleMm ? 'left' : 'right');
      return sides.flatMap((side): MovementSignal<'press'>[] => {
        const down = contacts.some(({ id, counts }) => counts && struck.get(id) === side);
        if (down === isDown[side]) return [];
        isDown[side] = down;
        return [{ ...signal, value: { down, side } }];
      });
    });
}

function pressFromGamepad(calibration: Calibration): Interpreter<'press'> {
  const settings = calibration.switches ?? safeSwitches;
  const two = settings.scan === 'two';
  const toSwitch = (side: Side | null, isOn: (frame: FrameOf<'gamepad'>) => boolean) => ({
    side,
    isOn,
    follow: createSwitchPress(settings),
    down: false,
  });
  const switches = two
    ? [toSwitch('left', ({ buttons }) => buttons[0] === true), toSwitch('right', ({ buttons }) => buttons[1] === true)]
    : [toSwitch(null, isPressed)];
  let frame: FrameOf<'gamepad'> | null = null;

  function follow(stamp: { readonly capturedMs: Millis; readonly deliveredMs: Millis }): MovementSignal<'press'>[] {
    return switches.flatMap((one) => {
      const { counts } = one.follow(frame !== null && one.isOn(frame), stamp.capturedMs);
      if (counts === one.down) return [];
      one.down = counts;
      return [{ ...stamp, value: { down: counts, side: one.side }, quality: 1 }];
    });
  }

  return (frames, nowMs) => {
    const out: MovementSignal<'press'>[] = [];
    for (const heard of frames) {
      if (heard.kind !== 'gamepad') continue;
      frame = heard;
      out.push(...follow({ capturedMs: heard.capturedMs, deliveredMs: heard.deliveredMs }));
    }
    // A press that has to last counts with time alone.
    out.push(...follow({ capturedMs: nowMs, deliveredMs: nowMs }));
    return out;
  };
}

interface Drum {
  readonly side: Side;
  readonly top: number;
  readonly bottom: number;
  smooth: ReturnType<typeof createFilter>;
  down: boolean;
  /** Height at the last frame, as a part of the box from its top. */
  before: { readonly share: number; readonly atMs: Millis } | null;
}

function pressFromPose(calibration: Calibration): Interpreter<'press'> {
  const read = createHandReader();
  let seen = false;
  const drums = sides.map((side): Drum => {
    const { top, bottom } = calibration.ranges?.reach?.[side] ?? toSafeBox(side);
    return { side, top, bottom, smooth: createFilter(bottom - top), down: false, before: null };
  });

  function strike(drum: Drum, y: number, quality: Ratio, atMs: Millis): Heard<'press'>[] {
    const { before, side } = drum;
    const share = (drum.smooth(y, atMs) - drum.top) / (drum.bottom - drum.top);
    drum.before = { share, atMs };
    const edge = 0.5 + (drum.down ? -halfGap : halfGap);
    const crossed = drum.down ? share <= edge : share >= edge;
    if (!crossed) return [];
    drum.down = !drum.down;
    // A hand that comes into view low has struck nothing.
    if (!before) return [];
    const between = share === before.share ? 1 : (edge - before.share) / (share - before.share);
    return [{ value: { down: drum.down, side }, quality, capturedMs: before.atMs + Math.min(1, Math.max(0, between)) * (atMs - before.atMs) }];
  }

  function hear(frame: PoseFrame): Heard<'press'>[] {
    const readings = read(frame);
    const quality = Math.max(readings.left?.quality ?? 0, readings.right?.quality ?? 0);
    if (quality === 0) return release().map((value) => ({ value, quality: 0 }));
    const news = drums.flatMap((drum) => {
      const reading = readings[drum.side];
      if (reading) return strike(drum, reading.y, quality, frame.capturedMs);
      const was = drum.down && drum.before !== null;
      Object.assign(drum, { down: false, before: null });
      return was ? [{ value: { down: false, side: drum.side }, quality }] : [];
    });
    const back = seen ? [] : drums.map(({ side }) => ({ value: { down: false, side }, quality }));
    seen = true;
    return [...back, ...news];
  }

  /** Nothing is pressed by hands that are not seen. */
  function release(): Press[] {
    seen = false;
    return drums.map((drum) => {
      Object.assign(drum, { down: false, before: null });
      return { down: false, side: drum.side };
    });
  }

  return listen({ kind: 'pose', silenceMs: poseSilenceMs, hear, lose: release });
}
