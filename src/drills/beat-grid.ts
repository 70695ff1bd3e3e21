import type { Millis } from '../core/units';

/** First beat of a grid at or after `fromMs`: whole periods of the set's time, so that all who play to it hear one beat. */
export function toGridMs(periodMs: Millis, fromMs: Millis): Millis {
  return Math.ceil(fromMs / periodMs) * periodMs;
}
