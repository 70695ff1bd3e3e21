import { describe, expect, test } from 'vitest';
import { jointAngles } from '../../src/measures/joint-angles';
import { createAngleInterpreter } from '../../src/movement/interpret/angle';
import type { Calibration, Frame, Limb, Vec3 } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import { calibrate, ease, film, hide, mirror, play, seated, toPoseFrame, withoutWorld, worsened } from './interpret-frames';

const bothArms = { restDeg: 10, comfortableDeg: 90 };
const ranges = { angle: { shoulder_elevation: { left: bothArms, right: bothArms } } };
const angles = (frames: readonly Frame[], more: Partial<Calibration> = { ranges }, untilMs?: number) =>
  play(createAngleInterpreter(calibrate('pose', more)), frames, untilMs);
const last = (signals: ReturnType<typeof angles>, side: 'left' | 'right' | null) => signals.findLast(({ value }) => value.side === side);
const raise = (left: number, right: number) =>
  film(2500, (t) => ({ armDeg: { left: 10 + (left - 10) * ease(t, 500, 1300), right: 10 + (right - 10) * ease(t, 500, 1300) } }));

describe('joint angles from the camera', () => {
  test('an arm is told in degrees and as a share of its own comfortable range', () => {
    const signals = angles(raise(50, 90));
    expect(last(signals, 'left')?.value.deg).toBeCloseTo(50, 0);
    expect(last(signals, 'left')?.value.ofRange).toBeCloseTo(0.5, 1);
    expect(last(signals, 'right')?.value.deg).toBeCloseTo(90, 0);
    expect(last(signals, 'right')?.value.ofRange).toBeCloseTo(1, 1);
  });

  test('mirrored, left and right are exchanged', () => {
    const frames = raise(40, 80);
    const [plain, mirrored] = [angles(frames), angles(frames.map(mirror))];
    expect(last(mirrored, 'left')?.value.deg).toBeCloseTo(last(plain, 'right')?.value.deg ?? 0, 6);
    expect(last(mirrored, 'right')?.value.deg).toBeCloseTo(last(plain, 'left')?.value.deg ?? 0, 6);
  });

  test('an arm is seen without knees, and without hips behind a tray', () => {
    const noLegs = raise(90, 90).map((frame) => hide(frame, (joint) => /knee|ankle/.test(joint)));
    expect(last(angles(noLegs), 'left')).toMatchObject({ quality: 1 });
    const tray = raise(90, 60).map((frame) => hide(frame, (joint) => /hip|knee|ankle/.test(joint)));
    expect(last(angles(tray), 'left')?.value.deg).toBeCloseTo(90, 0);
    expect(last(angles(tray), 'right')?.value.deg).toBeCloseTo(60, 0);
    expect(last(angles(tray), 'left')?.quality).toBe(1);
  });

  test('a hidden elbow hides its own side only', () => {
    const signals = angles(raise(90, 90).map((frame) => hide(frame, (joint) => joint === 'left_elbow')));
    expect(last(signals, 'left')?.quality).toBe(0);
    expect(last(signals, 'right')?.quality).toBe(1);
  });

  test('without metres the picture carries an arm from the front, but no knee, hip or elbow', () => {
    const frames = raise(90, 45).map(withoutWorld);
    expect(last(angles(frames), 'left')?.value.deg).toBeCloseTo(90, 0);
    for (const limb of ['knee_flexion', 'hip_flexion', 'elbow_flexion'] as const satisfies Limb[])
      expect(angles(frames, { limb }).every(({ quality }) => quality === 0)).toBe(true);
  });

  test('a knee that straightens goes up in its range: comfort may lie below rest', () => {
    const knees = { restDeg: 80, comfortableDeg: 40 };
    const straighten = film(2500, (t) => ({ standing: ease(t, 500, 1500) }));
    const signals = angles(straighten, { limb: 'knee_flexion', ranges: { angle: { knee_flexion: { left: knees, right: knees } } } });
    expect(signals[0]?.value.ofRange).toBeLessThan(0.1);
    expect(last(signals, 'left')?.value.ofRange).toBeGreaterThan(1.5);
  });

  test('equal rest and comfort give no share rather than an endless one', () => {
    const none = { restDeg: 10, comfortableDeg: 10 };
    const signals = angles(raise(90, 90), { ranges: { angle: { shoulder_elevation: { left: none } } } });
    expect(last(signals, 'left')?.value.ofRange).toBe(0);
  });

  test.each(worsened)('%s: the angle stays what it was', (_, worsen) => {
    expect(last(angles(worsen(raise(90, 90))), 'left')?.value.deg).toBeCloseTo(90, 0);
  });

  test('a child that leaves the picture is not seen on either side, and back it is', () => {
    const frames = raise(60, 60).map((frame, i): Frame => (frame.kind === 'pose' && i >= 30 && i < 50 ? { ...frame, joints: {}, world: {} } : frame));
    const signals = angles(frames);
    const during = signals.filter(({ capturedMs }) => capturedMs >= 1000 && capturedMs < 1660);
    expect(during.map(({ value }) => value.side)).toContain('left');
    expect(during.map(({ value }) => value.side)).toContain('right');
    expect(during.every(({ quality }) => quality === 0)).toBe(true);
    expect(signals.slice(-2).every(({ quality }) => quality === 1)).toBe(true);
    const silent = angles(raise(60, 60), { ranges }, 4000).slice(-2);
    expect(silent.map(({ value, quality }) => [value.side, quality])).toEqual([
      ['left', 0],
      ['right', 0],
    ]);
  });

  test("played by an adult's thumb no source speaks", () => {
    expect(
      play(
        createAngleInterpreter(calibrate('adult')),
        film(300, () => seated),
      ),
    ).toEqual([]);
  });
});

describe.skipIf(!present)('joint angles in recordings of people', () => {
  const measures = (name: string) => jointAngles.find((angle) => angle.name === name);

  test.each([
    ['shoulder_elevation', 'uiprmd_m07_s01.csv'],
    ['knee_flexion', 'uiprmd_m01_s03.csv'],
    ['hip_flexion', 'uiprmd_m05_s01.csv'],
  ] as const)('%s agrees with the measures of the same frames once the movement is slow', (limb, name) => {
    const frames = readFrames(name);
    const signals = angles(
      frames.map((frame) => toPoseFrame(frame)),
      { limb },
    );
    for (const side of ['left', 'right'] as const) {
      const reference = frames.map((frame) => measures(`${limb}_${side}`)?.measure(frame, '3d') ?? Number.NaN);
      const own = signals.filter(({ value }) => value.side === side);
      expect(own).toHaveLength(new Set(frames.map(({ tMs }) => tMs)).size);
      const highest = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value)).sort((a, b) => b - a)[3] ?? 0;
      expect(Math.abs(highest(own.map(({ value }) => value.deg)) - highest(reference))).toBeLessThan(6);
    }
  });

  test.each(['plain', '5 mm of noise', 'every third frame dropped'])('ten arm raises are ten rises of the signal (%s)', (way) => {
    let frames = readFrames('uiprmd_m07_s03.csv');
    if (way === '5 mm of noise') frames = addNoise(frames, 0.005, 'angle');
    const filmed = frames.map((frame) => toPoseFrame(frame)).filter((_, i) => way !== 'every third frame dropped' || i % 3 !== 1);
    const signals = angles(filmed).filter(({ value }) => value.side === 'right');
    let rises = 0;
    let up = false;
    for (const { value } of signals) {
      if (!up && value.deg > 90) rises += 1;
      up = value.deg > 90 || (up && value.deg > 50);
    }
    expect(rises).toBe(10);
  });
});

describe('joint angles from a device on the limb', () => {
  const rad = (deg: number) => (deg * Math.PI) / 180;
  const strapped = (untilMs: number, deg: (tMs: number) => number, mount: (vector: Vec3) => Vec3 = (vector) => vector): Frame[] =>
    Array.from({ length: Math.floor(untilMs / 16) }, (_, i) => {
      const [x, y, z] = mount([0, Math.cos(rad(deg(i * 16))), Math.sin(rad(deg(i * 16)))]);
      return {
        kind: 'motion',
        capturedMs: i * 16,
        deliveredMs: i * 16 + 4,
        accelMps2: [9.81 * x, 9.81 * y, 9.81 * z],
        rotationDps: null,
        tiltDeg: null,
      };
    });
  const read = (frames: readonly Frame[], more: Partial<Calibration> = {}) => play(createAngleInterpreter(calibrate('motion', more)), frames);

  test.each<readonly [string, (vector: Vec3) => Vec3]>([
    ['upright', (vector) => vector],
    ['upside down', ([x, y, z]) => [-x, -y, z]],
    ['on its back', ([x, y, z]) => [x, -z, y]],
    ['on its side', ([x, y, z]) => [y, -x, z]],
  ])('a turn from rest is told in degrees, mounted %s', (_, mount) => {
    for (const deg of [60, -60]) expect(read(strapped(3000, (t) => deg * ease(t, 800, 1500), mount)).at(-1)?.value.deg).toBeCloseTo(60, 0);
  });

  test('rest from the range check holds after a pause in which the limb is up', () => {
    const range = { restDeg: 0, comfortableDeg: 80, restUp: [0, 1, 0] as const };
    const signal = read(
      strapped(800, () => 40),
      { ranges: { angle: { shoulder_elevation: { right: range } } } },
    ).at(-1);
    expect(signal?.value).toMatchObject({ side: 'right' });
    expect(signal?.value.ofRange).toBeCloseTo(0.5, 1);
  });

  test('a silent sensor is not heard', () => {
    expect(
      play(
        createAngleInterpreter(calibrate('motion')),
        strapped(500, () => 0),
        1000,
      ).at(-1)?.quality,
    ).toBe(0);
  });
});
