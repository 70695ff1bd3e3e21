import type { Help, Millis, Ratio } from '../core/units';
import type { Movement, MovementSignal } from '../movement/types';
import type { Outcome } from './types';

/** Below this quality a signal says that its source does not see the child. */
export const leastQuality: Ratio = 0.5;
/** A trial in which the child is not seen for this long ends as lost, which is the sensor's fault and never a miss. */
export const lostAfterMs: Millis = 1000;
/** From this help on a hand did part of the work. */
export const leastHandHelp: Help = 2;

/** Since when the child is not seen, after this tick's signals; null while it is seen. A tick without signals changes nothing. */
export function followLoss(lostSinceMs: Millis | null, signals: readonly MovementSignal<Movement>[]): Millis | null {
  let since = lostSinceMs;
  for (const { quality, deliveredMs } of signals) since = quality >= leastQuality ? null : (since ?? deliveredMs);
  return since;
}

/** Whether the child was not seen for so long that the running trial is lost. */
export function isLost(lostSinceMs: Millis | null, nowMs: Millis): boolean {
  return lostSinceMs !== null && nowMs - lostSinceMs >= lostAfterMs;
}

/** Outcome of a trial that was done: on the child's own, or with a hand. */
export function toOutcome(help: Help): Outcome {
  return help >= leastHandHelp ? 'assisted' : 'success';
}
