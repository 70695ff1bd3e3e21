import { raiseDrill } from '../../drills/raise/drill';
import type { RaiseState } from '../../drills/raise/state';
import type { Game } from '../kit/game';

/** Sunrise: a joint is raised slowly and held. With each raise another place of the sleeping land wakes up. */
export const game: Game<RaiseState> = {
  id: 'sunrise',
  drill: raiseDrill,
  variations: 3,
  scene: async () => (await import('./scene')).SunriseScene,
};
