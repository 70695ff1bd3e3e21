import type { Frame, Source, SourceState, SourceTimes, SourceTrouble } from '../types';

/** Names of the Bluetooth heart rate profile (https://www.bluetooth.com/specifications/specs/heart-rate-service-1-0/). */
const profile = 'heart_rate';
const measurement = 'heart_rate_measurement';
/** A strap that was lost is looked for again after these times, then no more: its battery is empty or it was taken off. */
const againMs: readonly number[] = [1000, 2000, 4000, 8000, 16_000];

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

/** Reads a heart-rate strap; `bluetooth` undefined: this browser has none. Started within a tap, since the browser asks which strap. */
export function createHeartRateSource(bluetooth: StrapAccess | undefined, win: Window, times: SourceTimes): Source {
  let device: StrapDevice | null = null;
  let readings: StrapReadings | null = null;
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let timer = 0;
  let off = false;

  function onReading(): void {
    const reading = readings?.value ? parseHeartRate(readings.value) : null;
    if (!reading) return;
    if (reading.contact === false || reading.beatsPerMin === 0) {
      setOff('silent');
      return;
    }
    setOff(null);
    const nowMs = times.nowMs();
    emit?.({ kind: 'heart', capturedMs: nowMs, deliveredMs: nowMs, beatsPerMin: reading.beatsPerMin });
  }

  function setOff(trouble: 'silent' | 'unplugged' | null): void {
    if (off === (trouble !== null)) return;
    off = trouble !== null;
    tell?.(trouble);
  }

  async function connect(): Promise<void> {
    const server = await device?.gatt?.connect();
    if (!server) throw new Error('the strap has no heart rate');
    readings = await (await server.getPrimaryService(profile)).getCharacteristic(measurement);
    readings.addEventListener('characteristicvaluechanged', onReading);
    await readings.startNotifications();
  }

  function onLost(): void {
    readings?.removeEventListener('characteristicvaluechanged', onReading);
    setOff('unplugged');
    tryAgain(0);
  }

  function tryAgain(count: number): void {
    const waitMs = againMs[count];
    if (waitMs === undefined || !emit) return;
    timer = win.setTimeout(() => void connect().catch(() => tryAgain(count + 1)), waitMs);
  }

  return {
    kind: 'heart',
    async start(onFrame, onTrouble): Promise<SourceState> {
      if (!bluetooth) return { state: 'absent', why: 'this browser has no Bluetooth for pages' };
      try {
        device = await bluetooth.requestDevice({ filters: [{ services: [profile] }] });
      } catch (error) {
        return { state: error instanceof Error && error.name === 'NotFoundError' ? 'absent' : 'refused', why: String(error) };
      }
      emit = onFrame;
      tell = onTrouble ?? null;
      off = false;
      try {
        await connect();
      } catch (error) {
        emit = null;
        return { state: 'broken', why: String(error) };
      }
      device.addEventListener('gattserverdisconnected', onLost);
      return { state: 'running' };
    },
    stop() {
      win.clearTimeout(timer);
      emit = null;
      tell = null;
      device?.removeEventListener('gattserverdisconnected', onLost);
      readings?.removeEventListener('characteristicvaluechanged', onReading);
      if (device?.gatt?.connected) device.gatt.disconnect();
      device = null;
      readings = null;
    },
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
