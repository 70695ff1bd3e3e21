import { holdDrill } from '../../drills/hold/drill';
import type { HoldState } from '../../drills/hold/state';
import type { Game } from '../kit/game';

/** Ferry: staying still in a stance, on a small ferry between two banks. Each crossing brings something comic home and lights a window. */
export const game: Game<HoldState> = {
  id: 'ferry',
  drill: holdDrill,
  variations: 4,
  scene: async () => (await import('./scene')).FerryScene,
};
