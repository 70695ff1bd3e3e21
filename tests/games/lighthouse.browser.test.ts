import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { WeightShiftState } from '../../src/drills/weight-shift/state';
import { slant, toLayout, toWater } from '../../src/games/lighthouse/layout';
import { moods, plainGround, rimColour } from '../../src/games/lighthouse/moods';
import { toLuminance } from './flash-meter';
import { fieldWidthMm, type GameRig, type GameRigOptions, startGameRig } from './game-rig';

type Rig = GameRig<WeightShiftState>;
let rig: Rig | undefined;
/** Enough for what has no pixels to be read. */
const small = { width: 400, height: 250 } as const;
const start = async (options: GameRigOptions = {}): Promise<Rig> => {
  rig = await startGameRig<WeightShiftState>('lighthouse', { size: small, level: 7, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const layout = toLayout(
  small.width,
  small.height,
  { widthMm: fieldWidthMm, heightMm: 160, originXMm: 128, originYMm: 135, reachMm: 300 },
  {
    companion: { name: 'otter', aid: 'wheelchair' },
    simplePicture: false,
    highContrast: false,
    reducedMotion: false,
    hand: 'right',
    variation: 0,
  },
);
const image = (game: Rig, name: string) => game.find(name)[0] as Phaser.GameObjects.Image;
const leanTo = (x: number, y: number) => ({ lean: { x, y, swayMm: null } });
const luminanceOf = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return toLuminance(r, g, b);
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
};
const playOn = (game: Rig, until: () => boolean) => {
  for (let i = 0; i < 120 && !until(); i++) game.run(330, undefined, 110);
};

test('the light is exactly where the body leans now, in the same frame, before the drill has heard of it', async () => {
  const game = await start({ abilities: { restsRatio: 1 } });
  for (const [x, y] of [
    [0, 0],
    [0.6, 0],
    [-0.42, 0.42],
    [0, -1],
    [0.3, 0.9],
  ] as const) {
    game.setLive(leanTo(x, y));
    game.run(33);
    const at = toWater(layout, { x, y });
    expect(image(game, 'light').x).toBeCloseTo(at.x, 6);
    expect(image(game, 'light').y).toBeCloseTo(at.y, 6);
  }
  // The whole limit is as far to each side as the picture's slant says, and a lean to the right is drawn on the right.
  expect(toWater(layout, { x: 1, y: 0 }).x).toBeGreaterThan(layout.centre.x);
  expect((layout.centre.y - toWater(layout, { x: 0, y: 1 }).y) / (toWater(layout, { x: 1, y: 0 }).x - layout.centre.x)).toBeCloseTo(slant, 6);
});

test('the boat waits where the drill has its target, in a ring exactly as wide as it', async () => {
  const game = await start({ params: { targetWidthPct: 40 } });
  let compared = 0;
  game.run(2600, () => {
    const { target } = game.state;
    if (!target || game.state.phase !== 'cue') return;
    const at = toWater(layout, target);
    expect(image(game, 'target').x).toBeCloseTo(at.x, 6);
    expect(image(game, 'target').y).toBeCloseTo(at.y, 6);
    // The texture is one ring with two lines' room around it.
    const line = 3;
    expect(image(game, 'ring').width / 2 - 2 * line).toBeCloseTo(target.radius * layout.limit.x, -0.5);
    compared += 1;
  });
  expect(compared).toBeGreaterThan(5);
});

test('each trial brings one boat to the quay, whatever its outcome, and none ever leaves', async () => {
  const game = await start({ trials: 3, params: { holdMs: 300 } });
  let most = 0;
  playOn(game, () => {
    const home = game.find('moored').length;
    expect(home).toBeGreaterThanOrEqual(most);
    most = home;
    return game.state.done;
  });
  expect(game.state.done).toBe(true);
  game.run(4500, undefined, 110);
  expect(game.find('moored')).toHaveLength(3);
  expect(game.played.filter((name) => name.startsWith('home-'))).toHaveLength(3);
  game.setPhase('set-end');
  game.run(5000, undefined, 110);
  const garlands = game.find('garland') as Phaser.GameObjects.Image[];
  expect(garlands.length).toBe(2);
  for (const garland of garlands) expect(garland.alpha).toBe(1);
  expect(game.find('moored')).toHaveLength(3);
});

test('a miss ends as an arrival: its boat lights up and sails home by itself', async () => {
  const game = await start({ trials: 1, params: { windowMs: 1500 }, abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.done);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  game.run(5000, undefined, 110);
  expect(game.find('moored')).toHaveLength(1);
});

test('lanterns that kindled in a hold keep a glow when the light slips away', async () => {
  const game = await start({ trials: 1, params: { holdMs: 3000, neutralMs: 0, windowMs: 20000 }, abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.phase === 'cue');
  const { target } = game.state;
  if (!target) throw new Error('no boat waits');
  const lit = () => {
    const root = game.find('target')[0] as Phaser.GameObjects.Container;
    const isLantern = (one: Phaser.GameObjects.GameObject) => (one as Phaser.GameObjects.Image).texture?.key === 'lantern';
    const open = (object: Phaser.GameObjects.GameObject): Phaser.GameObjects.GameObject[] =>
      'list' in object ? (object.list as Phaser.GameObjects.GameObject[]).flatMap(open) : [object];
    return open(root).filter((one) => isLantern(one) && (one as Phaser.GameObjects.Image).alpha > 0.4).length;
  };
  // In a pause the drill stands still, and what it holds is drawn as it is.
  game.setPhase('paused');
  target.held = 0.55;
  game.run(1200, undefined, 50);
  expect(lit()).toBe(3);
  target.held = 0;
  game.run(1000, undefined, 50);
  expect(lit()).toBe(3);
});

test('the side is told by a shape: a circle on the left, a star on the right, none without a side', async () => {
  for (const [side, key] of [
    ['left', 'mark-left'],
    ['right', 'mark-right'],
    [null, null],
  ] as const) {
    const game = await start({ sides: [side], trials: 1, abilities: { restsRatio: 1 } });
    playOn(game, () => game.state.phase === 'cue');
    game.run(100);
    const marks = game.all().flatMap((one) => (one as Phaser.GameObjects.Image).texture?.key ?? []);
    expect(marks.filter((name) => name.startsWith('mark-'))).toEqual(key ? [key] : []);
    game.destroy();
    rig = undefined;
  }
});

test('with an adult’s thumb alone the light sways towards the boat, and goes all the way at the tap', async () => {
  const game = await start({ byAdult: true, trials: 1 });
  playOn(game, () => game.state.phase === 'cue');
  const { target } = game.state;
  if (!target) throw new Error('no boat waits');
  const boat = toWater(layout, target);
  const way = () => Math.hypot(image(game, 'light').x - boat.x, image(game, 'light').y - boat.y);
  game.setLive({});
  const first = way();
  let nearest = first;
  game.run(
    5200,
    () => {
      nearest = Math.min(nearest, way());
    },
    100,
  );
  expect(nearest).toBeLessThan(0.8 * first);
  expect(nearest).toBeGreaterThan(0.2 * first);
  game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });
  game.run(660, undefined, 33);
  expect(way()).toBeLessThan(0.35 * first);
  expect(game.played).toContain('home-1');
});

test('a target’s rim has 3:1 on the water of every look, and 7:1 on the plain grounds', () => {
  for (const mood of moods)
    for (const water of [...mood.sea, ...mood.far]) expect(contrast(rimColour, water), `${mood.name} ${water}`).toBeGreaterThanOrEqual(3);
  for (const ground of Object.values(plainGround)) expect(contrast(rimColour, ground)).toBeGreaterThanOrEqual(7);
});
