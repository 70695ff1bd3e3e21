import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParamSpec } from '../src/drills/types';
import { games } from '../src/games/registry';
import { checkLevel } from '../src/plan/level';

const drills: Readonly<Record<string, ParamSpec>> = Object.fromEntries(games.map((game) => [game.id, game.drill.params]));
const root = join(__dirname, '../levels');
const files = readdirSync(root).flatMap((game) => readdirSync(join(root, game)).map((file) => ({ game, file })));

const read = (game: string, file: string): unknown => JSON.parse(readFileSync(join(root, game, file), 'utf8'));
const idOf = (file: string) => file.replace(/\.json$/, '');
/** Problems with the file named, as a person would want to read them. */
function problemsOf(game: string, file: string, data: unknown): string[] {
  const spec = drills[game];
  if (!spec) return [`${game}/${file}: no drill is known for the game ${game}`];
  const checked = checkLevel(data, idOf(file), spec);
  return checked.ok ? [] : checked.problems.map((problem) => `${game}/${file}: ${problem}`);
}

describe('level files', () => {
  test.each(files)('$game/$file fits its drill, says what it is for in every language', ({ game, file }) => {
    expect(problemsOf(game, file, read(game, file))).toEqual([]);
  });

  test.each(files)('$game/$file is numbered as its order says', ({ game, file }) => {
    const level = read(game, file) as { order: number; game: string };
    expect(file).toMatch(/^\d\d-[a-z0-9-]+\.json$/);
    expect(Number(file.slice(0, 2))).toBe(level.order);
    expect(level.game).toBe(game);
  });

  test('orders run from 1 without gaps in every game', () => {
    for (const game of Object.keys(drills)) {
      const orders = files.filter((entry) => entry.game === game).map((entry) => (read(game, entry.file) as { order: number }).order);
      expect(orders.sort((a, b) => a - b)).toEqual(orders.map((_, i) => i + 1));
      expect(orders.length).toBeGreaterThanOrEqual(10);
    }
  });

  test('the first aimed levels of Fireflies ask for at most 2 bits, and distance grows before width shrinks', () => {
    const aimed = files
      .filter((entry) => entry.game === 'fireflies')
      .map(
        (entry) =>
          (read(entry.game, entry.file) as { params: { mode: string; directions: string; distanceMm: number; targetWidthMm: number } }).params,
      )
      .filter((params) => params.mode === 'touch' && params.directions === 'eight');
    const bits = aimed.map((params) => Math.log2((2 * params.distanceMm) / params.targetWidthMm));
    expect(Math.max(...bits.slice(0, 3))).toBeLessThanOrEqual(2);
    expect(bits).toEqual([...bits].sort((a, b) => a - b));
    for (const [i, params] of aimed.entries())
      if (params.targetWidthMm < 75) expect(Math.max(...aimed.slice(0, i).map((before) => before.distanceMm))).toBeGreaterThanOrEqual(145);
  });
});

describe('a level file that is wrong is refused with file and field named', () => {
  const good = read('fireflies', '04-all-around.json') as Record<string, Record<string, unknown>>;
  const cases: [string, unknown, RegExp][] = [
    [
      'a value outside the drill limits',
      { ...good, params: { ...good.params, targetWidthMm: 5 } },
      /^fireflies\/x\.json: params\.targetWidthMm: must be at least 20/,
    ],
    ['a missing objective', { ...good, objective: undefined }, /^fireflies\/x\.json: objective: /],
    ['an objective that is empty in one language', { ...good, objective: { en: 'To reach', 'zh-CN': '' } }, /objective\.zh-CN: is empty/],
    ['an unknown field', { ...good, colour: 'red' }, /^fireflies\/x\.json: colour: /],
    ['an unknown parameter', { ...good, params: { ...good.params, wobble: 3 } }, /params\.wobble: /],
    ['a missing parameter', { ...good, params: { ...good.params, holdMs: undefined } }, /params\.holdMs: /],
    ['an unknown choice', { ...good, params: { ...good.params, mode: 'fly' } }, /params\.mode: /],
    [
      'a bound outside the drill limits',
      { ...good, bounds: { ...good.bounds, targetWidthMm: { min: 5, max: 90 } } },
      /bounds\.targetWidthMm\.min: must be at least 20/,
    ],
    ['bounds upside down', { ...good, bounds: { ...good.bounds, targetWidthMm: { min: 90, max: 60 } } }, /bounds\.targetWidthMm: min is above max/],
    ['a value outside its own bounds', { ...good, params: { ...good.params, targetWidthMm: 150 } }, /params\.targetWidthMm: 150 is outside/],
    ['another format', { ...good, format: 2 }, /format: /],
  ];
  test.each(cases)('%s', (_, data, message) => {
    const problems = problemsOf('fireflies', 'x.json', JSON.parse(JSON.stringify(data)));
    expect(problems.join('\n')).toMatch(message);
  });
});
