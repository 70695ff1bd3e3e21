import type { Millis } from '../../core/units';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble } from '../types';

/** A resting stick is heard of this often, so that silence means that the device is gone. */
const heartbeatMs: Millis = 100;
/** Axes are sent again once they have moved this far: a worn stick trembles by about 0.01. */
const leastTravel = 0.02;

/** Keys that are an axis: arrows for everyone, the letters for a keyboard without them. */
const axisKeys: Readonly<Record<string, readonly [axis: 0 | 1, value: -1 | 1]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [1, -1],
  ArrowDown: [1, 1],
  KeyA: [0, -1],
  KeyD: [0, 1],
  KeyW: [1, -1],
  KeyS: [1, 1],
};

/** Keys that are a button; switch boxes send Space, Enter or the first digits. */
const buttonKeys: readonly (readonly string[])[] = [
  ['Space', 'Digit1', 'Numpad1'],
  ['Enter', 'NumpadEnter', 'Digit2', 'Numpad2'],
  ['Digit3'],
  ['Digit4'],
];

/** Reads gamepads, the keyboard and switch boxes, which are one or the other, as one device. Keys meant for a button or a field are left to it. */
export function createGamepadSource(win: Window, times: SourceTimes): Source {
  const held = new Set<string>();
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let loop = 0;
  let most = 0;
  let gone = false;
  let sent = { axes: [0, 0], buttons: [false], atMs: Number.NEGATIVE_INFINITY };

  const connected = (): Gamepad[] => [...win.navigator.getGamepads()].filter((pad): pad is Gamepad => pad?.connected === true);

  function readAxes(pads: readonly Gamepad[]): number[] {
    const axes = [0, 0];
    for (const pad of pads) for (const i of [0, 1] as const) axes[i] = stronger(axes[i] ?? 0, pad.axes[i] ?? 0);
    for (const code of held) {
      const [axis, value] = axisKeys[code] ?? [];
      if (axis !== undefined && value !== undefined) axes[axis] = stronger(axes[axis] ?? 0, value);
    }
    return axes;
  }

  function readButtons(pads: readonly Gamepad[]): boolean[] {
    const count = Math.max(buttonKeys.length, ...pads.map((pad) => pad.buttons.length));
    return Array.from(
      { length: count },
      (_, i) => pads.some((pad) => pad.buttons[i]?.pressed === true) || (buttonKeys[i] ?? []).some((code) => held.has(code)),
    );
  }

  function send(capturedMs: Millis): void {
    const pads = connected();
    const missing = pads.length < most;
    if (missing !== gone) tell?.(missing ? 'unplugged' : null);
    gone = missing;
    most = Math.max(most, pads.length);
    const axes = readAxes(pads);
    const buttons = readButtons(pads);
    const nowMs = times.nowMs();
    const moved = axes.some((value, i) => Math.abs(value - (sent.axes[i] ?? 0)) >= leastTravel);
    const pressed = buttons.some((down, i) => down !== (sent.buttons[i] ?? false));
    if (!moved && !pressed && nowMs - sent.atMs < heartbeatMs) return;
    sent = { axes, buttons, atMs: nowMs };
    emit?.({ kind: 'gamepad', capturedMs: Math.min(capturedMs, nowMs), deliveredMs: nowMs, axes, buttons });
  }

  function poll(): void {
    send(times.nowMs());
    loop = win.requestAnimationFrame(poll);
  }

  function onKey(event: KeyboardEvent): void {
    const known = event.code in axisKeys || buttonKeys.some((codes) => codes.includes(event.code));
    if (!known) return;
    if (event.type === 'keyup') {
      // Wherever the focus has gone meanwhile, as to the pause button: a key that is up is up.
      if (held.delete(event.code)) release(event);
      return;
    }
    if (isForControl(event) || isShortcut(event)) return;
    event.preventDefault();
    if (event.repeat) return;
    held.add(event.code);
    send(times.toSession(event.timeStamp));
  }

  function release(event: KeyboardEvent): void {
    if (!isForControl(event)) event.preventDefault();
    send(times.toSession(event.timeStamp));
  }

  // A key that is let go while another window has the keyboard is never heard of.
  const onBlur = () => {
    held.clear();
    send(times.nowMs());
  };

  return {
    kind: 'gamepad',
    async start(onFrame, onTrouble): Promise<SourceState> {
      emit = onFrame;
      tell = onTrouble ?? null;
      most = connected().length;
      gone = false;
      win.addEventListener('keydown', onKey);
      win.addEventListener('keyup', onKey);
      win.addEventListener('blur', onBlur);
      loop = win.requestAnimationFrame(poll);
      return { state: 'running' };
    },
    stop() {
      win.cancelAnimationFrame(loop);
      win.removeEventListener('keydown', onKey);
      win.removeEventListener('keyup', onKey);
      win.removeEventListener('blur', onBlur);
      held.clear();
      emit = null;
      tell = null;
    },
  };
}

function stronger(a: number, b: number): number {
  return Math.abs(b) > Math.abs(a) ? b : a;
}

/** A focused button, link or field keeps its own keys: pause and stop must work by keyboard too. */
function isForControl({ target }: KeyboardEvent): boolean {
  const controls =
    'button, a[href], input, select, textarea, summary, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="slider"]';
  return target instanceof Element && target.closest(controls) !== null;
}

/** Keys with Ctrl, Alt or the command key are the browser's own. */
function isShortcut({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}
