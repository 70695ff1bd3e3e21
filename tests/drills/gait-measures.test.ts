import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import { gaitDrill } from '../../src/drills/gait/drill';
import { createGaitSet, even, walkByFoot } from './gait-set';

const sides = ['left', 'right'] as const satisfies Side[];

describe('the measures of a bout', () => {
  test('are cadence, step time and the distance to the beat', () => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(even(30));
    const { metrics } = play.waitForResult(1);
    expect(metrics.steps).toBe(31);
    expect(metrics.cadenceSpm).toBeCloseTo(120, 9);
    expect(metrics.stepTimeMeanS).toBeCloseTo(0.5, 12);
    expect(metrics.beatErrorMs).toBeCloseTo(0, 9);
    expect(metrics.beatSpreadMs).toBeCloseTo(0, 9);
    expect(metrics.asymmetryPct).toBeUndefined();
  });

  test.each(sides)('tell the asymmetry of a limp on the %s foot, and its mirror image the same', (side) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    // Every second step, onto `side`, takes 600 ms instead of 500.
    play.walk(
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 600 : 500)),
      side === 'left' ? 'right' : 'left',
    );
    expect(play.waitForResult(1).metrics.asymmetryPct).toBeCloseTo((100 * 100) / 550, 6);
  });

  test.each([
    [10, false],
    [11, true],
  ])('tell an asymmetry after %i contacts with known feet: %s', (contacts, told) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(even(contacts - 1), 'left');
    expect(play.waitForResult(1).metrics.asymmetryPct !== undefined).toBe(told);
  });

  test.each([
    [9, false],
    [10, true],
  ])('tell the distance to the beat after %i steps: %s', (steps, told) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(even(steps - 1));
    expect(play.waitForResult(1).metrics.beatErrorMs !== undefined).toBe(told);
  });

  const swaying = (strides: number) => Array.from({ length: strides + 1 }, (_, i) => 500 + ([0, 12, -9, 4, -15, 7, 10, -3][i % 8] ?? 0));

  test.each([
    [9, false],
    [10, true],
  ])('tell the variability of %i strides: %s', (strides, told) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(swaying(strides));
    const { strideTimeCvPct } = play.waitForResult(1).metrics;
    expect(strideTimeCvPct !== undefined).toBe(told);
    if (told) expect(strideTimeCvPct).toBeGreaterThan(0.68);
  });

  test.each([
    [2, false],
    [12, true],
  ])('leave out a variability that sampling alone could make: strides by turns %i ms short and long: %s', (offMs, told) => {
    const play = walkByFoot(createGaitSet());
    play.waitForCue();
    play.walk(Array.from({ length: 24 }, (_, i) => 500 + (Math.floor(i / 2) % 2 === 0 ? offMs : -offMs) / 2));
    expect(play.waitForResult(1).metrics.strideTimeCvPct !== undefined).toBe(told);
  });

  test.each([
    [0, true],
    [0.4, false],
  ])('leave the variability out where a camera sees the feet, 30 pictures a second cannot carry it: lifts of height %d: %s', (height, told) => {
    const play = walkByFoot(createGaitSet());
    const cueMs = play.waitForCue();
    for (const [i, ms] of swaying(24).entries()) {
      const side = i % 2 === 0 ? 'left' : 'right';
      play.waitUntil(cueMs + 1000 + i * 500 + 3 * (ms - 500));
      play.tick([play.signal({ side, phase: 'lift', height })]);
      play.wait(300);
      play.tick([play.signal({ side })]);
    }
    const { metrics } = play.waitForResult(1);
    expect(metrics.steps).toBe(25);
    expect(metrics.cadenceSpm).toBeGreaterThan(100);
    expect(metrics.strideTimeCvPct !== undefined).toBe(told);
    expect(gaitDrill.metrics.strideTimeCvPct.sources).toEqual(['motion']);
  });
});
