import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { type Side, toOtherSide } from '../../src/core/units';
import { holdDrill } from '../../src/drills/hold/drill';
import { holdStances } from '../../src/drills/hold/params';
import type { HoldState } from '../../src/drills/hold/state';
import type { Abilities } from '../../src/drills/types';
import type { Frame } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { calibrate, mirror } from '../movement/interpret-frames';
import { createHoldSet } from './hold-set';

const unsteady: Abilities = { ...calmAbilities, aimSdMm: 20, tremorMm: 2 };
const ranges = { lean: { neutral: { x: 0, y: 0 }, left: 14, right: 14, forward: 16, backward: 8 } };
const setupOf = (sides: readonly (Side | null)[], params: Parameters<typeof createHoldSet>[0] = {}) => ({
  drill: holdDrill,
  set: createHoldSet({ holdS: 10, trials: sides.length, tolerancePct: 20, ...params }, { sides }),
  seed: 'hold-run',
  calibration: calibrate('pose', { ranges }),
});
type Setup = ReturnType<typeof setupOf>;

/** The results of frames that arrive between pictures. */
function playAt(setup: Setup, frames: readonly Frame[], nextPictureMs: (nowMs: number) => number) {
  const runner = createRunner<HoldState>(setup);
  const waiting = frames.toSorted((a, b) => a.deliveredMs - b.deliveredMs);
  for (let nowMs = 0; nowMs < 300_000 && !runner.state.done; ) {
    nowMs = nextPictureMs(nowMs);
    for (let frame = waiting[0]; frame && frame.deliveredMs <= nowMs; frame = waiting[0]) {
      runner.push(frame);
      waiting.shift();
    }
    runner.advanceTo(nowMs);
  }
  return runner.state.results;
}

describe('a synthetic child before the camera', () => {
  test.each(holdStances)('holds still in the stance "%s", and its sway is measured', (stance) => {
    const { state } = simulateSet<HoldState>(setupOf(['left', 'right'], { stance }), calmAbilities);
    for (const { outcome, metrics } of state.results) {
      expect(outcome).toBe('success');
      expect(metrics.timeInZonePct).toBe(100);
      expect(metrics.swayRmsMm).toBeGreaterThan(0.5);
      expect(metrics.swayRmsMm).toBeLessThan(6);
      expect(metrics.swayVelocityMmps).toBeUndefined();
    }
  });

  test('that sways more is seen to sway more, and is less in the zone', () => {
    const meanOf = (abilities: Abilities, name: 'swayRmsMm' | 'timeInZonePct') => {
      const { results } = simulateSet<HoldState>(setupOf(Array(3).fill(null), { spareS: 60 }), abilities).state;
      return results.reduce((sum, { metrics }) => sum + (metrics[name] ?? 0), 0) / results.length;
    };
    expect(meanOf(unsteady, 'swayRmsMm')).toBeGreaterThan(2 * meanOf(calmAbilities, 'swayRmsMm'));
    expect(meanOf(unsteady, 'timeInZonePct')).toBeLessThan(95);
  });

  test('that does something else misses, and is met by the mercy rule', () => {
    const { state } = simulateSet<HoldState>(setupOf(Array(3).fill('left')), { ...calmAbilities, restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted']);
  });

  test('mirrored, it scores the same on the other side', () => {
    const sides: Side[] = ['left', 'right', 'right'];
    const { frames, state } = simulateSet<HoldState>(setupOf(sides), unsteady);
    const other = playAt(setupOf(sides.map(toOtherSide)), frames.map(mirror), (nowMs) => nowMs + 10);
    expect(other).toHaveLength(sides.length);
    for (const [i, result] of state.results.entries()) {
      expect(other[i]).toMatchObject({ side: toOtherSide(sides[i] ?? 'left'), outcome: result.outcome });
      for (const [name, value] of Object.entries(result.metrics))
        expect(other[i]?.metrics[name as keyof typeof result.metrics]).toBeCloseTo(value, 3);
    }
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const setup = setupOf([null, 'left', 'right'], { arrivals: 3 });
    const { frames, state } = simulateSet<HoldState>(setup, unsteady);
    expect(playAt(setup, frames, (nowMs) => nowMs + 1000 / fps)).toEqual(state.results);
  });

  test('scores the same to the last digit with 300 ms of jitter in the pictures', () => {
    const setup = setupOf([null, 'left', 'right']);
    const { frames, state } = simulateSet<HoldState>(setup, unsteady);
    const rng = createRng('pictures');
    expect(playAt(setup, frames, (nowMs) => nowMs + 1 + rng.next() * 300)).toEqual(state.results);
  });

  test.each([
    ['every third picture dropped', (frames: readonly Frame[]) => frames.filter((_, i) => i % 3 !== 1)],
    ['repeated times', (frames: readonly Frame[]) => frames.flatMap((frame) => [frame, frame])],
  ])('%s: the same sway within a tenth', (_, worsen) => {
    const setup = setupOf([null, null], { spareS: 60 });
    const { frames, state } = simulateSet<HoldState>(setup, calmAbilities);
    const worse = playAt(setup, worsen(frames), (nowMs) => nowMs + 10);
    for (const [i, { metrics }] of state.results.entries()) {
      expect(worse[i]?.outcome).toBe('success');
      expect((worse[i]?.metrics.swayRmsMm ?? 0) / (metrics.swayRmsMm ?? 1)).toBeCloseTo(1, 1);
    }
  });

  test('that leaves the picture loses the trial and misses nothing', () => {
    const setup = setupOf(Array(3).fill(null));
    const { frames } = simulateSet<HoldState>(setup, calmAbilities);
    const gone = frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 3000 ? { ...frame, joints: {} } : frame));
    expect(playAt(setup, gone, (nowMs) => nowMs + 10).map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost']);
  });
});

test('a pause repeats the running hold from its start', () => {
  const setup = setupOf([null]);
  const runner = createRunner<HoldState>(setup);
  const child = holdDrill.createSyntheticChild(setup.set, calmAbilities, createRng('child'));
  let nowMs = 0;
  const run = (untilMs: number) => {
    for (; nowMs < untilMs && !runner.state.done; nowMs += 10) {
      for (const frame of child(runner.state, nowMs)) runner.push(frame);
      runner.advanceTo(nowMs + 10);
    }
  };
  run(8000);
  expect(runner.state.held).toBeGreaterThan(0.5);
  const cutMs = runner.cut();
  expect(runner.state).toMatchObject({ phase: 'ready', held: 0, results: [] });
  run(60_000);
  expect(runner.state.results).toMatchObject([{ trial: 0, outcome: 'success' }]);
  expect(runner.state.results[0]?.startMs).toBeGreaterThanOrEqual(cutMs + 1000);
});
