import { describe, expect, test } from 'vitest';
import type { Outcome, TrialResult } from '../../src/drills/types';
import { createFatigueWatch } from '../../src/plan/safety/fatigue';

const rules = { slowerPct: 25, rougherSparc: 0.3 };
const trial = (movementMs: number, sparc = -1.6, outcome: Outcome = 'success'): TrialResult => ({
  trial: 0,
  side: null,
  outcome,
  help: 0,
  startMs: 0,
  endMs: 0,
  metrics: { movementMs, sparc },
});
/** Which trial, counted from 1, says that the child is tired; null: none. */
function tiredAt(trials: readonly TrialResult[], params: (i: number) => Record<string, number> = () => ({ width: 60 })): number | null {
  const watch = createFatigueWatch(rules);
  const at = trials.findIndex((one, i) => watch(one, params(i)));
  return at < 0 ? null : at + 1;
}
const times = (count: number, one: TrialResult) => Array<TrialResult>(count).fill(one);

describe('fatigue', () => {
  test('ten trials a quarter slower than the first ten are not yet fatigue; slower than that they are', () => {
    expect(tiredAt([...times(10, trial(800)), ...times(20, trial(1000))])).toBeNull();
    expect(tiredAt([...times(10, trial(800)), ...times(20, trial(1001))])).toBe(20);
  });

  test('movement that is 0.3 rougher is not yet fatigue; rougher than that it is', () => {
    expect(tiredAt([...times(10, trial(800, -1.5)), ...times(10, trial(800, -1.8))])).toBeNull();
    expect(tiredAt([...times(10, trial(800, -1.5)), ...times(10, trial(800, -1.81))])).toBe(20);
  });

  test('fewer than ten trials after the first ten say nothing', () => {
    expect(tiredAt([...times(10, trial(800)), ...times(9, trial(2000))])).toBeNull();
  });

  test('helped, missed and lost trials say nothing, and one slow trial is a look away', () => {
    for (const outcome of ['assisted', 'miss', 'lost'] as const)
      expect(tiredAt([...times(10, trial(800)), ...times(30, trial(3000, -4, outcome))])).toBeNull();
    expect(tiredAt([...times(10, trial(800)), ...times(9, trial(820)), trial(9000), ...times(9, trial(820))])).toBeNull();
  });

  test('a level that changed begins anew: farther is slower without fatigue', () => {
    expect(tiredAt([...times(10, trial(800)), ...times(19, trial(1400))], (i) => ({ distance: i < 10 ? 100 : 200 }))).toBeNull();
  });

  test('after a rest ten trials have to say it again', () => {
    const watch = createFatigueWatch(rules);
    const said = [...times(10, trial(800)), ...times(25, trial(1200))].flatMap((one, i) => (watch(one, {}) ? [i + 1] : []));
    expect(said).toEqual([20, 30]);
  });

  test('a drill that does not measure time or smoothness says nothing', () => {
    const bare = { ...trial(1), metrics: { angleDeg: 90 } };
    expect(tiredAt(times(60, bare))).toBeNull();
  });
});
