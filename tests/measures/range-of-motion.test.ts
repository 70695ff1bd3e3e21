import { describe, expect, test } from 'vitest';
import { type BodyFrame, jointAngles, unmirror } from '../../src/measures/joint-angles';
import { longestGapMs, measureRangeOfMotion, smoothByMedian, toRuns } from '../../src/measures/range-of-motion';
import { mapPoints, present, readFrames, recorded, reference } from './pose-frames';

const findAngle = (name: string) => jointAngles.find((angle) => angle.name === name) ?? expect.fail(`no angle ${name}`);
const knee = findAngle('knee_flexion_right');
/** A leg whose knee is bent by so many degrees a frame; null is a frame without it. */
const bend = (degrees: readonly (number | null)[], stepMs = 33): BodyFrame[] =>
  degrees.map((deg, i) => {
    const rad = ((deg ?? 0) * Math.PI) / 180;
    const joints = { right_hip: [0, 0, 3], right_knee: [0, 0.4, 3], right_ankle: [0, 0.4 + 0.4 * Math.cos(rad), 3 + 0.4 * Math.sin(rad)] } as const;
    return { tMs: i * stepMs, joints: deg === null ? {} : joints };
  });

describe('range of motion', () => {
  test('is the largest angle minus the smallest', () => {
    const range = measureRangeOfMotion(knee, bend([10, 10, 10, 30, 50, 70, 80, 80, 80, 60, 40, 20, 20]), '3d');
    expect(range).toEqual({ minDeg: expect.closeTo(10, 6), maxDeg: expect.closeTo(80, 6), rangeDeg: expect.closeTo(70, 6) });
  });

  test('takes no notice of a tracking jump of two frames, and does of three', () => {
    const still = Array.from({ length: 20 }, () => 20);
    expect(measureRangeOfMotion(knee, bend(still.with(9, 90).with(10, 90)), '3d')).toMatchObject({ rangeDeg: expect.closeTo(0, 6) });
    expect(measureRangeOfMotion(knee, bend(still.with(9, 90).with(10, 90).with(11, 90)), '3d')).toMatchObject({ rangeDeg: expect.closeTo(70, 6) });
  });

  test('accepts knees that never extend past 37 degrees (crouch gait of a child with cerebral palsy)', () => {
    const crouch = Array.from({ length: 60 }, (_, i) => 53.5 + 16.5 * Math.sin(i / 5));
    expect(measureRangeOfMotion(knee, bend(crouch), '3d')).toMatchObject({ minDeg: expect.closeTo(37, 0), maxDeg: expect.closeTo(70, 0) });
  });

  test('of a joint that is hidden, or seen for four frames at a time only, is not measured', () => {
    expect(measureRangeOfMotion(knee, bend([null, null, null, null, null, null]), '3d')).toEqual({ notMeasurable: 'joints not seen' });
    const short = Array.from({ length: 60 }, (_, i) => (i % 30 < 4 ? 20 + i : null));
    expect(measureRangeOfMotion(knee, bend(short), '3d')).toEqual({ notMeasurable: 'joints not seen' });
    expect(measureRangeOfMotion(knee, [], '3d')).toEqual({ notMeasurable: 'joints not seen' });
  });

  test('of a knee seen from the front is not measurable with this view', () => {
    expect(measureRangeOfMotion(knee, bend([10, 20, 30, 40, 50, 60]), 'front')).toEqual({ notMeasurable: 'not measurable with this view' });
  });
});

test('the running median repeats the ends', () => {
  expect(smoothByMedian([9, 1, 5, 2, 8, 7])).toEqual([9, 5, 5, 5, 7, 7]);
});

test('a stretch ends where half a second is exceeded, keeps the first of repeated times, and fills nothing in', () => {
  const at = (tMs: number, value: number | null = tMs) => ({ tMs, value });
  const runs = toRuns([at(0), at(33), at(33, 99), at(66, null), at(533), at(533 + longestGapMs + 1), at(1050)]);
  expect(runs.map(({ tMs }) => tMs)).toEqual([
    [0, 33, 533],
    [1034, 1050],
  ]);
  expect(runs.map(({ values }) => values)).toEqual([
    [0, 33, 533],
    [1034, 1050],
  ]);
});

describe.skipIf(!present)('angles of the marker recordings', () => {
  test.each(recorded)('$name: every angle within 0.1 degrees, every range within 0.2', ({ name }) => {
    const frames = readFrames(name);
    const { rom } = reference[name] ?? expect.fail('no reference');
    expect(Object.keys(rom).length).toBeGreaterThanOrEqual(4);
    for (const [angle, { min, max, range }] of Object.entries(rom)) {
      const found = measureRangeOfMotion(findAngle(angle), frames, '3d');
      if ('notMeasurable' in found) throw new Error(`${angle}: ${found.notMeasurable}`);
      expect(Math.abs(found.minDeg - min), `${angle} min`).toBeLessThan(0.1);
      expect(Math.abs(found.maxDeg - max), `${angle} max`).toBeLessThan(0.1);
      expect(Math.abs(found.rangeDeg - range), `${angle} range`).toBeLessThan(0.2);
    }
  });

  test.each(recorded)('$name: the main angle peaks where and as high as in the reference, in each repetition', ({ name }) => {
    const { main_angle, per_rep } = reference[name] ?? expect.fail('no reference');
    const readings = readFrames(name).map((frame) => ({ tMs: frame.tMs, value: findAngle(main_angle).measure(frame, '3d') }));
    const [run] = toRuns(readings);
    const smooth = smoothByMedian(run?.values ?? []);
    for (const { start_s, end_s, peak } of per_rep) {
      const inside = smooth.filter((_, i) => (run?.tMs[i] ?? 0) / 1000 >= start_s - 0.001 && (run?.tMs[i] ?? 0) / 1000 < end_s);
      expect(Math.abs(Math.max(...inside) - peak), `repetition from ${start_s}`).toBeLessThan(0.1);
    }
  });

  // CTK and RTK hold arms that point at the camera: a projected arm of a hundredth of the image turns by half a degree in the table's rounding.
  test('keraal ELK: arms and trunk in the image plane (960 x 544) within 0.1 degrees', () => {
    const name = 'keraal_ELK_blazepose.csv';
    const frames = mapPoints(readFrames(name), ([x, y]) => [(x * 960) / 544, y, 0]);
    const { agreement } = reference[name] ?? expect.fail('no reference');
    for (const angle of ['shoulder_elevation_left', 'shoulder_elevation_right', 'trunk_lateral_lean']) {
      const found = measureRangeOfMotion(findAngle(angle), frames, 'front');
      if ('notMeasurable' in found) throw new Error(`${angle}: ${found.notMeasurable}`);
      const expected = agreement[angle]?.blazepose_2d ?? expect.fail('no reference');
      expect(Math.abs(found.minDeg - expected.min), `${angle} min`).toBeLessThan(0.1);
      expect(Math.abs(found.maxDeg - expected.max), `${angle} max`).toBeLessThan(0.1);
    }
  });

  test('keraal ELK, mirrored: set right, each arm and the trunk move as the depth camera saw that side', () => {
    const camera = mapPoints(readFrames('keraal_ELK_blazepose.csv'), ([x, y]) => [(x * 960) / 544, y, 0]).map((frame) => unmirror(frame, 0.5));
    const depth = readFrames('keraal_ELK_kinect.csv');
    const count = Math.min(camera.length, depth.length);
    const read = (frames: readonly BodyFrame[], name: string, view: 'front' | '3d') =>
      frames.slice(0, count).map((frame) => findAngle(name).measure(frame, view) ?? Number.NaN);
    for (const side of ['left', 'right'] as const) {
      const own = read(depth, `shoulder_elevation_${side}`, '3d');
      const other = read(depth, `shoulder_elevation_${side === 'left' ? 'right' : 'left'}`, '3d');
      const seen = read(camera, `shoulder_elevation_${side}`, 'front');
      expect(correlate(seen, own), side).toBeGreaterThan(0.9);
      expect(correlate(seen, other), side).toBeLessThan(0);
    }
    expect(correlate(read(camera, 'trunk_lateral_lean', 'front'), read(depth, 'trunk_lateral_lean', '3d'))).toBeGreaterThan(0.9);
  });
});

function correlate(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const cross = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? Number.NaN) - meanB)));
  return cross / Math.sqrt(mean(a.map((value) => (value - meanA) ** 2)) * mean(b.map((value) => (value - meanB) ** 2)));
}
