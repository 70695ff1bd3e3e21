import type { Millis, Ratio } from '../../core/units';
import { type Person, toPerson } from '../person';
import { createPersonLock } from '../person-lock';
import type { LastSeen } from '../person-track';
import type { Frame, Source, SourceState, SourceTimes, SourceTrouble } from '../types';
import { askCamera, toState, toTakenMs, turnOff, watchCamera } from './pose/camera';
import type { TrackedPicture, TrackerOptions } from './pose/messages';
import { countedResults, countPerS, createFindTimes, mostFindMs, tryGraphics } from './pose/speed';
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
  /** So many persons are looked for: one is quicker, two are needed where a grown-up may come into the picture. */
  readonly persons: 1 | 2;
  lookFor(persons: 1 | 2): void;
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

/** Without a picture for so long the camera is silent; a tracker that broke needs longer to start anew. */
const silentMs: Millis = 1000;
const brokenMs: Millis = 6000;
const watchMs: Millis = 200;
/** Nobody to be seen and less light than this for so long: the lens is covered, or the lights are out. */
const leastLight: Ratio = 0.06;
const darkMs: Millis = 1000;

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
  let options: TrackerOptions = { size: 'full', delegate: 'CPU', persons: setup.persons ?? 2 };
  let busy = false;
  let waiting: VideoFrameCallbackMetadata | null = null;
  let changing = false;
  let changed: Promise<void> = Promise.resolve();
  let darkSinceMs: Millis | null = null;
  let pictureMs: Millis = 0;
  let heardMs: Millis = 0;
  let lookedMs: Millis = 0;
  let unwatch: (() => void) | null = null;
  let starts = 0;
  let finds = createFindTimes();
  let graphicsTried = false;
  let results: Millis[] = [];

  const aspect = () => (video.videoHeight > 0 ? video.videoWidth / video.videoHeight : 4 / 3);
  function say(now: SourceTrouble | null): void {
    if (now === trouble || trouble === 'unplugged' || trouble === 'revoked') return;
    trouble = now;
    // Whoever takes the permission back wants the light to go out at once.
    if (now === 'revoked') turnOff(stream);
    tell?.(now);
  }

  function onPicture(_: number, metadata: VideoFrameCallbackMetadata): void {
    if (!stream) return;
    video.requestVideoFrameCallback(onPicture);
    pictureMs = performance.now();
    waiting = metadata;
    findNewest();
  }

  /** At most one picture is under way, and the next is always the newest: others are never looked at. */
  function findNewest(): void {
    if (!waiting || busy || changing) return;
    const newest = waiting;
    waiting = null;
    void find(newest);
  }

  async function find(metadata: VideoFrameCallbackMetadata): Promise<void> {
    const [camera, tracker] = [stream, tracking];
    if (!tracker) return;
    const startMs = performance.now();
    busy = true;
    const baseMs = toTakenMs(metadata, startMs);
    const capturedMs = Math.min(times.toSession(baseMs), times.nowMs());
    try {
      const found = await tracker.find(await createImageBitmap(video), baseMs);
      if (stream && stream === camera) hear(found, baseMs, capturedMs, performance.now() - startMs);
    } catch {
      // The tracker starts anew with the next picture; should it not, the watch says so.
    }
    if (!stream || stream !== camera) return;
    busy = false;
    findNewest();
  }

  function hear(found: TrackedPicture, baseMs: number, capturedMs: Millis, tookMs: Millis): void {
    heardMs = performance.now();
    results = [...results.slice(1 - countedResults), heardMs];
    const ratio = aspect();
    const persons = found.persons.map(({ picture, world, clothes }) => toPerson(picture, world, ratio, clothes));
    // The lock goes by the page's clock: a child has time to walk about while the session's stands still.
    const child = lock.follow(persons, ratio, baseMs);
    latest = { atMs: capturedMs, persons, child, light: found.light };
    const dark = persons.length === 0 && found.light < leastLight;
    darkSinceMs = dark ? (darkSinceMs ?? heardMs) : null;
    say(darkSinceMs !== null && heardMs - darkSinceMs >= darkMs ? 'covered' : null);
    const stamp = { capturedMs, deliveredMs: times.nowMs() };
    emit?.({ kind: 'pose', ...stamp, joints: child?.joints ?? {}, ...(child ? { world: child.world } : {}), aspect: ratio });
    const middle = finds.add(tookMs);
    if (middle !== null && middle > mostFindMs) void speedUp(middle);
  }

  /** The surer model gives way to the lighter one, and where that is too slow as well, the processor to the graphics. */
  async function speedUp(middleMs: Millis): Promise<void> {
    if (options.size === 'full') return change({ ...options, size: 'lite' });
    const camera = stream;
    if (graphicsTried || !tracking?.graphics) return;
    graphicsTried = true;
    const wanted: TrackerOptions = { ...options, delegate: 'GPU' };
    const rival = await tryGraphics(setup.createTracking ?? loadTracking, wanted, () => createImageBitmap(video), middleMs);
    if (!rival) return;
    if (!stream || stream !== camera || options.persons !== wanted.persons) return rival.close();
    tracking?.close();
    tracking = rival;
    options = wanted;
    finds = createFindTimes();
  }

  function change(wanted: TrackerOptions): Promise<void> {
    const camera = stream;
    changing = true;
    options = wanted;
    // One after the other: a tracker answers one opening at a time.
    changed = changed.then(async () => {
      if (!stream || stream !== camera || options !== wanted) return;
      finds = createFindTimes();
      await tracking?.open(wanted).catch(() => say('broken'));
      if (!stream || stream !== camera) return;
      heardMs = performance.now();
      // A later change goes on from here.
      if (options !== wanted) return;
      changing = false;
      findNewest();
    });
    return changed;
  }

  function look(): void {
    // A page that is not shown gets no pictures; the session rests then anyway.
    if (document.hidden) return;
    const nowMs = performance.now();
    // A page that was held up for long (a game that loads) heard of no picture either: it is not the camera that was silent.
    if (nowMs - lookedMs > 3 * watchMs) pictureMs = heardMs = nowMs;
    lookedMs = nowMs;
    if (nowMs - pictureMs > silentMs) say('silent');
    else if (nowMs - heardMs > brokenMs) say('broken');
  }

  function onShown(): void {
    pictureMs = heardMs = performance.now();
    results = [];
  }

  function watch(camera: MediaStream): () => void {
    const unwatchCamera = watchCamera(camera, say);
    const timer = setInterval(look, watchMs);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      unwatchCamera();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }

  function stop(): void {
    starts += 1;
    unwatch?.();
    unwatch = null;
    turnOff(stream);
    stream = null;
    video.srcObject = null;
    tracking?.close();
    tracking = null;
    waiting = null;
    busy = false;
    changing = false;
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
      return countPerS(results, performance.now());
    },
    get aspect() {
      return aspect();
    },
    get lastSeen() {
      return lock.last;
    },
    get persons() {
      return options.persons;
    },
    lookFor(persons) {
      if (persons === options.persons) return;
      if (stream) void change({ ...options, persons });
      else options = { ...options, persons };
    },
    choose: lock.choose,
    async start(onFrame, onTrouble): Promise<SourceState> {
      stop();
      const mine = starts;
      let camera: MediaStream;
      try {
        camera = await (setup.openCamera ?? askCamera)();
      } catch (error) {
        return toState(error);
      }
      let opened: Tracking | null = null;
      try {
        // Stopped while the question for the camera was open: nothing may go on.
        if (mine !== starts) throw new Error(stopped);
        opened = await (setup.createTracking ?? loadTracking)();
        if (!opened) throw new Error('no graphics for body tracking');
        // On the page itself tracking holds up all else, so it is the faster one.
        if (opened.place === 'page') options = { ...options, size: 'lite' };
        await opened.open(options);
        if (mine !== starts) throw new Error(stopped);
        video.srcObject = camera;
        await video.play();
        if (mine !== starts) throw new Error(stopped);
      } catch (error) {
        turnOff(camera);
        opened?.close();
        if (mine === starts) video.srcObject = null;
        return { state: 'broken', why: String(error) };
      }
      stream = camera;
      tracking = opened;
      emit = onFrame;
      tell = onTrouble ?? null;
      trouble = null;
      finds = createFindTimes();
      results = [];
      pictureMs = heardMs = performance.now();
      unwatch = watch(camera);
      video.requestVideoFrameCallback(onPicture);
      return { state: 'running' };
    },
    stop,
  };
}

const stopped = 'stopped before it ran';

async function loadTracking(): Promise<Tracking | null> {
  return (await import('./pose/tracking')).createTracking();
}
