import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../plan/types';

/** The levels of a game from their files, in order. */
export function readLevels(root: string, game: string): readonly Level[] {
  const folder = join(root, 'levels', game);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): Level => ({ ...JSON.parse(readFileSync(join(folder, name), 'utf8')), id: name.replace(/\.json$/, '') }))
    .sort((p, q) => p.order - q.order);
}

/** Place of the level that stands for its game: most of what a game has is on the picture. */
const usualOrder = 8;

/** One level of every game. */
export function listGameLevels(root: string): readonly Level[] {
  return readdirSync(join(root, 'levels')).flatMap((game) => readLevels(root, game).find(({ order }) => order === usualOrder) ?? []);
}
