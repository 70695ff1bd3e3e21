import { describe, expect, it } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachParams } from '../../src/drills/reach/params';
import type { ReachState } from '../../src/drills/reach/state';
import type { Params } from '../../src/drills/types';
import { toReachPreview } from '../../src/report/preview';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { createSet, plainTouch } from '../drills/reach-set';

function preview(params: Partial<Params<ReachParams>>) {
  const set = createSet(params);
  return toReachPreview(simulateSet<ReachState>({ drill: reachDrill, set, seed: 'preview', calibration: plainTouch }, calmAbilities).state);
}

describe('the picture of a set', () => {
  it('shows a place for each target of the set', () => {
    expect(preview({ trials: 6 }).places.map((place) => place.trial)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('tells the real distance where the wished one fits', () => {
    const { realMm, wishedMm, tooFar } = preview({ distanceMm: 80 });
    expect(wishedMm).toBe(80);
    expect(realMm).toBeCloseTo(80, 0);
    expect(tooFar).toBe(false);
  });

  it('warns when the wished distance does not fit the screen', () => {
    const { realMm, tooFar } = preview({ distanceMm: 400, targetWidthMm: 60 });
    expect(tooFar).toBe(true);
    expect(realMm).toBeLessThan(360);
  });

  it('measures from hand to hand where both play', () => {
    expect(preview({ mode: 'two-hands', distanceMm: 120 }).realMm).toBeCloseTo(120, 6);
  });

  it('has no distance where any touch counts', () => {
    expect(preview({ mode: 'anywhere' })).toMatchObject({ wishedMm: null, realMm: null, tooFar: false });
  });
});
