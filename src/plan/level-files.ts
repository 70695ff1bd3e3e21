import type { Level } from './types';

const files = import.meta.glob<Omit<Level, 'id'>>('../../levels/*/*.json', { import: 'default', eager: true });

/** The levels of every game, from easy to hard; a module of its own, so that the first screen does not wait for them. */
export const levels: readonly Level[] = Object.entries(files)
  .map(([path, level]): Level => ({ ...level, id: path.replace(/^.*\/|\.json$/g, '') }))
  .sort((a, b) => a.game.localeCompare(b.game) || a.order - b.order);
