import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachMetric } from '../../src/drills/reach/metrics';
import type { ReachState } from '../../src/drills/reach/state';
import type { TrialResult } from '../../src/drills/types';
import type { Frame } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { createSet, fieldMm, plainTouch } from './reach-set';

const minimumJerk = (share: number) => share ** 3 * (10 - 15 * share + 6 * share ** 2);

interface Reach {
  readonly restMs: number;
  readonly durationMs: number;
  /** Bow of the path as a share of its length. */
  readonly bow: number;
  /** Where the movement ends, from the target's middle. */
  readonly missMm: number;
}

/** One reach of known times and path on the glass, at 120 Hz, from a finger that rests on the glass before the cue. */
function reachOnGlass(reach: Reach, late: (ms: number) => number = (ms) => ms): TrialResult<ReachMetric> {
  const set = createSet({ trials: 1, distanceMm: 100, targetWidthMm: 50, windowMs: 20000 });
  const runner = createRunner<ReachState>({ drill: reachDrill, set, seed: 'known', calibration: plainTouch });
  const from = { x: set.space.originXMm, y: set.space.originYMm };
  const frame = (capturedMs: number, x: number, y: number): Frame => ({
    kind: 'touch',
    capturedMs,
    deliveredMs: late(capturedMs),
    contacts: [{ id: 7, x: x / fieldMm.width, y: y / fieldMm.height }],
  });
  runner.push(frame(50, from.x, from.y));
  runner.advanceTo(700);
  const target = runner.state.targets[0];
  if (!target) throw new Error('no target is shown');
  const goal = { x: target.xMm + reach.missMm, y: target.yMm };
  const startMs = runner.state.memory.cueMs + reach.restMs;
  const across = { x: -(goal.y - from.y), y: goal.x - from.x };
  const frames: Frame[] = [];
  for (let ms = 0; ms <= reach.durationMs; ms += 1000 / 120) {
    const along = minimumJerk(ms / reach.durationMs);
    const aside = reach.bow * Math.sin(Math.PI * along);
    frames.push(frame(startMs + ms, from.x + (goal.x - from.x) * along + across.x * aside, from.y + (goal.y - from.y) * along + across.y * aside));
  }
  for (const one of [...frames].sort((p, q) => p.deliveredMs - q.deliveredMs)) runner.push(one);
  runner.advanceTo(25000);
  const result = runner.state.results[0];
  if (!result) throw new Error('the trial did not end');
  return result;
}

/** Time between 5 % of peak speed on both sides of a minimum-jerk movement, as a share of its duration. */
const between5Percent = 0.8811;

/** Length of the bowed path for a straight distance of 1. */
function bowedLength(bow: number): number {
  let length = 0;
  for (let i = 0; i < 1000; i++) length += Math.hypot(0.001, bow * (Math.sin((Math.PI * (i + 1)) / 1000) - Math.sin((Math.PI * i) / 1000)));
  return length;
}

describe('a reach of known path and duration on the glass', () => {
  test.each([
    { restMs: 300, durationMs: 500, bow: 0, missMm: 0 },
    { restMs: 500, durationMs: 700, bow: 0.15, missMm: 0 },
    { restMs: 650, durationMs: 900, bow: 0.2, missMm: 4 },
    { restMs: 1200, durationMs: 1400, bow: -0.1, missMm: -8 },
  ])('is measured: $durationMs ms, bow $bow, $missMm mm beside', (reach) => {
    const { outcome, metrics } = reachOnGlass(reach);
    expect(outcome).toBe('success');
    expect(Math.abs((metrics.movementMs ?? 0) - reach.durationMs * between5Percent)).toBeLessThanOrEqual(20);
    expect(Math.abs((metrics.reactionMs ?? 0) - reach.restMs - (reach.durationMs * (1 - between5Percent)) / 2)).toBeLessThanOrEqual(20);
    expect(metrics.movementUnits).toBe(1);
    expect(Math.abs((metrics.endErrorMm ?? 99) - Math.abs(reach.missMm))).toBeLessThan(1);
    const straightMm = metrics.distanceMm ?? 0;
    expect(straightMm).toBeCloseTo(100, 0);
    // The straight way of a reach that ends beside the target is not the distance to its middle.
    if (reach.missMm === 0) expect(Math.abs((metrics.pathMm ?? 0) / (bowedLength(reach.bow) * straightMm) - 1)).toBeLessThan(0.02);
    expect(metrics.straightness).toBeCloseTo(1 / bowedLength(reach.bow), 2);
    if (reach.bow === 0) {
      expect(metrics.sparc).toBeCloseTo(-1.41, 1);
      // Minimum jerk peaks at 1.875 times its mean speed.
      expect((metrics.peakSpeedMmps ?? 0) / ((1.875 * 100) / (reach.durationMs / 1000))).toBeCloseTo(1, 1);
    }
  });

  test('is measured by when the hand moved, not by when the tablet told it: 300 ms of jitter change nothing', () => {
    const rng = createRng('jitter');
    const reach = { restMs: 400, durationMs: 800, bow: 0.1, missMm: 3 };
    const prompt = reachOnGlass(reach);
    let last = 0;
    const jittered = reachOnGlass(reach, (ms) => {
      last = Math.max(last, ms + rng.next() * 300);
      return last;
    });
    // The end of the movement is seen only as far as it was delivered before the trial closed.
    expect(jittered.metrics.reactionMs).toBe(prompt.metrics.reactionMs);
    expect(jittered.metrics.movementMs).toBe(prompt.metrics.movementMs);
    expect(jittered.metrics.sparc).toBeCloseTo(prompt.metrics.sparc ?? 0, 3);
    expect(jittered.metrics.responseMs).toBe(prompt.metrics.responseMs);
  });
});

function firstMetrics(state: ReachState): TrialResult<ReachMetric>['metrics'] {
  const result = state.results[0];
  if (!result) throw new Error('the trial did not end');
  return result.metrics;
}

describe('what the glass did not see', () => {
  test('a hand that comes from the air has a response time and a landing point, and nothing else', () => {
    const set = createSet({ trials: 1 });
    const runner = createRunner<ReachState>({ drill: reachDrill, set, seed: 'air', calibration: plainTouch });
    runner.advanceTo(700);
    const target = runner.state.targets[0];
    const cueMs = runner.state.memory.cueMs;
    const at = { x: ((target?.xMm ?? 0) + 5) / fieldMm.width, y: (target?.yMm ?? 0) / fieldMm.height };
    runner.push({ kind: 'touch', capturedMs: cueMs + 730, deliveredMs: cueMs + 735, contacts: [{ id: 1, ...at }] });
    runner.push({ kind: 'touch', capturedMs: cueMs + 850, deliveredMs: cueMs + 852, contacts: [] });
    runner.advanceTo(4000);
    const metrics = firstMetrics(runner.state);
    expect(Object.keys(metrics).sort()).toEqual(['distanceMm', 'endErrorMm', 'responseMs']);
    expect(metrics.responseMs).toBeCloseTo(730, 6);
    expect(metrics.endErrorMm).toBeCloseTo(5, 6);
  });

  test('a hand that lifts after the cue and lands on the target has the lift as onset and the landing as end', () => {
    const set = createSet({ trials: 1 });
    const runner = createRunner<ReachState>({ drill: reachDrill, set, seed: 'lift', calibration: plainTouch });
    runner.push({ kind: 'touch', capturedMs: 100, deliveredMs: 101, contacts: [{ id: 1, x: 0.5, y: 0.72 }] });
    runner.advanceTo(700);
    const target = runner.state.targets[0];
    const cueMs = runner.state.memory.cueMs;
    const at = { x: (target?.xMm ?? 0) / fieldMm.width, y: (target?.yMm ?? 0) / fieldMm.height };
    runner.push({ kind: 'touch', capturedMs: cueMs + 410, deliveredMs: cueMs + 412, contacts: [] });
    runner.push({ kind: 'touch', capturedMs: cueMs + 960, deliveredMs: cueMs + 965, contacts: [{ id: 2, ...at }] });
    runner.advanceTo(4000);
    const metrics = firstMetrics(runner.state);
    expect(metrics.reactionMs).toBeCloseTo(410, 6);
    expect(metrics.movementMs).toBeCloseTo(550, 6);
    expect(metrics.sparc).toBeUndefined();
    expect(metrics.straightness).toBeUndefined();
  });
});
