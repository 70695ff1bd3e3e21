import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/core/rng';
import { toLimits } from '../../src/plan/limits';
import { drawFeedback, toFeedbackRatio, toTurns, toWarmUp } from '../../src/plan/practice';
import { pretendDrill, pretendStart } from '../../src/tools/bench/simulated-rounds';

const items = [
  { id: 'a', sets: 3 },
  { id: 'b', sets: 2 },
  { id: 'c', sets: 1 },
];

describe('the order of a session', () => {
  test.each([0, 1])('goes item by item in session %i, until each is understood', (before) => {
    expect(toTurns(items, before, createRng('x'))).toEqual([
      { item: 'a', sets: 3, first: true },
      { item: 'b', sets: 2, first: true },
      { item: 'c', sets: 1, first: true },
    ]);
  });

  test('is mixed later: all sets, nothing twice in a row, another order each time', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const turns = toTurns(items, 2, createRng(`order/${seed}`));
      orders.add(turns.map(({ item }) => item).join(''));
      expect(turns.every(({ sets }) => sets === 1)).toBe(true);
      for (const { id, sets } of items) {
        expect(turns.filter(({ item }) => item === id)).toHaveLength(sets);
        expect(turns.filter(({ item, first }) => item === id && first)).toHaveLength(1);
      }
      for (const [i, turn] of turns.entries()) expect(turn.item).not.toBe(turns[i + 1]?.item);
    }
    expect(orders.size).toBe(10);
  });

  test('takes what cannot be mixed together: one item alone, or one with most of the sets', () => {
    expect(toTurns([{ id: 'a', sets: 4 }], 9, createRng('x'))).toEqual([{ item: 'a', sets: 4, first: true }]);
    const turns = toTurns(
      [
        { id: 'a', sets: 4 },
        { id: 'b', sets: 1 },
      ],
      9,
      createRng('x'),
    );
    expect(turns.reduce((sum, { sets }) => sum + sets, 0)).toBe(5);
    expect(turns.filter(({ item }) => item === 'b')).toHaveLength(1);
  });
});

describe('feedback', () => {
  test.each([
    [0, 1],
    [2, 1],
    [3, 0.9],
    [5, 0.7],
    [7, 0.55],
    [50, 0.55],
  ])('after %i sessions %d of the trials are celebrated in full', (sessions, ratio) => {
    expect(toFeedbackRatio(sessions)).toBeCloseTo(ratio, 9);
  });

  test('is drawn for as many trials as the share says, the first always among them', () => {
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawFeedback(10, 0.6, createRng(`feedback/${seed}`));
      expect(drawn).toHaveLength(10);
      expect(drawn[0]).toBe(true);
      expect(drawn.filter(Boolean)).toHaveLength(6);
    }
    expect(drawFeedback(4, 1, createRng('all'))).toEqual([true, true, true, true]);
    expect(drawFeedback(1, 0.5, createRng('one'))).toEqual([true]);
  });
});

test('a warm-up is three trials, a quarter of the room easier on every axis, inside the limits', () => {
  const drill = {
    ...pretendDrill,
    params: { ...pretendDrill.params, trials: { kind: 'number', min: 1, max: 30, step: 1, unit: 'count', harder: 'up', label: 'x' } },
  } as const;
  const values = { ...pretendStart, trials: 10 };
  expect(toWarmUp(drill, toLimits(drill.params, {}), values)).toEqual({ distanceMm: 45, widthMm: 125, directions: 'one', trials: 3 });
  const bounds = { distanceMm: { min: 80, max: 120 }, trials: { min: 5, max: 10 } };
  expect(toWarmUp(drill, toLimits(drill.params, bounds), values)).toMatchObject({ distanceMm: 90, trials: 5 });
});
