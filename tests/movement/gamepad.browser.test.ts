import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGamepadSource } from '../../src/movement/sources/gamepad';
import type { FrameOf, Source, SourceTimes, SourceTrouble } from '../../src/movement/types';
import { pageTimes } from './fed-camera';

let source: Source | null = null;
afterEach(() => {
  source?.stop();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  pads.mockReset().mockReturnValue([]);
});

const pads = vi.fn<() => (Gamepad | null)[]>(() => []);
const toPad = (axes: number[], pressed: boolean[]) =>
  ({ connected: true, axes, buttons: pressed.map((down) => ({ pressed: down, touched: down, value: Number(down) })) }) as unknown as Gamepad;

async function open(times: SourceTimes = pageTimes) {
  vi.spyOn(navigator, 'getGamepads').mockImplementation(() => pads() as Gamepad[]);
  const frames: FrameOf<'gamepad'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createGamepadSource(window, times);
  await source.start(
    (frame) => frame.kind === 'gamepad' && frames.push(frame),
    (trouble) => troubles.push(trouble),
  );
  return { frames, troubles };
}

const key = (code: string, type: 'keydown' | 'keyup' = 'keydown', target: EventTarget = document.body, repeat = false) => {
  const event = new KeyboardEvent(type, { code, bubbles: true, cancelable: true, repeat });
  target.dispatchEvent(event);
  return event;
};

describe('keys and switch boxes', () => {
  it('are axes and buttons: a press is heard at once, held keys do not repeat', async () => {
    const { frames } = await open();
    key('Space');
    expect(frames.at(-1)).toMatchObject({ axes: [0, 0], buttons: [true, false, false, false] });
    const count = frames.length;
    key('Space', 'keydown', document.body, true);
    expect(frames.length).toBe(count);
    key('Space', 'keyup');
    expect(frames.at(-1)?.buttons[0]).toBe(false);
    key('ArrowLeft');
    key('ArrowUp');
    expect(frames.at(-1)?.axes).toEqual([-1, -1]);
    key('ArrowLeft', 'keyup');
    key('Enter');
    expect(frames.at(-1)).toMatchObject({ axes: [0, -1], buttons: [false, true, false, false] });
  });

  it('leave a focused button its own keys, so that pause and stop work', async () => {
    const { frames } = await open();
    const button = document.body.appendChild(document.createElement('button'));
    const count = frames.length;
    expect(key('Space', 'keydown', button).defaultPrevented).toBe(false);
    expect(frames.length).toBe(count);
    expect(key('Space').defaultPrevented).toBe(true);
  });

  it('leave a text field every key, and the browser its shortcuts', async () => {
    const { frames } = await open();
    const field = document.body.appendChild(document.createElement('input'));
    const note = document.body.appendChild(document.createElement('div'));
    note.contentEditable = 'true';
    const count = frames.length;
    for (const place of [field, note])
      for (const code of ['Space', 'ArrowLeft', 'KeyA', 'Digit1']) expect(key(code, 'keydown', place).defaultPrevented).toBe(false);
    const shortcut = new KeyboardEvent('keydown', { code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(shortcut);
    expect(shortcut.defaultPrevented).toBe(false);
    key('KeyQ');
    expect(frames.length).toBe(count);
  });

  it('are let go even when a button has taken the focus meanwhile', async () => {
    const { frames } = await open();
    const button = document.body.appendChild(document.createElement('button'));
    key('Space');
    key('Space', 'keyup', button);
    expect(frames.at(-1)?.buttons[0]).toBe(false);
  });

  it.each([
    ['the first', ['Space', 'Digit1', 'Numpad1'], 0],
    ['the second', ['Enter', 'NumpadEnter', 'Digit2', 'Numpad2'], 1],
  ] as const)('of a box with two switches: %s, whichever key it sends', async (_, codes, place) => {
    const { frames } = await open();
    for (const code of codes) {
      key(code);
      expect(
        frames
          .at(-1)
          ?.buttons.map((down, i) => down && i)
          .filter((down) => down !== false),
      ).toEqual([place]);
      key(code, 'keyup');
    }
  });

  it('are let go when the window loses the keyboard', async () => {
    const { frames } = await open();
    key('Space');
    window.dispatchEvent(new Event('blur'));
    expect(frames.at(-1)?.buttons[0]).toBe(false);
  });
});

describe('a gamepad', () => {
  it('is heard when it moves, and now and then while it rests', async () => {
    pads.mockReturnValue([null, toPad([0, 0], [false])]);
    const { frames } = await open();
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(2));
    pads.mockReturnValue([toPad([0.5, -0.25], [true])]);
    await vi.waitFor(() => expect(frames.at(-1)).toMatchObject({ axes: [0.5, -0.25] }));
    expect(frames.at(-1)?.buttons[0]).toBe(true);
  });

  it('at rest is heard of each tenth of a second, however its worn stick trembles', async () => {
    let nowMs = 1000;
    pads.mockImplementation(() => [toPad([0.01 * (Math.round(performance.now()) % 2), 0], [false])]);
    const { frames } = await open({ nowMs: () => nowMs, toSession: (ms) => ms });
    const draw = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await draw();
    expect(frames.map(({ deliveredMs }) => deliveredMs)).toEqual([1000]);
    nowMs = 1099;
    await draw();
    expect(frames).toHaveLength(1);
    nowMs = 1100;
    await draw();
    expect(frames.map(({ deliveredMs }) => deliveredMs)).toEqual([1000, 1100]);
  });

  it('and keys are one device: the stronger direction counts', async () => {
    pads.mockReturnValue([toPad([0.4, 0], [false, true])]);
    const { frames } = await open();
    await vi.waitFor(() => expect(frames.at(-1)?.axes).toEqual([0.4, 0]));
    key('ArrowLeft');
    expect(frames.at(-1)).toMatchObject({ axes: [-1, 0], buttons: [false, true, false, false] });
    key('ArrowLeft', 'keyup');
    expect(frames.at(-1)?.axes).toEqual([0.4, 0]);
  });

  it('is not heard after it was stopped', async () => {
    pads.mockReturnValue([toPad([0, 0], [false])]);
    const { frames } = await open();
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
    source?.stop();
    const count = frames.length;
    pads.mockReturnValue([toPad([1, 0], [true])]);
    expect(key('Space').defaultPrevented).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(frames).toHaveLength(count);
  });

  it('that is unplugged is told, and that it is back', async () => {
    pads.mockReturnValue([toPad([0, 0], [false])]);
    const { troubles } = await open();
    pads.mockReturnValue([]);
    await vi.waitFor(() => expect(troubles).toEqual(['unplugged']));
    pads.mockReturnValue([toPad([0, 0], [false])]);
    await vi.waitFor(() => expect(troubles).toEqual(['unplugged', null]));
  });
});
