import { describe, expect, test } from 'vitest';
import type { Help } from '../../src/core/units';
import { createAdultSource } from '../../src/movement/sources/adult';
import type { FrameOf } from '../../src/movement/types';

async function open() {
  let nowMs = 500;
  const frames: FrameOf<'adult'>[] = [];
  const source = createAdultSource({ nowMs: () => nowMs, toSession: (ms) => ms });
  const state = await source.start((frame) => frame.kind === 'adult' && frames.push(frame));
  return {
    source,
    state,
    frames,
    wait(ms: number) {
      nowMs += ms;
    },
  };
}

describe("an adult's thumb", () => {
  test('is always there: no device and no permission', async () => {
    expect((await open()).state).toEqual({ state: 'running' });
  });

  test.each([0, 1, 2, 3, 4] as const satisfies readonly Help[])('each tap is one repetition, with help %i, when it was tapped', async (help) => {
    const { source, frames, wait } = await open();
    source.press(help);
    wait(800);
    source.press(help);
    expect(frames).toEqual([
      { kind: 'adult', capturedMs: 500, deliveredMs: 500, rep: true, help },
      { kind: 'adult', capturedMs: 1300, deliveredMs: 1300, rep: true, help },
    ]);
  });

  test('a new help level is told at once and is no repetition', async () => {
    const { source, frames } = await open();
    source.setHelp(3);
    expect(frames).toEqual([{ kind: 'adult', capturedMs: 500, deliveredMs: 500, rep: false, help: 3 }]);
  });

  test('before play begins and after it ends a tap is nothing', async () => {
    const { source, frames } = await open();
    source.stop();
    source.press(0);
    source.setHelp(1);
    expect(frames).toEqual([]);
    const early = createAdultSource({ nowMs: () => 0, toSession: (ms) => ms });
    expect(() => early.press(0)).not.toThrow();
  });
});
