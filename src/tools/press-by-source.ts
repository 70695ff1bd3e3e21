import type { Millis, Side } from '../core/units';
import { bodyDelayMs, standingPose, toBodyFrame } from '../drills/synthetic-body';
import { toSafeBox } from '../movement/interpret/default-ranges';
import { safeSwitches } from '../movement/interpret/switch-press';
import type { Calibration, Frame, MovementSignal, PictureJoint } from '../movement/types';

/** The camera tells of a stroke this much later, so that the hand can come down before it. */
const lateMs: Millis = 300;
/** Half of the time in which a hand comes down and goes up again. */
const strokeMs: Millis = 110;
/** Height of a hand above its drum and on it, as a share of its box from the top. */
const [above, below] = [0.2, 0.85];

/** Longer than the time between two frames, so that one of them tells of a change. */
const changeMs: Millis = 30;
const idleSwitchMs: Millis = 1000;
/** While both hands hover, fewer pictures say the same. */
const idleCameraMs: Millis = 200;
const aroundStrokeMs: Millis = 400;

/** What switches, or a camera, would say of drums that are struck, from what was struck up to then. */
export function createPressTeller(
  source: 'gamepad' | 'pose',
  calibration: Calibration,
): (signals: readonly MovementSignal<'press'>[], nowMs: Millis) => Frame | null {
  return source === 'gamepad' ? tellSwitches(calibration) : tellHands();
}

function tellSwitches({ switches = safeSwitches }: Calibration): ReturnType<typeof createPressTeller> {
  const down = { left: false, right: false };
  let changedMs: Millis = 0;
  return (signals, nowMs) => {
    for (const { value } of signals) {
      down[value.side ?? 'right'] = value.down;
      changedMs = nowMs;
    }
    // A switch is told when it changes, and now and then.
    if (nowMs - changedMs > changeMs && nowMs % idleSwitchMs !== 0) return null;
    const buttons = switches.scan === 'two' ? [down.left, down.right, false, false] : [down.left || down.right, false, false, false];
    return { kind: 'gamepad', capturedMs: nowMs, deliveredMs: nowMs, axes: [0, 0], buttons };
  };
}

/** Each hand hovers above its drum and comes down for a stroke. */
function tellHands(): ReturnType<typeof createPressTeller> {
  let strokes: readonly { readonly tMs: Millis; readonly side: Side }[] = [];
  return (signals, nowMs) => {
    const news = signals.filter(({ value }) => value.down).map(({ capturedMs, value }) => ({ tMs: capturedMs, side: value.side ?? 'right' }));
    strokes = [...strokes, ...news].filter(({ tMs }) => tMs > nowMs - 2000);
    const atMs = nowMs - lateMs;
    if (nowMs % idleCameraMs !== 0 && !strokes.some(({ tMs }) => Math.abs(tMs - atMs) < aroundStrokeMs)) return null;
    const base = toBodyFrame(standingPose, Math.max(0, nowMs - bodyDelayMs), nowMs);
    const [left, right] = [base.joints.left_shoulder ?? [0, 0], base.joints.right_shoulder ?? [0, 0]];
    const width = Math.hypot((left[0] - right[0]) * base.aspect, left[1] - right[1]);
    const toWrist = (side: Side): PictureJoint => {
      const { top, bottom } = toSafeBox(side);
      const lows = strokes.map((one) => (one.side === side ? Math.exp(-(((one.tMs - atMs) / strokeMs) ** 2)) : 0));
      const share = above + (below - above) * Math.max(0, ...lows);
      const across = side === 'left' ? 0.6 : -0.6;
      const round = (value: number) => Number(value.toFixed(5));
      return [
        round((left[0] + right[0]) / 2 + (across * width) / base.aspect),
        round((left[1] + right[1]) / 2 + (top + share * (bottom - top)) * width),
        0,
        1,
      ];
    };
    const { left_shoulder, right_shoulder } = base.joints;
    if (!left_shoulder || !right_shoulder) return null;
    const { kind, capturedMs, deliveredMs, aspect } = base;
    // Shoulders and wrists are all that drumming needs.
    return {
      kind,
      capturedMs,
      deliveredMs,
      aspect,
      joints: { left_shoulder, right_shoulder, left_wrist: toWrist('left'), right_wrist: toWrist('right') },
    };
  };
}
