import { describe, expect, test } from 'vitest';
import { createLeanInterpreter } from '../../src/movement/interpret/lean';
import type { Calibration, Frame } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import { calibrate, ease, film, hide, mirror, play, toBody, toPoseFrame, withoutWorld, worsened } from './interpret-frames';

const ranges = { lean: { neutral: { x: 0, y: 0 }, left: 10, right: 20, forward: 15, backward: 5 } };
const lean = (frames: readonly Frame[], more: Partial<Calibration> = { ranges }, untilMs?: number) =>
  play(createLeanInterpreter(calibrate('pose', more)), frames, untilMs);
const hold = (leanDeg: number, forwardDeg = 0) =>
  film(2000, (t) => ({ leanDeg: leanDeg * ease(t, 800, 1200), forwardDeg: forwardDeg * ease(t, 800, 1200) }));
const isHip = (joint: string) => joint.endsWith('hip') || joint.endsWith('knee') || joint.endsWith('ankle');

describe('lean from the camera', () => {
  test("1 is today's comfortable limit of that side", () => {
    expect(lean(hold(20)).at(-1)?.value.x).toBeCloseTo(1, 1);
    expect(lean(hold(-10)).at(-1)?.value.x).toBeCloseTo(-1, 1);
    expect(lean(hold(0, 15)).at(-1)?.value.y).toBeCloseTo(1, 1);
    expect(lean(hold(0, -5)).at(-1)?.value.y).toBeCloseTo(-1, 1);
  });

  test('goes beyond 1 when a child leans farther than was comfortable', () => {
    expect(lean(hold(30)).at(-1)?.value.x).toBeGreaterThan(1.3);
  });

  test('is measured from the neutral of the range check, also for a child that sits askew', () => {
    const askew = { lean: { ...ranges.lean, neutral: { x: 8, y: 0 } } };
    expect(
      lean(
        film(1500, () => ({ leanDeg: 8 })),
        { ranges: askew },
      ).at(-1)?.value.x,
    ).toBeCloseTo(0, 1);
  });

  test('without a range check the first half second is neutral', () => {
    const signals = lean(
      film(2000, (t) => ({ leanDeg: 8 + 12 * ease(t, 900, 1300) })),
      {},
    );
    expect(signals[5]?.value.x).toBeCloseTo(0, 5);
    expect(signals.at(-1)?.value.x).toBeCloseTo(1, 1);
  });

  test('mirrored it is the same lean to the other side', () => {
    const even = { lean: { ...ranges.lean, left: 20 } };
    const frames = hold(14, 6);
    const right = lean(frames, { ranges: even }).map(({ value }) => value);
    const left = lean(frames.map(mirror), { ranges: even }).map(({ value }) => value);
    for (const [i, value] of right.entries()) {
      expect(left[i]?.x).toBeCloseTo(-value.x, 6);
      expect(left[i]?.y).toBeCloseTo(value.y, 6);
    }
  });

  test('a seated child whose hips and legs are hidden by a tray leans with its shoulders', () => {
    const frames = hold(15).map((frame) => hide(frame, isHip));
    const signal = lean(frames).at(-1);
    expect(signal?.value.x).toBeCloseTo(0.75, 1);
    expect(signal?.quality).toBe(1);
    expect(signal?.value.swayMm).toBeNull();
    expect(lean(hold(-10).map((frame) => hide(frame, isHip))).at(-1)?.value.x).toBeCloseTo(-1, 1);
  });

  test('hips that are hidden for a moment lose that moment and do not make the child jump', () => {
    const frames = hold(10).map((frame, i) => (i % 15 === 3 ? hide(frame, isHip) : frame));
    const steps = lean(frames).map(({ value }) => value.x);
    for (const [i, x] of steps.entries()) expect(Math.abs(x - (steps[i - 1] ?? x))).toBeLessThan(0.12);
    expect(lean(frames).filter(({ quality }) => quality === 0)).toHaveLength(frames.filter((_, i) => i % 15 === 3).length);
  });

  test('forward lean is read from the depth of the joints where the tracker tells no metres', () => {
    expect(lean(hold(0, 15).map(withoutWorld)).at(-1)?.value.y).toBeGreaterThan(0.8);
    expect(lean(hold(0, -5).map(withoutWorld)).at(-1)?.value.y).toBeLessThan(-0.7);
    expect(lean(hold(0, 15).map(withoutWorld)).at(-1)?.value.swayMm).toBeNull();
  });

  test('a child turned sideways is not seen, because forward would look like sideways', () => {
    const turned = film(600, () => ({})).map((frame) => {
      if (frame.kind !== 'pose') return frame;
      const joints = Object.fromEntries(Object.entries(frame.joints).map(([name, [x, y, z, v]]) => [name, [0.5 + (x - 0.5) * 0.1, y, z, v]]));
      return { ...frame, joints } as Frame;
    });
    expect(lean(turned).every(({ quality }) => quality === 0)).toBe(true);
  });

  test('sway is in millimetres from the start, to the right and forward, and scaled by the shoulders', () => {
    const shift = (tMs: number) => 0.04 * ease(tMs, 1500, 2000);
    const frames = Array.from({ length: 90 }, (_, i) => {
      const { joints } = toBody(i * 33.3);
      return toPoseFrame({
        tMs: i * 33.3,
        joints: Object.fromEntries(Object.entries(joints).map(([name, [x, y, z]]) => [name, [x - shift(i * 33.3), y, z]])),
      });
    });
    const signals = lean(frames);
    expect(signals[3]?.value.swayMm).toBeNull();
    expect(signals.at(-1)?.value.swayMm?.ml).toBeCloseTo(40, 0);
    expect(signals.at(-1)?.value.swayMm?.ap).toBeCloseTo(0, 0);
    expect(lean(frames.map(mirror)).at(-1)?.value.swayMm?.ml).toBeCloseTo(-40, 0);
    const forward = film(3000, (t) => ({ forwardDeg: 5 * ease(t, 1500, 2000) }));
    expect(lean(forward).at(-1)?.value.swayMm?.ap).toBeCloseTo(360 * Math.sin((5 * Math.PI) / 180), 0);
  });

  test.each(worsened)('%s: the lean stays what it was', (_, worsen) => {
    expect(lean(worsen(hold(20, 5))).at(-1)?.value.x).toBeCloseTo(1, 1);
  });

  test('a repeated time says nothing twice', () => {
    const frames = hold(20);
    const again = frames.flatMap((frame) => [frame, frame]);
    expect(lean(again)).toEqual(lean(frames));
  });

  test('a child that leaves the picture is not seen, and seen again when it is back', () => {
    const frames = hold(10).map((frame, i): Frame => (frame.kind === 'pose' && i >= 20 && i < 40 ? { ...frame, joints: {}, world: {} } : frame));
    const qualities = lean(frames).map(({ quality }) => quality);
    expect(qualities.slice(0, 20).every((quality) => quality === 1)).toBe(true);
    expect(qualities.slice(20, 40).every((quality) => quality === 0)).toBe(true);
    expect(qualities.slice(40).every((quality) => quality === 1)).toBe(true);
  });

  test('a camera without new frames for half a second does not see the child, and says so ten times a second', () => {
    const signals = lean(hold(10), { ranges }, 4000);
    const lastMs = hold(10).at(-1)?.deliveredMs ?? 0;
    const lost = signals.filter(({ quality }) => quality === 0);
    expect(lost[0]?.deliveredMs).toBeGreaterThanOrEqual(lastMs + 500);
    expect(lost[0]?.deliveredMs).toBeLessThanOrEqual(lastMs + 520);
    expect(lost[1]?.deliveredMs).toBe((lost[0]?.deliveredMs ?? 0) + 100);
    expect(lost.every(({ value }) => value.x === lost[0]?.value.x)).toBe(true);
  });

  test('a frozen picture, the same time again and again, is no seeing', () => {
    const [first] = film(100, () => ({}));
    const frozen = Array.from({ length: 60 }, (_, i) => ({ ...first, deliveredMs: i * 33 }) as Frame);
    expect(lean(frozen).at(-1)?.quality).toBe(0);
  });

  test.each([0.5, 0.49])('a shoulder of visibility %f', (visibility) => {
    const frames = film(300, () => ({})).map((frame): Frame => {
      const shoulder = frame.kind === 'pose' ? frame.joints.left_shoulder : undefined;
      if (frame.kind !== 'pose' || !shoulder) return frame;
      return { ...frame, joints: { ...frame.joints, left_shoulder: [shoulder[0], shoulder[1], shoulder[2], visibility] } };
    });
    expect(lean(frames).at(-1)?.quality).toBe(visibility === 0.5 ? 0.5 : 0);
  });
});

describe.skipIf(!present)('lean in recordings of people', () => {
  test('standing arm raises hardly lean, with 5 mm of noise too', () => {
    for (const frames of [readFrames('uiprmd_m07_s01.csv'), addNoise(readFrames('uiprmd_m07_s01.csv'), 0.005, 'lean')]) {
      const signals = lean(
        frames.map((frame) => toPoseFrame(frame)),
        {},
      ).filter(({ quality }) => quality > 0);
      expect(signals.length).toBeGreaterThan(500);
      expect(Math.max(...signals.map(({ value }) => Math.abs(value.x)))).toBeLessThan(1);
    }
  });

  test('squats lean forward on each squat', () => {
    const signals = lean(
      readFrames('uiprmd_m01_s01.csv').map((frame) => toPoseFrame(frame)),
      { ranges: { lean: { ...ranges.lean, forward: 30 } } },
    );
    let squats = 0;
    let down = false;
    const low = Math.min(...signals.map(({ value }) => value.y));
    const high = Math.max(...signals.map(({ value }) => value.y));
    for (const { value } of signals) {
      const share = (value.y - low) / (high - low);
      if (!down && share > 0.6) squats += 1;
      down = share > 0.6 || (down && share > 0.35);
    }
    expect(squats).toBe(10);
  });
});
