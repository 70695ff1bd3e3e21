import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { HoldState } from '../../src/drills/hold/state';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig<HoldState> | undefined;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<HoldState>('ferry', { size: { width: 400, height: 250 }, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const short = { stance: 'sit', holdS: 3, tolerancePct: 60, spareS: 5, arrivals: 0 } as const;
const image = (game: GameRig<HoldState>, name: string) => game.find(name)[0] as Phaser.GameObjects.Image;
const toX = (object: Phaser.GameObjects.Image) => object.getWorldTransformMatrix().tx;
/** The middle of the ferry, whose hull tilts with the deck. */
const shipX = (game: GameRig<HoldState>) => toX(image(game, 'ferry'));
const lean = (x: number, y = 0) => ({ lean: { x, y, swayMm: null } });
const playOut = (game: GameRig<HoldState>) => {
  for (let i = 0; i < 200 && !game.state.done; i++) game.run(400, undefined, 200);
};

test('the deck and the bubble are where the body is, in the same frame, to the right and to the left', async () => {
  const game = await start({ params: short });
  game.run(1500, undefined, 100);
  for (const x of [0.7, -0.4, 0]) {
    game.setLive(lean(x));
    game.run(16, undefined, 16);
    const bubble = image(game, 'bubble');
    expect(Math.sign(Math.round(bubble.x * 10))).toBe(Math.sign(x));
    expect(image(game, 'ferry').parentContainer.rotation).toBeCloseTo(0.1 * x, 5);
  }
});

test('the bubble is over the edge of the zone exactly when the trunk leaves it', async () => {
  const game = await start({ params: { ...short, tolerancePct: 40 } });
  game.run(1500, undefined, 100);
  for (const [x, y, isIn] of [
    [0.39, 0, true],
    [0.41, 0, false],
    [0, -0.39, true],
    [0.3, 0.3, false],
  ] as const) {
    game.setLive(lean(x, y));
    game.run(16, undefined, 16);
    const [bubble, zone] = [image(game, 'bubble'), image(game, 'zone')];
    expect(Math.hypot(bubble.x - zone.x, bubble.y - zone.y) <= zone.displayWidth / 2, `${x}, ${y}`).toBe(isIn);
  }
});

test('the ferry moves on while the child is in the zone and waits while it is not', async () => {
  const game = await start({ params: { ...short, holdS: 10, tolerancePct: 15, spareS: 60 }, trials: 1, abilities: { restsRatio: 1 } });
  while (game.state.inside || game.state.phase !== 'cue') game.run(100, undefined, 100);
  game.run(2000, undefined, 100);
  const waits = shipX(game);
  game.run(2000, undefined, 100);
  expect(Math.abs(shipX(game) - waits)).toBeLessThan(0.5);
  expect(image(game, 'cargo').alpha).toBe(1);
  rig?.destroy();
  const calm = await start({ params: { ...short, holdS: 10 }, trials: 1 });
  calm.run(3000, undefined, 100);
  const before = shipX(calm);
  calm.run(2000, undefined, 100);
  expect(shipX(calm) - before).toBeGreaterThan(5);
});

test('each crossing lights one window and none goes out, as many as there are trials', async () => {
  const game = await start({ params: short, trials: 4 });
  let most = 0;
  for (let i = 0; i < 300 && !game.state.done; i++) {
    game.run(200, undefined, 200);
    const lit = game.find('window-lit').length;
    expect(lit).toBeGreaterThanOrEqual(most);
    most = lit;
  }
  game.run(3000, undefined, 200);
  expect(game.find('window-lit')).toHaveLength(4);
  expect(game.played.filter((name) => name.startsWith('land-'))).toHaveLength(4);
});

test('a miss ends as a success does: the tug brings the ferry over and its window lights', async () => {
  const game = await start({ params: short, trials: 1, abilities: { restsRatio: 1 } });
  let towed = false;
  const see = () => {
    towed ||= image(game, 'tug').visible;
  };
  for (let i = 0; i < 100 && !game.state.done; i++) game.run(200, see, 100);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  game.run(3000, see, 100);
  expect(towed).toBe(true);
  expect(game.find('window-lit')).toHaveLength(1);
});

test('by the mercy rule the zone on the glass comes to the bubble', async () => {
  const game = await start({ params: { ...short, spareS: 10 }, trials: 3, abilities: { restsRatio: 1 } });
  const came = () => game.state.assisted && game.state.inside && Math.abs(game.state.zone.x) > 0.2;
  for (let i = 0; i < 250 && !came(); i++) game.run(250, undefined, 250);
  expect(came()).toBe(true);
  const [bubble, zone] = [image(game, 'bubble'), image(game, 'zone')];
  expect(Math.abs(zone.x)).toBeGreaterThan(1);
  expect(Math.hypot(bubble.x - zone.x, bubble.y - zone.y)).toBeLessThanOrEqual(zone.displayWidth / 2 + 0.5);
  expect(game.played).toContain('help');
});

test('what quietly arrives is there when the drill says so, and only then', async () => {
  const game = await start({ params: { ...short, holdS: 6, arrivals: 3 }, trials: 1 });
  const there = () => (game.find('guest') as Phaser.GameObjects.Image[]).filter((guest) => guest.visible).length;
  let most = 0;
  for (let i = 0; i < 200 && game.state.phase !== 'after'; i++) {
    game.run(100, undefined, 100);
    if (game.state.phase === 'cue') expect(there()).toBe(game.state.arrived);
    most = Math.max(most, there());
  }
  expect(most).toBe(3);
});

test('on one leg the board tells which one, by its mark and by the figure; in other stances it does not', async () => {
  const game = await start({ params: { ...short, stance: 'single' }, trials: 2 });
  game.run(1500, undefined, 100);
  expect(game.find('stance-left')).toHaveLength(1);
  playOut(game);
  expect(game.find('stance-right')).toHaveLength(1);
  rig?.destroy();
  const wide = await start({ params: { ...short, stance: 'wide' } });
  wide.run(1500, undefined, 100);
  expect([...wide.find('stance-left'), ...wide.find('stance-right')]).toHaveLength(0);
});

test('a picture that starts in the middle of a set shows at once all that was delivered, and the ferry where it is', async () => {
  const game = await start({ params: { ...short, holdS: 8 }, trials: 3 });
  for (let i = 0; i < 200 && (game.state.trial < 1 || game.state.held < 0.5); i++) game.run(200, undefined, 200);
  game.run(1200, undefined, 100);
  const before = shipX(game);
  const scenes = game.host.phaser().scene;
  scenes.getScene('ferry')?.scene.restart();
  for (let i = 0; i < 60 && game.find('window-lit').length === 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    game.run(16, undefined, 16);
  }
  expect(game.find('window-lit')).toHaveLength(1);
  expect(Math.abs(shipX(game) - before)).toBeLessThan(20);
});
