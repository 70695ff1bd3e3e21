import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../src/movement/person';
import { createPoseSource, type PoseSource, type PoseSourceSetup } from '../../src/movement/sources/pose';
import type { TrackerOptions } from '../../src/movement/sources/pose/messages';
import { createTracking, type Tracking } from '../../src/movement/sources/pose/tracking';
import type { FrameOf, SourceTrouble } from '../../src/movement/types';
import { type FedCamera, feedCamera, findVideo, pageTimes } from './fed-camera';

let camera: FedCamera | null = null;
let source: PoseSource | null = null;
afterEach(() => {
  source?.stop();
  camera?.stop();
  camera = null;
  source = null;
});

const squats = findVideo('tfjs_pose_squats');
const balance = findVideo('p2s_single_01');
const helper = findVideo('p2s_multi_01');
const skipped = squats && balance && helper ? '' : ' (skipped: no reference recordings)';
const long = { timeout: 90_000 };
const soon = { timeout: 40_000 };

async function open(urls: readonly (string | undefined)[], over: Partial<PoseSourceSetup> = {}, size?: { width: number; height: number }) {
  camera = await feedCamera(
    urls.filter((url) => url !== undefined),
    size,
  );
  const { stream } = camera;
  const frames: FrameOf<'pose'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createPoseSource({ times: pageTimes, persons: 1, openCamera: async () => stream, ...over });
  const state = await source.start(
    (frame) => frame.kind === 'pose' && frames.push(frame),
    (trouble) => troubles.push(trouble),
  );
  return { state, frames, troubles, source, camera };
}

const seen = (frames: readonly FrameOf<'pose'>[]) => frames.filter((frame) => frame.joints.left_hip);

describe('the camera as a source', () => {
  it.skipIf(skipped)(`follows the joints of one who squats, with the time at which each picture was taken${skipped}`, long, async () => {
    const { state, frames } = await open([squats]);
    expect(state).toEqual({ state: 'running' });
    await vi.waitFor(() => expect(seen(frames).length).toBeGreaterThan(40), soon);
    const hips = seen(frames).map((frame) => frame.joints.left_hip?.[1] ?? 0);
    expect(Math.max(...hips) - Math.min(...hips)).toBeGreaterThan(0.08);
    for (const frame of seen(frames)) {
      const { nose, left_hip, left_ankle, left_shoulder, right_shoulder } = frame.joints;
      expect([nose, left_hip, left_ankle].map((joint) => joint?.[1] ?? 0)).toEqual(
        [nose, left_hip, left_ankle].map((joint) => joint?.[1] ?? 0).sort(),
      );
      // Unmirrored: the left shoulder of one who faces the camera is on the right of the picture.
      expect(left_shoulder?.[0] ?? 0).toBeGreaterThan(right_shoulder?.[0] ?? 1);
      expect(frame.capturedMs).toBeLessThanOrEqual(frame.deliveredMs);
      expect(Object.keys(frame).sort()).toEqual(['aspect', 'capturedMs', 'deliveredMs', 'joints', 'kind', 'world']);
    }
    for (const [i, frame] of frames.entries()) if (i > 0) expect(frame.capturedMs).toBeGreaterThanOrEqual(frames[i - 1]?.capturedMs ?? 0);
  });

  it.skipIf(skipped)(`of two persons follows the one who was chosen, and the other when that one is chosen${skipped}`, long, async () => {
    const { frames, source: pose } = await open([squats, balance], { persons: 2 });
    await vi.waitFor(() => expect(pose.latest?.persons.length).toBe(2), soon);
    for (const [x, isHers] of [
      [0.25, (at: number) => at < 0.5],
      [0.75, (at: number) => at > 0.5],
    ] as const) {
      pose.choose(x, 0.5);
      const from = frames.length;
      await vi.waitFor(() => expect(seen(frames.slice(from)).length).toBeGreaterThan(12), soon);
      const places = seen(frames.slice(from)).map((frame) => ((frame.joints.left_hip?.[0] ?? 0) + (frame.joints.right_hip?.[0] ?? 0)) / 2);
      expect(places.filter((at) => !isHers(at))).toEqual([]);
    }
  });

  it.skipIf(skipped)(`keeps to the one farther back while a helper stands close to the camera${skipped}`, long, async () => {
    const { frames, source: pose, camera: fed } = await open([helper], { persons: 2 }, { width: 544, height: 960 });
    fed.pace(0.2);
    const hipsOf = (person: Person) => person.joints.left_hip?.[1] ?? 1;
    const found = () => [...(pose.latest?.persons ?? [])].sort((a, b) => hipsOf(a) - hipsOf(b));
    await vi.waitFor(() => expect(found().map((person) => hipsOf(person) > 0.55)).toEqual([false, true]), { ...soon, interval: 10 });
    const [child] = found();
    pose.choose(child?.x ?? 0, child?.y ?? 0);
    const from = frames.length;
    await vi.waitFor(() => expect(seen(frames.slice(from)).length).toBeGreaterThan(25), soon);
    // The helper's hips are in the lower half of the picture, those of the one behind never.
    expect(seen(frames.slice(from + 1)).filter((frame) => (frame.joints.left_hip?.[1] ?? 1) > 0.55)).toEqual([]);
  });

  it('sees nobody in an empty room, and guesses nobody', long, async () => {
    const { frames, troubles } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(10), soon);
    expect(seen(frames)).toEqual([]);
    expect(troubles.filter(Boolean)).toEqual([]);
  });

  it('says that it is covered, and when it sees light again', long, async () => {
    const { frames, troubles, camera: fed } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(3), soon);
    fed.cover(true);
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('covered'), soon);
    fed.cover(false);
    await vi.waitFor(() => expect(troubles.at(-1)).toBeNull(), soon);
  });

  it('says that it was unplugged', long, async () => {
    const { frames, troubles, source: pose } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1), soon);
    const [track] = pose.stream?.getTracks() ?? [];
    track?.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('unplugged'));
  });

  it('says that its permission was taken back', long, async () => {
    const { frames, troubles, source: pose } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1), soon);
    const query = vi.spyOn(navigator.permissions, 'query').mockResolvedValue({ state: 'denied' } as PermissionStatus);
    pose.stream?.getTracks()[0]?.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('revoked'));
    query.mockRestore();
  });

  it('says that it is silent when no picture comes', long, async () => {
    const { frames, troubles, camera: fed } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1), soon);
    fed.stop();
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('silent'), soon);
  });

  it('is not silent because the page was held up, as by a game that loads', long, async () => {
    const { frames, troubles } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1), soon);
    const untilMs = performance.now() + 2000;
    while (performance.now() < untilMs);
    const before = frames.length;
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before + 5), soon);
    expect(troubles.filter(Boolean)).toEqual([]);
  });

  it('goes on after its graphics were lost, as on a tablet that slept', long, async () => {
    let tracking: Tracking | null = null;
    const { frames } = await open([], {
      createTracking: async () => {
        tracking = await createTracking();
        return tracking;
      },
    });
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(3), soon);
    expect((tracking as Tracking | null)?.place).toBe('worker');
    (tracking as Tracking | null)?.loseContext();
    const before = frames.length;
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before + 5), soon);
  });

  it('turns the camera off when it stops', long, async () => {
    const { frames, source: pose } = await open([]);
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1), soon);
    const tracks = pose.stream?.getTracks() ?? [];
    expect(tracks.map((track) => track.readyState)).toEqual(['live']);
    pose.stop();
    expect(tracks.map((track) => track.readyState)).toEqual(['ended']);
    expect(pose.stream).toBeNull();
    const count = frames.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(frames.length).toBe(count);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
    ['NotReadableError', 'broken'],
  ])('a camera that answers %s is %s, and nothing is left running', async (name, expected) => {
    const { state, source: pose } = await open([], { openCamera: () => Promise.reject(new DOMException('no', name)) });
    expect(state.state).toBe(expected);
    expect(pose.stream).toBeNull();
  });

  it('without graphics for tracking it is broken, and the camera is off again', async () => {
    const { state, source: pose, camera: fed } = await open([], { createTracking: async () => null });
    expect(state.state).toBe('broken');
    expect([pose.stream, fed.stream.getTracks()[0]?.readyState]).toEqual([null, 'ended']);
  });

  it('a camera that is allowed only after it was stopped is turned off at once', async () => {
    let allow = (_: MediaStream) => {};
    const opening = open([], {
      openCamera: () =>
        new Promise((resolve) => {
          allow = resolve;
        }),
    });
    await vi.waitFor(() => expect(source).not.toBeNull());
    source?.stop();
    const { stream } = camera ?? {};
    if (stream) allow(stream);
    expect((await opening).state.state).toBe('broken');
    expect([source?.stream, stream?.getTracks()[0]?.readyState]).toEqual([null, 'ended']);
  });

  it('runs on the page itself, with the lighter model, where workers have no graphics', long, async () => {
    const opened: TrackerOptions[] = [];
    vi.stubGlobal('Worker', WorkerWithoutGraphics);
    const { frames } = await open([], {
      createTracking: async () => {
        const tracking = await createTracking();
        expect(tracking?.place).toBe('page');
        return tracking && { ...tracking, open: (options) => tracking.open(opened[opened.push(options) - 1] ?? options) };
      },
    });
    vi.unstubAllGlobals();
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(5), soon);
    expect(opened.map(({ size }) => size)).toEqual(['lite']);
  });

  it('takes the lighter model when the surer one is too slow here, and only then', long, async () => {
    for (const [ms, sizes] of [
      [100, ['full', 'lite']],
      [5, ['full']],
    ] as const) {
      const opened: TrackerOptions[] = [];
      const { frames } = await open([], { createTracking: async () => createIdleTracking(opened, ms) });
      await vi.waitFor(() => expect(frames.length).toBeGreaterThan(38), soon);
      expect(opened.map(({ size }) => size)).toEqual(sizes);
      source?.stop();
      camera?.stop();
    }
  });

  it.each([
    ['quicker', 30, true],
    ['slower', 150, false],
  ])('where the lighter model is too slow too, graphics are tried beside it: %s', long, async (_name, ms, taken) => {
    const opened: TrackerOptions[] = [];
    let closed = 0;
    const { frames } = await open([], {
      createTracking: async () => {
        const isFirst = opened.length === 0;
        return { ...createIdleTracking(opened, isFirst ? 90 : ms, true), close: () => (closed += isFirst ? 1 : 100) };
      },
    });
    await vi.waitFor(() => expect(closed).toBeGreaterThan(0), soon);
    expect(opened.map(({ size, delegate }) => `${size} ${delegate}`)).toEqual(['full CPU', 'lite CPU', 'lite GPU']);
    expect(closed).toBe(taken ? 1 : 100);
    const before = frames.length;
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before + 5), soon);
  });

  it('says that it is broken when pictures come and the tracker never answers', long, async () => {
    const { troubles } = await open([], { createTracking: async () => createIdleTracking([], 60_000) });
    await vi.waitFor(() => expect(troubles).toEqual(['broken']), soon);
  });
});

/** Answers as a worker does on a tablet whose workers have no graphics. */
class WorkerWithoutGraphics {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  postMessage(): void {
    queueMicrotask(() => this.onmessage?.({ data: { kind: 'probe', works: false, graphics: false } }));
  }
  terminate(): void {}
}

/** A tracker that needs this long and finds nobody. */
function createIdleTracking(opened: TrackerOptions[], ms: number, graphics = false): Tracking {
  return {
    place: 'worker',
    graphics,
    open: async (options) => {
      opened.push(options);
    },
    async find(bitmap) {
      bitmap.close();
      await new Promise((resolve) => setTimeout(resolve, ms));
      return { persons: [], light: 0.5 };
    },
    loseContext() {},
    close() {},
  };
}
