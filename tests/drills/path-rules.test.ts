import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { pathDrill } from '../../src/drills/path/drill';
import { placeTrial } from '../../src/drills/path/place';
import { placeWay, pointAlong, toExtent } from '../../src/drills/path/ways';
import { toPlaySpace } from '../../src/session/space';
import { createPathSet, drawByHand } from './path-set';

describe('the diagonals', () => {
  const middleX = 130;

  test.each([
    ['right', 'd1', 1],
    ['left', 'd1', -1],
    ['right', 'd2', -1],
    ['left', 'd2', 1],
  ] as const)('of the %s hand: %s up begins low on the side %i, crosses the midline and ends high', (side, pattern, sign) => {
    const { points } = placeWay(createPathSet(), side, pattern, 'up');
    const [first, last] = [points[0], points.at(-1)];
    expect(Math.sign((first?.x ?? 0) - middleX)).toBe(sign);
    expect(Math.sign((last?.x ?? 0) - middleX)).toBe(-sign);
    expect(first?.y).toBeGreaterThan((last?.y ?? 0) + 60);
  });

  test('of one hand are those of the other in a mirror, and the way back ends where the way up began', () => {
    for (const pattern of ['d1', 'd2'] as const) {
      const right = placeWay(createPathSet(), 'right', pattern, 'up');
      const left = placeWay(createPathSet(), 'left', pattern, 'up');
      for (const [i, { x, y }] of right.points.entries()) {
        expect(left.points[i]?.x).toBeCloseTo(2 * middleX - x, 9);
        expect(left.points[i]?.y).toBeCloseTo(y, 9);
      }
      const back = placeWay(createPathSet(), 'right', pattern, 'back');
      expect(back.points.at(-1)?.x).toBeCloseTo(right.points[0]?.x ?? 0, 9);
      expect(back.points[0]?.y).toBeCloseTo(right.points.at(-1)?.y ?? 0, 9);
    }
  });

  test.each([60, 120, 180])('are as long as asked for, %i mm, where the field lets them', (lengthMm) => {
    const { points } = placeWay(createPathSet({ lengthMm }), 'right', 'd1', 'up');
    const [a, b] = [points[0], points.at(-1)];
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeCloseTo(lengthMm, 6);
  });

  test.each([40, 80, 120, 160])('stay within a reach of %i mm from the resting hand, and on the field', (reachMm) => {
    for (const hands of ['one', 'both'] as const) {
      const set = createPathSet({ lengthMm: 400, hands }, { space: toPlaySpace(260, 170, reachMm) });
      for (const pattern of ['d1', 'd2'] as const) {
        const { points } = placeWay(set, 'left', pattern, 'up');
        for (const at of [points[0], points.at(-1)])
          if (toExtent(set).across > 20)
            expect(Math.hypot((at?.x ?? 0) - set.space.originXMm, (at?.y ?? 0) - set.space.originYMm)).toBeLessThanOrEqual(reachMm + 0.1);
        for (const { x, y } of points) {
          expect(x).toBeGreaterThan(10);
          expect(x).toBeLessThan(250);
          expect(y).toBeGreaterThan(5);
          expect(y).toBeLessThan(160);
        }
      }
    }
  });

  test('as a share of reach: half of it is half of the longest diagonal', () => {
    const lengthOf = (lengthReachPct: number) => {
      const { across, up } = toExtent(createPathSet({ lengthReachPct }, { space: toPlaySpace(260, 170, 100) }));
      return Math.hypot(across, up);
    };
    expect(lengthOf(50) / lengthOf(100)).toBeCloseTo(0.5, 6);
  });

  test('go up and back for each hand by itself, and through both patterns', () => {
    const sides = ['left', 'right', 'left', 'right', 'left', 'right', 'left', 'right'] as const;
    const set = createPathSet({ pattern: 'both', trials: 8 }, { sides });
    const shown = sides.map((side, trial) => {
      const place = placeTrial(set, createRng('a'), trial).ways[0]?.place;
      expect(place?.side).toBe(side);
      return `${place?.pattern} ${place?.direction}`;
    });
    expect(shown).toEqual(['d1 up', 'd1 up', 'd1 back', 'd1 back', 'd2 up', 'd2 up', 'd2 back', 'd2 back']);
  });

  test('of both hands stay on their own half, so that the arms do not cross', () => {
    for (const pattern of ['d1', 'd2'] as const) {
      const { ways } = placeTrial(createPathSet({ hands: 'both', pattern }), createRng('a'), 0);
      expect(ways.map(({ place }) => place.side)).toEqual(['left', 'right']);
      for (const { x } of ways[0]?.place.points ?? []) expect(x).toBeLessThan(middleX - 20);
      for (const { x } of ways[1]?.place.points ?? []) expect(x).toBeGreaterThan(middleX + 20);
    }
  });
});

describe('both hands', () => {
  const set = createPathSet({ hands: 'both', pattern: 'd2', directions: 'up', guideS: 2 });

  test('at once: done when both are done, and the gap between them is told', () => {
    const child = drawByHand(set);
    child.waitForCue();
    for (let share = 0; share <= 1.3 && child.state.phase !== 'after'; share += 0.005)
      child.tell([child.hand(child.at(Math.min(1, share), 0), 1), child.hand(child.at(Math.max(0, Math.min(1, share - 0.2)), 1), 2)]);
    const result = child.waitForResult();
    expect(result?.outcome).toBe('success');
    expect(result?.metrics.handGapMs).toBeGreaterThan(300);
    expect(result?.metrics.handGapMs).toBeLessThan(500);
    expect(result?.metrics.pathErrorMm).toBeLessThan(0.5);
  });

  test('one hand may draw the two paths one after the other', () => {
    const child = drawByHand(set);
    child.waitForCue();
    child.touchStart(0);
    child.draw(0, 1, 1500);
    expect(child.state.phase).toBe('go');
    child.lift();
    child.touchStart(1, 2);
    child.draw(0, 1, 1500, { x: 0, y: 0 }, 1, 2);
    expect(child.waitForResult()?.outcome).toBe('success');
  });
});

describe('two paths to pick from', () => {
  const set = createPathSet({ others: 1, pattern: 'both', directions: 'up', trials: 12 });

  test('lie on the two diagonals with stars that differ, and only the star tells which is asked for', () => {
    const asked = Array.from({ length: 12 }, (_, trial) => placeTrial(set, createRng('pick'), trial));
    for (const { ways, other } of asked) {
      expect(other?.star).not.toBe(ways[0]?.star);
      expect(other?.place.pattern).not.toBe(ways[0]?.place.pattern);
    }
    expect(new Set(asked.map(({ ways }) => ways[0]?.place.pattern))).toEqual(new Set(['d1', 'd2']));
  });

  test('the other one costs nothing: it is counted, and the right one may still be drawn', () => {
    const child = drawByHand(set);
    child.waitForCue();
    const { other } = child.state;
    if (!other) throw new Error('no other path');
    child.tell([child.hand(pointAlong(other.place, 0))]);
    child.tell([child.hand(pointAlong(other.place, 0.01))]);
    expect(child.state.phase).toBe('cue');
    child.lift();
    child.touchStart(0, 2);
    child.draw(0, 1, 2500, { x: 0, y: 0 }, 0, 2);
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome: 'success', metrics: { otherStarts: 1 } });
  });
});

describe('what is no miss', () => {
  test('a child out of sight for a second is lost, and that calls no mercy', () => {
    const child = drawByHand(createPathSet({ trials: 3 }));
    for (let n = 1; n <= 3; n++) while (child.state.results.length < n) child.tell([], 0);
    expect(child.state.results.map(({ outcome }) => outcome)).toEqual(['lost', 'lost', 'lost']);
    expect(child.state.assisted).toBe(false);
  });

  test.each([
    [980, null],
    [1010, 'lost'],
  ])('out of sight for %i ms the trial is %s', (ms, outcome) => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    for (let t = 0; t < ms; t += 10) child.tell([], 0);
    expect(child.state.outcome).toBe(outcome);
  });

  test('a pause repeats the path at the same place, without another rest', () => {
    const child = drawByHand(createPathSet({ restMs: 8000 }));
    child.waitForCue();
    const before = child.way().place;
    child.touchStart();
    child.draw(0, 0.5, 600);
    child.pause();
    expect(child.state).toMatchObject({ phase: 'ready', trial: 0, results: [] });
    child.wait(620);
    expect(child.state.phase).not.toBe('ready');
    expect(child.way().place).toEqual(before);
    expect(child.way().along).toBe(0);
  });

  test('a pause after the end of a path keeps its result', () => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.draw(0, 1, 2500);
    expect(child.state.phase).toBe('after');
    child.pause();
    expect(child.state.results).toHaveLength(1);
    expect(child.state.trial).toBe(1);
  });

  test.each([1000, 6000])('between two paths there is a rest of %i ms', (restMs) => {
    const child = drawByHand(createPathSet({ restMs, mode: 'watch' }));
    child.waitForResult();
    const from = child.nowMs;
    child.waitForCue();
    expect(child.nowMs - from).toBeCloseTo(restMs, -2);
  });
});

describe('help', () => {
  test('after two misses the guide draws the path, and the one after that is the child’s again', () => {
    const child = drawByHand(createPathSet({ windowMs: 5000 }));
    const outcomes = [1, 2, 3, 4].map(() => child.waitForResult()?.outcome);
    expect(outcomes).toEqual(['miss', 'miss', 'assisted', 'miss']);
    expect(child.state.results[2]?.metrics).toEqual({});
  });

  test.each([
    [0, 'success'],
    [1, 'success'],
    [2, 'assisted'],
    [4, 'assisted'],
  ] as const)("an adult's tap with help %i is a %s, whatever the glass saw", (help, outcome) => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    child.touchStart();
    child.draw(0, 0.3, 500);
    child.tap(help);
    const result = child.waitForResult();
    expect(result).toMatchObject({ outcome, help });
    expect(Object.keys(result?.metrics ?? {})).toEqual(['phaseReached']);
  });

  test('by an adult’s thumb alone there is neither window nor miss, and the guide shows the path over and over', () => {
    const child = drawByHand(createPathSet({ windowMs: 5000, trials: 2 }, { byAdult: true }));
    child.waitForCue();
    let [rounds, last] = [0, 0];
    for (let t = 0; t < 30_000; t += 10) {
      child.wait(10);
      const { guide } = child.way();
      if (guide < last) rounds += 1;
      last = guide;
    }
    expect(rounds).toBeGreaterThan(4);
    expect(child.state.results).toEqual([]);
    child.tap();
    expect(child.waitForResult()).toMatchObject({ outcome: 'success', help: 0, metrics: { phaseReached: 3 } });
  });

  test('a tap before the cue counts for the path that comes', () => {
    const child = drawByHand(createPathSet({ restMs: 5000 }, { byAdult: true }));
    child.tap(3);
    expect(child.waitForResult()).toMatchObject({ trial: 0, outcome: 'assisted' });
  });
});

test('a level grows longer before it grows narrower', () => {
  const { params } = createPathSet();
  const axes = pathDrill.harderAxes(params);
  expect(axes[0]).toBe('lengthMm');
  expect(axes.indexOf('corridorMm')).toBe(axes.length - 1);
  expect(pathDrill.harderAxes({ ...params, lengthReachPct: 50 })[0]).toBe('lengthReachPct');
});
