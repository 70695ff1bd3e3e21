import { describe, expect, test } from 'vitest';
import { type AngleName, type BodyFrame, type JointPoint, jointAngles, measureAngleAt, unmirror } from '../../src/measures/joint-angles';
import { mapPoints } from './pose-frames';

const standing: BodyFrame['joints'] = {
  nose: [0, -0.75, 2.8],
  left_shoulder: [0.2, -0.5, 3],
  right_shoulder: [-0.2, -0.5, 3],
  left_elbow: [0.2, -0.2, 3],
  right_elbow: [-0.2, -0.2, 3],
  left_wrist: [0.2, 0.05, 3],
  right_wrist: [-0.2, 0.05, 3],
  left_hip: [0.1, 0, 3],
  right_hip: [-0.1, 0, 3],
  left_knee: [0.1, 0.4, 3],
  right_knee: [-0.1, 0.4, 3],
  left_ankle: [0.1, 0.8, 3],
  right_ankle: [-0.1, 0.8, 3],
};
const body = (change: Readonly<Record<string, JointPoint | undefined>> = {}): BodyFrame => {
  const joints = Object.entries({ ...standing, ...change }).filter(([, point]) => point !== undefined);
  return { tMs: 0, joints: Object.fromEntries(joints) };
};
const measure = (name: AngleName, frame: BodyFrame, view: 'front' | 'side' | '3d' = '3d') =>
  jointAngles.find((angle) => angle.name === name)?.measure(frame, view) ?? null;
const [cos, sin] = [(deg: number) => Math.cos((deg * Math.PI) / 180), (deg: number) => Math.sin((deg * Math.PI) / 180)];

describe('angles of a body with known bends', () => {
  test('a straight leg and a straight arm are 0 degrees bent', () => {
    for (const name of ['knee_flexion_left', 'knee_flexion_right', 'elbow_flexion_left', 'elbow_flexion_right'] as const)
      expect(measure(name, body())).toBeCloseTo(0, 4);
    expect(measure('thigh_from_vertical_left', body())).toBeCloseTo(0, 4);
  });

  test.each([0, 15, 47, 90, 125, 180])('%i degrees of bend are %i degrees, on either side', (deg) => {
    for (const [side, x] of [
      ['left', 0.1],
      ['right', -0.1],
    ] as const) {
      const shank: JointPoint = [x, 0.4 + 0.4 * cos(deg), 3 + 0.4 * sin(deg)];
      expect(measure(`knee_flexion_${side}`, body({ [`${side}_ankle`]: shank }))).toBeCloseTo(deg, 4);
      const forearm: JointPoint = [2 * x, -0.2 + 0.25 * cos(deg), 3 - 0.25 * sin(deg)];
      expect(measure(`elbow_flexion_${side}`, body({ [`${side}_wrist`]: forearm }))).toBeCloseTo(deg, 4);
      const thigh: JointPoint = [x, 0.4 * cos(deg), 3 - 0.4 * sin(deg)];
      expect(measure(`thigh_from_vertical_${side}`, body({ [`${side}_knee`]: thigh }))).toBeCloseTo(deg, 4);
      const trunk: JointPoint = [x, -0.5, 3];
      expect(measure(`hip_flexion_${side}`, body({ [`${side}_knee`]: thigh, [`${side}_shoulder`]: trunk }))).toBeCloseTo(deg, 4);
      const arm: JointPoint = [x, -0.5 + 0.3 * cos(deg), 3 - 0.3 * sin(deg)];
      expect(measure(`shoulder_elevation_${side}`, body({ [`${side}_shoulder`]: trunk, [`${side}_elbow`]: arm }))).toBeCloseTo(deg, 4);
    }
  });

  test.each([-40, -10, 0, 25, 60])('a trunk leaning %i degrees leans as much, to the left and forwards positive', (deg) => {
    const sideways = {
      left_shoulder: [0.2 + 0.5 * sin(deg), -0.5 * cos(deg), 3],
      right_shoulder: [-0.2 + 0.5 * sin(deg), -0.5 * cos(deg), 3],
    } as const;
    expect(measure('trunk_lateral_lean', body(sideways))).toBeCloseTo(deg, 4);
    const forwards = {
      left_shoulder: [0.2, -0.5 * cos(deg), 3 - 0.5 * sin(deg)],
      right_shoulder: [-0.2, -0.5 * cos(deg), 3 - 0.5 * sin(deg)],
    } as const;
    expect(measure('trunk_forward_lean', body(forwards))).toBeCloseTo(deg, 4);
  });

  test('seen from either side, forwards is where the nose points', () => {
    const bent = body({
      left_shoulder: [0.25, -0.43, 0],
      right_shoulder: [0.25, -0.43, 0],
      nose: [0.5, -0.7, 0],
      left_hip: [0, 0, 0],
      right_hip: [0, 0, 0],
    });
    const lean = measure('trunk_forward_lean', bent, 'side') ?? 0;
    expect(lean).toBeCloseTo(30.17, 2);
    expect(measure('trunk_forward_lean', mapPoints([bent], ([x, y, z]) => [-x, y, z])[0] ?? bent, 'side')).toBeCloseTo(lean, 9);
  });

  test('the angle at a corner does not change with place, size or direction of the body', () => {
    const angle = measureAngleAt([1, 0, 0], [0, 0, 0], [1, 1, 0]);
    expect(angle).toBeCloseTo(45, 9);
    expect(measureAngleAt([5, 0.2, 7], [5, 0.2, 3], [5, 2.2, 5])).toBeCloseTo(45, 9);
  });
});

describe('what cannot be known is no angle', () => {
  test('a joint that was not seen leaves out the angles that need it, and only those', () => {
    const frame = body({ left_knee: undefined });
    const missing = jointAngles.filter((angle) => angle.measure(frame, '3d') === null).map(({ name }) => name);
    expect(missing).toEqual(['knee_flexion_left', 'hip_flexion_left', 'thigh_from_vertical_left']);
  });

  test('two joints in one place have no direction', () => {
    expect(measureAngleAt([1, 1, 1], [1, 1, 1], [0, 0, 0])).toBeNull();
    expect(measure('thigh_from_vertical_right', body({ right_knee: [-0.1, 0, 3] }))).toBeNull();
  });

  test('knees and hips are seen from the side or in space, arms raised sideways from the front or in space', () => {
    const views = (name: AngleName) => jointAngles.find((angle) => angle.name === name)?.views;
    for (const name of ['knee_flexion_left', 'hip_flexion_right', 'thigh_from_vertical_left'] as const) expect(views(name)).toEqual(['side', '3d']);
    for (const name of ['shoulder_elevation_left', 'shoulder_elevation_right'] as const) expect(views(name)).toEqual(['front', '3d']);
  });
});

test('a mirrored picture set right has every angle on the side it belongs to, and leans turned round', () => {
  const frame = body({ left_ankle: [0.1, 0.4, 3.4], right_elbow: [-0.5, -0.5, 3], left_shoulder: [0.3, -0.5, 3], right_shoulder: [-0.1, -0.5, 3] });
  const right = unmirror(frame, 0);
  for (const { name, measure: read } of jointAngles) {
    const other = name.endsWith('_left') ? name.replace('_left', '_right') : name.replace('_right', '_left');
    const mirrored = jointAngles.find((angle) => angle.name === other)?.measure(right, '3d') ?? Number.NaN;
    expect(mirrored, name).toBeCloseTo((name === 'trunk_lateral_lean' ? -1 : 1) * (read(frame, '3d') ?? Number.NaN), 6);
  }
  expect(unmirror(right, 0).joints.left_ankle).toEqual(frame.joints.left_ankle);
});
