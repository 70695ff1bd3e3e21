import { expect, test } from 'vitest';
import { findGame, games } from '../../src/games/registry';
import { levels } from '../../src/plan/level-files';
import { startWatchedSet } from '../../src/screens/therapist/plan/play-set';
import type { RunnerSetup } from '../../src/session/runner';
import { toSides } from '../../src/session/sides';
import { calmAbilities } from '../../src/session/simulate';

const space = { widthMm: 240, heightMm: 160, originXMm: 120, originYMm: 160, reachMm: 280 };

/** A set of a level on a usual tablet. */
function toSetup(game: string, order: number): RunnerSetup {
  const drill = findGame(game)?.drill;
  const level = levels.find((one) => one.game === game && one.order === order);
  if (!drill || !level) throw new Error(`no level ${order} of ${game}`);
  const { limb } = level.params;
  const touch = { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 } as const;
  const calibration = { source: drill.childSource, fieldMm: { width: space.widthMm, height: space.heightMm }, touch, ...(limb ? { limb } : {}) };
  const set = { params: level.params, sides: toSides('either', Number(level.params.trials)), space, lockoutMs: 500 };
  return { drill, set, seed: 'watched', calibration: calibration as RunnerSetup['calibration'] };
}

test.each(games.flatMap(({ id }) => [1, 6, 12].map((order) => [id, order] as const)))('a set of %s %i can be watched to its end', (game, order) => {
  const setup = toSetup(game, order);
  const watched = startWatchedSet(setup);
  watched.playTo(1_800_000);
  expect(watched.state.done).toBe(true);
  expect(watched.state.results).toHaveLength(setup.set.sides.length);
  expect(watched.nowMs).toBeLessThan(1_800_000);
});

test('a set is the same in small steps as in one', () => {
  const [whole, stepped] = [startWatchedSet(toSetup('fireflies', 4)), startWatchedSet(toSetup('fireflies', 4))];
  whole.playTo(60_000);
  for (let ms = 0; ms <= 60_000; ms += 67) stepped.playTo(ms);
  stepped.playTo(60_000);
  expect(stepped.state.results).toEqual(whole.state.results);
});

test('not everything comes at once to the child that is watched: a hard level shows misses or help, to a calm child it does not', () => {
  const outcomes = (abilities?: typeof calmAbilities) => {
    const watched = startWatchedSet(toSetup('fireflies', 12), abilities);
    watched.playTo(1_800_000);
    return watched.state.results.map(({ outcome }) => outcome);
  };
  expect(outcomes().some((outcome) => outcome === 'miss' || outcome === 'assisted')).toBe(true);
  expect(outcomes(calmAbilities).every((outcome) => outcome === 'success')).toBe(true);
});
