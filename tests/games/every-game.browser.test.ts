import { afterEach, describe, expect, test } from 'vitest';
import { games } from '../../src/games/registry';
import type { Look } from '../../src/session/types';
import { createGridReader } from './flash-meter';
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
