import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { type Side, toOtherSide } from '../../src/core/units';
import type { Abilities } from '../../src/drills/types';
import { weightShiftDrill } from '../../src/drills/weight-shift/drill';
import type { WeightShiftState } from '../../src/drills/weight-shift/state';
import type { Frame, MovementRanges } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { calibrate, mirror } from '../movement/interpret-frames';
import { createLeanSet } from './weight-shift-set';

const shaky: Abilities = { ...calmAbilities, reactionMs: 700, aimSdMm: 12, tremorMm: 3, subMovements: 3 };
const even: MovementRanges = { lean: { neutral: { x: 0, y: 0 }, left: 14, right: 14, forward: 16, backward: 8 } };
const setupOf = (sides: readonly (Side | null)[], ranges: MovementRanges | null = even) => ({
  drill: weightShiftDrill,
  set: createLeanSet({ directions: 'eight', trials: sides.length, windowMs: 15_000 }, { sides }),
  seed: 'lean-run',
  calibration: calibrate('pose', ranges ? { ranges } : {}),
});
type Setup = ReturnType<typeof setupOf>;

/** The results of frames that arrive between pictures. */
function playAt(setup: Setup, frames: readonly Frame[], nextPictureMs: (nowMs: number) => number) {
  const runner = createRunner<WeightShiftState>(setup);
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
  test.each([
    ['without difficulty', calmAbilities],
    ['that shakes and aims badly', shaky],
  ])('%s leans to all eight targets', (_, abilities) => {
    for (const ranges of [even, null]) {
      const { state } = simulateSet<WeightShiftState>(setupOf(Array(8).fill(null), ranges), abilities);
      expect(state.results.map(({ outcome }) => outcome)).toEqual(Array(8).fill('success'));
      for (const { metrics } of state.results) {
        expect(metrics.excursionPct).toBeGreaterThan(55);
        expect(metrics.reactionMs).toBeGreaterThan(300);
        expect(metrics.directionalControlPct).toBeGreaterThan(abilities === shaky ? 40 : 75);
      }
    }
  });

  test('reacts as late as it was asked to', () => {
    for (const reactionMs of [400, 900]) {
      const { state } = simulateSet<WeightShiftState>(setupOf(Array(8).fill(null)), { ...calmAbilities, reactionMs });
      const measured = state.results.map(({ metrics }) => metrics.reactionMs ?? 0);
      const mean = measured.reduce((sum, ms) => sum + ms, 0) / measured.length;
      expect(mean).toBeGreaterThan(reactionMs);
      expect(mean).toBeLessThan(reactionMs + 350);
    }
  });

  test('that does something else misses, and is met by the mercy rule', () => {
    const { state } = simulateSet<WeightShiftState>(setupOf(Array(3).fill('left')), { ...calmAbilities, restsRatio: 1 });
    expect(state.results.map(({ outcome }) => outcome)).toEqual(['miss', 'miss', 'assisted']);
  });

  test('mirrored, it scores the same on the other side', () => {
    const sides: Side[] = ['left', 'right', 'right', 'left', 'left'];
    const { frames, state } = simulateSet<WeightShiftState>(setupOf(sides), shaky);
    const other = playAt(setupOf(sides.map(toOtherSide)), frames.map(mirror), (nowMs) => nowMs + 10);
    expect(other).toHaveLength(sides.length);
    for (const [i, result] of state.results.entries()) {
      expect(other[i]).toMatchObject({ side: toOtherSide(sides[i] ?? 'left'), outcome: result.outcome, endMs: result.endMs });
      for (const [name, value] of Object.entries(result.metrics))
        expect(other[i]?.metrics[name as keyof typeof result.metrics]).toBeCloseTo(value, 3);
    }
  });

  test.each([15, 60, 144])('scores the same to the last digit at %i pictures a second', (fps) => {
    const setup = setupOf([null, 'left', 'right', null]);
    const { frames, state } = simulateSet<WeightShiftState>(setup, shaky);
    expect(playAt(setup, frames, (nowMs) => nowMs + 1000 / fps)).toEqual(state.results);
  });

  test('scores the same to the last digit with 300 ms of jitter in the pictures', () => {
    const setup = setupOf([null, 'left', 'right', null]);
    const { frames, state } = simulateSet<WeightShiftState>(setup, shaky);
    const rng = createRng('pictures');
    expect(playAt(setup, frames, (nowMs) => nowMs + 1 + rng.next() * 300)).toEqual(state.results);
  });

  test('that leaves the picture loses the trial and misses nothing', () => {
    const setup = setupOf(Array(3).fill('right'));
    const { frames } = simulateSet<WeightShiftState>(setup, calmAbilities);
    const results = playAt(
      setup,
      frames.map((frame) => (frame.kind === 'pose' && frame.capturedMs > 1500 ? { ...frame, joints: {} } : frame)),
      (nowMs) => nowMs + 10,
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost']);
  });
});

test('a pause repeats the running trial from its start', () => {
  const setup = setupOf(['right', 'left']);
  const runner = createRunner<WeightShiftState>(setup);
  const child = weightShiftDrill.createSyntheticChild(setup.set, calmAbilities, createRng('child'));
  let nowMs = 0;
  const run = (untilMs: number) => {
    for (; nowMs < untilMs && !runner.state.done; nowMs += 10) {
      for (const frame of child(runner.state, nowMs)) runner.push(frame);
      runner.advanceTo(nowMs + 10);
    }
  };
  run(1800);
  const place = runner.state.places[0];
  expect(runner.state).toMatchObject({ phase: 'cue', results: [] });
  const cutMs = runner.cut();
  expect(runner.state).toMatchObject({ phase: 'ready', trial: 0, results: [] });
  run(120_000);
  expect(runner.state.places[0]).toEqual(place);
  expect(runner.state.results.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
  expect(runner.state.results[0]?.startMs).toBeGreaterThanOrEqual(cutMs + 600);
});
