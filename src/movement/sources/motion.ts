import type { Millis } from '../../core/units';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble, Vec3 } from '../types';

/** A device without sensors sends no event at all; one that sleeps stops sending. */
const silentMs: Millis = 1000;
const watchMs: Millis = 250;
/** Readings that the rate is measured over. */
const countedReadings = 60;

/** The motion sensors of the tablet, or of a phone in a pouch. */
export interface MotionSource extends Source {
  /** Readings a second over the last second or so, as they were made; 0 before the second one. */
  readonly rateHz: number;
}

/** What asks for permission on iPads and iPhones. */
interface AskingEvents {
  readonly requestPermission?: () => Promise<'granted' | 'denied'>;
}

/** Reads the device's own motion; started within a tap, since some tablets ask for permission only then. */
export function createMotionSource(win: Window & typeof globalThis, times: SourceTimes): MotionSource {
  const stampsMs: Millis[] = [];
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let onFirst: (() => void) | null = null;
  let tilt: readonly [roll: number, pitch: number] | null = null;
  let sign: 1 | -1 = hasTurnedAxes(win.navigator.userAgent, win.navigator.maxTouchPoints) ? -1 : 1;
  let silent = false;
  let watch = 0;
  let heardMs: Millis = 0;

  function onMotion(event: DeviceMotionEvent): void {
    const { x, y, z } = event.accelerationIncludingGravity ?? { x: null, y: null, z: null };
    if (x === null || y === null || z === null) return;
    heardMs = win.performance.now();
    if (silent) {
      silent = false;
      tell?.(null);
    }
    stampsMs.push(event.timeStamp);
    if (stampsMs.length > countedReadings) stampsMs.shift();
    const raw: Vec3 = [x, y, z];
    if (tilt) sign = toSign(raw, tilt) ?? sign;
    const { alpha, beta, gamma } = event.rotationRate ?? { alpha: null, beta: null, gamma: null };
    const deliveredMs = times.nowMs();
    emit?.({
      kind: 'motion',
      capturedMs: Math.min(times.toSession(event.timeStamp), deliveredMs),
      deliveredMs,
      accelMps2: [sign * x, sign * y, sign * z],
      rotationDps: alpha === null || beta === null || gamma === null ? null : [alpha, beta, gamma],
      tiltDeg: tilt,
    });
    onFirst?.();
  }

  function onOrientation({ beta, gamma }: DeviceOrientationEvent): void {
    tilt = beta === null || gamma === null ? null : [gamma, beta];
  }

  function lookAfter(): void {
    if (silent || win.document.hidden || win.performance.now() - heardMs < silentMs) return;
    silent = true;
    tell?.('silent');
  }

  function stop(): void {
    win.clearInterval(watch);
    win.removeEventListener('devicemotion', onMotion);
    win.removeEventListener('deviceorientation', onOrientation);
    emit = null;
    tell = null;
    onFirst = null;
  }

  return {
    kind: 'motion',
    get rateHz() {
      return measureRateHz(stampsMs);
    },
    async start(onFrame, onTrouble): Promise<SourceState> {
      if (!('DeviceMotionEvent' in win)) return { state: 'absent', why: 'this browser has no motion events' };
      try {
        for (const events of [win.DeviceMotionEvent, win.DeviceOrientationEvent] as readonly AskingEvents[]) {
          if ((await events.requestPermission?.()) === 'denied') return { state: 'refused', why: 'motion sensors are not allowed' };
        }
      } catch (error) {
        return { state: 'refused', why: String(error) };
      }
      emit = onFrame;
      tell = onTrouble ?? null;
      win.addEventListener('deviceorientation', onOrientation);
      win.addEventListener('devicemotion', onMotion);
      const heard = await new Promise<boolean>((resolve) => {
        const timer = win.setTimeout(() => resolve(false), silentMs);
        onFirst = () => {
          win.clearTimeout(timer);
          resolve(true);
        };
      });
      onFirst = null;
      if (!heard) {
        stop();
        return { state: 'absent', why: 'no motion sensor speaks' };
      }
      watch = win.setInterval(lookAfter, watchMs);
      return { state: 'running' };
    },
    stop,
  };
}

/** Readings a second from their times in ms, by the middle spacing of those that rise; 0 for fewer than two. */
export function measureRateHz(stampsMs: readonly Millis[]): number {
  const spacings = stampsMs
    .slice(1)
    .map((ms, i) => ms - (stampsMs[i] ?? ms))
    .filter((ms) => ms > 0)
    .sort((a, b) => a - b);
  const middle = spacings[Math.floor(spacings.length / 2)];
  return middle === undefined ? 0 : 1000 / middle;
}

/** Whether acceleration comes with the opposite sign: every browser on iPhones and iPads has WebKit's, where gravity itself is read. */
export function hasTurnedAxes(userAgent: string, maxTouchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** The sign that makes acceleration agree with the tilt that the device tells of itself; null while it moves too much to judge. */
export function toSign([x, y, z]: Vec3, [roll, pitch]: readonly [roll: number, pitch: number]): 1 | -1 | null {
  const [gamma, beta] = [(roll * Math.PI) / 180, (pitch * Math.PI) / 180];
  const size = Math.hypot(x, y, z);
  const along = (-Math.cos(beta) * Math.sin(gamma) * x + Math.sin(beta) * y + Math.cos(beta) * Math.cos(gamma) * z) / size;
  // A device at rest lies along its tilt, or exactly against it.
  if (Math.abs(size - 9.81) > 1 || Math.abs(along) < 0.9) return null;
  return along > 0 ? 1 : -1;
}
