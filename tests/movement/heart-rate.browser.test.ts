import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHeartRateSource, findStrapAccess, parseHeartRate, type StrapAccess } from '../../src/movement/sources/heart-rate';
import type { FrameOf, Source, SourceTrouble } from '../../src/movement/types';
import { pageTimes } from './fed-camera';

let source: Source | null = null;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  source?.stop();
  vi.useRealTimers();
});

const bytes = (...values: number[]) => new DataView(Uint8Array.from(values).buffer);

/** A strap that says what the test tells it to, behind the browser's own interface. */
function createStrap() {
  const readings = Object.assign(new EventTarget(), { value: undefined as DataView | undefined, startNotifications: vi.fn(async () => undefined) });
  const gatt = {
    connected: false,
    connect: vi.fn(async () => {
      gatt.connected = true;
      return { getPrimaryService: async () => ({ getCharacteristic: async () => readings }) };
    }),
    disconnect: vi.fn(() => {
      gatt.connected = false;
    }),
  };
  const device = Object.assign(new EventTarget(), { gatt });
  const requestDevice = vi.fn(async () => device);
  return {
    access: { requestDevice } satisfies StrapAccess,
    requestDevice,
    readings,
    gatt,
    say(...values: number[]) {
      readings.value = bytes(...values);
      readings.dispatchEvent(new Event('characteristicvaluechanged'));
    },
    lose() {
      gatt.connected = false;
      device.dispatchEvent(new Event('gattserverdisconnected'));
    },
  };
}

async function open(access: StrapAccess | undefined) {
  const frames: FrameOf<'heart'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createHeartRateSource(access, window, pageTimes);
  const state = await source.start(
    (frame) => frame.kind === 'heart' && frames.push(frame),
    (trouble) => troubles.push(trouble),
  );
  return { state, frames, troubles };
}

describe('a measurement of the profile', () => {
  it.each([
    ['8 bits', [0, 92], { beatsPerMin: 92, contact: null }],
    ['16 bits', [1, 44, 1], { beatsPerMin: 300, contact: null }],
    ['on the skin', [6, 101], { beatsPerMin: 101, contact: true }],
    ['off the skin', [4, 101], { beatsPerMin: 101, contact: false }],
    ['with energy and intervals behind it', [0x18, 88, 1, 2, 3, 4], { beatsPerMin: 88, contact: null }],
  ])('is read: %s', (_name, values, expected) => {
    expect(parseHeartRate(bytes(...values))).toEqual(expected);
  });

  it.each([[[]], [[0]], [[1, 80]]])('that is cut short is none: %j', (values) => {
    expect(parseHeartRate(bytes(...values))).toBeNull();
  });
});

describe('a heart-rate strap', () => {
  it('hands on beats a minute', async () => {
    const strap = createStrap();
    const { state, frames } = await open(strap.access);
    expect(state).toEqual({ state: 'running' });
    strap.say(0, 96);
    expect(frames).toMatchObject([{ kind: 'heart', beatsPerMin: 96 }]);
  });

  it('off the skin says nothing but that it is silent, and goes on when it is back', async () => {
    const strap = createStrap();
    const { frames, troubles } = await open(strap.access);
    strap.say(6, 95);
    await vi.advanceTimersByTimeAsync(4000);
    strap.say(4, 95);
    strap.say(0, 0);
    strap.say(0, 29);
    strap.say(0, 241);
    expect(troubles).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(troubles).toEqual(['silent']);
    strap.say(6, 97);
    expect(troubles).toEqual(['silent', null]);
    expect(frames.map(({ beatsPerMin }) => beatsPerMin)).toEqual([95, 97]);
  });

  it('that sends nothing from the start is silent', async () => {
    const { state, troubles } = await open(createStrap().access);
    expect(state).toEqual({ state: 'running' });
    await vi.advanceTimersByTimeAsync(4999);
    expect(troubles).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(troubles).toEqual(['silent']);
  });

  it('that is lost is told once, and connects again by itself; each beat is heard once', async () => {
    const strap = createStrap();
    const { troubles, frames } = await open(strap.access);
    strap.lose();
    strap.lose();
    expect(troubles).toEqual(['unplugged']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(strap.gatt.connect).toHaveBeenCalledTimes(2);
    expect(troubles).toEqual(['unplugged']);
    strap.say(0, 90);
    expect(troubles).toEqual(['unplugged', null]);
    expect(frames).toHaveLength(1);
    expect(strap.requestDevice).toHaveBeenCalledTimes(1);
  });

  it('that is lost while it was silent is unplugged', async () => {
    const strap = createStrap();
    const { troubles } = await open(strap.access);
    await vi.advanceTimersByTimeAsync(5000);
    strap.lose();
    expect(troubles).toEqual(['silent', 'unplugged']);
  });

  it('that stays away is looked for until play ends, and heard when it is back after minutes', async () => {
    const strap = createStrap();
    const { troubles } = await open(strap.access);
    strap.gatt.connect.mockImplementation(() => Promise.reject(new DOMException('away', 'NetworkError')));
    strap.lose();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(troubles).toEqual(['unplugged']);
    const count = strap.gatt.connect.mock.calls.length;
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(20);
    source?.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(strap.gatt.connect).toHaveBeenCalledTimes(count);
  });

  it('is absent where the browser has no Bluetooth, or no strap was chosen', async () => {
    expect(findStrapAccess({})).toBeUndefined();
    expect((await open(findStrapAccess({}))).state.state).toBe('absent');
    const none = { requestDevice: () => Promise.reject(new DOMException('none', 'NotFoundError')) };
    expect((await open(none)).state.state).toBe('absent');
  });

  it('is refused where the adult may not look for straps, and broken where it does not answer', async () => {
    const forbidden = { requestDevice: () => Promise.reject(new DOMException('policy', 'SecurityError')) };
    expect((await open(forbidden)).state.state).toBe('refused');
    const strap = createStrap();
    strap.gatt.connect.mockImplementation(() => Promise.reject(new DOMException('away', 'NetworkError')));
    expect((await open(strap.access)).state.state).toBe('broken');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(strap.gatt.connect).toHaveBeenCalledTimes(1);
  });

  it('is let go when play ends, and found again without asking', async () => {
    const strap = createStrap();
    const { frames } = await open(strap.access);
    source?.stop();
    expect(strap.gatt.disconnect).toHaveBeenCalled();
    strap.say(0, 99);
    expect(frames).toEqual([]);
    expect(await source?.start((frame) => frame.kind === 'heart' && frames.push(frame))).toEqual({ state: 'running' });
    strap.say(0, 98);
    expect(frames.map(({ beatsPerMin }) => beatsPerMin)).toEqual([98]);
    expect(strap.requestDevice).toHaveBeenCalledTimes(1);
  });

  it('that connects after play has ended is let go at once', async () => {
    const strap = createStrap();
    const connectNow = strap.gatt.connect.getMockImplementation();
    let wake = () => {};
    const awake = new Promise<void>((resolve) => {
      wake = resolve;
    });
    strap.gatt.connect.mockImplementation(async () => {
      await awake;
      if (!connectNow) throw new Error('no strap');
      return connectNow();
    });
    source = createHeartRateSource(strap.access, window, pageTimes);
    const frames: unknown[] = [];
    const started = source.start((frame) => frames.push(frame));
    await vi.waitFor(() => expect(strap.gatt.connect).toHaveBeenCalled());
    source.stop();
    wake();
    expect((await started).state).toBe('absent');
    expect(strap.gatt.disconnect).toHaveBeenCalled();
    expect(strap.gatt.connected).toBe(false);
    strap.say(0, 99);
    expect(frames).toEqual([]);
  });
});
