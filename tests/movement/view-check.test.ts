import { describe, expect, test } from 'vitest';
import type { JointName } from '../../src/core/joints';
import { type Person, placeTrunk } from '../../src/movement/person';
import type { PictureJoint } from '../../src/movement/types';
import { createViewCheck, judgeView, type ViewReading } from '../../src/movement/view-check';

const standing: Readonly<Record<JointName, readonly [number, number]>> = {
  nose: [0.5, 0.15],
  left_shoulder: [0.57, 0.27],
  right_shoulder: [0.43, 0.27],
  left_elbow: [0.6, 0.38],
  right_elbow: [0.4, 0.38],
  left_wrist: [0.61, 0.49],
  right_wrist: [0.39, 0.49],
  left_hip: [0.54, 0.51],
  right_hip: [0.46, 0.51],
  left_knee: [0.54, 0.69],
  right_knee: [0.46, 0.69],
  left_ankle: [0.54, 0.86],
  right_ankle: [0.46, 0.86],
};
const names = Object.keys(standing) as JointName[];

function toChild(
  place: (at: readonly [number, number], name: JointName) => readonly [number, number] = (at) => at,
  unseen: readonly JointName[] = [],
): Person {
  const joints = Object.fromEntries(
    names.map((name): [JointName, PictureJoint] => [name, [...place(standing[name], name), 0, unseen.includes(name) ? 0.2 : 0.95]]),
  );
  return { joints, world: {}, ...placeTrunk(joints, 4 / 3) };
}
const reading = (over: Partial<ViewReading> = {}): ViewReading => ({ atMs: 0, persons: 1, child: toChild(), light: 0.4, resultsPerS: 15, ...over });
const scaled = (by: number) => toChild(([x, y]) => [0.5 + (x - 0.5) * by, 0.5 + (y - 0.5) * by]);
const advice = (over: Partial<ViewReading>, joints: readonly JointName[] = names, view: 'front' | 'side' | 'any' = 'any') =>
  judgeView(reading(over), joints, view).advice;

describe('can I see you?', () => {
  test('a whole child in good light at 2 m is seen well', () => {
    expect(judgeView(reading(), names, 'front')).toEqual({ score: 1, advice: 'good' });
  });

  test.each([
    ['nobody', { child: null, persons: 0 }],
    ['more-light', { child: null, persons: 0, light: 0.05 }],
    ['choose-child', { child: null, persons: 2 }],
    ['more-light', { light: 0.1 }],
    ['come-closer', { child: scaled(0.45) }],
    ['step-back', { child: scaled(1.5) }],
    ['slow-device', { resultsPerS: 8 }],
    ['show-joints', { child: toChild(undefined, ['left_wrist']) }],
  ] as const)('says %s', (expected, over) => {
    expect(advice(over)).toBe(expected);
  });

  test('a child at the edge is asked into the picture', () => {
    expect(advice({ child: toChild(([x, y]) => [x - 0.41, y]) })).toBe('into-picture');
  });

  test('knees are asked for from the side, arms from the front', () => {
    const sideways = toChild(([x, y]) => [0.5 + (x - 0.5) * 0.15, y]);
    expect(advice({}, names, 'side')).toBe('turn-sideways');
    expect(advice({ child: sideways }, names, 'side')).toBe('good');
    expect(advice({ child: sideways }, names, 'front')).toBe('turn-to-camera');
  });

  test('a view from three quarters is as good as one from the front', () => {
    const turned = toChild(([x, y]) => [0.5 + (x - 0.5) * 0.6, y]);
    expect(advice({ child: turned }, names, 'front')).toBe('good');
    expect(advice({ child: turned }, names, 'side')).toBe('turn-sideways');
  });

  test('a child near enough for what a drill needs is not sent back for what it does not', () => {
    const near = scaled(1.9);
    expect(advice({ child: near }, ['left_shoulder', 'right_shoulder'], 'front')).toBe('good');
    expect(advice({ child: near }, ['left_shoulder', 'right_shoulder', 'left_ankle', 'right_ankle'], 'front')).toBe('step-back');
  });

  test('a drill asks only for the joints that it needs: a seated child whose legs are hidden is seen well', () => {
    const legs: JointName[] = ['left_knee', 'right_knee', 'left_ankle', 'right_ankle'];
    const seated = toChild(undefined, legs);
    expect(advice({ child: seated })).toBe('show-joints');
    expect(advice({ child: seated }, ['left_shoulder', 'right_shoulder', 'left_wrist', 'right_wrist'], 'front')).toBe('good');
  });

  test('the score is the share of needed joints that are seen, and halves with every other fault', () => {
    const half = toChild(undefined, ['left_wrist', 'left_elbow']);
    const joints: JointName[] = ['left_wrist', 'left_elbow', 'right_wrist', 'right_elbow'];
    expect(judgeView(reading({ child: half }), joints, 'any').score).toBe(0.5);
    expect(judgeView(reading({ child: half, light: 0.1 }), joints, 'any').score).toBe(0.25);
  });

  test('is ready after a whole good second; a bad picture starts it anew', () => {
    const check = createViewCheck(names, 'any');
    const ready = (atMs: number, over: Partial<ViewReading> = {}) => check(reading({ atMs, ...over })).ready;
    expect([ready(0), ready(990), ready(1000)]).toEqual([false, false, true]);
    expect([ready(1100, { light: 0 }), ready(1200), ready(2100), ready(2200)]).toEqual([false, false, false, true]);
  });
});
