import { describe, expect, test } from 'vitest';
import type { BodyFrame, JointPoint } from '../../src/measures/joint-angles';
import { unmirror } from '../../src/measures/joint-angles';
import type { Reading } from '../../src/measures/range-of-motion';
import { findRepetitions, smoothSignal } from '../../src/measures/repetitions';
import { measurePoseRepetitions } from '../../src/measures/repetitions-from-pose';
import { addNoise } from './pose-frames';

const minimumJerk = (share: number) => {
  const x = Math.min(1, Math.max(0, share));
  return x ** 3 * (10 - 15 * x + 6 * x ** 2);
};
/** A rise within `moveS`, a hold and a return, from each start; heights 0..1 of rest to top. */
const lift = (tS: number, startsS: readonly number[], moveS = 1, holdS = 0.5) =>
  Math.max(0, ...startsS.map((s) => minimumJerk((tS - s) / moveS) - minimumJerk((tS - s - moveS - holdS) / moveS)));
const times = (endS: number, rateHz = 30) => Array.from({ length: Math.round(endS * rateHz) }, (_, i) => (i * 1000) / rateHz);
const toReadings = (tMs: readonly number[], toValue: (tS: number) => number | null): Reading[] =>
  tMs.map((t) => ({ tMs: t, value: toValue(t / 1000) }));
function find(readings: readonly Reading[], leastRange = 0.1) {
  const signal = smoothSignal(readings);
  return signal ? findRepetitions(signal, leastRange, { leastMs: 300, settlingMs: 0 }) : null;
}

describe('a signal that rises from rest and falls back', () => {
  test.each([10, 15, 30, 60])('has its repetitions with start and end within 0.15 s, at %i readings a second', (rate) => {
    const found = find(toReadings(times(16, rate), (t) => lift(t, [1, 5, 9, 13]))) ?? [];
    // The last has not come back when the recording ends.
    expect(found.map(({ startMs }) => Math.round(startMs / 1000))).toEqual([1, 5, 9, 13].slice(0, found.length));
    expect(found).toHaveLength(4);
    for (const [i, { startMs, endMs, rise }] of found.entries()) {
      expect(Math.abs(startMs / 1000 - (1 + 4 * i))).toBeLessThan(0.15);
      expect(Math.abs(endMs / 1000 - (3.5 + 4 * i))).toBeLessThan(0.15);
      expect(rise).toBeGreaterThan(0.9);
    }
  });

  test('that is still up when the recording ends is no repetition; one under way at its beginning is one from there', () => {
    expect(find(toReadings(times(10), (t) => lift(t, [1, 5], 1, t > 4 ? 30 : 0.5)))).toHaveLength(1);
    const late = find(toReadings(times(8), (t) => lift(t + 1.2, [0, 5]))) ?? [];
    expect(late).toHaveLength(2);
    expect(late[0]?.startMs).toBe(0);
  });

  test('a tired child whose last repetition is half as high still has it; a sway of a fifth is none', () => {
    const heights = [1, 0.9, 0.8, 0.6, 0.5, 0.2];
    const readings = toReadings(times(26), (t) => Math.max(...heights.map((height, i) => height * lift(t, [1 + 4 * i]))));
    expect(find(readings)).toHaveLength(5);
  });

  test('a second effort at the top, and a long hold, do not make a second one', () => {
    const readings = toReadings(times(20), (t) => lift(t, [2], 1, 12) * (1 - 0.2 * Math.sin(t * 2) ** 2));
    const found = find(readings) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]?.endMs).toBeGreaterThan(15_500);
  });

  test('a slow drift of the rest by a third of the rise changes nothing', () => {
    const found = find(toReadings(times(22), (t) => lift(t, [1, 5, 9, 13, 17]) + t / 66)) ?? [];
    expect(found).toHaveLength(5);
    for (const [i, { startMs }] of found.entries()) expect(Math.abs(startMs / 1000 - (1 + 4 * i))).toBeLessThan(0.5);
  });

  test('a child who keeps still has none, however small the noise', () => {
    expect(find(toReadings(times(20), (t) => 0.01 * Math.sin(t * 7)))).toEqual([]);
    expect(find(toReadings(times(20), () => 5))).toEqual([]);
    expect(find([])).toBeNull();
    expect(find(toReadings(times(20), () => null))).toBeNull();
  });

  test('what happens out of the picture is not guessed', () => {
    const away = toReadings(times(22), (t) => (t > 4.5 && t < 12.5 ? null : lift(t, [1, 5, 9, 13, 17])));
    const found = find(away) ?? [];
    expect(found.map(({ startMs }) => Math.round(startMs / 1000))).toEqual([1, 13, 17]);
  });
});

const stand: Readonly<Record<string, JointPoint>> = {
  nose: [0, -0.7, 2.9],
  left_shoulder: [0.15, -0.4, 3],
  right_shoulder: [-0.15, -0.4, 3],
  left_elbow: [0.18, -0.18, 3],
  right_elbow: [-0.18, -0.18, 3],
  left_hip: [0.08, 0, 3],
  right_hip: [-0.08, 0, 3],
  left_knee: [0.08, 0.3, 3],
  right_knee: [-0.08, 0.3, 3],
  left_ankle: [0.08, 0.6, 3],
  right_ankle: [-0.08, 0.6, 3],
};
/** A child of about six, 1 m tall at the eyes, whose joints are moved over time. */
const child = (endS: number, move: (tS: number) => Readonly<Record<string, JointPoint>>): BodyFrame[] =>
  times(endS).map((tMs) => {
    const moved = move(tMs / 1000);
    const joints = Object.entries(stand).map(([joint, [x, y, z]]) => {
      const [dx, dy, dz] = moved[joint] ?? moved.all ?? [0, 0, 0];
      return [joint, [x + dx, y + dy, z + dz]];
    });
    return { tMs, joints: Object.fromEntries(joints) };
  });
const count = (movement: Parameters<typeof measurePoseRepetitions>[0], frames: readonly BodyFrame[]) =>
  measurePoseRepetitions(movement, frames)?.repetitions.length;
const upper = (dy: number): Readonly<Record<string, JointPoint>> =>
  Object.fromEntries(
    ['nose', 'left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow', 'left_hip', 'right_hip'].map((joint) => [joint, [0, dy, 0]]),
  );
const raise = (side: 'left' | 'right', share: number): Readonly<Record<string, JointPoint>> => {
  const angle = (2 * share * Math.PI) / 3;
  const x = (side === 'left' ? 1 : -1) * 0.22 * Math.sin(angle);
  return { [`${side}_elbow`]: [x, -0.22 * (1 - Math.cos(angle)), 0] };
};

describe('repetitions of a child', () => {
  test.each(['squat', 'sit-to-stand', 'lunge'] as const)('%s: hips that go down 15 cm and come up, five times', (movement) => {
    const frames = child(22, (t) => upper(0.15 * lift(t, [1, 5, 9, 13, 17])));
    expect(count(movement, frames)).toBe(5);
    expect(count(movement, addNoise(frames, 0.005, 'hips'))).toBe(5);
  });

  test('sit-to-stand that begins on the chair: standing up and sitting down again is one', () => {
    const sitting = child(22, (t) => upper(0.25 * (1 - lift(t, [1, 5, 9, 13, 17]))));
    const { repetitions } = measurePoseRepetitions('sit-to-stand', sitting) ?? expect.fail('not measured');
    expect(repetitions).toHaveLength(5);
    expect(Math.abs((repetitions[0]?.startMs ?? 0) - 1000)).toBeLessThan(400);
  });

  test.each(['left', 'right'] as const)('shoulder-raise and leg-raise of the %s side are counted, and of the mirrored child as well', (side) => {
    const arm = child(18, (t) => raise(side, lift(t, [1, 5, 9, 13])));
    const leg = child(18, (t) => ({ [`${side}_ankle`]: [0, -0.2 * lift(t, [1, 5, 9, 13]), -0.2] }));
    expect(count('shoulder-raise', arm)).toBe(4);
    expect(count('leg-raise', leg)).toBe(4);
    expect(count('hurdle-step', leg)).toBe(4);
    expect(
      count(
        'shoulder-raise',
        arm.map((frame) => unmirror(frame, 0)),
      ),
    ).toBe(4);
    expect(
      count(
        'leg-raise',
        leg.map((frame) => unmirror(frame, 0)),
      ),
    ).toBe(4);
  });

  test('both arms together are one repetition, arms in turn are two', () => {
    expect(
      count(
        'shoulder-raise',
        child(10, (t) => ({ ...raise('left', lift(t, [1, 5])), ...raise('right', lift(t, [1.2, 5.1])) })),
      ),
    ).toBe(2);
    const turns = child(18, (t) => ({ ...raise('left', lift(t, [1, 9])), ...raise('right', 0.6 * lift(t, [5, 13])) }));
    expect(count('shoulder-raise', turns)).toBe(4);
  });

  test('an arm that rises towards the camera is counted from the front, where it only looks shorter', () => {
    const forwards = child(18, (t) => {
      const angle = (5 * Math.PI * lift(t, [1, 5, 9, 13])) / 6;
      return { left_elbow: [0, -0.22 * (1 - Math.cos(angle)), 0] };
    });
    expect(count('shoulder-raise', forwards)).toBe(4);
  });

  test('coming nearer to the camera is no squat, and a jump is no leg raise', () => {
    const nearer = child(20, (t) => (upper(0).nose ? { all: [0, 0.25 * minimumJerk((t - 5) / 8), 0] } : {}));
    expect(count('squat', nearer)).toBe(0);
    expect(
      count(
        'leg-raise',
        child(20, (t) => ({ all: [0, -0.15 * lift(t, [2, 5, 8, 11], 0.2, 0.1), 0] })),
      ),
    ).toBe(0);
  });

  test('a seated child whose feet are out of the picture still stands up: hips are enough', () => {
    const noFeet = child(14, (t) => upper(0.2 * lift(t, [1, 5, 9]))).map(({ tMs, joints }) => {
      const { left_ankle, right_ankle, left_knee, right_knee, ...seen } = joints;
      return { tMs, joints: seen };
    });
    expect(count('sit-to-stand', noFeet)).toBe(3);
    expect(measurePoseRepetitions('leg-raise', noFeet)).toBeNull();
  });

  test('confidence is the share of time seen, less where repetitions are unlike', () => {
    const all = child(22, (t) => upper(0.15 * lift(t, [1, 5, 9, 13, 17])));
    expect(measurePoseRepetitions('squat', all)?.confidence).toBeCloseTo(1, 2);
    const half = all.map((frame, i) => (i >= 390 ? { ...frame, joints: {} } : frame));
    expect(measurePoseRepetitions('squat', half)?.confidence).toBeCloseTo(390 / 660, 2);
    const unlike = child(30, (t) => upper(0.15 * Math.max(lift(t, [1, 5, 9]), 0.45 * lift(t, [13, 17]))));
    expect(measurePoseRepetitions('squat', unlike)).toMatchObject({ confidence: expect.closeTo(0.6, 1) });
  });
});
