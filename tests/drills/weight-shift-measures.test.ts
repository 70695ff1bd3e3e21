import { describe, expect, test } from 'vitest';
import { createRng, drawNormal } from '../../src/core/rng';
import type { Side } from '../../src/core/units';
import { weightShiftMetrics } from '../../src/drills/weight-shift/metrics';
import { createLeanSet, leanByHand } from './weight-shift-set';

const sides = ['left', 'right'] as const satisfies Side[];
const signOf = (side: Side) => (side === 'left' ? -1 : 1);

/** One lean of the asked side by a path of the test, which begins some time after the cue. */
function measure(side: Side, move: (play: ReturnType<typeof leanByHand>, sign: number) => void, waitMs = 400) {
  const play = leanByHand(createLeanSet({}, { sides: [side] }));
  play.waitForCue();
  play.wait(waitMs);
  move(play, signOf(side));
  return play.waitForResult(1).metrics;
}

describe('the measures of a lean', () => {
  test.each(sides)('%s: a straight one of 800 ms that begins 400 ms after the cue', (side) => {
    const metrics = measure(side, (play, sign) => play.leanTo(0.8 * sign, 0, 800));
    // The sensor tells each lean 40 ms late but with its own time; 5 % of the limit are passed after 50 ms.
    expect(metrics.reactionMs).toBeCloseTo(400 - 40 + 50, -1);
    // From 5 % to the edge of the target at 60 %.
    expect(Math.abs((metrics.movementMs ?? 0) - 550)).toBeLessThanOrEqual(10.001);
    expect(metrics.excursionPct).toBeCloseTo(80, 6);
    expect(metrics.directionalControlPct).toBeCloseTo(100, 6);
    expect(metrics.holdMs).toBeGreaterThanOrEqual(500);
  });

  test.each(sides)('%s: by way of the front its control is the way towards the target over all the way', (side) => {
    const metrics = measure(side, (play, sign) => {
      play.leanTo(0.4 * sign, 0.3, 500);
      play.leanTo(0.8 * sign, 0, 500);
    });
    expect(Math.abs((metrics.directionalControlPct ?? 0) - 80)).toBeLessThan(1);
  });

  test('control is the same at every rate of the sensor, and hardly less with its jitter', () => {
    const rng = createRng('jitter');
    const bent = (every: number, noise: number) => {
      const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
      play.waitForCue();
      play.wait(400);
      for (let t = 10; play.state.results.length === 0; t += 10) {
        const share = Math.min(1, t / 1000);
        const jitter = () => noise * drawNormal(rng);
        const y = 0.2 * Math.sin(Math.PI * share);
        play.tick(t % every === 0 ? [play.signal(0.8 * share + jitter(), y + jitter())] : []);
      }
      return play.waitForResult(1).metrics.directionalControlPct ?? 0;
    };
    const fine = bent(10, 0);
    expect(fine).toBeGreaterThan(80);
    expect(fine).toBeLessThan(92);
    for (const every of [20, 30, 60]) expect(Math.abs(bent(every, 0) - fine)).toBeLessThan(2);
    expect(Math.abs(bent(30, 0.01) - fine)).toBeLessThan(6);
  });

  test('the farthest lean is told beyond the target and beyond 100 % of the limit', () => {
    expect(measure('right', (play) => play.leanTo(1.3, 0, 900)).excursionPct).toBeCloseTo(130, 0);
  });

  test('of a miss say how far the child came, and nothing of a target that it did not reach', () => {
    const metrics = measure('left', (play) => play.leanTo(-0.4, 0, 500));
    expect(metrics.excursionPct).toBeCloseTo(40, 6);
    expect(metrics.movementMs).toBeUndefined();
    expect(metrics.holdMs).toBe(0);
    expect(metrics.reactionMs).toBeGreaterThan(350);
  });

  test('without a lean have no onset, no control and no time', () => {
    expect(measure('right', (play) => play.leanTo(0.14, 0, 500))).toEqual({ excursionPct: expect.closeTo(14, 6), holdMs: 0 });
  });

  test('a lean that was on its way at the cue has no reaction time', () => {
    const early = measure('right', (play) => play.leanTo(0.8, 0, 800), 50);
    expect(early.reactionMs).toBeUndefined();
    expect(early.directionalControlPct).toBeCloseTo(100, 0);
    expect(measure('right', (play) => play.leanTo(0.8, 0, 800), 150).reactionMs).toBeGreaterThan(100);
  });

  test("a child's own sway before the cue is not taken for the start of its lean", () => {
    const play = leanByHand(createLeanSet({}, { sides: ['right'] }));
    const sway = () => play.lean(0.06 * Math.sin(play.nowMs / 80), 0);
    while (play.state.phase !== 'cue') {
      sway();
      play.tick();
    }
    for (let i = 0; i < 60; i++) {
      sway();
      play.tick();
    }
    play.leanTo(0.8, 0, 800);
    expect(play.waitForResult(1).metrics.reactionMs).toBeGreaterThan(550);
  });

  test('leave out the stay where the level asks for none', () => {
    const play = leanByHand(createLeanSet({ holdMs: 0 }, { sides: ['right'] }));
    play.waitForCue();
    play.wait(300);
    play.leanTo(0.8, 0, 600);
    expect(play.waitForResult(1).metrics).not.toHaveProperty('holdMs');
  });

  test('are of the trunk: sticks, fingers and thumbs do not carry them', () => {
    for (const metric of Object.values(weightShiftMetrics)) expect(metric.sources).toEqual(['pose', 'motion']);
  });
});
