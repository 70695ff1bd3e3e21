import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { GaitState } from '../../src/drills/gait/state';
import { createFlashMeter, createGridReader } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig<GaitState> | undefined;
const small = { width: 256, height: 160 } as const;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<GaitState>('parade', { size: small, ...options, params: { boutS: 10, ...options.params } });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const images = (game: GameRig<GaitState>, name: string) => game.find(name) as Phaser.GameObjects.Image[];
const untilSteps = (game: GameRig<GaitState>, count: number) => {
  for (let i = 0; i < 300 && game.state.steps.length < count; i++) game.run(100, undefined, 100);
};

test('each step leaves its mark and moves the parade on in the very frame in which the step is known', async () => {
  const game = await start({ params: { boutS: 20 } });
  let compared = 0;
  let before = 0;
  let town: readonly number[] = [];
  const places = () => images(game, 'scenery').map(({ x }) => x);
  game.run(
    5000,
    () => {
      const { steps } = game.state;
      expect(game.find('mark')).toHaveLength(steps.length);
      const now = places();
      if (steps.length > before) {
        expect(now).not.toEqual(town);
        compared += 1;
      }
      before = steps.length;
      town = now;
    },
    50,
  );
  expect(compared).toBeGreaterThanOrEqual(3);
  expect(game.played.filter((name) => name === 'step' || name.startsWith('ribbon-'))).toHaveLength(game.state.steps.length);
});

test('a stone is under the feet as its beat sounds, and the next ones are a pace apart', async () => {
  const game = await start({ params: { boutS: 20 } });
  untilSteps(game, 2);
  let checked = 0;
  game.run(
    2000,
    () => {
      const { beat, phase } = game.state;
      if (!beat || phase !== 'cue') return;
      const until = (beat.periodMs - ((((game.nowMs - beat.firstMs) % beat.periodMs) + beat.periodMs) % beat.periodMs)) / beat.periodMs;
      const xs = images(game, 'stone')
        .filter(({ visible, alpha }) => visible && alpha > 0.02)
        .map(({ x }) => x)
        .sort((p, q) => p - q);
      const gaps = xs.slice(1).map((x, i) => x - (xs[i] ?? 0));
      for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 3);
      const feet = images(game, 'waiting-stone')[0];
      const pacePx = gaps[0];
      if (!pacePx || !feet) return;
      // The stone that waits without a beat lies 0.55 paces ahead of the feet.
      const feetX = feet.x - 0.55 * pacePx;
      expect(xs.some((x) => Math.abs(x - (feetX + until * pacePx)) < 0.05 * pacePx)).toBe(true);
      checked += 1;
    },
    50,
  );
  expect(checked).toBeGreaterThan(20);
});

test('steps beside the beat move the parade as steps on it do', async () => {
  const game = await start({ params: { boutS: 20 }, abilities: { aimSdMm: 120 } });
  untilSteps(game, 5);
  game.run(33);
  expect(game.played).toContain('step');
  expect(game.find('mark').length).toBe(game.state.steps.length);
});

test('friends join one by one and none goes; after the last walk all eight are there, with a kite for each walk', { timeout: 30_000 }, async () => {
  const game = await start({ trials: 3 });
  let friends = 0;
  for (let i = 0; i < 200 && !game.state.done; i++) {
    game.run(900, undefined, 300);
    expect(game.find('friend').length).toBeGreaterThanOrEqual(friends);
    friends = game.find('friend').length;
  }
  expect(game.state.done).toBe(true);
  game.setPhase('set-end');
  game.run(800, undefined, 100);
  expect(game.find('friend')).toHaveLength(8);
  expect(game.find('kite')).toHaveLength(3);
  expect(game.played.filter((name) => name.startsWith('walk-'))).toHaveLength(3);
});

test('a walk without a step ends as an arrival: its kite rises and a friend comes', async () => {
  const game = await start({ trials: 1, params: { stillMs: 3000 }, abilities: { restsRatio: 1 } });
  for (let i = 0; i < 60 && !game.state.done; i++) game.run(900, undefined, 300);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  game.setPhase('set-end');
  game.run(600, undefined, 100);
  expect(game.find('kite')).toHaveLength(1);
  expect(game.find('friend').length).toBeGreaterThan(0);
});

test('the stressed foot has its own sign on the stones, the other foot the other; without a known foot there is none', async () => {
  const signs = (game: GameRig<GaitState>) =>
    new Set(
      images(game, 'stone')
        .filter(({ visible, alpha }) => visible && alpha > 0.3)
        .map(({ texture }) => texture.key),
    );
  for (const accentSide of ['left', 'right'] as const) {
    const game = await start({ params: { boutS: 20, accentSide } });
    untilSteps(game, 2);
    expect([...signs(game)].sort()).toEqual([`stone-${accentSide}-stressed`, `stone-${accentSide === 'left' ? 'right' : 'left'}`].sort());
    game.destroy();
  }
  const game = await start({ params: { boutS: 20, accentSide: 'none' } });
  untilSteps(game, 2);
  expect([...signs(game)]).toEqual(['stone-plain']);
});

test('the companion rises with the foot that a camera sees, in the same frame', async () => {
  const game = await start({ look: { reducedMotion: true, companion: { name: 'otter', aid: 'walker' } }, abilities: { restsRatio: 1 } });
  game.run(1200);
  const [companion] = game.find('companion') as Phaser.GameObjects.Container[];
  const standing = companion?.y ?? 0;
  game.setLive({ step: { side: 'left', phase: 'lift', height: 0.5 } });
  game.run(33);
  const half = standing - (companion?.y ?? 0);
  game.setLive({ step: { side: 'left', phase: 'lift', height: 1 } });
  game.run(33);
  expect(half).toBeGreaterThan(1);
  expect(standing - (companion?.y ?? 0)).toBeCloseTo(2 * half, 3);
});

test('the parade of a left hand goes the other way', async () => {
  const right = await start({ params: { boutS: 20 } });
  untilSteps(right, 2);
  const at = images(right, 'friend').map(({ x }) => Math.round(x));
  right.destroy();
  const left = await start({ look: { hand: 'left' }, params: { boutS: 20 } });
  untilSteps(left, 2);
  expect(images(left, 'friend').map(({ x }) => Math.round(x))).toEqual(at.map((x) => small.width - x));
  expect(images(left, 'friend').every(({ flipX }) => flipX)).toBe(true);
});

test('the quickest beat that can be set, walked by all friends, keeps to the flash rule', { timeout: 60_000 }, async () => {
  const game = await start({
    trials: 2,
    look: { variation: 2 },
    params: { ownCadenceSpm: 180, accentSide: 'right' },
    size: { width: 384, height: 240 },
  });
  while (game.state.results.length < 1) game.run(900, undefined, 300);
  const meter = createFlashMeter();
  const read = createGridReader();
  let atMs = 0;
  game.run(4000, () => {
    atMs += 33;
    meter.add(read(game.canvas()), atMs);
  });
  expect(game.state.steps.length).toBeGreaterThan(5);
  // The rule of clinical.md C8.
  expect(meter.report().flashesPerS).toBeLessThanOrEqual(3);
  expect(meter.report().redFlashesPerS).toBe(0);
});
