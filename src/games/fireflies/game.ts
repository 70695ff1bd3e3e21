import { reachDrill } from '../../drills/reach/drill';
import type { ReachState } from '../../drills/reach/state';
import type { Game } from '../kit/game';

/** Fireflies: reaching in the harbour at the end of the day. Each firefly that was reached lights one of its lanterns. */
export const game: Game<ReachState> = {
  id: 'fireflies',
  drill: reachDrill,
  variations: 3,
  scene: async () => (await import('./scene')).FirefliesScene,
};
