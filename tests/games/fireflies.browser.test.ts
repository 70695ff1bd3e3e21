import type * as Phaser from 'phaser';
import { afterEach, expect, test } from 'vitest';
import { reachModes } from '../../src/drills/reach/params';
import { createFlashMeter, createGridReader } from './flash-meter';
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

/** Enough for what has no pixels to be read, and what a rig is drawn at unless told. */
const small = { width: 256, height: 160 } as const;
const pxPerMm = small.width / 256;

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
      expect(lights[i]?.x).toBeCloseTo(hand.xMm * pxPerMm, 6);
      expect(lights[i]?.y).toBeCloseTo(hand.yMm * pxPerMm, 6);
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

const scanAt = (xMm: number, yMm: number, scanLine?: 'upright' | 'level') => ({
  reach: { contacts: [{ id: 1, xMm, yMm, side: null, counts: scanLine === undefined, ...(scanLine ? { scanLine } : {}) }] },
});
const lineOf = (game: Rig) => game.find('scan-line')[0] as Phaser.GameObjects.Image;

for (const look of [{}, { highContrast: true }, { reducedMotion: true }, { simplePicture: true }]) {
  test(`a scan for switches shows its line from edge to edge, exactly through the hand (${Object.keys(look)[0] ?? 'usual look'})`, async () => {
    const game = await start({ look, abilities: { restsRatio: 1 }, size: small });
    game.run(33);
    expect(lineOf(game).visible).toBe(false);
    game.setLive(scanAt(100, 80, 'upright'));
    game.run(33);
    const upright = lineOf(game).getBounds();
    expect(lineOf(game).visible).toBe(true);
    expect(upright.centerX).toBeCloseTo(100 * pxPerMm, 3);
    expect([upright.top, upright.bottom].map(Math.round)).toEqual([0, small.height]);
    game.setLive(scanAt(100, 40, 'level'));
    game.run(33);
    const level = lineOf(game).getBounds();
    expect(level.centerY).toBeCloseTo(40 * pxPerMm, 3);
    expect([level.left, level.right].map(Math.round)).toEqual([0, small.width]);
    game.setLive(scanAt(100, 40));
    game.run(33);
    expect(lineOf(game).visible).toBe(false);
    game.setLive(scanAt(100, 40, 'level'));
    game.setPhase('paused');
    game.run(33);
    expect(lineOf(game).visible).toBe(false);
  });
}

for (const { highContrast, scanMs, most } of [
  { highContrast: false, scanMs: 5000, most: 0 },
  { highContrast: true, scanMs: 5000, most: 0 },
  // One second from edge to edge is the fastest that can be set; the rule is at most three (clinical.md C8).
  { highContrast: false, scanMs: 1000, most: 3 },
  { highContrast: true, scanMs: 1000, most: 3 },
]) {
  const look = highContrast ? 'the strong line' : 'the usual line';
  test(`${look} of a scan of ${scanMs / 1000} s flashes no more than ${most} times a second`, { timeout: 60_000 }, async () => {
    const game = await start({ look: { highContrast }, abilities: { restsRatio: 1 }, size: { width: 400, height: 250 } });
    const meter = createFlashMeter();
    const read = createGridReader();
    game.run(1500, undefined, 100);
    for (let atMs = 0; atMs < 3000; atMs += 33) {
      const along = Math.abs(((atMs / scanMs) % 2) - 1);
      // To and fro by itself, then from stop to stop.
      game.setLive(atMs < 1500 ? scanAt(along * 256, 80, 'upright') : scanAt(128, Math.round(along * 8) * 20, 'level'));
      game.run(33, () => meter.add(read(game.canvas()), atMs));
    }
    expect(meter.report().frames).toBeGreaterThan(80);
    expect(meter.report().flashesPerS).toBeLessThanOrEqual(most);
    expect(meter.report().redFlashesPerS).toBe(0);
  });
}

test('a moving target is drawn where the drill has it, and its rim is as wide as its area', async () => {
  const game = await start({ params: { mode: 'catch', speedMmps: 40 }, abilities: { restsRatio: 1 } });
  game.run(1500);
  for (let i = 0; i < 20; i++) {
    game.run(33);
    const [target] = game.state.targets;
    const [drawn] = game.find('target') as Phaser.GameObjects.Container[];
    expect(drawn?.x).toBeCloseTo((target?.xMm ?? 0) * pxPerMm, 6);
    expect(drawn?.y).toBeCloseTo((target?.yMm ?? 0) * pxPerMm, 6);
  }
  expect(rimWidthPx(game)).toBeGreaterThan(40 * pxPerMm - 3);
  expect(rimWidthPx(game)).toBeLessThan(40 * pxPerMm + 3);
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
