import { afterEach, describe, expect, test } from 'vitest';
import { games } from '../../src/games/registry';
import type { Look, SessionPhase } from '../../src/session/types';
import { createFlashMeter, createGridReader, toLuminance } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';

let rig: GameRig | undefined;
const start = async (id: string, options: GameRigOptions = {}) => {
  rig = await startGameRig(id, options);
  return rig;
};
afterEach(() => {
  rig?.destroy();
  rig = undefined;
});

/** The rule of clinical.md C8: a quick hand may win two large lights within one second. */
const mostFlashesPerS = 3;
/** 20 pictures a second see every flicker up to ten a second; nothing of a game changes faster than in 200 ms (art.md). */
const frameMs = 50;
const small = { width: 288, height: 180 } as const;
const phases: readonly SessionPhase[] = ['demo', 'playing', 'paused', 'playing', 'set-end', 'resting', 'ended'];
const looks = games.flatMap(({ id, variations }) => Array.from({ length: variations }, (_, variation) => ({ id, variation })));

/** Spread of luminance over the picture: zero is an empty canvas. */
function spread(game: GameRig): number {
  const rgba = createGridReader()(game.canvas());
  const values = Array.from({ length: rgba.length / 4 }, (_, i) => toLuminance(rgba[i * 4] ?? 0, rgba[i * 4 + 1] ?? 0, rgba[i * 4 + 2] ?? 0));
  return Math.max(...values) - Math.min(...values);
}

/** Names of what is drawn without its picture: Phaser shows a black box there. */
function listMissing(game: GameRig): readonly string[] {
  return game.all().flatMap((one) => ('texture' in one && (one.texture as { key: string }).key === '__MISSING' ? [one.name || one.type] : []));
}

/** The phases of a session in order, each as long as it has something to show; `see` hears of each drawn frame. */
function walk(game: GameRig, see: (atMs: number) => void): void {
  let atMs = 0;
  const run = (ms: number) =>
    game.run(
      ms,
      () => {
        atMs += frameMs;
        see(atMs);
      },
      frameMs,
    );
  game.setPhase('demo');
  run(800);
  game.setPhase('playing');
  run(5000);
  game.setPhase('paused');
  run(500);
  game.setPhase('playing');
  run(500);
  game.setPhase('set-end');
  run(2500);
  game.setPhase('resting');
  run(500);
  game.setPhase('ended');
  run(500);
}

describe.each(looks)('$id, look $variation', ({ id, variation }) => {
  test('no second holds more flashes than the rule lets, from the demonstration to the end', { timeout: 90_000 }, async () => {
    const game = await start(id, { look: { variation }, trials: 2, size: small });
    const meter = createFlashMeter();
    const read = createGridReader();
    const missing = new Set<string>();
    walk(game, (atMs) => {
      meter.add(read(game.canvas()), atMs);
      for (const name of listMissing(game)) missing.add(name);
    });
    expect([...missing]).toEqual([]);
    const report = meter.report();
    expect(report.frames).toBeGreaterThan(180);
    expect(report.flashesPerS).toBeLessThanOrEqual(mostFlashesPerS);
    expect(report.redFlashesPerS).toBe(0);
  });

  test('every phase is drawn, in the arrangement for the left hand too', async () => {
    const game = await start(id, { look: { variation, hand: variation === 1 ? 'left' : 'right' }, size: small });
    for (const phase of phases) {
      game.setPhase(phase);
      game.run(600, undefined, 100);
      expect(spread(game), phase).toBeGreaterThan(0.1);
    }
  });
});

describe.each(games.map(({ id }) => ({ id })))('$id', ({ id }) => {
  test('with the simple picture there is no scenery, and something to play with', async () => {
    const game = await start(id, { look: { simplePicture: true }, size: small });
    game.run(2000, undefined, 100);
    expect(game.find('scenery')).toHaveLength(0);
    expect(spread(game)).toBeGreaterThan(0.1);
  });

  test('with reduced motion nothing moves by itself', async () => {
    const game = await start(id, { look: { reducedMotion: true }, size: small });
    const read = createGridReader();
    game.run(1500, undefined, 100);
    game.setPhase('resting');
    game.run(5000, undefined, 200);
    const first = read(game.canvas()).slice();
    game.run(1600, undefined, 400);
    expect([...read(game.canvas())]).toEqual([...first]);
  });

  test.each<Partial<Look>>([{}, { simplePicture: true, highContrast: true }])(
    "an adult's thumb alone plays a whole set of successes (%o)",
    async (look) => {
      const game = await start(id, { byAdult: true, trials: 2, look, size: small });
      for (let i = 0; i < 40 && !game.state.done; i++) {
        game.run(900, undefined, 90);
        game.push({ kind: 'adult', capturedMs: game.nowMs, deliveredMs: game.nowMs, rep: true, help: 0 });
      }
      expect(game.state.results.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
      game.setPhase('set-end');
      game.run(1500, undefined, 100);
      expect(spread(game)).toBeGreaterThan(0.1);
    },
  );
});
