import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHeartRateSource, parseHeartRate, type StrapAccess } from '../../src/movement/sources/heart-rate';
import type { FrameOf, Source, SourceTrouble } from '../../src/movement/types';
import { pageTimes } from './fed-camera';

let source: Source | null = null;
afterEach(() => source?.stop());

const bytes = (...values: number[]) => new DataView(Uint8Array.from(values).buffer);

/** A strap that says what the test tells it to, behind the browser's own interface. */
function createStrap() {
  const readings = Object.assign(new EventTarget(), { value: undefined as DataView | undefined, startNotifications: async () => undefined });
  const device = Object.assign(new EventTarget(), {
    gatt: {
      connected: true,
      connect: vi.fn(async () => ({ getPrimaryService: async () => ({ getCharacteristic: async () => readings }) })),
      disconnect: vi.fn(),
    },
  });
  const access: StrapAccess = { requestDevice: async () => device };
  return {
    access,
    device,
    say(...values: number[]) {
      readings.value = bytes(...values);
      readings.dispatchEvent(new Event('characteristicvaluechanged'));
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
    strap.say(4, 0);
    strap.say(4, 0);
    strap.say(6, 97);
    expect(troubles).toEqual(['silent', null]);
    expect(frames.map(({ beatsPerMin }) => beatsPerMin)).toEqual([97]);
  });

  it('that is lost is told, and connects again by itself', async () => {
    const strap = createStrap();
    const { troubles, frames } = await open(strap.access);
    strap.device.dispatchEvent(new Event('gattserverdisconnected'));
    expect(troubles).toEqual(['unplugged']);
    await vi.waitFor(() => expect(strap.device.gatt.connect).toHaveBeenCalledTimes(2), { timeout: 4000 });
    await vi.waitFor(() => {
      strap.say(0, 90);
      expect(troubles).toEqual(['unplugged', null]);
    });
    expect(frames.length).toBeGreaterThan(0);
  });

  it('is absent where the browser has no Bluetooth, or no strap was chosen', async () => {
    expect((await open(undefined)).state.state).toBe('absent');
    const none = { requestDevice: () => Promise.reject(new DOMException('none', 'NotFoundError')) };
    expect((await open(none)).state.state).toBe('absent');
  });

  it('is let go when play ends', async () => {
    const strap = createStrap();
    const { frames } = await open(strap.access);
    source?.stop();
    expect(strap.device.gatt.disconnect).toHaveBeenCalled();
    strap.say(0, 99);
    expect(frames).toEqual([]);
  });
});
