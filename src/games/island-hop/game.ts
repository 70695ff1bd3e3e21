import { mobilityDrill } from '../../drills/mobility/drill';
import type { MobilityState } from '../../drills/mobility/state';
import type { Game } from '../kit/game';

/** Island hop: moving about. Each move that an adult sees done lays a bridge to the next small island, until the whole string is lit. */
export const game: Game<MobilityState> = {
  id: 'island-hop',
  drill: mobilityDrill,
  variations: 4,
  scene: async () => (await import('./scene')).IslandHopScene,
};
