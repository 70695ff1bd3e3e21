import { describe, expect, test } from 'vitest';
import { createRng, drawNormal } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { type BodyPose, seatedPose, standingPose, toBodyFrame } from '../../src/drills/synthetic-body';
import { createAngleInterpreter } from '../../src/movement/interpret/angle';
import { readAngle } from '../../src/movement/interpret/angle-from-pose';
import { createLeanInterpreter } from '../../src/movement/interpret/lean';
import { createPoseLeanReader } from '../../src/movement/interpret/lean-from-pose';
import { calibrate, mirror, play } from '../movement/interpret-frames';

const sides = ['left', 'right'] as const satisfies Side[];
const bones = [
  ['left_hip', 'left_knee'],
  ['left_knee', 'left_ankle'],
  ['left_shoulder', 'left_elbow'],
  ['left_hip', 'left_shoulder'],
  ['right_hip', 'right_knee'],
] as const;
const frameOf = (pose: BodyPose) => toBodyFrame(pose, 100, 160);
const boneOf = (pose: BodyPose, from: (typeof bones)[number][0], to: (typeof bones)[number][1]) => {
  const { world } = frameOf(pose);
  const [a, b] = [world?.[from], world?.[to]];
  if (!a || !b) throw new Error('a joint is missing');
  return Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
};

describe('a synthetic body', () => {
  test.each([
    ['standing', standingPose],
    ['sitting', seatedPose],
    ['leaning far to the right with both arms up', { ...standingPose, leanDeg: 35, armDeg: { left: 170, right: 170 } }],
    ['leaning far forward', { ...seatedPose, forwardDeg: 40 }],
  ])('%s has all its joints in the picture', (_, pose) => {
    const shown = Object.values(frameOf(pose).joints);
    expect(shown).toHaveLength(13);
    for (const [x, y] of shown) for (const share of [x, y]) expect(share > 0 && share < 1).toBe(true);
  });

  test.each([
    [10, 0],
    [-10, 0],
    [0, 12],
    [0, -6],
  ])('that leans by %i degrees to the right and %i forward is read so', (leanDeg, forwardDeg) => {
    for (const rest of [standingPose, seatedPose]) {
      const reading = createPoseLeanReader()(frameOf({ ...rest, leanDeg, forwardDeg }));
      expect(reading?.x).toBeCloseTo(leanDeg, 0);
      expect(reading?.y).toBeCloseTo(forwardDeg, 1);
    }
  });

  test.each(sides)('that raises its %s arm is read so, and the other arm hangs', (side) => {
    const frame = frameOf({ ...standingPose, armDeg: { left: 0, right: 0, [side]: 80 } });
    expect(readAngle(frame, 'shoulder_elevation', side)?.deg).toBeCloseTo(80, 1);
    expect(readAngle(frame, 'shoulder_elevation', side === 'left' ? 'right' : 'left')?.deg).toBeCloseTo(0, 1);
  });

  test.each(sides)('that lifts its %s knee keeps the length of its bones', (side) => {
    const lifted = { ...standingPose, kneeLiftM: { left: 0, right: 0, [side]: 0.12 } };
    for (const [from, to] of bones) expect(boneOf(lifted, from, to)).toBeCloseTo(boneOf(seatedPose, from, to), 3);
    const heights = frameOf(lifted).joints;
    const [up, down] = [heights[`${side}_ankle`], heights[`${side === 'left' ? 'right' : 'left'}_ankle`]];
    expect((down?.[1] ?? 0) - (up?.[1] ?? 0)).toBeGreaterThan(0.03);
  });

  test('rises by more than half a thigh from sitting to standing, with its feet on the same ground', () => {
    const [sits, stands] = [frameOf(seatedPose), frameOf(standingPose)];
    expect((sits.joints.nose?.[1] ?? 0) - (stands.joints.nose?.[1] ?? 0)).toBeGreaterThan(0.08);
    expect(sits.joints.left_ankle?.[1]).toBeCloseTo(stands.joints.left_ankle?.[1] ?? 0, 3);
  });

  test('mirrored is the same body with left and right exchanged', () => {
    const raised = { ...standingPose, leanDeg: 8, armDeg: { left: 20, right: 70 }, kneeLiftM: { left: 0.1, right: 0 } };
    const other = { ...standingPose, leanDeg: -8, armDeg: { left: 70, right: 20 }, kneeLiftM: { left: 0, right: 0.1 } };
    const [a, b] = [mirror(frameOf(raised)), frameOf(other)];
    if (a.kind !== 'pose') throw new Error('no joints');
    for (const [name, place] of Object.entries(b.joints)) {
      const mirrored = a.joints[name as keyof typeof a.joints];
      for (const [i, share] of place.entries()) expect(mirrored?.[i]).toBeCloseTo(share, 4);
    }
  });

  test('shakes by what it is told, differently in each joint', () => {
    const rng = createRng('shake');
    const frames = Array.from({ length: 60 }, (_, i) => toBodyFrame({ ...standingPose, shakeMm: () => 3 * drawNormal(rng) }, i * 33, i * 33 + 60));
    const noses = frames.map(({ world }) => (world?.nose?.[0] ?? 0) * 1000);
    const spread = Math.sqrt(noses.reduce((sum, x) => sum + x * x, 0) / noses.length);
    expect(spread).toBeGreaterThan(2);
    expect(spread).toBeLessThan(6);
    expect(new Set(Object.values(frames[0]?.world ?? {}).map((point) => point[1] - (frameOf(standingPose).world?.nose?.[1] ?? 0))).size).toBe(13);
  });

  test('plays through the interpreters of a camera', () => {
    const frames = Array.from({ length: 45 }, (_, i) =>
      toBodyFrame({ ...seatedPose, leanDeg: i > 20 ? 12 : 0, armDeg: { left: i > 20 ? 70 : 0, right: 0 } }, i * 33, i * 33 + 60),
    );
    const lean = play(createLeanInterpreter(calibrate('pose')), frames).at(-1);
    expect(lean?.quality).toBe(1);
    expect(lean?.value.x).toBeCloseTo(1, 1);
    const arms = play(createAngleInterpreter(calibrate('pose')), frames).filter(({ value }) => value.side === 'left');
    expect(arms.at(-1)?.value.deg).toBeGreaterThan(60);
  });
});
