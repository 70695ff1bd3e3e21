import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import { reachModes } from '../../src/drills/reach/params';
import type { SessionPhase } from '../../src/session/types';
import { createGridReader, toLuminance } from './flash-meter';
import { type Rig, type RigOptions, startRig } from './rig';

let rig: Rig | undefined;
const start = async (options: RigOptions = {}) => {
  rig = await startRig(options);
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

/** Enough for what has no pixels to be read. */
const small = { width: 400, height: 250 } as const;
const phases: readonly SessionPhase[] = ['demo', 'playing', 'paused', 'playing', 'set-end', 'resting', 'ended'];

/** Spread of luminance over the picture: zero is an empty canvas. */
function spread(game: Rig): number {
  game.run(33);
  const rgba = createGridReader()(game.canvas());
  const values = Array.from({ length: rgba.length / 4 }, (_, i) => toLuminance(rgba[i * 4] ?? 0, rgba[i * 4 + 1] ?? 0, rgba[i * 4 + 2] ?? 0));
  return Math.max(...values) - Math.min(...values);
}

for (const variation of [0, 1, 2]) {
  test(`every phase is drawn in look ${variation}, in both hands' arrangement`, async () => {
    const game = await start({ look: { variation, hand: variation === 1 ? 'left' : 'right' }, size: small });
    for (const phase of phases) {
      game.setPhase(phase);
      game.run(900, undefined, 100);
      expect(spread(game), phase).toBeGreaterThan(0.1);
    }
  });
}

for (const mode of reachModes) {
  test(`a simulated child plays a whole set of "${mode}" and every lantern is lit`, async () => {
    const game = await start({ params: { mode, distractors: mode === 'touch' ? 3 : 0, holdMs: mode === 'two-hands' ? 600 : 0 }, size: small });
    for (let i = 0; i < 200 && !game.state.done; i++) game.run(330, undefined, 110);
    expect(game.state.done).toBe(true);
    game.run(3000, undefined, 110);
    expect(game.find('lantern-lit')).toHaveLength(3);
    expect(game.played.filter((name) => name.startsWith('catch-'))).toHaveLength(3);
  });
}

test('a miss ends as a success does: its firefly goes home and lights its lantern', async () => {
  const game = await start({ params: { windowMs: 1500 }, trials: 1, abilities: { restsRatio: 1 }, size: small });
  for (let i = 0; i < 40 && !game.state.done; i++) game.run(330, undefined, 110);
  expect(game.state.results.map((result) => result.outcome)).toEqual(['miss']);
  game.run(3500, undefined, 110);
  expect(game.find('lantern-lit')).toHaveLength(1);
});

test('the hand-light is exactly where the hand is, in the same frame', async () => {
  const game = await start();
  let compared = 0;
  game.run(4000, () => {
    const lights = game.find('hand-light').filter((light) => (light as Phaser.GameObjects.Image).visible) as Phaser.GameObjects.Image[];
    expect(lights).toHaveLength(game.state.hands.length);
    game.state.hands.forEach((hand, i) => {
      expect(lights[i]?.x).toBeCloseTo(hand.xMm * 2.5, 6);
      expect(lights[i]?.y).toBeCloseTo(hand.yMm * 2.5, 6);
      compared += 1;
    });
  });
  expect(compared).toBeGreaterThan(20);
});

test('a hand that the drill has not heard of yet is drawn already', async () => {
  const game = await start({ abilities: { restsRatio: 1 }, size: small });
  game.setLive({ reach: { contacts: [{ id: 9, xMm: 100, yMm: 50, side: null, counts: true }] } });
  game.run(33);
  expect(game.state.hands).toHaveLength(0);
  expect(game.find('hand-light')[0]).toMatchObject({ visible: true, x: (100 * small.width) / 256, y: (50 * small.width) / 256 });
});

test('a moving target is drawn where the drill has it, and its rim is as wide as its area', async () => {
  const game = await start({ params: { mode: 'catch', speedMmps: 40 }, abilities: { restsRatio: 1 } });
  game.run(1500);
  for (let i = 0; i < 20; i++) {
    game.run(33);
    const [target] = game.state.targets;
    const [drawn] = game.find('target') as Phaser.GameObjects.Container[];
    expect(drawn?.x).toBeCloseTo((target?.xMm ?? 0) * 2.5, 6);
    expect(drawn?.y).toBeCloseTo((target?.yMm ?? 0) * 2.5, 6);
  }
  expect(rimWidthPx(game)).toBeGreaterThan(40 * 2.5 - 3);
  expect(rimWidthPx(game)).toBeLessThan(40 * 2.5 + 3);
});

test('the simple picture has one target and no scenery, also among distractors', async () => {
  const game = await start({ look: { simplePicture: true }, params: { distractors: 4 }, abilities: { restsRatio: 1 } });
  game.run(1500);
  expect(game.state.targets.length).toBeGreaterThan(1);
  expect(game.find('target')).toHaveLength(1);
  expect(game.find('distractor')).toHaveLength(0);
  expect(game.find('scenery')).toHaveLength(0);
  expect(game.find('lantern-lit')).toHaveLength(0);
});

test('with reduced motion nothing moves by itself', async () => {
  const game = await start({ look: { reducedMotion: true }, abilities: { restsRatio: 1 } });
  const read = createGridReader();
  game.run(4000, undefined, 200);
  const first = read(game.canvas()).slice();
  game.run(1600, undefined, 400);
  expect([...read(game.canvas())]).toEqual([...first]);
});

/** Width in pixels between the outer edges of the target's rim, read from the picture along its middle line. */
function rimWidthPx(game: Rig): number {
  const [drawn] = game.find('target') as Phaser.GameObjects.Container[];
  const [area] = game.find('area') as Phaser.GameObjects.Image[];
  if (!drawn || !area) throw new Error('no target is drawn');
  const source = area.texture.getSourceImage() as HTMLCanvasElement;
  const row = source.getContext('2d')?.getImageData(0, Math.floor(source.height / 2), source.width, 1).data;
  if (!row) throw new Error('the area cannot be read');
  const bright = Array.from({ length: source.width }, (_, x) => x).filter((x) => (row[x * 4] ?? 0) > 200 && (row[x * 4 + 3] ?? 0) > 200);
  return ((bright.at(-1) ?? 0) - (bright[0] ?? 0) + 1) * drawn.scaleX * area.scaleX;
}
