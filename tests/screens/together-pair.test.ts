import { expect, test } from 'vitest';
import { levels } from '../../src/plan/level-files';
import { toFunItem } from '../../src/screens/child/just-for-fun';
import { type Player, toFriendItem, toPair } from '../../src/screens/child/together/pair';

const child = (id: string) => ({ id }) as Player['child'];
const level = (game: string, order: number) => {
  const found = levels.find((one) => one.game === game && one.order === order);
  if (!found) throw new Error(`${game} has no level ${order}`);
  return found;
};
const player = (game: string, order: number, keep = true): Player => ({
  child: child(`${game}-${order}`),
  item: { ...toFunItem(level(game, order)), source: 'adult' },
  keep,
  baseline: 0.8,
});

test('a guest, whose own cadence nobody knows, walks to the beat of the child', () => {
  const pair = toPair(levels, player('parade', 4), player('parade', 10, false));
  expect(pair?.[1].item.params.ownCadenceSpm).toBe(pair?.[0].item.params.ownCadenceSpm);
});

test('two children whose own cadences are far apart do not walk to one beat', () => {
  const slow = { ...player('parade', 4), item: { ...player('parade', 4).item, params: { ownCadenceSpm: 60 } } };
  const quick = { ...player('parade', 4), item: { ...player('parade', 4).item, params: { ownCadenceSpm: 90 } } };
  expect(toPair(levels, slow, quick)).toBeNull();
});

test('a friend keeps its own level, does as many sets as the child, and nothing adapts', () => {
  const pair = toPair(levels, player('fireflies', 3), player('fireflies', 8));
  expect(pair?.map(({ item }) => [item.level, item.dose.sets, item.adapt.lead])).toEqual([
    [level('fireflies', 3).id, 2, 'fixed'],
    [level('fireflies', 8).id, 2, 'fixed'],
  ]);
});

test('where only one can use the source, the friend plays another way; where none is left, they cannot', () => {
  const switchPlayer = { ...player('fireflies', 3), item: { ...player('fireflies', 3).item, source: 'gamepad' as const } };
  expect(toPair(levels, switchPlayer, switchPlayer)?.[1].item.source).toBe('touch');
});

test("a friend's own plan line of the game is played, else a level by size", () => {
  const planned = { ...player('ferry', 5).item };
  expect(toFriendItem(levels, 'ferry', [planned], 'easy')).toBe(planned);
  const sizes = (['easy', 'middle', 'hard'] as const).map((size) => toFriendItem(levels, 'ferry', [], size)?.level ?? '');
  expect([...sizes].sort()).toEqual(sizes);
  expect(new Set(sizes).size).toBe(3);
});
