import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPoseSource, type PoseSource } from '../../src/movement/sources/pose';
import type { TrackedPerson, TrackerOptions } from '../../src/movement/sources/pose/messages';
import type { Tracking } from '../../src/movement/sources/pose/tracking';
import type { FrameOf } from '../../src/movement/types';
import { openSource } from '../../src/play/open-source';
import { type FedCamera, feedCamera, pageTimes } from './fed-camera';

let cameras: FedCamera[] = [];
let source: PoseSource | null = null;
afterEach(() => {
  source?.stop();
  for (const camera of cameras) camera.stop();
  cameras = [];
  source = null;
});

/** The tracker's points of one who stands there: all in the middle but shoulders, hips and knees. */
function standAt(x: number): TrackedPerson {
  const picture = new Float32Array(33 * 4);
  for (let i = 0; i < 33; i++) picture.set([x, 0.5, 0, 1], 4 * i);
  for (const [place, dx, y] of [
    [11, 0.05, 0.3],
    [12, -0.05, 0.3],
    [23, 0.04, 0.55],
    [24, -0.04, 0.55],
    [25, 0.04, 0.75],
    [26, -0.04, 0.75],
  ] as const)
    picture.set([x + dx, y, 0, 1], 4 * place);
  return { picture, world: new Float32Array(33 * 4) };
}

/** A tracker that finds as many of those who stand there as it is asked for, and writes down what it was asked. */
function createTrackerOf(places: readonly number[], opened: TrackerOptions[]): Tracking {
  return {
    place: 'worker',
    graphics: false,
    open: async (options) => {
      opened.push(options);
    },
    async find(bitmap) {
      bitmap.close();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { persons: places.slice(0, opened.at(-1)?.persons).map(standAt), light: 0.5 };
    },
    loseContext() {},
    close() {},
  };
}

async function openOn(places: () => readonly number[]) {
  const opened: TrackerOptions[] = [];
  const frames: FrameOf<'pose'>[] = [];
  const pose = createPoseSource({
    times: pageTimes,
    async openCamera() {
      const camera = await feedCamera([]);
      cameras.push(camera);
      return camera.stream;
    },
    createTracking: async () => createTrackerOf(places(), opened),
  });
  source = pose;
  const open = await openSource(() => pose);
  open.listen({ onFrame: (frame) => frame.kind === 'pose' && frames.push(frame), onTrouble() {} });
  const childAt = () => frames.at(-1)?.joints.left_hip?.[0];
  return { pose, open, opened, frames, childAt };
}

describe('a camera that is started again after a trouble', () => {
  it('still knows the child among several, and play goes on hearing of it', async () => {
    let places = [0.7, 0.3];
    const { pose, open, frames, childAt } = await openOn(() => places);
    await vi.waitFor(() => expect(pose.latest?.persons.length).toBe(2));
    expect(childAt()).toBeUndefined();
    pose.choose(0.3, 0.45);
    await vi.waitFor(() => expect(childAt()).toBeCloseTo(0.34));
    pose.stream?.getTracks()[0]?.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(open.trouble).toBe('unplugged'));
    // Whoever is found first now is not the child for that.
    places = [0.32, 0.72];
    const before = frames.length;
    expect(await open.restart?.()).toEqual({ state: 'running' });
    expect(open.trouble).toBeNull();
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before + 5));
    expect(childAt()).toBeCloseTo(0.36);
  });
});

describe('"only the child is in view"', () => {
  it('looks for one person, and for two again when that is changed back, also when it is changed twice at once', async () => {
    const { pose, opened, frames } = await openOn(() => [0.3, 0.7]);
    expect([pose.persons, opened.at(-1)?.persons]).toEqual([2, 2]);
    const changeTo = async (persons: 1 | 2) => {
      pose.lookFor(persons);
      await vi.waitFor(() => expect(opened.at(-1)?.persons).toBe(persons));
      const before = frames.length;
      await vi.waitFor(() => expect(frames.length).toBeGreaterThan(before + 2));
      expect([pose.persons, pose.latest?.persons.length]).toEqual([persons, persons]);
    };
    await changeTo(1);
    pose.lookFor(2);
    pose.lookFor(1);
    await changeTo(2);
  });

  it('is kept when the camera is started again', async () => {
    const { pose, open, opened } = await openOn(() => [0.3, 0.7]);
    pose.lookFor(1);
    await vi.waitFor(() => expect(opened.at(-1)?.persons).toBe(1));
    await open.restart?.();
    expect(opened.at(-1)?.persons).toBe(1);
  });
});
