import type { Millis, Ratio, Side } from '../core/units';
import type { BodyFrame } from './joint-angles';
import { findRepetitions, type Repetition, smoothSignal } from './repetitions';
import { leastOtherSideRatio, measureAgreement, measureSeen, toFootLifts } from './repetitions-from-pose';

/** Shortest time in ms that a stepping foot is off the ground; a quick child's swing takes 200 to 300, a tracking jump less. */
export const leastLiftMs = 120;

/** One step: when the lifted foot is down again, as contacts are timed elsewhere, and whose foot it was. */
export interface PoseStep {
  readonly tMs: Millis;
  readonly side: Side;
}

/** Steps in order, and 0..1 how far they can be trusted: share of time with both feet seen times share of steps alike. */
export interface PoseSteps {
  readonly steps: readonly PoseStep[];
  readonly confidence: Ratio;
}

/**
 * Steps of walking in place: each time one foot alone leaves the ground and is back. A side's own range counts, so that a foot that is
 * lifted half as high as the other still steps. Null when both feet were hardly ever seen.
 */
export function measurePoseSteps(frames: readonly BodyFrame[]): PoseSteps | null {
  const lifts = toFootLifts(frames);
  const smooth = { left: smoothSignal(lifts.left.readings), right: smoothSignal(lifts.right.readings) };
  if (smooth.left === null || smooth.right === null) return null;
  const widest = Math.max(smooth.left.high, smooth.right.high);
  const find = (side: Side): readonly Repetition[] => {
    const signal = smooth[side];
    if (signal === null) return [];
    return findRepetitions(signal, Math.max(lifts[side].leastRange, leastOtherSideRatio * widest), { leastMs: leastLiftMs, settlingMs: 0 });
  };
  const [left, right] = [find('left'), find('right')];
  const toSteps = (found: readonly Repetition[], side: Side) => found.map(({ endMs }): PoseStep => ({ tMs: endMs, side }));
  const steps = [...toSteps(left, 'left'), ...toSteps(right, 'right')].sort((a, b) => a.tMs - b.tMs);
  const alike = steps.length > 0 ? (left.length * measureAgreement(left) + right.length * measureAgreement(right)) / steps.length : 1;
  return { steps, confidence: measureSeen(lifts.left.readings) * alike };
}
