import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JointName } from '../../src/core/joints';
import { createPoseSource, type PoseSource } from '../../src/movement/sources/pose';
import { createTracking, type Tracking } from '../../src/movement/sources/pose/tracking';
import type { FrameOf } from '../../src/movement/types';
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
const skipped = squats && balance ? '' : ' (skipped: no reference recordings)';
/** The child is in the left half of the picture; the other walks from the right half over it and out of the picture. */
const childAt = 0.24;
const crossingMs = 10_000;
const soon = { timeout: 60_000, interval: 20 };

type PoseFrame = FrameOf<'pose'>;
const isSeen = (frame: PoseFrame) => frame.joints.left_hip !== undefined;
const mean = (frame: PoseFrame, part: 'shoulder' | 'hip' | 'ankle', axis: 0 | 1) =>
  (['left', 'right'] as const).map((side): JointName => `${side}_${part}`).reduce((sum, name) => sum + (frame.joints[name]?.[axis] ?? 0), 0) / 2;

/** Whether a frame is of the one who stands there: trunk at the child's place, feet that are surely seen at the height of the child's feet (the other's are elsewhere). */
function isOf(frame: PoseFrame, isChildsFeet: (y: number) => boolean): boolean {
  const trunk = (['shoulder', 'hip'] as const).every((part) => Math.abs(mean(frame, part, 0) - childAt) < 0.13);
  const feet = [frame.joints.left_ankle, frame.joints.right_ankle].every((ankle) => (ankle?.[3] ?? 0) > 0.8);
  return trunk && (!feet || isChildsFeet(mean(frame, 'ankle', 1)));
}

/** The tracker of a device that needs so much longer for each picture. */
async function createSlowTracking(ms: number): Promise<Tracking | null> {
  const tracking = await createTracking();
  if (!tracking || ms === 0) return tracking;
  return {
    ...tracking,
    async find(bitmap, atMs) {
      const found = await tracking.find(bitmap, atMs);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return found;
    },
  };
}

describe('another who walks right before the child', () => {
  const crossings = [
    ['who squats', [squats, balance], (y: number) => y > 0.66],
    ['who balances', [balance, squats], (y: number) => y < 0.69],
  ] as const;
  const speeds = [[0], []] as const;
  it.skipIf(skipped).each(crossings.flatMap(([name, ...rest], i) => (speeds[i] ?? []).map((ms) => [name, ms, ...rest] as const)))(
    `%s is not taken for it, and the child is seen before and after, each picture slowed by %i ms${skipped}`,
    { timeout: 150_000 },
    async (_name, slowedMs, urls, isChildsFeet) => {
      camera = await feedCamera(urls.filter((url) => url !== undefined));
      const { stream } = camera;
      const frames: PoseFrame[] = [];
      const pose = createPoseSource({
        times: pageTimes,
        persons: 2,
        openCamera: async () => stream,
        createTracking: () => createSlowTracking(slowedMs),
      });
      source = pose;
      await pose.start((frame) => frame.kind === 'pose' && frames.push(frame));
      camera.pace(0.2);
      const isThere = (at: number) => pose.latest?.persons.some(({ x, size }) => size > 0.1 && Math.abs(x - at) < 0.12) ?? false;
      await vi.waitFor(() => expect([childAt, childAt + 0.5].map(isThere)).toEqual([true, true]), soon);
      pose.choose(childAt, 0.4);
      const chosen = frames.length + 1;
      const seenSince = (from: number) => frames.slice(from).filter(isSeen).length;
      await vi.waitFor(() => expect(seenSince(chosen)).toBeGreaterThan(4), soon);
      // By the clock: a machine with few results a second sees the other only here and there on its way.
      const startMs = performance.now();
      for (let share = 0; share < 1; ) {
        share = Math.min(1, (performance.now() - startMs) / crossingMs);
        camera.shift(1, -share);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const passed = frames.length;
      await vi.waitFor(() => expect(seenSince(passed)).toBeGreaterThan(4), soon);
      expect(frames.slice(chosen, passed).some((frame) => !isSeen(frame))).toBe(true);
      const wrong = frames.slice(chosen).filter((frame) => isSeen(frame) && !isOf(frame, isChildsFeet));
      // The child's own trunk with a foot that the tracker lends from the other, in a single picture, is as sure as a tracker can be.
      expect(wrong.length).toBeLessThanOrEqual(1);
    },
  );
});
