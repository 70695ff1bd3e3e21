import type { Game } from './kit/game';

// biome-ignore lint/suspicious/noExplicitAny: games of every drill meet here
type AnyGame = Game<any>;

const found = import.meta.glob<{ readonly game: AnyGame }>(['./*/game.ts', '!./kit/game.ts'], { eager: true });

/** Every game of the bay, by folder name; a new folder with a `game.ts` is enough. */
export const games: readonly AnyGame[] = Object.values(found).map((module) => module.game);

/** The game with this id; undefined when there is none, such as one that a plan of a newer version names. */
export function findGame(id: string): AnyGame | undefined {
  return games.find((game) => game.id === id);
}
