import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import { type BodyFrame, unmirror } from '../../src/measures/joint-angles';
import { measurePoseSteps } from '../../src/measures/steps-from-pose';
import { addNoise, present, readFrames, worsened } from './pose-frames';

/** Steps of so many ms each, a foot up for 60 % of its own; heights in m by side. */
function march(sides: readonly Side[], heights: Readonly<Record<Side, number>> = { left: 0.1, right: 0.1 }, stepMs = 600, restMs = 1000) {
  const frames: BodyFrame[] = [];
  const endMs = 2 * restMs + sides.length * stepMs;
  for (let tMs = 0; tMs < endMs; tMs += 1000 / 30) {
    const step = Math.floor((tMs - restMs) / stepMs);
    const share = ((tMs - restMs) % stepMs) / (0.8 * stepMs);
    const side = tMs >= restMs ? sides[step] : undefined;
    const up = side && share < 1 ? heights[side] * Math.sin(Math.PI * share) ** 2 : 0;
    frames.push({
      tMs,
      joints: {
        left_shoulder: [0.15, -0.4, 3],
        right_shoulder: [-0.15, -0.4, 3],
        left_hip: [0.08, 0, 3],
        right_hip: [-0.08, 0, 3],
        left_ankle: [0.08, 0.6 - (side === 'left' ? up : 0), 3],
        right_ankle: [-0.08, 0.6 - (side === 'right' ? up : 0), 3],
      },
    });
  }
  return frames;
}
const turns = (count: number): Side[] => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 'left' : 'right'));
const sidesOf = (frames: readonly BodyFrame[]) => measurePoseSteps(frames)?.steps.map(({ side }) => side);

describe('steps of walking in place', () => {
  test.each([400, 600, 1000])('are each found on their side, when the foot is down again, at %i ms a step', (stepMs) => {
    const { steps, confidence } = measurePoseSteps(march(turns(20), undefined, stepMs)) ?? expect.fail('not measured');
    expect(steps.map(({ side }) => side)).toEqual(turns(20));
    for (const [i, { tMs }] of steps.entries()) expect(Math.abs(tMs - (1000 + (i + 0.8) * stepMs)), `step ${i}`).toBeLessThan(0.15 * stepMs);
    expect(confidence).toBeGreaterThan(0.95);
  });

  test('with one foot lifted half as high as the other, as in one-sided cerebral palsy, are found on both sides', () => {
    expect(sidesOf(march(turns(16), { left: 0.12, right: 0.05 }))).toEqual(turns(16));
    expect(sidesOf(march(turns(16), { left: 0.05, right: 0.12 }))).toEqual(turns(16));
  });

  test('twice with the same foot are two steps of that foot, and only one foot stepping is only its steps', () => {
    const sides: Side[] = ['left', 'left', 'right', 'left', 'right', 'right', 'left'];
    expect(sidesOf(march(sides))).toEqual(sides);
    expect(sidesOf(march(['right', 'right', 'right']))).toEqual(['right', 'right', 'right']);
  });

  test('of a mirrored picture are the other foot’s until it is set right', () => {
    const sides: Side[] = ['left', 'right', 'right', 'left', 'right'];
    expect(sidesOf(march(sides).map((frame) => unmirror(frame, 0)))).toEqual(sides.map((side) => (side === 'left' ? 'right' : 'left')));
  });

  test.each(worsened.filter(([how]) => !how.includes('mirrored')))('are all found with %s', (_, worsen) => {
    expect(sidesOf([...worsen(march(turns(20), undefined, 700))])).toEqual(turns(20));
  });

  test('a child who stands still, with noise of 5 mm, has none; feet out of the picture cannot be measured', () => {
    expect(sidesOf(addNoise(march([], undefined, 600, 10_000), 0.005, 'still'))).toEqual([]);
    expect(measurePoseSteps(march(turns(4)).map(({ tMs, joints: { left_ankle, ...seen } }) => ({ tMs, joints: seen })))).toBeNull();
    expect(measurePoseSteps([])).toBeNull();
  });

  test('time away from the picture has no steps and lowers the confidence', () => {
    const frames = march(turns(20)).map((frame) => (frame.tMs > 4000 && frame.tMs < 10_000 ? { ...frame, joints: {} } : frame));
    const { steps, confidence } = measurePoseSteps(frames) ?? expect.fail('not measured');
    expect(steps.filter(({ tMs }) => tMs > 4000 && tMs <= 10_000)).toEqual([]);
    expect(confidence).toBeLessThan(0.65);
  });

  test.skipIf(!present)('one foot over a hurdle ten times (marker recordings) is ten steps of the right foot', () => {
    for (const name of ['uiprmd_m02_s01.csv', 'uiprmd_m02_s03.csv'])
      expect(sidesOf(readFrames(name))).toEqual(Array.from({ length: 10 }, () => 'right'));
  });
});
