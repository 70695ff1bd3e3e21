import { walkDrill } from '../../drills/walk/drill';
import type { WalkState } from '../../drills/walk/state';
import type { Game } from '../kit/game';

/** Postman: measured walks as deliveries. Each step carries the post along the lanes of a paper village, and each letter opens a house. */
export const game: Game<WalkState> = {
  id: 'postman',
  drill: walkDrill,
  variations: 3,
  scene: async () => (await import('./scene')).PostmanScene,
};
