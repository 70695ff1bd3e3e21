import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { RiseState } from '../../src/drills/rise/state';
import { toPlanet } from '../../src/games/rocket/moods';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

type Rig = GameRig<RiseState>;
let rig: Rig | undefined;
const small = { width: 384, height: 240 } as const;
/** Half a minute of play is looked at in pictures of a twelfth of a second. */
const frameMs = 83;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<RiseState>('rocket', { size: small, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const imageOf = (game: Rig, name: string) => game.find(name)[0] as Phaser.GameObjects.Image;
const fullBands = (game: Rig) => game.find('band-full').length;
const look = (game: Rig, height: number) => {
  game.setLive({ rise: { height } });
  game.run(33);
  return imageOf(game, 'lamp').y;
};
const playOn = (game: Rig, until: () => boolean, seen?: () => void) => {
  for (let i = 0; i < 400 && !until(); i++) game.run(frameMs, seen, frameMs);
  expect(until()).toBe(true);
};

test('the lamp is exactly where the body is, in the same frame', async () => {
  const game = await start({ abilities: { restsRatio: 1 } });
  const downY = look(game, 0);
  const middleY = look(game, 0.5);
  const upY = look(game, 1);
  expect(downY - upY).toBeGreaterThan(small.height * 0.35);
  expect(middleY).toBeCloseTo((downY + upY) / 2, 6);
  for (const height of [0.83, 0.61, 0.37, 0.12, 0.4]) expect(look(game, height)).toBeCloseTo(downY + (upY - downY) * height, 6);
});

test('a sensor that knows only down and up lets the lamp go all the way, not leap', async () => {
  const game = await start({ abilities: { restsRatio: 1 } });
  const downY = look(game, 0);
  const places = Array.from({ length: 30 }, () => look(game, 1));
  const steps = places.map((y, i) => (places[i - 1] ?? downY) - y);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThan((downY - (places.at(-1) ?? 0)) * 0.12);
  expect(look(game, 1)).toBe(places.at(-1));
});

test('each time up fills one band, none ever empties, and the belly is full at the end', async () => {
  const game = await start({ trials: 3 });
  let most = 0;
  playOn(
    game,
    () => game.state.done,
    () => {
      expect(fullBands(game)).toBeGreaterThanOrEqual(most);
      most = fullBands(game);
      expect(most).toBe(game.state.results.length + (game.state.phase === 'after' ? 1 : 0));
    },
  );
  expect(fullBands(game)).toBe(3);
  expect(game.played.filter((name) => name.startsWith('fill-'))).toEqual(['fill-1', 'fill-2', 'fill-3']);
});

test('light that poured in while the child stayed up does not sink when it sits down early', async () => {
  const game = await start({ trials: 1, params: { topMs: 6000, windowMs: 60_000 } });
  const height = () => imageOf(game, 'band').displayHeight;
  playOn(game, () => game.state.held > 0.5);
  const poured = height();
  expect(poured).toBeGreaterThan(5);
  game.setLive({ rise: { height: 0 } });
  game.state.memory.topSinceMs = null;
  game.run(frameMs, undefined, frameMs);
  expect(height()).toBeGreaterThanOrEqual(poured);
});

test('a miss ends as an arrival: the crane brings the bell down to the lamp, and its band fills', async () => {
  const game = await start({ trials: 1, params: { windowMs: 3000 }, abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.phase === 'cue');
  game.run(900, undefined, frameMs);
  const hungY = imageOf(game, 'bell').y;
  playOn(game, () => game.state.done);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  let lowest = hungY;
  game.run(
    2600,
    () => {
      lowest = Math.max(lowest, imageOf(game, 'bell').y);
    },
    frameMs,
  );
  expect(lowest).toBeGreaterThan((hungY + imageOf(game, 'lamp').y) / 2);
  expect(fullBands(game)).toBe(1);
  expect(imageOf(game, 'band-full').displayHeight).toBeGreaterThan(10);
});

test('after two misses the bell comes half of the way down to meet the child', async () => {
  const game = await start({ trials: 3, params: { windowMs: 3000, heightPct: 100 }, abilities: { restsRatio: 1 } });
  const downY = look(game, 0);
  playOn(game, () => game.state.phase === 'cue');
  game.run(1000, undefined, frameMs);
  const highY = imageOf(game, 'bell').y;
  playOn(game, () => game.state.assisted);
  game.run(2000, undefined, frameMs);
  expect(imageOf(game, 'bell').y).toBeCloseTo((highY + downY) / 2, 0);
  expect(game.played).toContain('help');
});

test('the world stands still while the child is up', async () => {
  const game = await start({ trials: 3, params: { topMs: 2500 } });
  const land = () => game.find('scenery').find((object) => (object as Phaser.GameObjects.Image).texture?.key === 'site') as Phaser.GameObjects.Image;
  const landY = land().y;
  playOn(game, () => game.state.trial === 2 && game.state.phase === 'top' && game.state.held > 0.4);
  const stillY = land().y;
  expect(stillY).toBeGreaterThan(landY + 20);
  game.run(900, undefined, frameMs);
  expect(game.state.phase).toBe('top');
  expect(land().y - stillY).toBeLessThan(1);
});

test("an adult's tap sends the lamp up to the bell and down again by itself", async () => {
  const game = await start({ trials: 2, byAdult: true });
  game.run(1500, undefined, frameMs);
  const downY = imageOf(game, 'lamp').y;
  game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });
  const places: number[] = [];
  game.run(5000, () => places.push(imageOf(game, 'lamp').y), frameMs);
  expect(Math.min(...places)).toBeCloseTo(imageOf(game, 'bell').y, 0);
  expect(places.at(-1)).toBeCloseTo(downY, 0);
  expect(fullBands(game)).toBe(1);
});

test('the lamp wears a circle for the left, a star for the right, and neither when no side is asked for', async () => {
  const game = await start({ trials: 3, sides: ['left', 'right', null] });
  const marks: string[] = [];
  playOn(
    game,
    () => game.state.done,
    () => {
      const mark = imageOf(game, 'lamp').texture.key;
      if (game.state.phase === 'cue' && marks.at(-1) !== mark) marks.push(mark);
    },
  );
  expect(marks).toEqual(['lamp-left', 'lamp-right', 'lamp']);
});

test('the sets of a session visit six different planets, and each launch place begins elsewhere', () => {
  expect(new Set([0, 1, 2, 3, 4, 5].map((set) => toPlanet(set, 0))).size).toBe(6);
  expect(new Set([0, 1, 2].map((variation) => toPlanet(0, variation))).size).toBe(3);
});
