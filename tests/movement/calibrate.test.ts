import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { createRangeCheck, longestCheckMs, type RangeCheckOrder, type RangeCheckState } from '../../src/movement/calibrate';
import { createInterpreter } from '../../src/movement/interpret/interpreters';
import { fromWayUpDeg } from '../../src/movement/interpret/lean-from-motion';
import { mergeRanges } from '../../src/movement/newest-ranges';
import { rangesShape } from '../../src/movement/shapes';
import type { Frame, MovementRanges, Vec3 } from '../../src/movement/types';
import { addNoise, present, readFrames } from '../measures/pose-frames';
import { calibrate, film, mirror, type Posture, play, seated, toBody, toPoseFrame, worsened } from './interpret-frames';

/** Runs a whole check and gives its range and every state, one each 100 ms. */
function check(order: Partial<RangeCheckOrder>, frames: readonly Frame[], untilMs = longestCheckMs) {
  const run = createRangeCheck({ movement: 'lean', source: 'pose', limb: 'shoulder_elevation', side: null, startMs: 0, ...order });
  const states: RangeCheckState[] = [];
  let next = 0;
  for (let nowMs = 100; nowMs <= untilMs; nowMs += 100) {
    const from = next;
    while (next < frames.length && (frames[next]?.deliveredMs ?? 0) <= nowMs) next += 1;
    states.push(run.step(frames.slice(from, next), nowMs));
  }
  const result = run.result();
  if (result) expect(parse(rangesShape, result)).toEqual(result);
  return { result, states, last: states.at(-1) };
}

/** Goes to a posture and back again and again: still for 2 s, then 2 s out, with a rest between. */
const repeat = (untilMs: number, out: (share: number, n: number) => Partial<Posture>) =>
  film(untilMs, (t) => {
    const n = Math.floor((t - 2000) / 3000);
    const within = (t - 2000) % 3000;
    const share = t < 2000 ? 0 : Math.min(1, Math.max(0, Math.min(within / 600, (2400 - within) / 600)));
    return out(share, n);
  });

const four = (left: number, right: number, forward: number, backward: number) => (share: number, n: number) =>
  n % 4 === 0 ? { leanDeg: -left * share } : n % 4 === 1 ? { leanDeg: right * share } : { forwardDeg: (n % 4 === 2 ? forward : -backward) * share };

describe('the range check of leaning', () => {
  const { result, states } = check({}, repeat(26000, four(10, 20, 25, 8)));

  test('finds neutral and the comfortable limit of each direction', () => {
    expect(result?.lean?.neutral.x).toBeCloseTo(0, 1);
    expect(result?.lean?.left).toBeCloseTo(10, 0);
    expect(result?.lean?.right).toBeCloseTo(20, 0);
    expect(result?.lean?.forward).toBeCloseTo(25, 0);
    expect(result?.lean?.backward).toBeCloseTo(8, 0);
  });

  test('goes from being still to moving to being over, and shows what was reached', () => {
    expect(states.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1])).toEqual(['still', 'go', 'done']);
    const reached = states.map((state) => state.reached.right ?? 0);
    expect(reached.every((share, i) => share >= (reached[i - 1] ?? 0))).toBe(true);
    expect(states.at(-1)?.reached).toMatchObject({ right: expect.closeTo(20 / 35, 1), left: expect.closeTo(10 / 35, 1) });
    expect(states[0]?.share).toBeLessThan(0.01);
    expect(states.at(-1)?.share).toBe(1);
  });

  test('mirrored, left and right are exchanged', () => {
    const mirrored = check({}, repeat(26000, four(10, 20, 25, 8)).map(mirror)).result;
    expect(mirrored?.lean?.left).toBeCloseTo(result?.lean?.right ?? 0, 2);
    expect(mirrored?.lean?.right).toBeCloseTo(result?.lean?.left ?? 0, 2);
  });

  test('makes the same child lean wholly when it leans as far again', () => {
    const calibration = calibrate('pose', { ranges: result ?? {} });
    const signal = play(
      createInterpreter('lean', calibration),
      film(1500, () => ({ leanDeg: 20 })),
    ).at(-1);
    expect(signal?.value).toMatchObject({ x: expect.closeTo(1, 1) });
  });

  test('is measured from where the child sits still, askew too', () => {
    const askew = check(
      {},
      repeat(20000, (share, n) => ({ leanDeg: 6 + (n % 2 ? 10 : -10) * share })),
    ).result;
    expect(askew?.lean?.neutral.x).toBeCloseTo(6, 0);
    expect(askew?.lean?.left).toBeCloseTo(10, 0);
    expect(askew?.lean?.right).toBeCloseTo(10, 0);
  });

  test('takes what is held, not the farthest moment: one short reach far out changes nothing', () => {
    const usual = repeat(26000, four(10, 12, 12, 6));
    const burst = usual.map(
      (frame): Frame => (frame.capturedMs > 6000 && frame.capturedMs < 6200 ? toPoseFrame(toBody(frame.capturedMs, { leanDeg: 34 })) : frame),
    );
    expect(check({}, burst).result?.lean?.right).toBeCloseTo(check({}, usual).result?.lean?.right ?? 0, 1);
  });

  test('never goes beyond the safety limit', () => {
    expect(check({}, repeat(26000, four(50, 50, 60, 40))).result?.lean).toMatchObject({ left: 35, right: 35, forward: 40, backward: 15 });
  });

  test('a direction that was not tried is safe, and no easier than those that were', () => {
    const onlyRight = (deg: number) =>
      check(
        {},
        repeat(26000, (share) => ({ leanDeg: deg * share })),
      ).result?.lean;
    expect(onlyRight(30)?.left).toBe(12);
    expect(onlyRight(6)?.left).toBeCloseTo(6, 0);
    expect(onlyRight(6)?.right).toBeCloseTo(6, 0);
  });

  test('a child that does not move, or is never seen, has no new range, and play is not held up', () => {
    const still = check(
      {},
      film(29000, () => seated),
    );
    expect(still.result).toBeNull();
    expect(still.last?.phase).toBe('done');
    const unseen = check(
      {},
      film(29000, () => seated).map((frame): Frame => (frame.kind === 'pose' ? { ...frame, joints: {} } : frame)),
    );
    expect(unseen).toMatchObject({ result: null, last: { phase: 'done', seen: false } });
    expect(check({}, []).result).toBeNull();
  });

  test('a restless child gets a neutral too, after six seconds', () => {
    const restless = film(26000, (t) => ({ leanDeg: 10 * Math.sin(t / 400) }));
    const { states: own, result: found } = check({}, restless);
    expect(own.findIndex(({ phase }) => phase === 'go')).toBeGreaterThan(55);
    expect(own.findIndex(({ phase }) => phase === 'go')).toBeLessThan(70);
    expect(found?.lean?.neutral.x).toBeLessThan(11);
  });

  test.each([
    [longestCheckMs - 100, 'go'],
    [longestCheckMs, 'done'],
  ])('after %i ms it is in phase %s', (untilMs, phase) => {
    const growing = film(31000, (t) => ({ leanDeg: t < 2000 ? 0 : 20 * (t / 31000) * Math.sin(t / 500) }));
    expect(check({}, growing, untilMs).last?.phase).toBe(phase);
  });

  test('is over early once every direction was tried and nothing grows', () => {
    const { states: own } = check({}, [
      ...repeat(14000, four(10, 10, 12, 8)),
      ...film(16000, () => seated).map((frame) => ({ ...frame, capturedMs: frame.capturedMs + 14000, deliveredMs: frame.deliveredMs + 14000 })),
    ]);
    const overMs = 100 * (own.findIndex(({ phase }) => phase === 'done') + 1);
    expect(overMs).toBeLessThan(22000);
    expect(overMs).toBeGreaterThan(14000);
  });

  test.each(worsened)('%s: the range stays what it was', (_, worsen) => {
    const worse = check({}, worsen(repeat(26000, four(10, 20, 25, 8)))).result?.lean;
    expect(worse?.right).toBeCloseTo(20, 0);
    expect(worse?.left).toBeCloseTo(10, 0);
  });

  test('a child that leaves for a while keeps what it had reached', () => {
    const away = repeat(26000, four(10, 20, 25, 8)).map(
      (frame): Frame => (frame.kind === 'pose' && frame.capturedMs > 16000 && frame.capturedMs < 20000 ? { ...frame, joints: {} } : frame),
    );
    const { result: found, states: own } = check({}, away);
    expect(found?.lean?.right).toBeCloseTo(20, 0);
    expect(own.some(({ seen, phase }) => !seen && phase === 'go')).toBe(true);
  });
});

describe('the range check of leaning with a sensor', () => {
  const neutral = { x: 10, y: 20 };
  const sense = (screenAhead: boolean): Frame[] =>
    Array.from({ length: 26 * 60 }, (_, i) => {
      const tMs = (i * 1000) / 60;
      const n = Math.floor((tMs - 2000) / 3000);
      const within = (tMs - 2000) % 3000;
      const share = tMs < 2000 ? 0 : Math.min(1, Math.max(0, Math.min(within / 600, (2400 - within) / 600)));
      const [x, y, z] = fromWayUpDeg({ x: neutral.x - (n % 2 === 0 ? 15 : -8) * share * (screenAhead ? -1 : 1), y: neutral.y });
      return { kind: 'motion', capturedMs: tMs, deliveredMs: tMs + 5, accelMps2: [9.81 * x, 9.81 * y, 9.81 * z], rotationDps: null, tiltDeg: null };
    });

  test('finds the way up that is neutral, in any mounting, and the limits to both sides', () => {
    for (const screenAhead of [false, true]) {
      const lean = check({ source: 'motion', screenAhead }, sense(screenAhead)).result?.lean;
      expect(lean?.neutral.x).toBeCloseTo(10, 0);
      expect(lean?.neutral.y).toBeCloseTo(20, 0);
      expect(lean?.right).toBeGreaterThan(12.5);
      expect(lean?.right).toBeLessThan(16);
      expect(lean?.left).toBeGreaterThan(6.5);
      expect(lean?.left).toBeLessThan(9);
      expect(lean?.screenAhead).toBe(screenAhead ? true : undefined);
    }
  });
});

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
