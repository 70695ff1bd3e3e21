import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { RaiseState } from '../../src/drills/raise/state';
import { toLayout, toOrbY } from '../../src/games/sunrise/layout';
import { mix, places, toPlace } from '../../src/games/sunrise/places';
import { dayAtPlay } from '../../src/games/sunrise/world';
import { toLuminance } from './flash-meter';
import { fieldWidthMm, type GameRig, type GameRigOptions, startGameRig } from './game-rig';

const drawings = import.meta.glob<string>('../../assets/sunrise/{sun,moon,balloon}.svg', { query: '?raw', import: 'default', eager: true });

type Rig = GameRig<RaiseState>;
let rig: Rig | undefined;
/** Enough for what has no pixels to be read. */
const size = { width: 400, height: 250 } as const;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<RaiseState>('sunrise', { size, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const orbOf = (game: Rig) => game.find('orb')[0] as Phaser.GameObjects.Container;
const seen = (game: Rig, name: string) =>
  (game.find(name) as Phaser.GameObjects.Image[]).filter(({ visible, alpha }) => visible && alpha > 0.05).length;
const layoutOf = (variation: number) =>
  toLayout(
    size.width,
    size.height,
    { widthMm: fieldWidthMm, heightMm: 160, originXMm: 128, originYMm: 135, reachMm: 300 },
    {
      companion: { name: 'otter', aid: 'none' },
      simplePicture: false,
      highContrast: false,
      reducedMotion: false,
      hand: 'right',
      variation,
    },
    toPlace(variation),
  );

test.each([0, 1, 2])('in place %s the light is exactly where the joint is, in the same frame', async (variation) => {
  const game = await start({ look: { variation }, abilities: { restsRatio: 1 } });
  const layout = layoutOf(variation);
  for (const ofRange of [0, 0.31, 0.6, 1, 0.12]) {
    game.setLive({ angle: { side: null, deg: 40, ofRange } });
    game.run(33);
    expect(orbOf(game).y).toBeCloseTo(toOrbY(layout, ofRange), 6);
  }
});

test('the other arm, which was not asked for, lifts nothing', async () => {
  const game = await start({ abilities: { restsRatio: 1 }, sides: ['left', 'left', 'left'] });
  game.run(1500, undefined, 100);
  const before = orbOf(game).y;
  game.setLive({ angle: { side: 'right', deg: 60, ofRange: 0.9 } });
  game.run(33);
  expect(orbOf(game).y).toBeCloseTo(before, 3);
  game.setLive({ angle: { side: 'left', deg: 60, ofRange: 0.9 } });
  game.run(33);
  expect(orbOf(game).y).toBeLessThan(before - 50);
});

test('where either arm may lift, the light follows the one that the drill follows', async () => {
  const game = await start({ abilities: { restsRatio: 1 }, sides: [null, null, null] });
  game.run(1500, undefined, 100);
  game.setLive({ angle: { side: 'left', deg: 64, ofRange: 0.9 } });
  game.run(33);
  expect(game.state.ofRange).toBeLessThan(0.1);
  expect(orbOf(game).y).toBeCloseTo(toOrbY(layoutOf(0), game.state.ofRange), 6);
});

test('each raise wakes one place for good, and by the end of the set all are awake', async () => {
  const game = await start({ trials: 3, params: { holdMs: 500, speedLimitDps: 180 } });
  let most = 0;
  for (let i = 0; i < 400 && !game.state.done; i++) {
    game.run(200, undefined, 200);
    const awake = game.find('awake').length;
    expect(awake).toBeGreaterThanOrEqual(most);
    expect(awake).toBeLessThanOrEqual(game.state.results.length + 1);
    most = awake;
  }
  game.run(1500, undefined, 150);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success']);
  expect(game.find('awake')).toHaveLength(3);
  expect(game.played.filter((name) => name.startsWith('wake-'))).toEqual(['wake-1', 'wake-2', 'wake-3']);
  game.setPhase('set-end');
  game.run(1000, undefined, 100);
  expect(game.find('awake')).toHaveLength(toPlace(0).spots.length);
});

test('a set longer than the land has places for gives a gift for every raise all the same', async () => {
  const game = await start({ byAdult: true, trials: 12 });
  for (let i = 0; i < 80 && !game.state.done; i++) {
    game.run(600, undefined, 200);
    game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });
  }
  game.run(2000, undefined, 200);
  expect(game.state.results).toHaveLength(12);
  expect(game.find('awake')).toHaveLength(12);
});

test('a miss ends as an arrival: two birds carry the light up, and its place wakes', async () => {
  const game = await start({ trials: 2, params: { windowMs: 3000 }, abilities: { restsRatio: 1 } });
  const goalY = toOrbY(layoutOf(0), 0.6);
  let highest = Number.POSITIVE_INFINITY;
  let birds = 0;
  for (let i = 0; i < 60 && game.state.results.length < 1; i++) {
    game.run(100, undefined, 50);
    highest = Math.min(highest, orbOf(game).y);
    birds = Math.max(birds, seen(game, 'bird'));
  }
  game.run(700, undefined, 50);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  expect(highest).toBeCloseTo(goalY, 0);
  expect(birds).toBe(2);
  expect(game.find('awake')).toHaveLength(1);
  // At the next cue the light is with the body again.
  for (let i = 0; i < 40 && game.state.phase !== 'cue'; i++) game.run(50, undefined, 50);
  expect(orbOf(game).y).toBeCloseTo(toOrbY(layoutOf(0), game.state.ofRange), 3);
});

test('too fast is answered by mist and a snail, and by nothing that is lost', async () => {
  const slow = await start({ abilities: { restsRatio: 1 } });
  slow.run(2500, undefined, 100);
  expect(seen(slow, 'mist') + seen(slow, 'snail')).toBe(0);
  slow.destroy();
  // A joint that shakes widely is faster than the lowest limit all the time.
  const game = await start({ params: { speedLimitDps: 20, windowMs: 4000 }, abilities: { restsRatio: 1, tremorMm: 40 } });
  game.run(2500, undefined, 100);
  expect(seen(game, 'mist')).toBe(3);
  expect(seen(game, 'snail')).toBe(1);
  expect(game.played).toContain('slow');
  for (let i = 0; i < 60 && game.state.outcome === null; i++) game.run(100, undefined, 100);
  game.run(1700, undefined, 100);
  expect(game.find('awake')).toHaveLength(1);
});

test('the wreath opens with the hold and is whole at its end', async () => {
  const game = await start({ trials: 1 });
  const open = () => (game.find('petal') as Phaser.GameObjects.Image[]).filter(({ alpha }) => alpha > 0.99).length;
  for (let i = 0; i < 100 && game.state.held < 0.5; i++) game.run(100, undefined, 50);
  expect(open()).toBeGreaterThanOrEqual(4);
  expect(open()).toBeLessThanOrEqual(7);
  for (let i = 0; i < 100 && game.state.outcome === null; i++) game.run(100, undefined, 50);
  game.run(500, undefined, 50);
  expect(open()).toBe(12);
});

test.each(['left', 'right'] as const)('the cloud wears the mark of the %s side', async (side) => {
  const game = await start({ sides: [side, side, side] });
  game.run(1500, undefined, 100);
  const marks = game.find('side') as Phaser.GameObjects.Image[];
  expect(marks.map(({ visible, texture }) => [visible, texture.key])).toEqual([[true, `side-${side}`]]);
});

test.each(places)('in the $name what is lifted stands out 3:1 from every band of the sky, from night to day', ({ orb, sky }) => {
  const toLight = (hex: string) => toLuminance(...([1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]));
  const svg = drawings[`../../assets/sunrise/${orb.file}.svg`] ?? '';
  const paper = toLight(/fill="(#[0-9A-F]{6})" stroke="#[0-9A-F]{6}" stroke-width="4"/i.exec(svg)?.[1] ?? '#000000');
  const bands = sky.asleep.flatMap((night, i) => [0, 0.5, 1].map((share) => mix(night, sky.awake[i] ?? night, share * dayAtPlay)));
  for (const band of bands) expect((paper + 0.05) / (toLight(band) + 0.05), band).toBeGreaterThanOrEqual(3);
});
