import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPoseSource, type PoseSource } from '../../src/movement/sources/pose';
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

async function open(url: string | null, persons: 1 | 2 = 1) {
  camera = await feedCamera(url);
  const { stream } = camera;
  const frames: FrameOf<'pose'>[] = [];
  const troubles: (SourceTrouble | null)[] = [];
  source = createPoseSource({ times: pageTimes, persons, openCamera: async () => stream });
  const state = await source.start(
    (frame) => frame.kind === 'pose' && frames.push(frame),
    (trouble) => troubles.push(trouble),
  );
  return { state, frames, troubles, source, camera };
}

describe('the camera as a source', () => {
  it.skipIf(!squats)(
    `follows the joints of a child who squats${squats ? '' : ' (skipped: no reference recordings)'}`,
    { timeout: 60_000 },
    async () => {
      const { state, frames } = await open(squats ?? null);
      expect(state).toEqual({ state: 'running' });
      await vi.waitFor(() => expect(frames.filter((frame) => frame.joints.left_hip).length).toBeGreaterThan(30), { timeout: 40_000 });
      const heights = frames.flatMap((frame) => frame.joints.left_hip?.[1] ?? []);
      console.log('frames', frames.length, 'per s', source?.resultsPerS, 'hip', Math.min(...heights), Math.max(...heights));
      console.log(JSON.stringify(frames.at(-1)).slice(0, 700));
      const delays = frames.map((frame) => frame.deliveredMs - frame.capturedMs).sort((a, b) => a - b);
      console.log('delay', delays[Math.floor(delays.length / 2)]);
      expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.05);
    },
  );
});
