import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGamepadSource } from '../../src/movement/sources/gamepad';
import type { FrameOf, Source, SourceTrouble } from '../../src/movement/types';
import { pageTimes } from './fed-camera';

let source: Source | null = null;
afterEach(() => {
  source?.stop();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const pads = vi.fn<() => (Gamepad | null)[]>(() => []);
const toPad = (axes: number[], pressed: boolean[]) =>
  ({ connected: true, axes, buttons: pressed.map((down) => ({ pressed: down, touched: down, value: Number(down) })) }) as unknown as Gamepad;

async function open() {
  vi.spyOn(navigator, 'getGamepads').mockImplementation(() => pads() as Gamepad[]);
  const frames: FrameOf<'gamepad'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createGamepadSource(window, pageTimes);
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

  it('that is unplugged is told, and that it is back', async () => {
    pads.mockReturnValue([toPad([0, 0], [false])]);
    const { troubles } = await open();
    pads.mockReturnValue([]);
    await vi.waitFor(() => expect(troubles).toEqual(['unplugged']));
    pads.mockReturnValue([toPad([0, 0], [false])]);
    await vi.waitFor(() => expect(troubles).toEqual(['unplugged', null]));
  });
});
