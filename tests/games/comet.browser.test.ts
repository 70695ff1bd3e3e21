import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { PathState } from '../../src/drills/path/state';
import { pointAlong } from '../../src/drills/path/ways';
import { rim } from '../../src/games/comet/corridor';
import { moods } from '../../src/games/comet/moods';
import { toLuminance } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

type Rig = GameRig<PathState>;
let rig: Rig | undefined;
const small = { width: 384, height: 240 } as const;
const pxPerMm = small.width / 256;
const frameMs = 125;
/** Short and quick, so that a set is over soon. */
const quick = { mode: 'alone', guideS: 2, windowMs: 5000, restMs: 0, lengthMm: 60, corridorMm: 40 } as const;
const start = async ({ params, ...options }: GameRigOptions = {}) => {
  rig = await startGameRig<PathState>('comet', { size: small, ...options, params: { ...quick, ...params } });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

const imagesOf = (game: Rig, name: string) => game.find(name) as Phaser.GameObjects.Image[];
const shining = (game: Rig) => imagesOf(game, 'figure-star').filter(({ parentContainer }) => parentContainer.name === 'figure').length;
const playOn = (game: Rig, until: () => boolean, seen?: () => void) => {
  for (let i = 0; i < 600 && !until(); i++) game.run(frameMs, seen, frameMs);
  expect(until()).toBe(true);
};
const tap = (game: Rig) => game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });

test('the comet is exactly in the hand, in the same frame', async () => {
  const game = await start({ abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.phase === 'cue');
  for (const [xMm, yMm] of [
    [30, 40],
    [200, 120],
    [128, 77],
  ] as const) {
    game.setLive({ reach: { contacts: [{ id: 1, xMm, yMm, side: null, counts: true }] } });
    game.run(33);
    const [head] = imagesOf(game, 'comet-head').filter(({ visible }) => visible);
    expect(head?.x).toBeCloseTo(xMm * pxPerMm, 6);
    expect(head?.y).toBeCloseTo(yMm * pxPerMm, 6);
  }
});

test('the light stays where the comet has passed, and nowhere ahead of it', async () => {
  const game = await start({ sides: ['right', 'right', 'right'] });
  playOn(game, () => (game.state.ways[0]?.along ?? 0) > 0.5 && game.state.phase === 'go');
  const [way] = game.state.ways;
  if (!way) throw new Error('no path is shown');
  const lit = imagesOf(game, 'bow').filter(({ visible, alpha }) => visible && alpha > 0.1);
  expect(lit.length).toBeGreaterThan(4);
  const at = pointAlong(way.place, way.along);
  // Up and to the other side: what is lit lies below and to the right of where the comet is.
  for (const { x, y } of lit) {
    expect(x).toBeGreaterThan((at.x - 4) * pxPerMm);
    expect(y).toBeGreaterThan((at.y - 4) * pxPerMm);
  }
});

test('each path adds its stars to the picture, none ever goes, and at the end it is an animal', async () => {
  const game = await start({ trials: 2 });
  let most = 0;
  const seen = () => {
    expect(shining(game)).toBeGreaterThanOrEqual(most);
    most = shining(game);
  };
  playOn(game, () => game.state.done, seen);
  game.run(2600, seen, frameMs);
  expect(shining(game)).toBe(2 * 4);
  expect(game.played.filter((name) => name.startsWith('bow-'))).toEqual(['bow-1', 'bow-2']);
  const figure = () => game.find('figure')[0] as Phaser.GameObjects.Container;
  const before = figure().scaleX;
  game.setPhase('set-end');
  game.run(3500, seen, frameMs);
  expect(figure().scaleX).toBeGreaterThan(before * 1.4);
  expect(figure().x).toBeCloseTo(small.width / 2, 0);
});

test('a miss ends as an arrival: the comet flies to its star, and the stars rise all the same', async () => {
  const game = await start({ trials: 1, abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.phase === 'cue');
  const { place } = game.state.ways[0] ?? {};
  const end = place?.points.at(-1);
  playOn(game, () => game.state.done);
  expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['miss']);
  let nearest = Number.POSITIVE_INFINITY;
  game.run(
    3600,
    () => {
      for (const { x, y } of imagesOf(game, 'guide'))
        nearest = Math.min(nearest, Math.hypot(x - (end?.x ?? 0) * pxPerMm, y - (end?.y ?? 0) * pxPerMm));
    },
    frameMs,
  );
  expect(nearest).toBeLessThan(6);
  expect(shining(game)).toBe(4);
});

test("by an adult's thumb alone the guide shows the path, and each tap lets the comet fly it", async () => {
  const game = await start({ trials: 2, byAdult: true });
  playOn(game, () => (game.state.ways[0]?.guide ?? 0) > 0.5);
  game.run(600, undefined, frameMs);
  expect(imagesOf(game, 'guide').some(({ alpha }) => alpha > 0.4)).toBe(true);
  tap(game);
  game.run(4400, undefined, frameMs);
  expect(game.played).toContain('fly');
  expect(shining(game)).toBe(4);
});

test('two hands, two tails: together with an adult the light has two strands that join at the star', async () => {
  const game = await start({ params: { mode: 'together' }, sides: ['right', 'right', 'right'] });
  playOn(game, () => (game.state.ways[0]?.along ?? 0) > 0.6);
  expect(imagesOf(game, 'comet-head').filter(({ visible }) => visible)).toHaveLength(2);
  const strands = ['own', 'second'].map((strand) => imagesOf(game, 'bow').filter(({ texture }) => texture.key === `bow-${strand}`));
  const gap = (i: number) => Math.hypot((strands[0]?.[i]?.x ?? 0) - (strands[1]?.[i]?.x ?? 0), (strands[0]?.[i]?.y ?? 0) - (strands[1]?.[i]?.y ?? 0));
  expect(gap(0)).toBeGreaterThan(8 * pxPerMm);
  expect(gap(23)).toBeLessThan(4 * pxPerMm);
});

test('the start wears a circle for the left hand, a star for the right, and neither when no side is asked for', async () => {
  const game = await start({ trials: 3, sides: ['left', 'right', null] });
  const marks: string[] = [];
  playOn(
    game,
    () => game.state.done,
    () => {
      const mark = imagesOf(game, 'start').at(-1)?.texture.key;
      if (game.state.phase === 'cue' && mark && marks.at(-1) !== mark) marks.push(mark);
    },
  );
  expect(marks).toEqual(['start-left', 'start-right', 'start']);
});

test('of two paths the star that is asked for is held up, and it is the one at the right path', async () => {
  const game = await start({ params: { others: 1, pattern: 'both', directions: 'up' }, abilities: { restsRatio: 1 } });
  playOn(game, () => game.state.phase === 'cue');
  game.run(700, undefined, frameMs);
  const held = imagesOf(game, 'asked-star')[0];
  expect(held?.alpha).toBeGreaterThan(0.9);
  const end = game.state.ways[0]?.place.points.at(-1);
  const right = imagesOf(game, 'end-star').find(({ x }) => Math.abs(x - (end?.x ?? 0) * pxPerMm) < 2);
  expect(held?.texture.key).toBe(right?.texture.key);
  expect(new Set(imagesOf(game, 'end-star').map(({ texture }) => texture.key)).size).toBe(2);
});

test.each(moods.map((mood) => ({ name: mood.name, mood })))("a path's rim has 3:1 on every ground of the $name", ({ mood }) => {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const luminance = ([r = 0, g = 0, b = 0]: readonly number[]) => toLuminance(r, g, b);
  for (const ground of [...mood.sky, ...mood.sea, ...mood.land, ...(mood.moon ? [mood.moon.colour] : [])]) {
    const below = parts(ground);
    const shown = parts(rim.colour).map((value, i) => value * rim.alpha + (below[i] ?? 0) * (1 - rim.alpha));
    expect((luminance(shown) + 0.05) / (luminance(below) + 0.05), ground).toBeGreaterThanOrEqual(3);
  }
});
