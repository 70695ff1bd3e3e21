import { expect, test } from 'vitest';
import { pathDrill } from '../../src/drills/path/drill';
import type { PathState } from '../../src/drills/path/state';
import { pointAlong } from '../../src/drills/path/ways';
import type { Calibration } from '../../src/movement/types';
import { createRunner } from '../../src/session/runner';
import { createPathSet } from './path-set';
import { plainTouch } from './reach-set';

const switches = { scan: 'one', scanMs: 5000, holdMs: 0, repeatMs: 0 } as const;
const calibration: Calibration = { ...plainTouch, source: 'gamepad', switches };

/** A child with one switch, that presses when the scanning line is at the end of the path (or at once where any press will do). */
function playBySwitch(params: Parameters<typeof createPathSet>[0]) {
  const set = createPathSet({ trials: 3, windowMs: 60_000, ...params });
  const runner = createRunner<PathState>({ drill: pathDrill, set, seed: 'switch', calibration });
  const { state } = runner;
  let [pressedMs, nextMs] = [-10_000, 0];
  for (let nowMs = 0; nowMs < 300_000 && !state.done; nowMs += 10) {
    const [hand, way] = [state.hands[0], state.ways.find((one) => !one.done)];
    const end = way ? pointAlong(way.place, 1) : null;
    const isAsked = state.phase === 'cue' || state.phase === 'go';
    const isThere =
      hand && end && (hand.scanLine === 'upright' ? Math.abs(hand.xMm - end.x) < 4 : hand.scanLine === 'level' && Math.abs(hand.yMm - end.y) < 4);
    const presses = isAsked && (isThere || (state.rhythm === null && state.phase === 'cue' && nowMs - state.memory.cueMs > 300));
    if (presses && nowMs - pressedMs > 600) pressedMs = nowMs;
    if (nowMs >= nextMs) {
      nextMs = nowMs + 20;
      const buttons = [nowMs - pressedMs < 200, false, false, false];
      runner.push({ kind: 'gamepad', capturedMs: nowMs, deliveredMs: nowMs, axes: [0, 0], buttons });
    }
    runner.advanceTo(nowMs + 10);
  }
  return state.results;
}

test('with one switch any press lets the comet fly', () => {
  const results = playBySwitch({ mode: 'any' });
  expect(results.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success']);
  for (const { metrics } of results) expect(metrics.responseMs).toBeLessThan(1000);
});

test.each([[{ hands: 'one' } as const], [{ hands: 'both', pattern: 'd2', lengthMm: 60 } as const]])(
  'with one switch the end of a path is chosen, and with it the whole path is drawn: %o',
  (params) => {
    const results = playBySwitch(params);
    expect(results.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success']);
    for (const { metrics } of results) {
      expect(metrics.completionPct).toBe(100);
      // Nothing was drawn between the places that a switch chose.
      expect(metrics.pathErrorMm).toBeUndefined();
      expect(metrics.lagMs).toBeUndefined();
    }
  },
);

test('a press between two paths begins none', () => {
  const runner = createRunner<PathState>({ drill: pathDrill, set: createPathSet({ mode: 'any', restMs: 3000 }), seed: 'switch', calibration });
  // The line turns and chooses, and while the next path is still to come it turns again.
  const presses = [700, 1500, 6000];
  for (let nowMs = 0; nowMs < 9000; nowMs += 10) {
    const buttons = [presses.some((ms) => nowMs >= ms && nowMs < ms + 200)];
    if (nowMs % 20 === 0) runner.push({ kind: 'gamepad', capturedMs: nowMs, deliveredMs: nowMs, axes: [0, 0], buttons });
    runner.advanceTo(nowMs + 10);
  }
  expect(runner.state.hands[0]?.scanLine).toBe('level');
  expect(runner.state).toMatchObject({ trial: 1, phase: 'cue' });
});
