import { drumDrill } from '../../drills/drum/drill';
import type { DrumState } from '../../drills/drum/state';
import type { Game } from '../kit/game';

/** Drums: drumming in bouts and rests in a cove by the sea. Each bout wakes friends who play along, and the tide rises with it. */
export const game: Game<DrumState> = {
  id: 'drums',
  drill: drumDrill,
  variations: 3,
  scene: async () => (await import('./scene')).DrumsScene,
};
