import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { WalkState } from '../../src/drills/walk/state';
import { createFlashMeter, createGridReader } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig<WalkState> | undefined;
const small = { width: 320, height: 200 } as const;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<WalkState>('postman', { size: small, ...options, params: { stillMs: 3000, ...options.params } });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const images = (game: GameRig<WalkState>, name: string) => game.find(name) as Phaser.GameObjects.Image[];
const placeOf = (game: GameRig<WalkState>) => {
  const [companion] = game.find('companion') as Phaser.GameObjects.Container[];
  return { x: companion?.x ?? 0, y: companion?.y ?? 0 };
};
const openCount = (game: GameRig<WalkState>) => images(game, 'open-house').filter(({ alpha }) => alpha > 0.9).length;
const until = (game: GameRig<WalkState>, isTrue: () => boolean) => {
  for (let i = 0; i < 600 && !isTrue(); i++) game.run(100, undefined, 100);
  expect(isTrue()).toBe(true);
};
const tap = (game: GameRig<WalkState>) => game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });

test('each step carries the post on along the lane in the very frame in which the step is known', async () => {
  const game = await start();
  until(game, () => game.state.steps.length >= 2);
  let steps = game.state.steps.length;
  let before = placeOf(game).x;
  let compared = 0;
  game.run(
    4000,
    () => {
      const { x } = placeOf(game);
      if (game.state.steps.length > steps) {
        expect(x).toBeGreaterThan(before);
        compared += 1;
      }
      steps = game.state.steps.length;
      before = x;
    },
    50,
  );
  expect(compared).toBeGreaterThanOrEqual(3);
  expect(game.played.filter((name) => name === 'step')).toHaveLength(steps);
});

test('nobody walks on while the child stands', async () => {
  const game = await start({ abilities: { restsRatio: 1 } });
  game.run(3000, undefined, 100);
  const before = placeOf(game).x;
  game.run(3000, undefined, 100);
  expect(placeOf(game).x).toBeCloseTo(before, 3);
});

test('each letter opens one house for good, and at the end of a set the lighthouse answers', { timeout: 30_000 }, async () => {
  const game = await start({ trials: 3 });
  let open = 0;
  while (!game.state.done) {
    game.run(900, undefined, 100);
    expect(openCount(game)).toBeGreaterThanOrEqual(open);
    open = openCount(game);
  }
  expect(game.find('answer-letter')).toHaveLength(0);
  game.setPhase('set-end');
  game.run(4500, undefined, 100);
  expect(openCount(game)).toBe(3);
  expect(images(game, 'guest').every(({ alpha }) => alpha > 0.9)).toBe(true);
  expect(game.find('answer-letter')).toHaveLength(1);
  expect(game.played.filter((name) => name.startsWith('post-'))).toHaveLength(3);
});

test('a walk without a step ends as a delivery: its house opens', async () => {
  const game = await start({ trials: 2, params: { windowMs: 10_000 }, abilities: { restsRatio: 1 } });
  until(game, () => game.state.results.length === 1);
  expect(game.state.results[0]?.outcome).toBe('miss');
  game.run(2000, undefined, 100);
  expect(openCount(game)).toBe(1);
});

test("by an adult's thumb the postman waits at the line, strolls between the taps, and is at the door with the second", async () => {
  const game = await start({ byAdult: true, trials: 2 });
  game.run(2000, undefined, 100);
  const line = placeOf(game).x;
  game.run(2000, undefined, 100);
  expect(placeOf(game).x).toBeCloseTo(line, 3);
  tap(game);
  game.run(5000, undefined, 100);
  expect(placeOf(game).x).toBeGreaterThan(line + 5);
  expect(openCount(game)).toBe(0);
  tap(game);
  game.run(2500, undefined, 100);
  expect(openCount(game)).toBe(1);
});

test('in the minute walk each tapped lap hangs one line of bunting', async () => {
  const game = await start({ byAdult: true, trials: 1, params: { course: 'minute', walkS: 30 } });
  game.run(1000, undefined, 100);
  tap(game);
  for (const laps of [1, 2, 3]) {
    game.run(5000, undefined, 100);
    tap(game);
    game.run(1500, undefined, 100);
    expect(game.find('bunting')).toHaveLength(laps);
  }
  until(game, () => game.state.done);
  expect(game.state.results[0]).toMatchObject({ outcome: 'success', metrics: { distanceM: 30 } });
  expect(game.find('bunting').length).toBeGreaterThanOrEqual(3);
});

test('for a left hand the lane is seen in a mirror', async () => {
  const right = await start();
  const houses = images(right, 'house').map(({ x }) => x);
  right.destroy();
  const left = await start({ look: { hand: 'left' } });
  for (const [i, { x, flipX }] of images(left, 'house').entries()) {
    expect(flipX).toBe(true);
    expect(Math.abs(small.width - x - (houses[i] ?? 0))).toBeLessThan(3);
  }
});

test('a minute walk round the market keeps to the flash rule as its bunting goes up', async () => {
  const game = await start({ trials: 1, params: { course: 'minute', walkS: 30, distanceM: 2 }, look: { variation: 1 } });
  const meter = createFlashMeter();
  const read = createGridReader();
  let atMs = 0;
  game.run(7000, () => {
    atMs += 33;
    meter.add(read(game.canvas()), atMs);
  });
  expect(game.find('bunting').length).toBeGreaterThanOrEqual(1);
  // The rule of clinical.md C8.
  expect(meter.report().flashesPerS).toBeLessThanOrEqual(3);
  expect(meter.report().redFlashesPerS).toBe(0);
});

test('no line of bunting comes down while play is paused', async () => {
  const game = await start({ byAdult: true, trials: 1, params: { course: 'minute', walkS: 30 } });
  game.run(1000, undefined, 100);
  for (let i = 0; i < 2; i++) {
    tap(game);
    game.run(2000, undefined, 100);
  }
  expect(game.find('bunting')).toHaveLength(1);
  game.setPhase('paused');
  game.run(600, undefined, 100);
  game.setPhase('playing');
  game.run(600, undefined, 100);
  expect(game.find('bunting')).toHaveLength(1);
  expect(game.played).toContain('resume');
});
