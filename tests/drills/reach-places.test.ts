import { describe, expect, test } from 'vitest';
import type { Side } from '../../src/core/units';
import { reachDrill } from '../../src/drills/reach/drill';
import type { ReachState } from '../../src/drills/reach/state';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { createSet, fieldMm, plainTouch, playByHand } from './reach-set';

describe('targets', () => {
  const modes = ['anywhere', 'touch', 'drag', 'catch', 'two-hands'] as const;
  test.each(modes)('of mode %s are inside the field, and a synthetic child without difficulty reaches all of them', (mode) => {
    const set = createSet({ mode, trials: 12, speedMmps: mode === 'catch' ? 40 : 0, distractors: 2 });
    const { state } = simulateSet<ReachState>({ drill: reachDrill, set, seed: `s-${mode}`, calibration: plainTouch }, calmAbilities);
    expect(state.results.map((result) => result.outcome)).toEqual(Array(12).fill('success'));
    for (const place of state.places) {
      for (const { xMm, yMm, widthMm } of place.targets) {
        expect(xMm - widthMm / 2).toBeGreaterThanOrEqual(0);
        expect(xMm + widthMm / 2).toBeLessThanOrEqual(fieldMm.width);
        expect(yMm - widthMm / 2).toBeGreaterThanOrEqual(0);
        expect(yMm + widthMm / 2).toBeLessThanOrEqual(fieldMm.height);
      }
    }
  });

  test('are as far apart as the level says where the field allows it', () => {
    const set = createSet({ trials: 20, distanceMm: 70 });
    const { state } = simulateSet<ReachState>({ drill: reachDrill, set, seed: 'far', calibration: plainTouch }, calmAbilities);
    for (const place of state.places) {
      const target = place.targets[0];
      expect(Math.hypot((target?.xMm ?? 0) - place.startXMm, (target?.yMm ?? 0) - place.startYMm)).toBeCloseTo(70, 0);
    }
  });

  test('stay within the comfortable reach, and a share of it is a distance', () => {
    const space = { ...createSet().space, reachMm: 60 };
    const set = createSet({ trials: 20, distanceReachPct: 50, distanceMm: 300, targetWidthMm: 30 }, { space });
    const { state } = simulateSet<ReachState>({ drill: reachDrill, set, seed: 'near', calibration: plainTouch }, calmAbilities);
    for (const place of state.places) {
      for (const target of place.targets) expect(Math.hypot(target.xMm - space.originXMm, target.yMm - space.originYMm)).toBeLessThanOrEqual(60.001);
    }
    const first = state.places[0];
    expect(Math.hypot((first?.targets[0]?.xMm ?? 0) - (first?.startXMm ?? 0), (first?.targets[0]?.yMm ?? 0) - (first?.startYMm ?? 0))).toBeCloseTo(
      30,
      0,
    );
  });

  test.each<Side>(['left', 'right'])('for the own side stay on the %s', (side) => {
    const set = createSet({ trials: 16, directions: 'same-side' }, { sides: Array(16).fill(side) });
    const { state } = simulateSet<ReachState>({ drill: reachDrill, set, seed: 'side', calibration: plainTouch }, calmAbilities);
    const sign = side === 'left' ? -1 : 1;
    for (const place of state.places) for (const target of place.targets) expect((target.xMm - set.space.originXMm) * sign).toBeGreaterThanOrEqual(0);
  });

  test('across the midline: every reach after the first crosses it', () => {
    const set = createSet({ trials: 12, directions: 'across', distanceMm: 120 }, { sides: Array(12).fill('right') });
    const { state } = simulateSet<ReachState>({ drill: reachDrill, set, seed: 'across', calibration: plainTouch }, calmAbilities);
    const offsets = state.places.map((place) => (place.targets[0]?.xMm ?? 0) - set.space.originXMm);
    for (const [i, offset] of offsets.entries()) expect(Math.sign(offset)).toBe(i % 2 === 0 ? -1 : 1);
  });

  test('keep at least their spacing from distractors, edge to edge', () => {
    const set = createSet({ trials: 1, distractors: 4, targetWidthMm: 25, spacingWidths: 1 });
    const play = playByHand(set, 'crowd');
    play.waitForCue();
    expect(play.state.targets.filter((target) => target.role === 'distractor').length).toBeGreaterThan(0);
    for (const distractor of play.state.targets.filter((target) => target.role === 'distractor')) {
      const apart = Math.hypot(distractor.xMm - play.target.xMm, distractor.yMm - play.target.yMm) - play.target.widthMm / 2 - distractor.widthMm / 2;
      expect(apart).toBeGreaterThanOrEqual(25);
    }
  });

  test('a touched distractor is counted and costs nothing', () => {
    const play = playByHand(createSet({ trials: 1, distractors: 2, targetWidthMm: 25 }), 'moth');
    play.waitForCue();
    const moth = play.state.targets.find((target) => target.role === 'distractor');
    if (!moth) throw new Error('no distractor fits');
    play.touch(play.hand(moth.xMm, moth.yMm));
    play.touch(play.hand(play.target.xMm, play.target.yMm));
    play.wait(900);
    expect(play.state.results[0]).toMatchObject({ outcome: 'success', metrics: { distractorTouches: 1 } });
  });
});
