import { describe, expect, test } from 'vitest';
import { createPathSet, drawByHand } from './path-set';

describe('any movement', () => {
  const start = () => {
    const child = drawByHand(createPathSet({ mode: 'any' }));
    child.tell([child.hand({ x: 130, y: 120 })]);
    child.waitForCue();
    return child;
  };

  test.each([
    [24, 'cue'],
    [26, 'go'],
  ])('of a hand that rests on the glass: after %i mm it is %s', (mm, phase) => {
    const child = start();
    child.tell([child.hand({ x: 130 + mm, y: 120 })]);
    expect(child.state.phase).toBe(phase);
  });

  test('a new touch lets the comet fly the whole path, which is a success', () => {
    const child = start();
    child.lift();
    child.wait(1000);
    child.tell([child.hand({ x: 40, y: 40 }, 2)]);
    child.lift();
    const result = child.waitForResult();
    expect(result?.outcome).toBe('success');
    expect(Object.keys(result?.metrics ?? {})).toEqual(['responseMs']);
  });

  test('a hand that comes into the picture of a camera has not moved yet', () => {
    const child = start();
    child.tell([child.hand({ x: 40, y: 40 }, 7, { side: 'left' })]);
    expect(child.state.phase).toBe('cue');
    child.tell([child.hand({ x: 40, y: 70 }, 7, { side: 'left' })]);
    expect(child.state.phase).toBe('go');
  });

  test('the first press of one switch is enough: its scanning line turns', () => {
    const child = start();
    child.tell([child.hand({ x: 50, y: 85 }, 1, { counts: false, scanLine: 'upright' })]);
    child.tell([child.hand({ x: 180, y: 85 }, 1, { counts: false, scanLine: 'upright' })]);
    expect(child.state.phase).toBe('cue');
    child.tell([child.hand({ x: 180, y: 0 }, 1, { counts: false, scanLine: 'level' })]);
    expect(child.state.phase).toBe('go');
  });
});

describe('a switch that chooses places', () => {
  const scan = { counts: false, scanLine: 'level' } as const;
  test.each([
    [1, 'success'],
    [0.5, null],
  ])('chosen at %f of the path it is %s', (share, outcome) => {
    const child = drawByHand(createPathSet());
    child.waitForCue();
    const at = child.at(share);
    child.tell([child.hand(at, 1, scan)]);
    child.wait(300);
    child.tell([child.hand(at, 2)]);
    child.wait(20);
    expect(child.state.outcome).toBe(outcome);
    expect(child.state.ways[0]?.along ?? 0).toBeCloseTo(share, 1);
  });
});
