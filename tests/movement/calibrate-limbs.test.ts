import { describe, expect, test } from 'vitest';
import { mergeRanges } from '../../src/movement/newest-ranges';
import type { Frame, MovementRanges, Vec3 } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import { check, repeat } from './calibrate-check';
import { mirror, toPoseFrame } from './interpret-frames';

describe('the range check of reaching', () => {
  const wave = (side: 'left' | 'right') => repeat(26000, (share) => ({ armDeg: { left: 10, right: 10, [side]: 10 + 80 * share } }));

  test('gives the box of the hand that moved, and none for one that did not', () => {
    const right = check({ movement: 'reach' }, wave('right')).result?.reach;
    expect(Object.keys(right ?? {})).toEqual(['right']);
    expect(right?.right?.right).toBeGreaterThan(1.6);
    expect(right?.right?.top).toBeLessThan(0.1);
    const left = check({ movement: 'reach' }, wave('right').map(mirror)).result?.reach?.left;
    expect(left?.left).toBeCloseTo(-(right?.right?.right ?? 0), 2);
    expect(left?.top).toBeCloseTo(right?.right?.top ?? 0, 2);
  });

  test('of one side looks at that hand only', () => {
    expect(check({ movement: 'reach', side: 'left' }, wave('right')).result).toBeNull();
  });

  test('keeps a box that is not smaller than the jitter, and never farther than an arm', () => {
    const small = check(
      { movement: 'reach', side: 'right' },
      repeat(26000, (share) => ({ armDeg: { left: 10, right: 10 + 25 * share } })),
    ).result?.reach?.right;
    expect((small?.right ?? 0) - (small?.left ?? 0)).toBeGreaterThanOrEqual(0.399);
    expect((small?.bottom ?? 0) - (small?.top ?? 0)).toBeGreaterThanOrEqual(0.399);
  });

  test('of a stick finds the travel that the child makes', () => {
    const frames = Array.from({ length: 260 }, (_, i): Frame => {
      const n = Math.floor((i - 30) / 20);
      const out = i >= 30 && (i - 30) % 20 < 12;
      const axes = !out ? [0, 0] : n % 4 === 0 ? [0.5, 0] : n % 4 === 1 ? [-0.3, 0] : n % 4 === 2 ? [0, -0.6] : [0, 0];
      return { kind: 'gamepad', capturedMs: i * 100, deliveredMs: i * 100, axes, buttons: [] };
    });
    const box = { left: -0.3, right: 0.5, top: -0.6, bottom: 0.6 };
    expect(check({ movement: 'reach', source: 'gamepad' }, frames).result).toEqual({ reach: { left: box, right: box } });
  });
});

describe('the range check of a joint', () => {
  const raise = (left: number, right: number) => repeat(26000, (share) => ({ armDeg: { left: 10 + left * share, right: 10 + right * share } }));

  test.each([
    [59, 60],
    [60, 70],
    [69, 70],
  ])('an arm that goes %i degrees from rest is comfortable at %i: the camera tells steps of ten', (deg, comfortable) => {
    expect(check({ movement: 'angle', side: 'right' }, raise(0, deg + 0.2)).result?.angle?.shoulder_elevation?.right).toEqual({
      restDeg: 10,
      comfortableDeg: comfortable,
    });
  });

  test('both sides are measured, each for itself; mirrored they are exchanged', () => {
    const found = check({ movement: 'angle' }, raise(41, 82)).result?.angle?.shoulder_elevation;
    expect(found).toEqual({ left: { restDeg: 10, comfortableDeg: 50 }, right: { restDeg: 10, comfortableDeg: 90 } });
    expect(check({ movement: 'angle' }, raise(41, 82).map(mirror)).result?.angle?.shoulder_elevation).toEqual({
      left: found?.right,
      right: found?.left,
    });
  });

  test('less than ten degrees is no range', () => {
    expect(check({ movement: 'angle' }, raise(8, 8)).result).toBeNull();
  });

  test('a knee that straightens has its comfort below its rest', () => {
    const knees = check(
      { movement: 'angle', limb: 'knee_flexion' },
      repeat(26000, (share) => ({ standing: 0.6 * share })),
    ).result?.angle?.knee_flexion?.left;
    expect(knees?.comfortableDeg).toBeLessThan((knees?.restDeg ?? 0) - 30);
  });

  test('a device on the limb keeps its way up at rest', () => {
    const up = (deg: number): Vec3 => [0, Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
    const frames = Array.from({ length: 1500 }, (_, i): Frame => {
      const within = (i * 17 - 2000) % 3000;
      const [x, y, z] = up(i * 17 < 2000 ? 0 : 55 * Math.min(1, Math.max(0, Math.min(within / 600, (2400 - within) / 600))));
      return {
        kind: 'motion',
        capturedMs: i * 17,
        deliveredMs: i * 17 + 5,
        accelMps2: [9.81 * x, 9.81 * y, 9.81 * z],
        rotationDps: null,
        tiltDeg: null,
      };
    });
    const range = check({ movement: 'angle', source: 'motion', side: 'left' }, frames).result?.angle?.shoulder_elevation?.left;
    expect(range).toMatchObject({ restDeg: 0, comfortableDeg: 50 });
    expect(range?.restUp?.[1]).toBeCloseTo(1, 3);
  });
});

describe('the range check of rising and stepping', () => {
  test('sitting and standing are found, whichever comes first', () => {
    const up = check(
      { movement: 'rise' },
      repeat(26000, (share) => ({ standing: share })),
    ).result?.rise;
    const down = check(
      { movement: 'rise' },
      repeat(26000, (share) => ({ standing: 1 - share })),
    ).result?.rise;
    expect(up?.high).toBeGreaterThan((up?.low ?? 9) + 0.5);
    expect(down?.low).toBeCloseTo(up?.low ?? 9, 1);
    expect(down?.high).toBeCloseTo(up?.high ?? 9, 1);
  });

  test('the lift of each foot is found; a foot that was not lifted has none', () => {
    const march = repeat(26000, (share) => ({ standing: 1, liftM: { left: 0.12 * share, right: 0 } }));
    const found = check({ movement: 'step' }, march).result?.step;
    expect(Object.keys(found ?? {})).toEqual(['left']);
    expect(found?.left).toBeGreaterThan(0.25);
    expect(found?.left).toBeLessThan(0.4);
    expect(Object.keys(check({ movement: 'step' }, march.map(mirror)).result?.step ?? {})).toEqual(['right']);
  });

  test.each([
    ['reach', 'touch'],
    ['step', 'motion'],
    ['rise', 'motion'],
    ['rep', 'adult'],
  ] as const)('%s from %s needs no check and is over at once', (movement, source) => {
    expect(check({ movement, source }, [], 100)).toMatchObject({ result: null, last: { phase: 'done', share: 1 } });
  });
});

describe.skipIf(!present)('the range check of people in recordings', () => {
  const filmed = (name: string, noise = false) =>
    (noise ? addNoise(readFrames(name), 0.005, 'check') : readFrames(name)).map((frame) => toPoseFrame(frame));

  test.each([false, true])('sit-to-stand: a rise of more than half a trunk (5 mm of noise: %s)', (noise) => {
    const rise = check({ movement: 'rise' }, filmed('uiprmd_m05_s01.csv', noise)).result?.rise;
    expect((rise?.high ?? 0) - (rise?.low ?? 0)).toBeGreaterThan(0.45);
    expect((rise?.high ?? 0) - (rise?.low ?? 0)).toBeLessThan(1);
  });

  test('arm raises: the raised arm has a range, in steps of ten', () => {
    const arm = check({ movement: 'angle' }, filmed('uiprmd_m07_s01.csv', true)).result?.angle?.shoulder_elevation?.right;
    expect(Math.abs((arm?.comfortableDeg ?? 0) - (arm?.restDeg ?? 0)) % 10).toBe(0);
    expect(Math.abs((arm?.comfortableDeg ?? 0) - (arm?.restDeg ?? 0))).toBeGreaterThanOrEqual(40);
  });
});

test("today's part takes the place of the same part only", () => {
  const before: MovementRanges = { rise: { low: 0.1, high: 0.6 }, step: { left: 0.2, right: 0.2 } };
  expect(mergeRanges(before, { step: { left: 0.3 } })).toEqual({ rise: { low: 0.1, high: 0.6 }, step: { left: 0.3, right: 0.2 } });
});
