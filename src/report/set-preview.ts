import type { Ratio } from '../core/units';
import type { DrillState } from '../drills/types';

/** A place on the plane of leans, in shares of today's limit: x to the child's right, y forward. */
export interface PreviewPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: Ratio;
}

/** How a set of any drill goes when a synthetic child plays it. */
export interface SetPreview {
  readonly lengthS: number;
  /** Each trial from its cue to its end, in seconds of the set. */
  readonly trials: readonly { readonly fromS: number; readonly toS: number; readonly side: 'left' | 'right' | null }[];
  /** Where leans are asked for; empty for drills without such places. */
  readonly places: readonly PreviewPlace[];
}

/** The preview of a finished set. */
export function toSetPreview(state: DrillState & { readonly places?: readonly unknown[] }): SetPreview {
  const trials = state.results.map(({ startMs, endMs, side }) => ({ fromS: startMs / 1000, toS: endMs / 1000, side }));
  return { lengthS: Math.max(0, ...trials.map(({ toS }) => toS)), trials, places: (state.places ?? []).filter(isPlace) };
}

function isPlace(place: unknown): place is PreviewPlace {
  return typeof place === 'object' && place !== null && 'x' in place && 'y' in place && 'radius' in place;
}
