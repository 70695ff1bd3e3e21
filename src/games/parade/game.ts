import { gaitDrill } from '../../drills/gait/drill';
import type { GaitState } from '../../drills/gait/state';
import type { Game } from '../kit/game';

/** Parade: walking or marching to a beat. Each step moves a parade along the promenade, and friends with instruments join it. */
export const game: Game<GaitState> = {
  id: 'parade',
  drill: gaitDrill,
  variations: 3,
  scene: async () => (await import('./scene')).ParadeScene,
};
