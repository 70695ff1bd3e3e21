import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import type { Help } from '../../src/core/units';
import type { MobilityState } from '../../src/drills/mobility/state';
import { moods, plainGround } from '../../src/games/island-hop/moods';
import { rimColour } from '../../src/games/island-hop/parts';
import { toLuminance } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig<MobilityState> | undefined;
const small = { width: 320, height: 200 } as const;
const start = async (options: GameRigOptions = {}) => {
  rig = await startGameRig<MobilityState>('island-hop', { size: small, byAdult: true, ...options });
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

type Seen = Phaser.GameObjects.Image;
const bright = (game: GameRig<MobilityState>, name: string) =>
  (game.find(name) as Seen[]).filter(({ alpha, visible }) => visible && alpha > 0.9).length;
const tap = (game: GameRig<MobilityState>, help: Help = 0) =>
  game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help });
/** A move that takes its time, its tap, and the way over the bridge. */
const hop = (game: GameRig<MobilityState>, help: Help = 0) => {
  game.run(1200, undefined, 100);
  tap(game, help);
  game.run(4000, undefined, 100);
};
const placeOf = (game: GameRig<MobilityState>, name: string) => (game.find(name) as Seen[]).map(({ x }) => x);

test('each move that is done lays one bridge and lights one island, and none goes out again', { timeout: 30_000 }, async () => {
  const game = await start({ trials: 3 });
  let lit = 0;
  for (let done = 1; done <= 3; done++) {
    hop(game);
    expect(game.state.results).toHaveLength(done);
    expect(bright(game, 'islet-light')).toBe(done);
    expect(bright(game, 'islet-link')).toBe(done);
    expect(bright(game, 'islet-light')).toBeGreaterThan(lit);
    lit = bright(game, 'islet-light');
  }
  expect(game.played.filter((name) => name.startsWith('bridge-'))).toEqual(['bridge-1', 'bridge-2', 'bridge-3']);
});

test('a long time takes nothing away: the companion shows the move on, and what is lit stays lit', async () => {
  const game = await start({ trials: 3 });
  hop(game);
  game.run(30_000, undefined, 500);
  expect(bright(game, 'islet-light')).toBe(1);
  expect(game.state.phase).toBe('cue');
  hop(game);
  expect(bright(game, 'islet-light')).toBe(2);
});

test('a move with full help lays the same bridge', async () => {
  const game = await start({ trials: 2 });
  hop(game, 4);
  expect(game.state.results[0]).toMatchObject({ outcome: 'assisted', help: 4 });
  expect(bright(game, 'islet-light')).toBe(1);
  expect(game.played).toContain('bridge-1');
});

test('while the child stays, the bridge grows plank by plank, and never shrinks', async () => {
  const game = await start({ trials: 2, params: { move: 'kneel', stayS: 6 } });
  game.run(1200, undefined, 100);
  tap(game);
  let before = 0;
  const counts = new Set<number>();
  game.run(
    6000,
    () => {
      const now = bright(game, 'plank');
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
      counts.add(now);
    },
    100,
  );
  expect(counts.size).toBeGreaterThanOrEqual(6);
  expect(game.played).toContain('stay');
});

test('at the end of a set the whole string is lit and somebody comes to visit, another one each set', async () => {
  const game = await start({ trials: 2 });
  hop(game);
  hop(game);
  expect(bright(game, 'visitor')).toBe(0);
  game.setPhase('set-end');
  game.run(4600, undefined, 100);
  expect(bright(game, 'visitor')).toBe(1);
  expect(bright(game, 'islet-light')).toBe(3);
  expect(game.played).toContain('set-end');
  const first = (game.find('visitor')[0] as Seen).texture.key;
  game.destroy();
  const other = await start({ trials: 2, look: { variation: 1 } });
  other.setPhase('set-end');
  other.run(4200, undefined, 100);
  expect((other.find('visitor')[0] as Seen).texture.key).not.toBe(first);
});

test.each(['roll', 'crawl', 'kneel', 'stand-up', 'transfer', 'wheel'])(
  'the companion shows %s by moving, and in one clear pose where nothing moves by itself',
  async (move) => {
    const game = await start({ trials: 2, params: { move } });
    const look = () =>
      (game.find('companion') as Phaser.GameObjects.Container[]).flatMap((one) =>
        game
          .all()
          .filter((part) => isIn(part, one))
          .map(toPlace),
      );
    game.run(1500, undefined, 100);
    const before = JSON.stringify(look());
    game.run(1500, undefined, 100);
    expect(JSON.stringify(look())).not.toBe(before);
    game.destroy();
    const still = await start({ trials: 2, params: { move }, look: { reducedMotion: true } });
    const stillLook = () =>
      still
        .all()
        .filter((part) => isIn(part, still.find('companion')[0]))
        .map(toPlace);
    still.run(4000, undefined, 200);
    const pose = JSON.stringify(stillLook());
    still.run(2000, undefined, 200);
    expect(JSON.stringify(stillLook())).toBe(pose);
  },
);

test('a side is told by a circle at the left and a star at the right', async () => {
  const game = await start({ trials: 2, sides: ['left', 'right'], params: { move: 'roll', stayS: 0, distanceM: 0 } });
  game.run(1500, undefined, 100);
  expect([bright(game, 'side-left'), bright(game, 'side-right')]).toEqual([1, 0]);
  hop(game);
  game.run(800, undefined, 100);
  expect([bright(game, 'side-left'), bright(game, 'side-right')]).toEqual([0, 1]);
  expect(placeOf(game, 'side-left')[0] ?? 0).toBeLessThan(placeOf(game, 'side-right')[0] ?? 0);
});

test('a new set begins at the first island, and one of another length has a string of its own', async () => {
  const game = await start({ trials: 2 });
  hop(game);
  hop(game);
  const scene = game.host.phaser().scene.getScene('island-hop') as unknown as { stage: { run: number; state: MobilityState } };
  const { set } = game.state;
  scene.stage.state = {
    ...game.state,
    set: { ...set, sides: ['left', 'right', 'left', 'right'] },
    results: [],
    trial: 0,
    phase: 'ready',
    done: false,
  };
  scene.stage.run = 2;
  expect(game.find('islet-light')).toHaveLength(3);
  for (let i = 0; i < 40 && game.find('islet-light').length !== 5; i++) {
    game.run(100, undefined, 100);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  game.run(1000, undefined, 100);
  expect(game.find('islet-light')).toHaveLength(5);
  expect(bright(game, 'islet-light')).toBe(0);
});

test("the companion's paper rim has 3:1 on every sea behind it, and 7:1 on the plain ones", () => {
  const luminanceOf = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return toLuminance(r, g, b);
  };
  const contrast = (ground: string) => (luminanceOf(rimColour) + 0.05) / (luminanceOf(ground) + 0.05);
  for (const { name, sea } of moods) for (const ground of sea.slice(1)) expect(contrast(ground), name).toBeGreaterThanOrEqual(3);
  for (const { sea } of Object.values(plainGround)) expect(contrast(sea)).toBeGreaterThanOrEqual(7);
});

function isIn(part: Phaser.GameObjects.GameObject, root: Phaser.GameObjects.GameObject | undefined): boolean {
  const parent = part.parentContainer;
  return parent !== null && (parent === root || isIn(parent, root));
}

function toPlace(part: Phaser.GameObjects.GameObject): readonly number[] {
  const { x, y, angle, alpha, scaleX, scaleY } = part as Seen;
  return [x, y, angle, alpha, scaleX, scaleY].map((value) => Math.round(value * 100));
}
