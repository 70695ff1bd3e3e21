import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMotionSource, type MotionSource } from '../../src/movement/sources/motion';
import type { FrameOf, SourceTrouble } from '../../src/movement/types';
import { pageTimes } from './fed-camera';

let source: MotionSource | null = null;
let beat: ReturnType<typeof setInterval> | undefined;
afterEach(() => {
  clearInterval(beat);
  source?.stop();
  vi.restoreAllMocks();
  Reflect.deleteProperty(DeviceMotionEvent, 'requestPermission');
});

/** A tablet on its back whose browser sends readings every 16 ms until the test ends it. */
function feed(x = 0, y = 0, z = 9.81, tells = false): void {
  clearInterval(beat);
  beat = setInterval(() => {
    if (tells) dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta: 0, gamma: 0 }));
    dispatchEvent(
      new DeviceMotionEvent('devicemotion', {
        accelerationIncludingGravity: { x, y, z },
        rotationRate: { alpha: 1, beta: 2, gamma: 3 },
        interval: 16,
      }),
    );
  }, 16);
}

async function open() {
  const frames: FrameOf<'motion'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createMotionSource(window, pageTimes);
  const state = await source.start(
    (frame) => frame.kind === 'motion' && frames.push(frame),
    (trouble) => troubles.push(trouble),
  );
  return { state, frames, troubles, source };
}

describe('the motion sensors', () => {
  it('hand on acceleration, rotation and their rate, captured before they are delivered', async () => {
    feed();
    const { state, frames, source: motion } = await open();
    expect(state).toEqual({ state: 'running' });
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(20));
    expect(frames[0]).toMatchObject({ accelMps2: [0, 0, 9.81], rotationDps: [1, 2, 3], tiltDeg: null });
    for (const frame of frames) expect(frame.capturedMs).toBeLessThanOrEqual(frame.deliveredMs);
    expect(motion.rateHz).toBeGreaterThan(10);
    expect(motion.rateHz).toBeLessThan(100);
  });

  it('turn a platform round that reads gravity the other way', async () => {
    feed(0, 0, -9.81, true);
    const { frames } = await open();
    await vi.waitFor(() => expect(frames.at(-1)?.accelMps2[2]).toBe(9.81));
  });

  it('are absent where none speaks', async () => {
    expect((await open()).state).toMatchObject({ state: 'absent' });
  });

  it('are refused where the adult refuses', async () => {
    feed();
    Object.assign(DeviceMotionEvent, { requestPermission: async () => 'denied' });
    expect((await open()).state).toMatchObject({ state: 'refused' });
  });

  it('say that they are silent, and when they speak again', async () => {
    feed();
    const { troubles } = await open();
    clearInterval(beat);
    await vi.waitFor(() => expect(troubles).toEqual(['silent']), { timeout: 4000 });
    feed();
    await vi.waitFor(() => expect(troubles).toEqual(['silent', null]), { timeout: 4000 });
  });

  it('are silent after they were stopped', async () => {
    feed();
    const { frames, source: motion } = await open();
    motion.stop();
    const count = frames.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(frames.length).toBe(count);
  });
});
