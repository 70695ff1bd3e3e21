import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStepInterpreter } from '../../src/movement/interpret/step';
import { createMotionSource, type MotionSource } from '../../src/movement/sources/motion';
import { askForMotion } from '../../src/movement/sources/motion-permission';
import type { FrameOf, SourceTimes, SourceTrouble } from '../../src/movement/types';
import { createSource } from '../../src/play/create-source';
import { type OpenSource, openSource } from '../../src/play/open-source';
import { pageTimes } from './fed-camera';

let source: MotionSource | null = null;
let beat: ReturnType<typeof setInterval> | undefined;
afterEach(() => {
  clearInterval(beat);
  source?.stop();
  vi.restoreAllMocks();
  for (const events of [DeviceMotionEvent, DeviceOrientationEvent]) Reflect.deleteProperty(events, 'requestPermission');
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

async function open(times: SourceTimes = pageTimes) {
  const frames: FrameOf<'motion'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createMotionSource(window, times);
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

  describe('on an iPad, which lets a page ask only while a tap is handled', () => {
    let tapped = false;
    /** Answers as Safari does: at once where it knows the answer, in a tap with the adult's word, else with an error. */
    function askOnlyInTap(word: 'granted' | 'denied') {
      const asked = { count: 0 };
      let known: 'granted' | 'denied' | null = null;
      const requestPermission = async () => {
        if (known) return known;
        if (!tapped) throw new DOMException('Requesting device motion access requires a user gesture to prompt', 'NotAllowedError');
        asked.count += 1;
        known = word;
        return word;
      };
      for (const events of [DeviceMotionEvent, DeviceOrientationEvent]) Object.assign(events, { requestPermission });
      return asked;
    }
    function tap(doing: () => void): void {
      tapped = true;
      doing();
      tapped = false;
    }
    const place = { field: document.body, pxPerMm: 4, times: pageTimes };

    it('they are asked for in the tap that opens them', async () => {
      feed();
      const asked = askOnlyInTap('granted');
      let opening: Promise<OpenSource> | null = null;
      tap(() => {
        opening = openSource(() => createSource('motion', place));
      });
      const opened = await (opening as Promise<OpenSource> | null);
      expect([opened?.state, asked.count]).toEqual([{ state: 'running' }, 1]);
      opened?.stop();
    });

    it('an answer of the tap is taken by a start that comes later, once what it needs is loaded', async () => {
      feed();
      askOnlyInTap('granted');
      tap(() => askForMotion(window));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await open()).state).toEqual({ state: 'running' });
    });

    it('a refusal in the tap is told, and without a tap nothing is asked', async () => {
      const asked = askOnlyInTap('denied');
      expect((await open()).state).toMatchObject({ state: 'refused' });
      expect(asked.count).toBe(0);
      tap(() => askForMotion(window));
      expect((await open()).state).toMatchObject({ state: 'refused' });
      expect(asked.count).toBe(1);
    });
  });

  it('play on without tilt where only the tilt is refused', async () => {
    feed();
    Object.assign(DeviceMotionEvent, { requestPermission: async () => 'granted' });
    Object.assign(DeviceOrientationEvent, { requestPermission: () => Promise.reject(new Error('no tap')) });
    expect((await open()).state).toEqual({ state: 'running' });
  });

  it('are refused where the browser forbids them, and revoked where it forbids them in play', async () => {
    const status = Object.assign(new EventTarget(), { state: 'denied' });
    vi.spyOn(navigator.permissions, 'query').mockResolvedValue(status as unknown as PermissionStatus);
    feed();
    expect((await open()).state).toMatchObject({ state: 'refused' });
    status.state = 'granted';
    const { state, troubles } = await open();
    expect(state).toEqual({ state: 'running' });
    clearInterval(beat);
    status.state = 'denied';
    status.dispatchEvent(new Event('change'));
    expect(troubles).toEqual(['revoked']);
  });

  it('are not silent while the page itself is busy, before play and in it', async () => {
    const block = () => {
      for (const untilMs = performance.now() + 1500; performance.now() < untilMs; );
    };
    const beginning = open();
    setTimeout(block);
    setTimeout(() => feed(), 20);
    const { state, troubles } = await beginning;
    expect(state).toEqual({ state: 'running' });
    block();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(troubles).toEqual([]);
  });

  it('that are stopped before they began are not heard', async () => {
    const frames: unknown[] = [];
    const motion = createMotionSource(window, pageTimes);
    const started = motion.start((frame) => frames.push(frame));
    motion.stop();
    feed();
    expect((await started).state).toBe('absent');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(frames).toEqual([]);
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

const recordings = import.meta.glob<string>('../../../shared/data/imu/mobgap_MS001_Test5_Trial*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const walk = Object.entries(recordings).find(([path]) => path.includes('Trial1'))?.[1];
const skipped = walk ? '' : ' (skipped: no reference recordings)';

describe.skipIf(!walk)(`a recorded walk, sent as the events of a tablet${skipped}`, () => {
  const rows = (walk ?? '').trim().split('\n').slice(1);

  it.each([
    ['as browsers send it', 1, false],
    ['with the rates named as in the recording', 1, true],
    ['with gravity the other way round, as on an iPad', -1, false],
  ] as const)('%s: each step is told as it happens, and axes and signs are the same', async (_, sign, alphaIsZ) => {
    let nowMs = 0;
    let heard = 0;
    const send = (row: string) => {
      const [tMs = 0, ax = 0, ay = 0, az = 0, gx = 0, gy = 0, gz = 0] = row.split(',').map(Number);
      nowMs = tMs + 5;
      const pitch = (Math.atan2(ay, az) * 180) / Math.PI;
      dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta: pitch, gamma: 0 }));
      const rotationRate = alphaIsZ ? { alpha: gz, beta: gx, gamma: gy } : { alpha: gx, beta: gy, gamma: gz };
      const accelerationIncludingGravity = { x: sign * ax, y: sign * ay, z: sign * az };
      const event = new DeviceMotionEvent('devicemotion', { accelerationIncludingGravity, rotationRate, interval: 10 });
      Object.defineProperty(event, 'timeStamp', { value: tMs });
      dispatchEvent(event);
      heard++;
    };
    beat = setInterval(() => heard === 0 && send(rows[0] ?? ''), 16);
    const { frames, source: motion } = await open({ nowMs: () => nowMs, toSession: (ms) => ms });
    clearInterval(beat);
    for (const row of rows.slice(1)) send(row);
    expect(frames).toHaveLength(rows.length);
    expect(motion.rateHz).toBeCloseTo(100, 6);

    const interpret = createStepInterpreter({
      source: 'motion',
      fieldMm: { width: 200, height: 150 },
      touch: { accept: 'contact', holdMs: 0, mergeMs: 0, edgeRestMm: 0, palmMm: 60 },
    });
    const signals = frames.flatMap((frame) => interpret([frame], frame.deliveredMs));
    const heels = signals.filter(({ value }) => value.phase === 'plant');
    // Nine contacts by the laboratory's cameras, and the first and last steps outside of what they see.
    expect(heels.length).toBeGreaterThanOrEqual(9);
    expect(heels.length).toBeLessThanOrEqual(12);

    for (const [i, frame] of frames.entries()) {
      const [tMs = 0, ax = 0, ay = 0, az = 0, gx = 0, gy = 0, gz = 0] = rows[i]?.split(',').map(Number) ?? [];
      expect(frame.capturedMs).toBe(tMs);
      if (i < 10) continue;
      expect(frame.accelMps2).toEqual([ax, ay, az]);
      // Walking begins at 6.7 s: the turning that tells the axes comes with it.
      if (tMs > 8000) expect(frame.rotationDps).toEqual([gx, gy, gz]);
    }
  });
});
