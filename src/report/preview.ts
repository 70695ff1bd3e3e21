import { toDistanceMm } from '../drills/reach/place';
import type { ReachPlace, ReachState } from '../drills/reach/state';
import { median } from '../measures/median';

/** What a set will be on this screen, from a set played by a synthetic child. Lengths in millimetres. */
export interface ReachPreview {
  readonly places: readonly ReachPlace[];
  /** The distance that was asked for; null where play does not aim. */
  readonly wishedMm: number | null;
  /** The middle one of the distances that the screen and the reach allow; null where play does not aim. */
  readonly realMm: number | null;
  readonly widthMm: number;
  /** True when the wished distance does not fit. */
  readonly tooFar: boolean;
}

/** A distance counts as shortened when a tenth of it is missing. */
const shortened = 0.9;

/** The places of a finished set with the distance that is really there. */
export function toReachPreview(state: Pick<ReachState, 'set' | 'places'>): ReachPreview {
  const { set, places } = state;
  const { mode, targetWidthMm } = set.params;
  if (mode === 'anywhere') return { places, wishedMm: null, realMm: null, widthMm: targetWidthMm, tooFar: false };
  const wishedMm = mode === 'two-hands' ? Math.max(toDistanceMm(set), targetWidthMm * 1.2) : toDistanceMm(set);
  const realMm = median(places.map(toDistanceShown));
  return { places, wishedMm, realMm, widthMm: targetWidthMm, tooFar: realMm !== null && realMm < wishedMm * shortened };
}

/** For two hands the distance between both targets; else from where the trial starts. */
function toDistanceShown({ targets, startXMm, startYMm }: ReachPlace): number {
  const [first, second] = targets;
  if (!first) return 0;
  const from = second ?? { xMm: startXMm, yMm: startYMm };
  return Math.hypot(first.xMm - from.xMm, first.yMm - from.yMm);
}
