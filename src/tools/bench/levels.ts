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
