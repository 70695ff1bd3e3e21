import { describe, expect, test } from 'vitest';
import { holdMetrics } from '../../src/drills/hold/metrics';
import { measureSway } from '../../src/measures/sway';
import { leastOverNoiseFloor, swayCarriers } from '../../src/measures/sway-carriers';
import { createHoldSet, holdByHand } from './hold-set';

/** A body that goes round once in 2 s: 10 mm to each side, 6 mm forward and back. */
const round = (tMs: number) => ({ ml: 10 * Math.sin((Math.PI * tMs) / 1000), ap: 6 * Math.cos((Math.PI * tMs) / 1000) });
const measure = (params: Parameters<typeof createHoldSet>[0], move: (tMs: number) => { ml: number; ap: number } | null = round) => {
  const play = holdByHand(createHoldSet(params));
  play.waitForCue();
  return play.sway(move);
};
/** A camera whose range check read a still body to move so fast; null: no check, or nobody was still. */
const floor =
  (stillMmps: number | null, move: typeof round = round) =>
  (tMs: number) => ({ ...move(tMs), ...(stillMmps === null ? {} : { stillMmps }) });
const extent = ['swayRmsMm', 'swayRangeMlMm', 'swayRangeApMm', 'swayAreaMm2'] as const;
const travel = ['swayVelocityMmps', 'swayPathMm', 'swayFrequencyHz'] as const;

describe('sway of a hold', () => {
  test('is what the published formulas give for the same path', () => {
    const metrics = measure({ holdS: 20 }, floor(1));
    const times = Array.from({ length: 600 }, (_, i) => (i * 1000) / 30);
    const { time } = measureSway({ ml: times.map((t) => round(t).ml), ap: times.map((t) => round(t).ap) }, 30, 'lp5');
    if ('notMeasurable' in time) throw new Error('no sway');
    expect(metrics.swayRmsMm).toBeCloseTo(time.rmsMm, 1);
    expect(metrics.swayRangeMlMm).toBeCloseTo(time.rangeMlMm, 0);
    expect(metrics.swayRangeApMm).toBeCloseTo(time.rangeApMm, 0);
    expect((metrics.swayAreaMm2 ?? 0) / time.areaCeMm2).toBeCloseTo(1, 1);
    expect((metrics.swayVelocityMmps ?? 0) / time.mveloMmS).toBeCloseTo(1, 1);
    expect((metrics.swayPathMm ?? 0) / time.pathMm).toBeCloseTo(1, 1);
    expect(metrics.swayFrequencyHz).toBeCloseTo(time.mfreqHz ?? 0, 1);
  });

  test('is the same to the left as to the right', () => {
    const mirrored = measure(
      { holdS: 12 },
      floor(1, (tMs) => ({ ml: -round(tMs).ml, ap: round(tMs).ap })),
    );
    for (const [name, value] of Object.entries(measure({ holdS: 12 }, floor(1))))
      expect(mirrored[name as keyof typeof mirrored]).toBeCloseTo(value, 6);
  });

  test.each([
    [10, true],
    [9, false],
  ])('of a hold of %i s is measured: %s', (holdS, measured) => {
    for (const name of extent) expect(name in measure({ holdS })).toBe(measured);
  });

  test('has velocity, path and frequency only above the floor of the camera at rest', () => {
    const { swayVelocityMmps = 0 } = measure({ holdS: 10 }, floor(0.5));
    expect(swayVelocityMmps).toBeGreaterThan(15);
    const below = Math.ceil((swayVelocityMmps / leastOverNoiseFloor) * 2) / 2;
    for (const [stillMmps, measured] of [
      [null, false],
      [below - 0.5, true],
      [below, false],
    ] as const) {
      const metrics = measure({ holdS: 10 }, floor(stillMmps));
      for (const name of travel) expect(name in metrics).toBe(measured);
      for (const name of extent) expect(name in metrics).toBe(true);
    }
  });

  test('is absent where the source tells no millimetres', () => {
    expect(Object.keys(measure({ holdS: 10 }, () => null))).toEqual(['timeInZonePct', 'longestHoldS']);
  });

  test('is absent where the body was not seen throughout', () => {
    const hidden = (fromMs: number, ms: number) => (tMs: number) => (tMs >= fromMs && tMs < fromMs + ms ? null : round(tMs));
    expect(measure({ holdS: 10 }, hidden(5000, 150)).swayRmsMm).toBeGreaterThan(8);
    expect(measure({ holdS: 10 }, hidden(5000, 400)).swayRmsMm).toBeUndefined();
    expect(measure({ holdS: 10 }, hidden(0, 2000)).swayRmsMm).toBeUndefined();
  });

  test('begins in the zone, goes on out of it, and is as long as the hold', () => {
    const play = holdByHand(createHoldSet({ holdS: 10 }));
    play.waitForCue();
    const count = 1;
    for (let i = 0; play.state.results.length < count; i++) {
      const ms = i * 10;
      // A second elsewhere at first, later another one; the body jumps far only after the time that is measured.
      play.lean(ms < 1000 || (ms > 5000 && ms < 6000) ? 0.9 : 0);
      const jumps = ms < 900 || ms > 11_300;
      play.tick(i % 3 === 0 ? [play.signal(1, jumps ? { ml: 500, ap: 0 } : round(ms))] : []);
    }
    const result = play.waitForResult(1);
    expect(result.outcome).toBe('success');
    expect(result.metrics.timeInZonePct).toBeCloseTo((100 * 10) / 12, 0);
    expect(result.metrics.swayRangeMlMm).toBeLessThan(25);
  });
});

test('every measure of sway names the one sensor that carries it', () => {
  for (const name of [...extent, ...travel]) {
    for (const source of holdMetrics[name].sources) expect(swayCarriers[source].extent.carries).toBe('measurable');
    expect(holdMetrics[name].sources).toEqual(['pose']);
  }
});
