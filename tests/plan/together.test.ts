import { describe, expect, test } from 'vitest';
import { drumDrill } from '../../src/drills/drum/drill';
import { gaitDrill } from '../../src/drills/gait/drill';
import { reachDrill } from '../../src/drills/reach/drill';
import { clampParams, toLimits } from '../../src/plan/limits';
import { toBaseline, toFriendSources, toPairParams, toShare, usualBaseline } from '../../src/plan/together';

describe('what children reach together', () => {
  test('a child without history is measured against the usual target', () => {
    expect(toBaseline([])).toBe(usualBaseline);
    expect(toBaseline([{ success: 0, assisted: 0, miss: 0 }])).toBe(usualBaseline);
  });

  test('helped trials count as reached', () => {
    expect(toBaseline([{ success: 3, assisted: 3, miss: 4 }])).toBeCloseTo(0.6);
  });

  test('only the newest five sessions make a baseline, and it is never so low that one success is everything', () => {
    const old = { success: 10, assisted: 0, miss: 0 };
    const newest = Array.from({ length: 5 }, () => ({ success: 1, assisted: 0, miss: 19 }));
    expect(toBaseline([...newest, old])).toBe(0.2);
  });

  test('who reaches its own usual has filled its half, whatever that usual is', () => {
    expect(toShare(4, 10, 0.4)).toBe(1);
    expect(toShare(9, 10, 0.9)).toBe(1);
    expect(toShare(10, 10, 0.5)).toBe(1);
    expect(toShare(2, 10, 0.4)).toBeCloseTo(0.5);
    expect(toShare(0, 0, 0.4)).toBe(0);
  });

  test('a camera or a switch follows one child; the glass and thumbs are for both', () => {
    expect(toFriendSources(['touch', 'pose', 'gamepad', 'adult'], 'touch')).toEqual(['touch', 'pose', 'gamepad', 'adult']);
    expect(toFriendSources(['touch', 'pose', 'gamepad', 'adult'], 'pose')).toEqual(['touch', 'gamepad', 'adult']);
  });
});

describe('two who walk to one beat', () => {
  const limits = toLimits(gaitDrill.params, {});
  const walk = (ownCadenceSpm: number, tempoPct = 0) => clampParams(gaitDrill.params, limits, { ownCadenceSpm, tempoPct, boutS: 30, trials: 4 });

  test('the beat lies between their own, within five per cent of both', () => {
    const pair = toPairParams(gaitDrill, [walk(100), walk(108)], [limits, limits]);
    expect(pair?.map(({ ownCadenceSpm, tempoPct }) => [ownCadenceSpm, tempoPct])).toEqual([
      [104, 0],
      [104, 0],
    ]);
  });

  test('farther apart than that there is no common beat', () => {
    expect(toPairParams(gaitDrill, [walk(100), walk(110)], [limits, limits])).not.toBeNull();
    expect(toPairParams(gaitDrill, [walk(100), walk(113)], [limits, limits])).toBeNull();
  });

  test("a therapist's bound is not crossed for a friend", () => {
    const bound = toLimits(gaitDrill.params, { ownCadenceSpm: { min: 90, max: 102 } });
    expect(toPairParams(gaitDrill, [walk(100), walk(108)], [bound, limits])).toBeNull();
  });

  test('a drill without a beat leaves both as they are', () => {
    const own = clampParams(reachDrill.params, toLimits(reachDrill.params, {}), {});
    expect(toPairParams(reachDrill, [own, own], [toLimits(reachDrill.params, {}), toLimits(reachDrill.params, {})])).toEqual([own, own]);
  });
});

describe('two who drum to one beat', () => {
  const limits = toLimits(drumDrill.params, {});
  const drum = (beatBpm: number, mode = 'beat') => clampParams(drumDrill.params, limits, { beatBpm, mode });

  test('the beat lies half-way between their own', () => {
    expect(toPairParams(drumDrill, [drum(60), drum(80)], [limits, limits])?.map(({ beatBpm }) => beatBpm)).toEqual([70, 70]);
  });

  test('where one drums freely, the beat is the other one’s', () => {
    expect(toPairParams(drumDrill, [drum(60, 'free'), drum(80)], [limits, limits])?.map(({ beatBpm }) => beatBpm)).toEqual([80, 80]);
  });

  test('a beat that a level does not allow is none', () => {
    const bound = toLimits(drumDrill.params, { beatBpm: { min: 40, max: 60 } });
    expect(toPairParams(drumDrill, [drum(60), drum(80)], [bound, limits])).toBeNull();
  });
});
