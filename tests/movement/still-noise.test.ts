import { describe, expect, test } from 'vitest';
import { createRng, drawNormal } from '../../src/core/rng';
import { holdDrill } from '../../src/drills/hold/drill';
import type { HoldState } from '../../src/drills/hold/state';
import { createLeanInterpreter } from '../../src/movement/interpret/lean';
import { measureStillNoise, type PlaceSample } from '../../src/movement/still-noise';
import type { Frame, MovementRanges } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { createHoldSet } from '../drills/hold-set';
import { check, repeat } from './calibrate-check';
import { calibrate, film, play, seated, withoutWorld } from './interpret-frames';

/** A still second, 30 readings, of a body that drifts and a tracker that jitters by so many mm each way. */
function rest(jitterMm: number, drift: (s: number) => number = () => 0, seed = 'rest'): PlaceSample[] {
  const rng = createRng(seed);
  return Array.from({ length: 31 }, (_, i) => ({
    tMs: (i * 1000) / 30,
    ml: drift(i / 30) + jitterMm * drawNormal(rng),
    ap: jitterMm * drawNormal(rng),
  }));
}

describe('the noise of a still moment', () => {
  test.each([0.5, 2, 6])('a jitter of %f mm each way is told as it is', (mm) => {
    const { rmsMm = 0 } = measureStillNoise(rest(mm)) ?? {};
    expect(rmsMm / (mm * Math.SQRT2)).toBeGreaterThan(0.75);
    expect(rmsMm / (mm * Math.SQRT2)).toBeLessThan(1.25);
  });

  test('twice the jitter moves twice as fast', () => {
    expect((measureStillNoise(rest(4))?.mmps ?? 0) / (measureStillNoise(rest(2))?.mmps ?? 1)).toBeCloseTo(2, 6);
  });

  test("the body's own slow sway is no noise, one way or the other", () => {
    const still = measureStillNoise(rest(1));
    const swaying = measureStillNoise(rest(1, (s) => 12 * s - 8 * s * s));
    const mirrored = measureStillNoise(rest(1, (s) => -12 * s + 8 * s * s));
    expect(swaying?.rmsMm).toBeCloseTo(still?.rmsMm ?? 0, 6);
    expect(mirrored?.mmps).toBeCloseTo(still?.mmps ?? 0, 6);
  });

  test('a body that trembles counts as noise, so that noise is never told too small', () => {
    expect(measureStillNoise(rest(0, (s) => 5 * Math.sin(2 * Math.PI * 4 * s)))?.rmsMm).toBeGreaterThan(3);
  });

  test('of a body that does not move at all there is none', () => {
    expect(measureStillNoise(rest(0))?.rmsMm).toBeCloseTo(0, 9);
  });

  test.each([
    ['twelve readings tell it', 12, true],
    ['eleven do not', 11, false],
    ['none do not', 0, false],
  ])('%s', (_, count, told) => {
    expect(measureStillNoise(rest(2).slice(0, count)) !== null).toBe(told);
  });
});

/** The tracker finds every joint anew each frame, some mm beside where it is. */
function jitter(frames: readonly Frame[], mm: number): Frame[] {
  const rng = createRng('jitter');
  return frames.map((frame): Frame => {
    if (frame.kind !== 'pose') return frame;
    const shake = (metres: number) => metres + (mm / 1000) * drawNormal(rng);
    const joints = Object.fromEntries(
      Object.entries(frame.joints).map(([name, [x, y, z, seen]]) => [name, [shake(x * 2.2) / 2.2, shake(y * 2.2) / 2.2, z, seen]]),
    );
    const world = Object.fromEntries(Object.entries(frame.world ?? {}).map(([name, [x, y, z]]) => [name, [shake(x), shake(y), shake(z)]]));
    return { ...frame, joints, ...(frame.world ? { world } : {}) } as Frame;
  });
}

const leans = (share: number, n: number) => ({ leanDeg: (n % 2 === 0 ? 12 : -12) * share });
const checked = (mm: number, change: (frame: Frame) => Frame = (frame) => frame): MovementRanges['lean'] =>
  check({}, jitter(repeat(20_000, leans), mm).map(change)).result?.lean;

describe('the range check of leaning before a camera', () => {
  test('measures what the camera reads of the still child, and more for a worse camera', () => {
    const [good, worse] = [checked(2), checked(4)];
    expect(good?.still?.rmsMm).toBeGreaterThan(0.1);
    expect(worse?.still?.rmsMm ?? 0).toBeGreaterThan(1.5 * (good?.still?.rmsMm ?? 9));
    expect(worse?.still?.mmps ?? 0).toBeGreaterThan(1.5 * (good?.still?.mmps ?? 9));
  });

  test('a camera that tells no metres has no noise in millimetres', () => {
    expect(checked(2, withoutWorld)?.left).toBeGreaterThan(8);
    expect(checked(2, withoutWorld)?.still).toBeUndefined();
  });

  test('a child that is never still has none: what it moves is not the camera', () => {
    const restless = film(20_000, (t) => ({ leanDeg: 8 * Math.sin(t / 250) }));
    const lean = check({}, restless).result?.lean;
    expect(lean).toBeDefined();
    expect(lean?.still).toBeUndefined();
  });

  test('its noise goes with each sway that is told; without a check none does', () => {
    const sway = (ranges?: MovementRanges) =>
      play(
        createLeanInterpreter(calibrate('pose', ranges ? { ranges } : {})),
        film(1000, () => seated),
      ).at(-1)?.value.swayMm;
    const lean = checked(2);
    expect(sway(lean && { lean })?.stillMmps).toBe(lean?.still?.mmps);
    expect(sway()).toMatchObject({ ml: expect.any(Number) });
    expect(sway()?.stillMmps).toBeUndefined();
  });
});

describe('holding before the camera of that check', () => {
  /** A hold of 10 s while the trunk goes to and fro by some degrees a second. */
  const hold = (mm: number, swayDeg: number, ranges: MovementRanges | undefined) => {
    const runner = createRunner<HoldState>({
      drill: holdDrill,
      set: createHoldSet({ trials: 1, holdS: 10, tolerancePct: 80 }),
      seed: 'still',
      calibration: calibrate('pose', ranges ? { ranges } : {}),
    });
    for (const frame of jitter(
      film(14_000, (t) => ({ leanDeg: swayDeg * Math.sin(t / 200) })),
      mm,
    ))
      runner.push(frame);
    runner.advanceTo(14_000);
    return runner.state.results[0]?.metrics ?? {};
  };
  const rangesOf = (mm: number): MovementRanges => ({ lean: checked(mm) ?? expect.fail('no range') });

  test('a sway well above its noise has velocity, path and frequency', () => {
    const metrics = hold(2, 4, rangesOf(2));
    expect(metrics.swayVelocityMmps).toBeGreaterThan(30);
    expect(metrics.swayPathMm).toBeGreaterThan(300);
    expect(metrics.swayFrequencyHz).toBeGreaterThan(0);
  });

  test.each([1, 2, 4])('the check reads a still body about as the sway measures do, rather faster than slower (%i mm)', (mm) => {
    const { lean } = rangesOf(mm);
    const read = hold(mm, 0, lean && { lean: { ...lean, still: { rmsMm: 0, mmps: 0 } } }).swayVelocityMmps ?? Number.NaN;
    expect((lean?.still?.mmps ?? 0) / read).toBeGreaterThan(0.85);
    expect((lean?.still?.mmps ?? 0) / read).toBeLessThan(2);
  });

  test.each([
    ['a body that hardly sways', 4, 0.2, true],
    ['a camera that nobody checked', 2, 4, false],
  ] as const)('%s has how far it goes, and no velocity: not measurable with this sensor', (_, mm, swayDeg, known) => {
    const metrics = hold(mm, swayDeg, known ? rangesOf(mm) : undefined);
    expect(metrics.swayRmsMm).toBeGreaterThan(0);
    for (const name of ['swayVelocityMmps', 'swayPathMm', 'swayFrequencyHz'] as const) expect(metrics[name]).toBeUndefined();
  });
});
