import { pathDrill } from '../../drills/path/drill';
import type { PathState } from '../../drills/path/state';
import type { Game } from '../kit/game';

/** Comet: a hand draws a comet's bow over the evening sky, and the stars it leaves become an animal. */
export const game: Game<PathState> = {
  id: 'comet',
  drill: pathDrill,
  variations: 3,
  scene: async () => (await import('./scene')).CometScene,
};
