import type { Millis } from '../../core/units';
import type { Calibration, FrameOf, HandContact, Interpreter } from '../types';
import { clamp, safeStick, toShare } from './default-ranges';
import { createScanInterpreter } from './reach-scan';
import { isPressed, readStick } from './stick';
import { createSwitchPress, safeSwitches } from './switch-press';

// Unit of `ranges.reach` from a gamepad: stick travel, -1..1, right and down; either side's box, the left hand's first. A stick that a child
// moves half-way drives the hand as fast as a whole one.

/** A hand that a stick, arrow keys or switches move over the play field; a press lets it count. */
export function createGamepadReachInterpreter(calibration: Calibration): Interpreter<'reach'> {
  const scan = calibration.switches?.scan ?? 'direct';
  return scan === 'direct' ? createStickInterpreter(calibration) : createScanInterpreter(calibration);
}

/** The hand moves as long as the stick points; at full travel it crosses the field in `scanMs`. */
function createStickInterpreter(calibration: Calibration): Interpreter<'reach'> {
  const { fieldMm } = calibration;
  const settings = calibration.switches ?? safeSwitches;
  const box = calibration.ranges?.reach?.left ?? calibration.ranges?.reach?.right ?? safeStick;
  const press = createSwitchPress(settings);
  let frame: FrameOf<'gamepad'> | null = null;
  let [xMm, yMm] = [fieldMm.width / 2, fieldMm.height / 2];
  let lastMs: Millis | null = null;
  let id = 1;
  let told: HandContact | null = null;

  function move(elapsedMs: Millis): void {
    if (!frame) return;
    const { x, y } = readStick(frame, 'direct');
    const mm = (fieldMm.width * elapsedMs) / settings.scanMs;
    xMm = clamp(xMm + mm * clamp(toShare(x, -box.left, box.right), -1, 1), 0, fieldMm.width);
    yMm = clamp(yMm + mm * clamp(toShare(y, -box.top, box.bottom), -1, 1), 0, fieldMm.height);
  }

  return (frames, nowMs) => {
    let stamp = { capturedMs: nowMs, deliveredMs: nowMs };
    move(Math.max(0, nowMs - (lastMs ?? nowMs)));
    lastMs = Math.max(lastMs ?? nowMs, nowMs);
    for (const heard of frames) {
      if (heard.kind !== 'gamepad') continue;
      frame = heard;
      stamp = { capturedMs: heard.capturedMs, deliveredMs: heard.deliveredMs };
    }
    const { counts, begins } = press(frame !== null && isPressed(frame), nowMs);
    // Each press is a contact of its own: a hand that waits at a place answers by pressing there.
    if (begins) id += 1;
    if (told && told.xMm === xMm && told.yMm === yMm && told.counts === counts) return [];
    told = { id, xMm, yMm, side: null, counts };
    return [{ ...stamp, value: { contacts: [told] }, quality: 1 }];
  };
}
