import type { FrameOf, SwitchSettings } from '../types';

/** Places of the direction buttons in the browser's standard gamepad (https://w3c.github.io/gamepad/#remapping). */
const directions = { up: 12, down: 13, left: 14, right: 15 } as const;
/** Travel below this is a stick that does not come back to its middle. */
const restingTravel = 0.12;

/** How far a stick, or the direction buttons, point to the right and down, -1..1; with two switches the first is left, the second right. */
export function readStick({ axes, buttons }: FrameOf<'gamepad'>, scan: SwitchSettings['scan']): { readonly x: number; readonly y: number } {
  const pressed = (place: number) => (buttons[place] === true ? 1 : 0);
  if (scan === 'two') return { x: pressed(1) - pressed(0), y: 0 };
  const x = (axes[0] ?? 0) + pressed(directions.right) - pressed(directions.left);
  const y = (axes[1] ?? 0) + pressed(directions.down) - pressed(directions.up);
  if (Math.hypot(x, y) < restingTravel) return { x: 0, y: 0 };
  return { x: Math.max(-1, Math.min(1, x)), y: Math.max(-1, Math.min(1, y)) };
}

/** Whether any switch is down; the direction buttons are no switches. */
export function isPressed({ buttons }: FrameOf<'gamepad'>): boolean {
  return buttons.some((down, place) => down && !(place >= directions.up && place <= directions.right));
}
