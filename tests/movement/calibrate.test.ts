import { describe, expect, test } from 'vitest';
import { longestCheckMs } from '../../src/movement/calibrate';
import { createInterpreter } from '../../src/movement/interpret/interpreters';
import { fromWayUpDeg } from '../../src/movement/interpret/lean-from-motion';
import { findMounting } from '../../src/movement/mounting';
import type { Frame } from '../../src/movement/types';
import { check, repeat } from './calibrate-check';
import { calibrate, film, mirror, play, seated, toBody, toPoseFrame, worsened } from './interpret-frames';

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
      const up = fromWayUpDeg(neutral);
      const mounting = findMounting(sense(screenAhead).slice(0, 90), { kind: screenAhead ? 'pouch' : 'held' });
      expect(mounting?.up[2]).toBeCloseTo(up[2], 6);
      const lean = check({ source: 'motion', ...(mounting ? { mounting } : {}) }, sense(screenAhead)).result?.lean;
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
