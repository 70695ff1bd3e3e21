import { describe, expect, test } from 'vitest';
import { createRiseInterpreter } from '../../src/movement/interpret/rise';
import type { Calibration, Frame, MovementSignal } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import {
  calibrate,
  ease,
  film,
  hide,
  mirror,
  motionPresent,
  play,
  readMotion,
  seated,
  toPoseFrame,
  withoutWorld,
  worsened,
} from './interpret-frames';

const rise = (frames: readonly Frame[], more: Partial<Calibration> = {}, untilMs?: number) =>
  play(createRiseInterpreter(calibrate('pose', more)), frames, untilMs);
const at = (signals: readonly MovementSignal<'rise'>[], tMs: number) =>
  signals.findLast(({ capturedMs }) => capturedMs <= tMs)?.value.height ?? Number.NaN;
/** Sits, stands up at 2 s, sits down at 4 s. */
const standAndSit = (hz = 30) =>
  film(
    6000,
    (t) => ({ standing: ease(t, 1500, 2500) * (1 - ease(t, 4000, 5000)), forwardDeg: 25 * ease(t, 1200, 1700) * (1 - ease(t, 1900, 2400)) }),
    hz,
  );
const count = (signals: readonly MovementSignal<'rise'>[]) => {
  let rises = 0;
  let up = false;
  for (const { value } of signals) {
    if (!up && value.height > 0.7) rises += 1;
    up = value.height > 0.7 || (up && value.height > 0.3);
  }
  return rises;
};
const legs = (joint: string) => /knee|ankle/.test(joint);

describe('rise from the camera', () => {
  test('sitting is near 0 and standing near 1 without a range check, also without metres', () => {
    for (const frames of [standAndSit(), standAndSit().map(withoutWorld), standAndSit().map(mirror)]) {
      const signals = rise(frames);
      expect(Math.abs(at(signals, 1000))).toBeLessThan(0.25);
      expect(Math.abs(at(signals, 3500) - 1)).toBeLessThan(0.25);
      expect(Math.abs(at(signals, 5900))).toBeLessThan(0.25);
      expect(signals.every(({ quality }) => quality === 1)).toBe(true);
    }
  });

  test('0 and 1 are what the range check found', () => {
    const range = (low: number, high: number) => rise(standAndSit(), { ranges: { rise: { low, high } } });
    expect(at(range(0.07, 0.41), 3500)).toBeGreaterThan(1.8);
    expect(at(range(0.07, 1.43), 3500)).toBeCloseTo(0.5, 1);
    expect(range(0.5, 0.5).every(({ value }) => value.height === 0)).toBe(true);
  });

  test.each([
    ['the legs by a walker', legs],
    ['hips and legs by a tray', (joint: string) => legs(joint) || joint.endsWith('hip')],
  ])('a child of whom the camera does not see %s still rises and sits', (_, hidden) => {
    const signals = rise(standAndSit().map((frame) => hide(frame, hidden)));
    expect(count(signals)).toBe(1);
    expect(at(signals, 3500)).toBeGreaterThan(0.8);
    expect(at(signals, 5900)).toBeLessThan(0.3);
    expect(signals.at(-1)?.quality).toBe(1);
  });

  test('knees that come into view half-way do not make the child jump', () => {
    const frames = standAndSit().map((frame) => (frame.capturedMs < 3000 ? hide(frame, legs) : frame));
    const heights = rise(frames).map(({ value }) => value.height);
    for (const [i, height] of heights.entries()) expect(Math.abs(height - (heights[i - 1] ?? height))).toBeLessThan(0.35);
  });

  test('heels, whose range is small, are seen in the height of the hips', () => {
    const heels = film(4000, () => ({ standing: 1, liftM: { left: 0, right: 0 } })).map((frame): Frame => {
      if (frame.kind !== 'pose') return frame;
      const up = 0.03 * ease(frame.capturedMs, 2000, 2500);
      return { ...frame, joints: Object.fromEntries(Object.entries(frame.joints).map(([name, [x, y, z, v]]) => [name, [x, y - up, z, v]])) } as Frame;
    });
    const signals = rise(heels, { ranges: { rise: { low: 0, high: 0.15 } } });
    expect(at(signals, 1500)).toBeCloseTo(0, 1);
    expect(at(signals, 3900)).toBeGreaterThan(0.8);
  });

  test.each(worsened)('%s: the rise stays what it was', (_, worsen) => {
    const signals = rise(worsen(standAndSit()));
    expect(count(signals)).toBe(1);
    expect(Math.abs(at(signals, 3500) - at(rise(standAndSit()), 3500))).toBeLessThan(0.05);
  });

  test('a child that leaves the picture is not seen, keeps its height, and is seen again', () => {
    const frames = standAndSit().map(
      (frame): Frame => (frame.kind === 'pose' && frame.capturedMs > 3000 && frame.capturedMs < 3500 ? { ...frame, joints: {} } : frame),
    );
    const signals = rise(frames);
    const lost = signals.filter(({ quality }) => quality === 0);
    expect(lost.length).toBeGreaterThan(10);
    expect(lost.every(({ value }) => value.height === lost[0]?.value.height)).toBe(true);
    expect(signals.at(-1)?.quality).toBe(1);
    expect(rise(standAndSit(), {}, 7000).at(-1)?.quality).toBe(0);
  });
});

describe.skipIf(!present)('rise in recordings of people', () => {
  const ways: readonly (readonly [string, (frame: Frame) => Frame])[] = [
    ['whole', (frame) => frame],
    ['without metres', withoutWorld],
    ['mirrored', mirror],
  ];
  test.each(ways)('ten sit-to-stands are ten rises after the standing start (%s)', (_, change) => {
    for (const name of ['uiprmd_m05_s01.csv', 'uiprmd_m05_s03.csv']) {
      expect(count(rise(readFrames(name).map((frame) => change(toPoseFrame(frame)))))).toBe(11);
      expect(count(rise(addNoise(readFrames(name), 0.005, 'rise').map((frame) => change(toPoseFrame(frame)))))).toBe(11);
      expect(
        count(
          rise(
            readFrames(name)
              .map((frame) => change(toPoseFrame(frame)))
              .filter((_frame, i) => i % 3 !== 1),
          ),
        ),
      ).toBe(11);
    }
  });

  test('behind a tray, shoulders alone rise with each sit-to-stand', () => {
    for (const name of ['uiprmd_m05_s01.csv', 'uiprmd_m05_s03.csv'])
      expect(count(rise(readFrames(name).map((frame) => hide(toPoseFrame(frame), (joint) => /hip|knee|ankle/.test(joint)))))).toBeGreaterThanOrEqual(
        9,
      );
  });

  test('raising arms is no rise', () => {
    expect(count(rise(readFrames('uiprmd_m07_s01.csv').map((frame) => toPoseFrame(frame))))).toBe(1);
  });
});

const fromMotion = (frames: readonly Frame[], untilMs?: number) => play(createRiseInterpreter(calibrate('motion')), frames, untilMs);
const changes = (signals: readonly MovementSignal<'rise'>[], height: 0 | 1) =>
  signals
    .filter(({ value }, i) => value.height === height && (signals[i - 1]?.value.height ?? 0) !== height)
    .map(({ capturedMs }) => capturedMs / 1000);

/** A waist that goes up by some metres in a second, and down again 3 s later. */
const waist = (metres: number, mount: (frame: Frame) => Frame = (frame) => frame): Frame[] =>
  Array.from({ length: 480 }, (_, i) => {
    const tMs = i * 16.7;
    const pull = (fromMs: number) => {
      const share = (tMs - fromMs) / 1200;
      return share > 0 && share < 1 ? ((2 * Math.PI * metres) / 1.44) * Math.sin(2 * Math.PI * share) : 0;
    };
    return mount({
      kind: 'motion',
      capturedMs: tMs,
      deliveredMs: tMs + 5,
      accelMps2: [0, 9.81 + pull(1500) - pull(4700), 0],
      rotationDps: null,
      tiltDeg: null,
    });
  });

describe('rise from a motion sensor at the waist', () => {
  test('standing up is 1 and sitting down 0, told while it happens; a child of little height too', () => {
    for (const metres of [0.2, 0.35, 0.5]) {
      const signals = fromMotion(waist(metres));
      expect(changes(signals, 1)).toHaveLength(1);
      expect(changes(signals, 1)[0]).toBeGreaterThan(1.9);
      expect(changes(signals, 1)[0]).toBeLessThan(2.9);
      expect(changes(signals, 0).filter((tS) => tS > 1)).toHaveLength(1);
    }
  });

  test('a shift of some centimetres is no standing up', () => {
    expect(changes(fromMotion(waist(0.06)), 1)).toEqual([]);
  });

  test('any mounting tells the same', () => {
    const upsideDown = (frame: Frame): Frame =>
      frame.kind === 'motion' ? { ...frame, accelMps2: [frame.accelMps2[0], -frame.accelMps2[1], 0] } : frame;
    const flat = (frame: Frame): Frame => (frame.kind === 'motion' ? { ...frame, accelMps2: [0, 0, frame.accelMps2[1]] } : frame);
    for (const mount of [upsideDown, flat]) expect(changes(fromMotion(waist(0.35, mount)), 1)).toEqual(changes(fromMotion(waist(0.35)), 1));
  });

  test('a silent sensor is not heard', () => {
    expect(fromMotion(waist(0.3), 9000).at(-1)?.quality).toBe(0);
  });

  test.skipIf(!motionPresent)('the clear sit-to-stands of a recording are told within a second of their middle', () => {
    const ups = changes(fromMotion(readMotion('sit2standpy_sample')), 1);
    for (const middleS of [23.9, 37.4, 82.5]) expect(ups.some((tS) => Math.abs(tS - middleS) < 1)).toBe(true);
  });

  test.skipIf(!motionPresent)('a straight walk is no standing up', () => {
    for (const name of ['mobgap_MS001_Test5_Trial1', 'mobgap_MS001_Test5_Trial2']) expect(changes(fromMotion(readMotion(name)), 1)).toEqual([]);
  });

  test("played by an adult's thumb no source speaks", () => {
    expect(play(createRiseInterpreter(calibrate('adult')), [...waist(0.3), ...film(300, () => seated)])).toEqual([]);
  });
});
