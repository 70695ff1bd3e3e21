import { expect, test } from 'vitest';
import { gaitDrill } from '../../src/drills/gait/drill';
import type { GaitState } from '../../src/drills/gait/state';
import type { SetSpec } from '../../src/drills/types';
import { friendCount } from '../../src/games/parade/layout';
import { moods, plainGround } from '../../src/games/parade/moods';
import { isNearBeat, toBeatSide, toFriends } from '../../src/games/parade/progress';
import { stoneColours } from '../../src/games/parade/stone-colours';
import { parts } from '../../src/games/parade/tune';
import { toLuminance } from './flash-meter';

const luminanceOf = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return toLuminance(r, g, b);
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
};
const grounds = [...moods.map(({ path }) => path), [plainGround.path, plainGround.pathHighContrast]].flat();

test('a stone has 3:1 on every path, by its face or by its edge, and its signs 3:1 on its face', () => {
  for (const ground of grounds) {
    const best = Math.max(contrast(stoneColours.face, ground), contrast(stoneColours.edge, ground));
    expect(best, ground).toBeGreaterThanOrEqual(3);
  }
  for (const sign of [stoneColours.left, stoneColours.right, stoneColours.plain])
    expect(contrast(sign, stoneColours.face), sign).toBeGreaterThanOrEqual(3);
});

const params = { trials: 4, boutS: 30, ownCadenceSpm: 100, tempoPct: 0, accentSide: 'none', stillMs: 8000 } as const;
const space = { widthMm: 256, heightMm: 160, originXMm: 128, originYMm: 140, reachMm: 300 };
const startState = (set: Partial<SetSpec<typeof gaitDrill.params>> = {}): GaitState =>
  gaitDrill.start({ params, sides: [null, null, null, null], space, lockoutMs: 500, ...set } as SetSpec<typeof gaitDrill.params>, {
    next: () => 0.5,
    fork: () => {
      throw new Error('no chance here');
    },
  });
const beat = { firstMs: 1000, periodMs: 600, accent: null } as const;

test('the first friend joins with the first step, the last with the last walk, and slow steps bring as many as quick ones', () => {
  const state = startState();
  expect(toFriends(state)).toBe(0);
  const walk = (stepCount: number) =>
    Array.from({ length: 40 }, (_, i) => {
      const steps = Array.from({ length: stepCount }, (_, n) => ({ tMs: n, side: null }));
      Object.assign(state, { phase: 'cue', steps, walked: i / 40, trial: 0 });
      return toFriends(state);
    });
  expect(walk(1)[0]).toBe(1);
  expect(walk(1)).toEqual(walk(60));
  expect(walk(9)).toEqual([...walk(9)].sort((p, q) => p - q));
  Object.assign(state, { phase: 'after', outcome: 'success', trial: 3 });
  expect(toFriends(state)).toBe(friendCount);
});

test('an adult’s tap brings friends as a sensor does, and time alone brings none', () => {
  const state = startState({ byAdult: true });
  Object.assign(state, { phase: 'cue', beat, walked: 0.9 });
  expect(toFriends(state)).toBe(0);
  Object.assign(state, { phase: 'after', outcome: 'success', trial: 3 });
  expect(toFriends(state)).toBe(friendCount);
});

test('a beat’s foot is told by the stress, else by feet that were seen, else not at all', () => {
  const state = startState();
  expect(toBeatSide(state, beat, 4)).toBe(null);
  state.steps = [
    { tMs: 1610, side: 'left' },
    { tMs: 2190, side: null },
  ];
  expect([1, 2, 3, 4].map((n) => toBeatSide(state, beat, n))).toEqual(['left', 'right', 'left', 'right']);
  const stressed = startState({ params: { ...params, accentSide: 'right' } });
  expect([0, 1, 2].map((n) => toBeatSide(stressed, { ...beat, accent: 0 }, n))).toEqual(['right', 'left', 'right']);
  expect([0, 1, 2].map((n) => toBeatSide(stressed, { ...beat, accent: 1 }, n))).toEqual(['left', 'right', 'left']);
});

test('a step is near its beat early and late alike', () => {
  for (const sign of [-1, 1]) {
    expect(isNearBeat(beat, 2800 + sign * 130)).toBe(true);
    expect(isNearBeat(beat, 2800 + sign * 135)).toBe(false);
  }
});

test('every friend’s part fits the tune, and a friend who joins only adds to it', () => {
  for (const [count, part] of parts.entries()) {
    const cycle = (from: number) => Array.from({ length: 32 }, (_, i) => part(from + i));
    expect(cycle(0)).toEqual(cycle(32));
    const before = parts[count - 1];
    if (before) for (let n = 0; n < 32; n++) expect(part(n).slice(0, before(n).length)).toEqual(before(n));
    expect(cycle(0).flat().length).toBeGreaterThan(before ? Array.from({ length: 32 }, (_, n) => before(n)).flat().length : 0);
  }
  expect(parts).toHaveLength(friendCount + 1);
});
