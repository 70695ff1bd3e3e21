import type { Millis } from '../../core/units';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble, Vec3 } from '../types';
import { takeMotionAnswer } from './motion-permission';
import { createTurningAxes } from './turning-axes';

/** A device without sensors sends no event at all; one that sleeps stops sending. */
const silentMs: Millis = 1000;
/** Looked for this often and counted in looks, not by the clock: a page that is blocked for seconds hears of nothing, and looks only once. */
const watchMs: Millis = 200;
/** Readings that the rate is measured over. */
const countedReadings = 60;
/** So many readings in a row must lie against the tilt before their sign is turned: a single one may be a shake. */
const sureReadings = 5;
/** What a browser calls the sensors when it can tell that they were forbidden. */
const sensorNames = ['accelerometer', 'gyroscope'];

/** The motion sensors of the tablet, or of a phone in a pouch. */
export interface MotionSource extends Source {
  /** Readings a second over the last second or so, as they were made; 0 before the second one. */
  readonly rateHz: number;
}

/** Reads the device's own motion; started within a tap or after `askForMotion` in one, since some tablets ask for permission only then. */
export function createMotionSource(win: Window & typeof globalThis, times: SourceTimes): MotionSource {
  const stampsMs: Millis[] = [];
  let listening: AbortController | null = null;
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let onBegin: ((heard: boolean) => void) | null = null;
  let tilt: readonly [roll: number, pitch: number] | null = null;
  let sign: 1 | -1 = hasTurnedAxes(win.navigator.userAgent, win.navigator.maxTouchPoints) ? -1 : 1;
  let against = 0;
  let toAxes = createTurningAxes();
  let trouble: SourceTrouble | null = null;
  let watch = 0;
  let quietLooks = 0;

  function say(now: SourceTrouble | null): void {
    if (trouble === now) return;
    trouble = now;
    tell?.(now);
  }

  function settleSign(raw: Vec3): void {
    const found = tilt ? toSign(raw, tilt) : null;
    if (found === null) return;
    against = found === sign ? 0 : against + 1;
    if (against < sureReadings) return;
    sign = found;
    against = 0;
  }

  function onMotion(event: DeviceMotionEvent): void {
    const { x, y, z } = event.accelerationIncludingGravity ?? { x: null, y: null, z: null };
    if (x === null || y === null || z === null) return;
    quietLooks = 0;
    say(null);
    stampsMs.push(event.timeStamp);
    if (stampsMs.length > countedReadings) stampsMs.shift();
    settleSign([x, y, z]);
    const accelMps2: Vec3 = [sign * x, sign * y, sign * z];
    const { alpha, beta, gamma } = event.rotationRate ?? { alpha: null, beta: null, gamma: null };
    const deliveredMs = times.nowMs();
    emit?.({
      kind: 'motion',
      capturedMs: Math.min(times.toSession(event.timeStamp), deliveredMs),
      deliveredMs,
      accelMps2,
      rotationDps: alpha === null || beta === null || gamma === null ? null : toAxes(accelMps2, { alpha, beta, gamma }, event.timeStamp),
      tiltDeg: tilt,
    });
    onBegin?.(true);
  }

  function onOrientation({ beta, gamma }: DeviceOrientationEvent): void {
    tilt = beta === null || gamma === null ? null : [gamma, beta];
  }

  function lookAfter(): void {
    // A hidden page hears of no sensor: that is no silence of theirs.
    quietLooks = win.document.hidden ? 0 : quietLooks + 1;
    if (quietLooks * watchMs <= silentMs) return;
    if (onBegin) onBegin(false);
    else if (trouble === null) say('silent');
  }

  function stop(): void {
    win.clearInterval(watch);
    listening?.abort();
    listening = null;
    emit = null;
    tell = null;
    onBegin?.(false);
  }

  /** Whether the sensors are forbidden now; later it is told as a trouble, where the browser tells at all. */
  async function watchPermission(signal: AbortSignal): Promise<boolean> {
    const found = await Promise.allSettled(sensorNames.map(async (name) => win.navigator.permissions.query({ name: name as PermissionName })));
    const states = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    for (const status of states) {
      const before = status.state;
      // Taken back it may be forbidden, or to be asked for anew.
      status.addEventListener('change', () => before === 'granted' && status.state !== 'granted' && say('revoked'), { signal });
    }
    return states.some(({ state }) => state === 'denied');
  }

  return {
    kind: 'motion',
    get rateHz() {
      return measureRateHz(stampsMs);
    },
    async start(onFrame, onTrouble): Promise<SourceState> {
      if (!('DeviceMotionEvent' in win)) return { state: 'absent', why: 'this browser has no motion events' };
      const asked = takeMotionAnswer(win);
      stop();
      const mine = new AbortController();
      const { signal } = mine;
      listening = mine;
      emit = onFrame;
      tell = onTrouble ?? null;
      [trouble, tilt, against, toAxes] = [null, null, 0, createTurningAxes()];
      stampsMs.length = 0;
      const refusal = await asked;
      if (refusal === null && (await watchPermission(signal))) return giveUp('refused', 'motion sensors are forbidden');
      if (refusal !== null) return giveUp('refused', refusal);
      if (signal.aborted) return { state: 'absent', why: 'stopped before it began' };
      win.addEventListener('deviceorientation', onOrientation, { signal });
      win.addEventListener('devicemotion', onMotion, { signal });
      quietLooks = 0;
      watch = win.setInterval(lookAfter, watchMs);
      const heard = await new Promise<boolean>((resolve) => {
        onBegin = resolve;
      });
      onBegin = null;
      if (!heard) return giveUp('absent', 'no motion sensor speaks');
      return { state: 'running' };

      function giveUp(state: 'refused' | 'absent', why: string): SourceState {
        // A later start may run already: it is left alone.
        if (listening === mine) stop();
        return { state, why };
      }
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
