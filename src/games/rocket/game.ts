import { riseDrill } from '../../drills/rise/drill';
import type { RiseState } from '../../drills/rise/state';
import type { Game } from '../kit/game';

/** Rocket: going up and down on an island of rocket builders. Each time up fills the rocket with light and lifts it one storey. */
export const game: Game<RiseState> = {
  id: 'rocket',
  drill: riseDrill,
  variations: 3,
  scene: async () => (await import('./scene')).RocketScene,
};
