import { describe, expect, it } from 'vitest';
import type { JointName } from '../../src/core/joints';
import { seatedPose, toBodyFrame } from '../../src/drills/synthetic-body';
import type { TrialResult } from '../../src/drills/types';
import { leastVisibility, seeJoint } from '../../src/movement/interpret/body';
import { poseSilenceMs } from '../../src/movement/interpret/listen';
import type { Frame, FrameOf, PictureJoint } from '../../src/movement/types';
import { findMoment, findPose, toTrialReplay } from '../../src/report/trial-replay';
import { toRecordingFileName } from '../../src/report/trial-replay-file';
import type { Recording } from '../../src/session/types';
import { createSet, fieldMm, plainTouch } from '../drills/reach-set';

const result = (trial: number, startMs: number, endMs: number): TrialResult => ({
  trial,
  side: null,
  outcome: 'success',
  help: 0,
  startMs,
  endMs,
  metrics: {},
});
const results = [result(0, 600, 2000), result(1, 2700, 4000), result(2, 4700, 6000)];

function record(frames: readonly Frame[], more: Partial<Recording> = {}): Recording {
  const set = createSet({ trials: 3 });
  return { format: 1, game: 'fireflies', drill: 'reach', drillVersion: 1, set, seed: 's', calibration: plainTouch, frames, cuts: [], ...more };
}

const stamp = (ms: number) => ({ capturedMs: ms, deliveredMs: ms + 5 });
const touch = (ms: number, ...places: readonly (readonly [number, number])[]): Frame => ({
  kind: 'touch',
  ...stamp(ms),
  contacts: places.map(([x, y], id) => ({ id, x, y })),
});
const pose = (ms: number, change: (joints: Partial<Record<JointName, PictureJoint>>) => void = () => undefined): FrameOf<'pose'> => {
  const frame = toBodyFrame(seatedPose, ms, ms + 60);
  const joints = { ...frame.joints };
  change(joints);
  return { ...frame, joints };
};
const replay = (frames: readonly Frame[], trial = 1, more: Partial<Recording> = {}) => {
  const made = toTrialReplay(record(frames, more), results, trial);
  if (!made) throw new Error('no replay');
  return made;
};

describe('the time of a replayed trial', () => {
  it('runs from half a second before the cue until the movement has run out', () => {
    expect(replay([])).toMatchObject({ trial: 1, fromMs: 2200, cueMs: 2700, endMs: 4000, toMs: 4700 });
    expect(replay([], 2)).toMatchObject({ toMs: 6900 });
  });

  it('shows nothing of before a pause, which is a try that does not count', () => {
    const made = replay([touch(2300, [0.1, 0.1]), touch(2590, [0.2, 0.2]), touch(2800, [0.5, 0.5])], 1, { cuts: [2600] });
    expect(made.fromMs).toBe(2600);
    expect(made.touches.map(({ ms }) => ms)).toEqual([2800]);
  });

  it('ends at a pause that came after the trial', () => {
    expect(replay([], 1, { cuts: [4300] }).toMs).toBe(4300);
  });

  it('is none where the recording does not reach to the trial, or the set has no such trial', () => {
    expect(toTrialReplay(record([], { set: createSet({ trials: 1 }) }), results, 1)).toBeNull();
    expect(toTrialReplay(record([]), results.slice(0, 1), 1)).toBeNull();
  });
});

describe('what each source told', () => {
  it('hands are in millimetres of the play field, and a hand that has not moved is still there', () => {
    const made = replay([touch(1000, [0.5, 0.5]), touch(3000, [0, 1], [1, 0]), touch(3500), touch(4800, [0.5, 0.5])]);
    expect(made.touches.map(({ ms, places }) => [ms, places.map(({ xMm, yMm }) => [xMm, yMm])])).toEqual([
      [2200, [[fieldMm.width / 2, fieldMm.height / 2]]],
      [
        3000,
        [
          [0, fieldMm.height],
          [fieldMm.width, 0],
        ],
      ],
      [3500, []],
    ]);
  });

  it('a motion sensor at rest has the size of gravity, however it lies', () => {
    const motion: Frame = { kind: 'motion', ...stamp(3000), accelMps2: [0, 5.884, -7.848], rotationDps: null, tiltDeg: null };
    expect(replay([motion]).motions).toEqual([{ ms: 3000, mps2: expect.closeTo(9.809, 2) }]);
  });

  it('a gamepad has its stick and the buttons that are down', () => {
    const pad: Frame = { kind: 'gamepad', ...stamp(2000), axes: [0.5, -1], buttons: [false, true, true] };
    expect(replay([pad]).gamepads).toEqual([{ ms: 2200, stick: { x: 0.5, y: -1 }, down: [1, 2] }]);
  });

  it("an adult's tap is a mark with its help; a change of help is none", () => {
    const adult = (ms: number, rep: boolean): Frame => ({ kind: 'adult', ...stamp(ms), rep, help: 2 });
    expect(replay([adult(2900, false), adult(3900, true), adult(5000, true)]).taps).toEqual([{ ms: 3900, help: 2 }]);
  });

  it('are in the order in which the body moved, not in which they came', () => {
    const late = { ...pose(3000), deliveredMs: 3300 };
    expect(replay([pose(3033), late]).poses.map(({ ms }) => ms)).toEqual([3000, 3033]);
  });
});

describe('the stick figure', () => {
  it('of a child seen whole has its trunk, neck, arms and legs, five bones on each side', () => {
    const [figure] = replay([pose(3000)]).poses;
    expect(figure?.bones).toHaveLength(13);
    for (const side of ['left', 'right'] as const) expect(figure?.bones.filter((bone) => bone.side === side)).toHaveLength(5);
    expect(figure?.joints).toHaveLength(13);
  });

  it("keeps the child's own sides: facing the camera, the left shoulder is at the picture's right", () => {
    const joints = replay([pose(3000)]).poses[0]?.joints ?? [];
    const x = (name: JointName) => joints.find(({ joint }) => joint === name)?.x ?? Number.NaN;
    expect(x('left_shoulder')).toBeGreaterThan(x('right_shoulder'));
  });

  it('is drawn in picture heights, so that a wide picture does not widen the child', () => {
    const frame = pose(3000);
    const [figure] = replay([frame]).poses;
    const nose = figure?.joints.find(({ joint }) => joint === 'nose');
    expect(nose?.x).toBeCloseTo((frame.joints.nose?.[0] ?? 0) * frame.aspect, 10);
  });

  it.each([
    ['just seen', leastVisibility, 0.5, true],
    ['guessed', leastVisibility - 0.001, 0.5, false],
    ['outside the picture', 1, 1.001, false],
    ['at the edge of the picture', 1, 1, true],
  ] as const)('a wrist that is %s is drawn just where the interpreters would use it', (_words, visibility, x, drawn) => {
    const frame = pose(3000, (joints) => {
      joints.left_wrist = [x, 0.5, 0, visibility];
    });
    const [figure] = replay([frame]).poses;
    expect(figure?.joints.some(({ joint }) => joint === 'left_wrist')).toBe(drawn);
    expect(seeJoint(frame, 'left_wrist') > 0).toBe(drawn);
    expect(figure?.bones.filter(({ side }) => side === 'left')).toHaveLength(drawn ? 5 : 4);
  });

  it('of a seated child behind a tray has no legs, and nothing is made up for them', () => {
    const [figure] = replay([
      pose(3000, (joints) => {
        for (const part of ['hip', 'knee', 'ankle'] as const) for (const side of ['left', 'right'] as const) delete joints[`${side}_${part}`];
      }),
    ]).poses;
    expect(figure?.bones).toHaveLength(6);
  });

  it('is there from the first moment, by the picture before it, unless that is too old', () => {
    expect(findPose(replay([pose(2180), pose(2213)]), 2200)?.ms).toBe(2180);
    expect(findPose(replay([pose(1690), pose(2213)]), 2200)).toBeNull();
  });

  it('is gone while the camera is silent, and while it is in doubt who the child is', () => {
    const nobody: Frame = { ...pose(3100), joints: {} };
    const made = replay([pose(3000), nobody, pose(3200)]);
    expect(findPose(made, 2999)).toBeNull();
    expect(findPose(made, 3099)?.ms).toBe(3000);
    expect(findPose(made, 3150)).toBeNull();
    expect(findPose(made, 3200 + poseSilenceMs)?.ms).toBe(3200);
    expect(findPose(made, 3200 + poseSilenceMs + 1)).toBeNull();
  });
});

describe('the moment at a time', () => {
  it('is the last that is not later', () => {
    const moments = [{ ms: 10 }, { ms: 20 }, { ms: 20, second: true }, { ms: 30 }];
    expect([9, 10, 19, 20, 29, 99].map((ms) => findMoment(moments, ms))).toEqual([null, moments[0], moments[0], moments[2], moments[2], moments[3]]);
    expect(findMoment([], 5)).toBeNull();
  });
});

describe("the file of a set's recording", () => {
  it('is named by game, day and number, and can be written on every system', () => {
    expect(toRecordingFileName('fireflies', '2026-03-26', 2)).toBe('fireflies-2026-03-26-set-2.jsonl');
    expect(toRecordingFileName('a/b: c', '2026-03-26', 1)).toBe('a-b-c-2026-03-26-set-1.jsonl');
  });
});
