import { weightShiftDrill } from '../../drills/weight-shift/drill';
import type { WeightShiftState } from '../../drills/weight-shift/state';
import type { Game } from '../kit/game';

/** Lighthouse: leaning around the rock in the bay. The light goes where the body leans, and shows each boat the way home. */
export const game: Game<WeightShiftState> = {
  id: 'lighthouse',
  drill: weightShiftDrill,
  variations: 4,
  scene: async () => (await import('./scene')).LighthouseScene,
};
