import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seatedPose, standingPose, toBodyFrame } from '../../src/drills/synthetic-body';
import { createFallWatch } from '../../src/movement/fall';
import type { Frame, Vec3 } from '../../src/movement/types';
import { dailyWalk, pocketWalks, present, readMotion, straightWalks } from '../measures/walking-recordings';

/** Times at which a fall was told. */
function fallsIn(frames: readonly Frame[]): number[] {
  const watch = createFallWatch();
  return frames.flatMap((frame) => (watch(frame) ? [frame.capturedMs] : []));
}

/** A worn sensor at 60 readings a second; each part lasts so many ms. */
function wear(...parts: readonly (readonly [ms: number, accel: Vec3])[]): Frame[] {
  const frames: Frame[] = [];
  let nowMs = 0;
  for (const [ms, accelMps2] of parts) {
    for (const untilMs = nowMs + ms; nowMs < untilMs; nowMs += 1000 / 60)
      frames.push({ kind: 'motion', capturedMs: nowMs, deliveredMs: nowMs, accelMps2, rotationDps: null, tiltDeg: null });
  }
  return frames;
}

const upright: Vec3 = [0, 9.81, 0];
const lying: Vec3 = [9.3, 0.5, 3];
const knock = (g: number): Vec3 => [0, g * 9.81, 0];
/** Leans so many degrees over a time, then stays. */
const turned = (deg: number): Vec3 => [9.81 * Math.sin((deg * Math.PI) / 180), 9.81 * Math.cos((deg * Math.PI) / 180), 0];

describe('a fall with a worn sensor', () => {
  test('is a knock after which the body lies', () => {
    expect(fallsIn(wear([4000, upright], [200, [0, 2, 0]], [50, knock(3)], [4000, lying]))).toHaveLength(1);
  });

  test('on either side, and with the sensor in any mounting', () => {
    const turn = ([x, y, z]: Vec3): Vec3 => [-z, x, -y];
    expect(fallsIn(wear([4000, turn(upright)], [50, turn(knock(3))], [4000, turn(lying)]))).toHaveLength(1);
    expect(fallsIn(wear([4000, upright], [50, knock(3)], [4000, [-9.3, 0.5, 3]]))).toHaveLength(1);
  });

  test('a knock below 2 g is a step, from 2 g on it may be a fall', () => {
    expect(fallsIn(wear([4000, upright], [50, knock(1.95)], [4000, lying]))).toEqual([]);
    expect(fallsIn(wear([4000, upright], [50, knock(2.05)], [4000, lying]))).toHaveLength(1);
  });

  test('a body that is turned by 60 degrees or less is not lying', () => {
    expect(fallsIn(wear([4000, upright], [50, knock(3)], [4000, turned(58)]))).toEqual([]);
    expect(fallsIn(wear([4000, upright], [50, knock(3)], [4000, turned(62)]))).toHaveLength(1);
  });

  test('a jump, a chair that is bumped and lying down slowly are none', () => {
    expect(fallsIn(wear([4000, upright], [300, [0, 1, 0]], [60, knock(4)], [4000, upright]))).toEqual([]);
    expect(fallsIn(wear([4000, upright], [1000, turned(30)], [1000, turned(60)], [6000, lying]))).toEqual([]);
  });

  test('a device that is shaken on after the knock is handled, not fallen', () => {
    const shaken = Array.from({ length: 40 }, (_, i): [number, Vec3] => [100, i % 2 ? [13, 0.5, 3] : [5, 0.5, 3]]);
    expect(fallsIn(wear([4000, upright], [50, knock(3)], ...shaken))).toEqual([]);
  });

  test('who gets up again at once has not stayed down', () => {
    expect(fallsIn(wear([4000, upright], [50, knock(3)], [700, lying], [4000, upright]))).toEqual([]);
  });

  test.skipIf(!present).each([...straightWalks, ...pocketWalks, dailyWalk])('nobody falls in the real walk %s', (name) => {
    const frames = readMotion(name).map(
      ({ tMs, accelMps2 }): Frame => ({
        kind: 'motion',
        capturedMs: tMs,
        deliveredMs: tMs,
        accelMps2,
        rotationDps: null,
        tiltDeg: null,
      }),
    );
    expect(fallsIn(frames)).toEqual([]);
  });
});

/** A child before a camera at 30 pictures a second: the lean of its trunk and its height at each moment. */
function film(ms: number, at: (tMs: number) => { leanDeg: number; rise?: number }, pose = standingPose): Frame[] {
  const frames: Frame[] = [];
  for (let tMs = 0; tMs < ms; tMs += 1000 / 30) frames.push(toBodyFrame({ ...pose, ...at(tMs) }, tMs, tMs));
  return frames;
}
const ramp = (tMs: number, fromMs: number, overMs: number) => Math.min(1, Math.max(0, (tMs - fromMs) / overMs));

describe('a fall before the camera', () => {
  test.each([
    ['to the left', -1],
    ['to the right', 1],
  ])('%s is a trunk that comes to lie within a second and stays there', (_, sign) => {
    expect(fallsIn(film(6000, (t) => ({ leanDeg: sign * 85 * ramp(t, 3000, 500) })))).toHaveLength(1);
  });

  test('from a chair or a wheelchair it is told too', () => {
    expect(fallsIn(film(6000, (t) => ({ leanDeg: 85 * ramp(t, 3000, 600) }), seatedPose))).toHaveLength(1);
  });

  test('a child that comes up again within a second has leaned', () => {
    expect(fallsIn(film(6000, (t) => ({ leanDeg: 85 * (ramp(t, 3000, 300) - ramp(t, 3800, 300)) })))).toEqual([]);
  });

  test('lying down slowly, and a deep lean, are movements', () => {
    expect(fallsIn(film(9000, (t) => ({ leanDeg: 85 * ramp(t, 3000, 4000) })))).toEqual([]);
    expect(fallsIn(film(6000, (t) => ({ leanDeg: 55 * ramp(t, 3000, 500) })))).toEqual([]);
  });

  test('a child that was lying from the start cannot fall', () => {
    expect(fallsIn(film(6000, () => ({ leanDeg: 85 })))).toEqual([]);
  });

  test('sitting down and squatting quickly are movements', () => {
    expect(fallsIn(film(6000, (t) => ({ leanDeg: 0, rise: 1 - ramp(t, 3000, 300) })))).toEqual([]);
  });
});

const folder = join(import.meta.dirname, '../recordings');
const recorded = readdirSync(folder).flatMap((game) =>
  readdirSync(join(folder, game)).flatMap((file) => (/(pose|motion)\.jsonl$/.test(file) ? [`${game}/${file}`] : [])),
);

test.each(recorded)('no fall is told in %s', (file) => {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  expect(fallsIn(lines.map((line) => JSON.parse(line) as Frame))).toEqual([]);
});
