import type { Millis } from '../../core/units';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble } from '../types';

/** Names of the Bluetooth heart rate profile (https://www.bluetooth.com/specifications/specs/heart-rate-service-1-0/). */
const profile = 'heart_rate';
const measurement = 'heart_rate_measurement';
/** Straps tell their rate each second; without a rate from the skin for this long something is wrong. */
const silentMs: Millis = 5000;
/** A lost strap is looked for again after these times, and then each time after the last one, until play ends. */
const againMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000];
/** Rates outside come from a loose strap: a child's heart beats between about 40 and 220 times a minute. */
const plausibleBpm = { least: 30, most: 240 };

/** The parts of Web Bluetooth that a strap needs; browsers that have it are Chrome's on Android and desktops (clinical.md C11). */
export interface StrapAccess {
  requestDevice(options: { readonly filters: readonly { readonly services: readonly string[] }[] }): Promise<StrapDevice>;
}
/** A strap that the adult chose. */
export interface StrapDevice extends EventTarget {
  readonly gatt?: StrapServer;
}
interface StrapServer {
  readonly connected: boolean;
  connect(): Promise<{ getPrimaryService(name: string): Promise<{ getCharacteristic(name: string): Promise<StrapReadings> }> }>;
  disconnect(): void;
}
interface StrapReadings extends EventTarget {
  readonly value?: DataView | undefined;
  startNotifications(): Promise<unknown>;
}

/** One reading of a strap: beats a minute, and whether it touches the skin (null where the strap does not tell). */
export interface StrapReading {
  readonly beatsPerMin: number;
  readonly contact: boolean | null;
}

/** The browser's door to straps; undefined where it has none. */
export function findStrapAccess(navigator: object): StrapAccess | undefined {
  return 'bluetooth' in navigator ? (navigator.bluetooth as StrapAccess | undefined) : undefined;
}

/** Reads a heart-rate strap; `bluetooth` undefined: this browser has none. Started within a tap, since the browser asks which strap. */
export function createHeartRateSource(bluetooth: StrapAccess | undefined, win: Window, times: SourceTimes): Source {
  let device: StrapDevice | null = null;
  let listening: AbortController | null = null;
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let trouble: SourceTrouble | null = null;
  let silence = 0;
  let retry = 0;

  function say(now: SourceTrouble | null): void {
    if (trouble === now) return;
    trouble = now;
    tell?.(now);
  }

  function awaitReading(): void {
    win.clearTimeout(silence);
    silence = win.setTimeout(() => trouble ?? say('silent'), silentMs);
  }

  function onReading({ value }: StrapReadings): void {
    const reading = value ? parseHeartRate(value) : null;
    if (!reading) return;
    const { beatsPerMin, contact } = reading;
    if (contact === false || beatsPerMin < plausibleBpm.least || beatsPerMin > plausibleBpm.most) return;
    awaitReading();
    say(null);
    const nowMs = times.nowMs();
    emit?.({ kind: 'heart', capturedMs: nowMs, deliveredMs: nowMs, beatsPerMin });
  }

  async function connect(strap: StrapDevice, signal: AbortSignal): Promise<void> {
    const server = await strap.gatt?.connect();
    if (!server) throw new Error('the strap cannot be connected');
    const readings = await (await server.getPrimaryService(profile)).getCharacteristic(measurement);
    if (signal.aborted) return;
    readings.addEventListener('characteristicvaluechanged', () => onReading(readings), { signal });
    await readings.startNotifications();
    if (!signal.aborted) awaitReading();
  }

  /** Connects and stays connected until stopped; each link has its own readings, so that none is heard twice. */
  async function hold(strap: StrapDevice, run: AbortSignal): Promise<void> {
    const link = new AbortController();
    const onLost = () => {
      if (link.signal.aborted) return;
      link.abort();
      win.clearTimeout(silence);
      say('unplugged');
      tryAgain(strap, run, 0);
    };
    run.addEventListener('abort', () => link.abort(), { signal: link.signal });
    try {
      await connect(strap, link.signal);
    } catch (error) {
      link.abort();
      throw error;
    }
    strap.addEventListener('gattserverdisconnected', onLost, { signal: link.signal });
    // It may have been lost while its readings were asked for.
    if (strap.gatt?.connected === false) onLost();
  }

  function tryAgain(strap: StrapDevice, run: AbortSignal, count: number): void {
    if (run.aborted) return;
    win.clearTimeout(retry);
    retry = win.setTimeout(() => void hold(strap, run).catch(() => tryAgain(strap, run, count + 1)), againMs[Math.min(count, againMs.length - 1)]);
  }

  function stop(): void {
    listening?.abort();
    listening = null;
    win.clearTimeout(silence);
    win.clearTimeout(retry);
    emit = null;
    tell = null;
    trouble = null;
    if (device?.gatt?.connected) device.gatt.disconnect();
  }

  return {
    kind: 'heart',
    async start(onFrame, onTrouble): Promise<SourceState> {
      if (!bluetooth) return { state: 'absent', why: 'this browser has no Bluetooth for pages' };
      stop();
      const mine = new AbortController();
      listening = mine;
      emit = onFrame;
      tell = onTrouble ?? null;
      try {
        // A strap that was chosen once is not asked for again.
        device ??= await bluetooth.requestDevice({ filters: [{ services: [profile] }] });
      } catch (error) {
        if (listening === mine) stop();
        return { state: error instanceof Error && error.name === 'NotFoundError' ? 'absent' : 'refused', why: String(error) };
      }
      try {
        if (!mine.signal.aborted) await hold(device, mine.signal);
      } catch (error) {
        if (listening === mine) stop();
        return { state: 'broken', why: String(error) };
      }
      if (!mine.signal.aborted) return { state: 'running' };
      // Stopped while it was connecting: the link that came after all is let go.
      if (listening === null && device.gatt?.connected) device.gatt.disconnect();
      return { state: 'absent', why: 'stopped before it began' };
    },
    stop,
  };
}

/** A measurement of the profile (0x2A37): flags, then 8 or 16 bits of beats a minute; null when it is too short. */
export function parseHeartRate(data: DataView): StrapReading | null {
  if (data.byteLength < 2) return null;
  const flags = data.getUint8(0);
  const wide = (flags & 1) === 1;
  if (wide && data.byteLength < 3) return null;
  const tellsContact = (flags & 4) !== 0;
  return { beatsPerMin: wide ? data.getUint16(1, true) : data.getUint8(1), contact: tellsContact ? (flags & 2) !== 0 : null };
}
