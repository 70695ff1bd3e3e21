import { describe, expect, test } from 'vitest';
import { createStepInterpreter } from '../../src/movement/interpret/step';
import type { Calibration, Frame, MovementSignal, Vec3 } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import {
  calibrate,
  film,
  hide,
  mirror,
  motionPresent,
  type Posture,
  play,
  readMotion,
  readMotionReference,
  seated,
  toPoseFrame,
  worsened,
} from './interpret-frames';

const steps = (frames: readonly Frame[], more: Partial<Calibration> = {}, untilMs?: number) =>
  play(createStepInterpreter(calibrate('pose', more)), frames, untilMs);
/** Lifts and plants in order; a lift that is told again while the foot is up is one. */
const starts = (signals: readonly MovementSignal<'step'>[]) => {
  const steps = signals.filter(({ value }) => value.phase !== 'none');
  const isAgain = ({ value }: MovementSignal<'step'>, i: number) =>
    value.phase === 'lift' && steps.slice(0, i).findLast((other) => other.value.side === value.side)?.value.phase === 'lift';
  return steps.filter((signal, i) => !isAgain(signal, i));
};
const tell = (signals: readonly MovementSignal<'step'>[]) => starts(signals).map(({ value }) => `${value.side} ${value.phase}`);

/** Marching in place from 1 s on: one foot every 600 ms, the left first. */
const march = (liftM: number, untilMs = 5000) =>
  film(untilMs, (tMs): Partial<Posture> => {
    const n = Math.floor((tMs - 1000) / 600);
    const up = tMs < 1000 ? 0 : liftM * Math.max(0, Math.sin((Math.PI * ((tMs - 1000) % 600)) / 450));
    return { standing: 1, liftM: { left: n % 2 === 0 ? up : 0, right: n % 2 === 0 ? 0 : up } };
  });
const sixSteps = ['left', 'right', 'left', 'right', 'left', 'right'].flatMap((side) => [`${side} lift`, `${side} plant`]);

describe('steps from the camera', () => {
  test('each lifted foot is a lift and a plant of its side', () => {
    expect(tell(steps(march(0.12, 4500)))).toEqual(sixSteps);
  });

  test('mirrored, left and right are exchanged', () => {
    const swap = (text: string) => (text.startsWith('left') ? text.replace('left', 'right') : text.replace('right', 'left'));
    expect(tell(steps(march(0.12, 4500).map(mirror)))).toEqual(sixSteps.map(swap));
  });

  test('a foot comes up and down when it does: lifts and plants keep their times', () => {
    const told = starts(steps(march(0.12, 4500)));
    for (const [i, { capturedMs, value }] of told.entries()) {
      const startMs = 1000 + 600 * Math.floor(i / 2);
      if (value.phase === 'lift') expect(Math.abs(capturedMs - startMs - 60)).toBeLessThan(70);
      else expect(Math.abs(capturedMs - startMs - 450)).toBeLessThan(70);
    }
  });

  test('while a foot is up its height is told with each frame, and its plant has the highest', () => {
    const first = steps(march(0.12, 1600)).filter(({ value }) => value.phase !== 'none');
    const lifts = first.filter(({ value }) => value.phase === 'lift').map(({ value }) => value.height);
    expect(lifts.length).toBeGreaterThan(6);
    expect(first.at(-1)?.value.phase).toBe('plant');
    expect(first.at(-1)?.value.height).toBeGreaterThanOrEqual(Math.max(...lifts));
    const times = first.map(({ capturedMs }) => capturedMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('a plant says how high the foot was, as a share of the comfortable lift of that foot', () => {
    const height = (more: Partial<Calibration>) => steps(march(0.12), more).find(({ value }) => value.phase === 'plant')?.value.height ?? 0;
    expect(height({ ranges: { step: { left: 0.15 } } }) / height({ ranges: { step: { left: 0.3 } } })).toBeCloseTo(2, 1);
  });

  test('a child with little lift steps after its range check', () => {
    expect(tell(steps(march(0.03, 4500)))).toEqual([...sixSteps]);
    expect(tell(steps(march(0.012, 4500)))).toEqual([]);
  });

  test('knees step where a walker hides the feet', () => {
    expect(tell(steps(march(0.12, 4500).map((frame) => hide(frame, (joint) => joint.endsWith('ankle')))))).toEqual(sixSteps);
  });

  test('sitting, leaning and raising arms are no steps', () => {
    expect(tell(steps(film(4000, (t) => ({ leanDeg: 15 * Math.sin(t / 300), armDeg: { left: 90, right: t / 50 } }))))).toEqual([]);
  });

  test('a jump lifts neither foot', () => {
    expect(
      tell(
        steps(
          film(4000, (t) => ({ standing: 1, liftM: { left: 0.1 * Math.max(0, Math.sin(t / 250)), right: 0.1 * Math.max(0, Math.sin(t / 250)) } })),
        ),
      ),
    ).toEqual([]);
  });

  test('a foot that stays where it was put down higher stands there, and steps on from there', () => {
    const frames = film(9000, (t) => ({ standing: 1, liftM: { left: t > 1000 ? 0.06 + (t > 7000 && t < 7500 ? 0.1 : 0) : 0, right: 0 } }));
    expect(tell(steps(frames))).toEqual(['left lift', 'left plant', 'left lift', 'left plant']);
  });

  test.each(worsened)('%s: the steps stay what they were', (_, worsen) => {
    expect(tell(steps(worsen(march(0.12, 4500))))).toEqual(sixSteps);
  });

  test('a foot that was up when the child left the picture makes no step; back, the child is seen without a step', () => {
    const frames = march(0.12, 4500).map(
      (frame): Frame => (frame.kind === 'pose' && frame.capturedMs > 1200 && frame.capturedMs < 2000 ? { ...frame, joints: {} } : frame),
    );
    const signals = steps(frames);
    expect(signals[0]).toMatchObject({ value: { phase: 'none' }, quality: 1 });
    const lost = signals.filter(({ quality }) => quality === 0);
    expect(lost.every(({ value }) => value.phase === 'none')).toBe(true);
    const back = signals.find(({ quality, capturedMs }) => quality > 0 && capturedMs >= 2000);
    expect(back).toMatchObject({ value: { phase: 'none' }, quality: 1 });
    expect(signals.find(({ value, capturedMs }) => capturedMs >= 2000 && value.phase !== 'none')?.value.phase).toBe('lift');
  });

  test('a silent camera sees no feet', () => {
    expect(steps(march(0.12, 2000), {}, 4000).at(-1)).toMatchObject({ value: { phase: 'none' }, quality: 0 });
  });
});

describe.skipIf(!present)('steps in recordings of people', () => {
  test.each([
    ['plain', 'uiprmd_m02_s03.csv', 'right'],
    ['every third frame dropped', 'uiprmd_m02_s03.csv', 'right'],
    ['5 mm of noise', 'uiprmd_m02_s03.csv', 'right'],
    ['mirrored', 'uiprmd_m02_s03.csv', 'left'],
    ['plain', 'uiprmd_m02_s01.csv', 'right'],
  ] as const)('hurdle steps (%s) are steps of one foot as they happen', (way, name, side) => {
    let frames = readFrames(name);
    if (way === '5 mm of noise') frames = addNoise(frames, 0.005, 'step');
    let filmed = frames.map((frame) => toPoseFrame(frame));
    if (way === 'every third frame dropped') filmed = filmed.filter((_, i) => i % 3 !== 1);
    if (way === 'mirrored') filmed = filmed.map(mirror);
    const told = tell(steps(filmed));
    expect(told.filter((text) => text === `${side} plant`).length).toBeGreaterThanOrEqual(9);
    expect(told.filter((text) => text === `${side} plant`).length).toBeLessThanOrEqual(10);
    expect(told.every((text) => text.startsWith(side))).toBe(true);
  });

  test.each(['uiprmd_m01_s01.csv', 'uiprmd_m05_s03.csv', 'uiprmd_m07_s01.csv', 'keraal_RTK_kinect.csv'])(
    '%s: no steps in squats, rises and arm raises',
    (name) => {
      expect(tell(steps(readFrames(name).map((frame) => toPoseFrame(frame))))).toEqual([]);
    },
  );
});

const heels = (frames: readonly Frame[], untilMs?: number) =>
  play(createStepInterpreter(calibrate('motion')), frames, untilMs).filter(({ value }) => value.phase === 'plant');

describe.skipIf(!motionPresent)('steps from a motion sensor, as they happen', () => {
  interface Truth {
    readonly reference: { readonly Stereophoto: readonly { readonly initial_contacts: readonly { readonly t_s: number }[] }[] };
    readonly ground_truth_steps: number;
  }
  const mountings: readonly (readonly [string, (vector: Vec3) => Vec3])[] = [
    ['as recorded', (vector) => vector],
    ['upside down', ([x, y, z]) => [-x, -y, z]],
    ['lying on a tray', ([x, y, z]) => [x, -z, y]],
    ['askew', ([x, y, z]) => [0.8 * x + 0.6 * y, -0.6 * x + 0.8 * y, z]],
  ];

  test.each(mountings)('a straight walk gives each step within one, %s', (_, mount) => {
    for (const name of ['mobgap_MS001_Test5_Trial1', 'mobgap_MS001_Test5_Trial2']) {
      const contacts = (readMotionReference(name) as Truth).reference.Stereophoto.flatMap(({ initial_contacts }) =>
        initial_contacts.map(({ t_s }) => t_s),
      );
      const own = heels(readMotion(name, mount)).map(({ capturedMs }) => capturedMs / 1000);
      const inside = own.filter((tS) => tS > (contacts[0] ?? 0) - 0.3 && tS < (contacts.at(-1) ?? 0) + 0.3);
      expect(Math.abs(inside.length - contacts.length)).toBeLessThanOrEqual(1);
      const near = contacts.filter((tS) => own.some((other) => Math.abs(other - tS) <= 0.1));
      expect(near.length / contacts.length).toBeGreaterThanOrEqual(0.85);
      expect(own.length - inside.length).toBeLessThanOrEqual(2);
    }
  });

  test.each(['oxford_Samsung_Dario_Hard_BackPocket_1', 'oxfordval_user2_frontpocket_1506422217391'])(
    '%s: a loose pocket counts within 6 %%',
    (name) => {
      const truth = (readMotionReference(name) as Truth).ground_truth_steps;
      expect(Math.abs(heels(readMotion(name)).length - truth) / truth).toBeLessThan(0.06);
    },
  );

  test('every third reading dropped, or repeated times, change at most one step of a straight walk', () => {
    const frames = readMotion('mobgap_MS001_Test5_Trial1');
    const whole = heels(frames).length;
    for (const worse of [frames.filter((_, i) => i % 3 !== 1), frames.flatMap((frame) => [frame, frame])])
      expect(Math.abs(heels(worse).length - whole)).toBeLessThanOrEqual(1);
  });

  test('a step is told within a quarter of a second of the heel for nine of ten steps', () => {
    const delays = heels(readMotion('oxfordval_user2_frontpocket_1506422217391'))
      .map(({ capturedMs, deliveredMs }) => deliveredMs - capturedMs)
      .sort((a, b) => a - b);
    expect(delays[Math.floor(0.9 * delays.length)]).toBeLessThan(250);
    expect(delays[0]).toBeGreaterThan(0);
  });

  test('standing still before a walk gives no step, and no step knows its foot', () => {
    const told = heels(readMotion('mobgap_MS001_Test5_Trial1'));
    expect(told.filter(({ capturedMs }) => capturedMs < 6000)).toEqual([]);
    expect(told.every(({ value }) => value.side === null && value.height === 0)).toBe(true);
  });
});

describe('a motion sensor at rest', () => {
  const still = (untilMs: number, shake = 0): Frame[] =>
    Array.from({ length: Math.floor(untilMs / 16) }, (_, i) => ({
      kind: 'motion',
      capturedMs: i * 16,
      deliveredMs: i * 16 + 4,
      accelMps2: [0, 9.81 + shake * Math.sin(i / 6), 0],
      rotationDps: null,
      tiltDeg: null,
    }));

  test('is seen without a step, and lost when it is silent', () => {
    const signals = play(createStepInterpreter(calibrate('motion')), still(1000), 2000);
    expect(signals[0]).toMatchObject({ value: { phase: 'none' }, quality: 1 });
    expect(signals.at(-1)).toMatchObject({ value: { phase: 'none' }, quality: 0 });
  });

  test('trembles without stepping', () => {
    expect(heels(still(8000, 0.15))).toEqual([]);
  });

  test('turned over in the hand it does not step', () => {
    const turned = still(3000).map((frame, i): Frame => {
      const angle = Math.min(Math.PI / 2, Math.max(0, (i - 60) / 25));
      return { ...frame, accelMps2: [9.81 * Math.sin(angle), 9.81 * Math.cos(angle), 1.5 * Math.sin(i / 9) * (i > 60 && i < 100 ? 1 : 0)] } as Frame;
    });
    expect(heels(turned)).toEqual([]);
  });

  test("played by an adult's thumb no source speaks", () => {
    expect(play(createStepInterpreter(calibrate('adult')), [...still(500), ...film(300, () => seated)])).toEqual([]);
  });
});
