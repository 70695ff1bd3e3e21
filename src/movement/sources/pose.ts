import type { Millis, Ratio } from '../../core/units';
import { type Person, toPerson } from '../person';
import { createPersonLock, type LastSeen } from '../person-lock';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble } from '../types';
import type { TrackedPicture, TrackerOptions } from './pose/messages';
import type { Tracking } from './pose/tracking';

/** What one picture showed; for the set-up view, never stored. */
export interface PosePicture {
  readonly atMs: Millis;
  readonly persons: readonly Person[];
  readonly child: Person | null;
  readonly light: Ratio;
}

/** The camera as a source, and what its set-up view shows. */
export interface PoseSource extends Source {
  /** The camera's own pictures, to be shown and nothing else; null while it is off. */
  readonly stream: MediaStream | null;
  /** The newest picture's persons; null before the first. */
  readonly latest: PosePicture | null;
  readonly resultsPerS: number;
  /** Width of the picture over its height. */
  readonly aspect: number;
  /** The child is the person at this place of the unmirrored picture, as shares of it. */
  choose(x: Ratio, y: Ratio): void;
  /** Where the child was last seen, so that the next camera finds it among several. */
  readonly lastSeen: LastSeen | null;
}

/** What a camera source needs; the camera is the page's unless a test opens another. */
export interface PoseSourceSetup {
  readonly times: SourceTimes;
  readonly expected?: LastSeen | null;
  /** Two are tracked where a grown-up may stand in the picture, which costs a third of the speed. */
  readonly persons?: 1 | 2;
  readonly openCamera?: () => Promise<MediaStream>;
  readonly createTracking?: () => Promise<Tracking | null>;
}

/** Without a result for so long a camera or its tracker has stopped. */
const silentMs: Millis = 1500;
/** Nobody to be seen and less light than this for so long: the lens is covered, or the lights are out. */
const leastLight: Ratio = 0.04;
const darkMs: Millis = 1000;
/** The slower, surer model stays if it gives at least this many results a second (camera.md). */
const leastResultsPerS = 12;
const judgeAfterResults = 40;
const watchMs: Millis = 250;
/** Results a second are counted over so many. */
const countedResults = 20;

const askCamera = () =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
  });

/** Follows one child's joints with the camera; pictures stay in this file and its worker, joints alone leave. */
export function createPoseSource(setup: PoseSourceSetup): PoseSource {
  const { times } = setup;
  const lock = createPersonLock(setup.expected ?? null);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let stream: MediaStream | null = null;
  let tracking: Tracking | null = null;
  let emit: ((frame: Frame) => void) | null = null;
  let tell: ((trouble: SourceTrouble | null) => void) | null = null;
  let trouble: SourceTrouble | null = null;
  let latest: PosePicture | null = null;
  let busy = false;
  let darkSinceMs: Millis | null = null;
  let heardMs: Millis = 0;
  let options: TrackerOptions = { size: 'full', delegate: 'CPU', persons: setup.persons ?? 2 };
  let watch: ReturnType<typeof setInterval> | null = null;
  let judged = 0;
  const results: Millis[] = [];

  const aspect = () => (video.videoHeight > 0 ? video.videoWidth / video.videoHeight : 4 / 3);
  function countPerS(): number {
    const [first, last] = [results[0], results.at(-1)];
    return first === undefined || last === undefined || last <= first ? 0 : (1000 * (results.length - 1)) / (last - first);
  }

  function say(now: SourceTrouble | null): void {
    if (now === trouble || trouble === 'unplugged' || trouble === 'revoked') return;
    trouble = now;
    tell?.(now);
  }

  async function onPicture(_nowMs: number, metadata: VideoFrameCallbackMetadata): Promise<void> {
    if (!stream) return;
    video.requestVideoFrameCallback(onPicture);
    // At most one picture is under way, and it is always the newest: none waits in a queue.
    if (busy || !tracking) return;
    busy = true;
    const baseMs = metadata.captureTime ?? metadata.expectedDisplayTime;
    const capturedMs = Math.min(times.toSession(baseMs), times.nowMs());
    try {
      const found = await tracking.find(await createImageBitmap(video), baseMs);
      if (stream) hear(found, capturedMs);
    } catch {
      // The tracker starts anew with the next picture; should it not, the watch says so.
    } finally {
      busy = false;
    }
  }

  function hear(found: TrackedPicture, capturedMs: Millis): void {
    heardMs = performance.now();
    results.push(heardMs);
    if (results.length > countedResults) results.shift();
    const ratio = aspect();
    const persons = found.persons.map(({ picture, world }) => toPerson(picture, world, ratio));
    const child = lock.follow(persons, ratio, capturedMs);
    latest = { atMs: capturedMs, persons, child, light: found.light };
    const dark = persons.length === 0 && found.light < leastLight;
    darkSinceMs = dark ? (darkSinceMs ?? heardMs) : null;
    say(darkSinceMs !== null && heardMs - darkSinceMs >= darkMs ? 'covered' : null);
    const stamp = { capturedMs, deliveredMs: times.nowMs() };
    emit?.({ kind: 'pose', ...stamp, joints: child?.joints ?? {}, ...(child ? { world: child.world } : {}), aspect: ratio });
    if (options.size === 'full' && results.length === countedResults && ++judged >= judgeAfterResults && countPerS() < leastResultsPerS)
      void useLite();
  }

  async function useLite(): Promise<void> {
    options = { ...options, size: 'lite' };
    await tracking?.open(options).catch(() => say('broken'));
  }

  function lookAfter(): void {
    const gone = performance.now() - heardMs;
    // A page that is not shown gets no pictures; the session rests then anyway.
    if (!document.hidden && gone > silentMs) say('silent');
  }

  async function onEnded(): Promise<void> {
    const permission = await navigator.permissions?.query({ name: 'camera' as PermissionName }).catch(() => null);
    say(permission?.state === 'denied' ? 'revoked' : 'unplugged');
  }

  function stop(): void {
    if (watch) clearInterval(watch);
    for (const track of stream?.getTracks() ?? []) {
      track.removeEventListener('ended', onEnded);
      track.stop();
    }
    stream = null;
    video.srcObject = null;
    tracking?.close();
    tracking = null;
    emit = null;
    tell = null;
  }

  return {
    kind: 'pose',
    get stream() {
      return stream;
    },
    get latest() {
      return latest;
    },
    get resultsPerS() {
      return countPerS();
    },
    get aspect() {
      return aspect();
    },
    get lastSeen() {
      return lock.last;
    },
    choose: lock.choose,
    async start(onFrame, onTrouble): Promise<SourceState> {
      emit = onFrame;
      tell = onTrouble ?? null;
      try {
        stream = await (setup.openCamera ?? askCamera)();
      } catch (error) {
        return toState(error);
      }
      try {
        tracking = await (setup.createTracking ?? loadTracking)();
        if (!tracking) throw new Error('no graphics for body tracking');
        await tracking.open(options);
      } catch (error) {
        stop();
        return { state: 'broken', why: String(error) };
      }
      for (const track of stream.getTracks()) track.addEventListener('ended', onEnded);
      video.srcObject = stream;
      await video.play();
      heardMs = performance.now();
      video.requestVideoFrameCallback(onPicture);
      watch = setInterval(lookAfter, watchMs);
      return { state: 'running' };
    },
    stop,
  };
}

async function loadTracking(): Promise<Tracking | null> {
  return (await import('./pose/tracking')).createTracking();
}

function toState(error: unknown): SourceState {
  const name = error instanceof Error ? error.name : '';
  const refused = name === 'NotAllowedError' || name === 'SecurityError';
  const absent = name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'TypeError';
  return { state: refused ? 'refused' : absent ? 'absent' : 'broken', why: String(error) };
}
