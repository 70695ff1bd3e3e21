import { afterEach, describe, expect, test } from 'vitest';
import { games } from '../../src/games/registry';
import type { SessionPhase } from '../../src/session/types';
import { createFlashMeter, createGridReader } from './flash-meter';
import { type GameRig, type GameRigOptions, startGameRig } from './game-rig';
import { small, spread } from './picture-spread';

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
/** 15 pictures a second see every flicker up to seven a second; nothing of a game changes faster than in 200 ms (art.md). */
const frameMs = 66;
const looks = games.flatMap(({ id, variations }) => Array.from({ length: variations }, (_, variation) => ({ id, variation })));

/** Names of what is drawn without its picture: Phaser shows a black box there. */
function listMissing(game: GameRig): readonly string[] {
  return game.all().flatMap((one) => ('texture' in one && (one.texture as { key: string }).key === '__MISSING' ? [one.name || one.type] : []));
}

/** The phases of a session in order, each as long as it has something to show. */
const walk: readonly (readonly [phase: SessionPhase, ms: number])[] = [
  ['demo', 800],
  ['playing', 4500],
  ['paused', 500],
  ['playing', 500],
  ['set-end', 2300],
  ['resting', 500],
  ['ended', 500],
];
/** A game's other looks show the same in another light: the same phases, for as long as lights come and go in them. */
const shortWalk = walk.map(([phase, ms]) => [phase, phase === 'set-end' ? ms : Math.min(ms, 1800)] as const);

describe.each(looks)('$id, look $variation', ({ id, variation }) => {
  test('every phase is drawn whole, and no second holds more flashes than the rule lets', { timeout: 90_000 }, async () => {
    // The arrangement for the left hand is another picture; one look of each game shows it.
    const game = await start(id, { look: { variation, hand: variation === 1 ? 'left' : 'right' }, trials: 2, size: small });
    const meter = createFlashMeter();
    const read = createGridReader();
    const missing = new Set<string>();
    let atMs = 0;
    const see = () => {
      atMs += frameMs;
      meter.add(read(game.canvas()), atMs);
      if (meter.report().frames % 8 === 0) for (const name of listMissing(game)) missing.add(name);
    };
    for (const [phase, ms] of variation === 0 ? walk : shortWalk) {
      game.setPhase(phase);
      game.run(ms, see, frameMs);
      expect(spread(game), phase).toBeGreaterThan(0.1);
    }
    expect([...missing]).toEqual([]);
    const report = meter.report();
    expect(report.frames).toBeGreaterThan(100);
    expect(report.flashesPerS).toBeLessThanOrEqual(mostFlashesPerS);
    expect(report.redFlashesPerS).toBe(0);
  });
});
