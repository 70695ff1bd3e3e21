import type { Millis, Ratio } from '../../core/units';
import { toProgress } from '../synthetic-body';
import type { PathState, PathWay } from './state';

/** From the cue until a guide that waits for nobody sets off, and the least time in which a child can look at a new path. */
export const leadMs: Millis = 800;
/** Where an adult sees the repetitions the guide shows the path over and over, with this rest between. */
const againMs: Millis = 1600;

/** Whether the guide alone draws the path: the child watches, any movement was enough, or the mercy rule is at work. */
export function isCarried({ rhythm, assisted }: Pick<PathState, 'rhythm' | 'assisted'>): boolean {
  return assisted || rhythm === null || rhythm === 'watch';
}

/** The guide's time for one path. */
export function toGuideMs({ set }: Pick<PathState, 'set'>): Millis {
  return set.params.guideS * 1000;
}

/** When the guide passes this share of the path: minimum jerk from its start to its end. */
export function toGuideTime(share: Ratio, durationMs: Millis): Millis {
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (toProgress(middle, 1) < share) low = middle;
    else high = middle;
  }
  return ((low + high) / 2) * durationMs;
}

/** Puts the guides where they are at this time; a path that the guide draws is drawn up to it. */
export function moveGuides(state: PathState, nowMs: Millis): void {
  const durationMs = toGuideMs(state);
  for (const way of state.ways) {
    if (way.guideFromMs === null) continue;
    const sinceMs = Math.max(0, nowMs - way.guideFromMs);
    const share = state.set.byAdult ? (sinceMs % (durationMs + againMs)) / durationMs : sinceMs / durationMs;
    way.guide = toProgress(Math.min(1, share), 1);
    if (state.set.byAdult || !isCarried(state)) continue;
    way.along = Math.max(way.along, way.guide);
    if (sinceMs >= durationMs) finish(way, way.guideFromMs + durationMs);
  }
}

/** The path is drawn to its end. */
export function finish(way: PathWay, atMs: Millis): void {
  if (way.done) return;
  Object.assign(way, { done: true, along: 1, doneMs: atMs });
}
