import { beatOffsetLimits } from '../core/beat-offset';
import { toTapAlong } from './tap-along';

/** Taps that scatter more than this tell no offset: of 14 taps its standard error would be above 20 ms (80 / sqrt 14), more than a frame. */
export const mostSpreadMs = 80;
/** People tap 20 to 50 ms ahead of a beat that they know (general knowledge); twice as early is another beat than the one heard. */
export const mostAheadMs = 100;

/** A tablet's delay in whole ms, inside `beatOffsetLimits`, and how far the taps scatter around it. */
export interface BeatOffset {
  readonly offsetMs: number;
  readonly spreadMs: number;
}

/** Why taps tell no offset. */
export type BeatOffsetRefusal = 'few' | 'scattered' | 'beside';

/** The offset to keep of taps along a beat (ms on one clock, beats rising), or why there is none; taps slightly ahead of the beat are no delay. */
export function toBeatOffset(tapsMs: readonly number[], beatsMs: readonly number[]): BeatOffset | BeatOffsetRefusal {
  const found = toTapAlong(tapsMs, beatsMs);
  if (found === 'not enough taps') return 'few';
  if (found.spreadMs > mostSpreadMs) return 'scattered';
  if (found.offsetMs > beatOffsetLimits.maxMs || found.offsetMs < -mostAheadMs) return 'beside';
  return { offsetMs: Math.max(beatOffsetLimits.minMs, Math.round(found.offsetMs)), spreadMs: Math.round(found.spreadMs) };
}
