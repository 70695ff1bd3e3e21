import { at } from './at';
import type { Turn } from './gait';
import { designLowPass, filterZeroPhase } from './low-pass';
import { projectAxes, type WalkingSignal, walkingRateHz } from './walking-signal';

/**
 * Cut-off in Hz: it leaves the edges of a turn of half a second, the shortest there is (El-Gohary 2013), where they are. The pelvis's
 * swing with each stride passes too; it turns back within the stride and never comes to 45 degrees.
 */
export const turnCutoffHz = 1.5;
/** Rotation rate in deg/s about the way up at which a turn starts and ends, and its least angle in degrees (El-Gohary 2013). */
export const turnEdgeDps = 15;
export const leastTurnDeg = 45;

/** Turns in rising order, times in s on the recording's clock; none where the device has no gyroscope, since gravity says nothing of them. */
export function findTurns(signal: WalkingSignal): Turn[] {
  if (signal.rotation === null) return [];
  const rates = filterZeroPhase(designLowPass(turnCutoffHz, walkingRateHz), projectAxes(signal.rotation, signal.up));
  const turns: Turn[] = [];
  let from = 0;
  let angleDeg = 0;
  for (let i = 0; i <= rates.length; i += 1) {
    const rate = i < rates.length ? at(rates, i) : 0;
    const goesOn = Math.abs(rate) >= turnEdgeDps && rate * angleDeg > 0;
    if (!goesOn) {
      if (Math.abs(angleDeg) >= leastTurnDeg)
        turns.push({ startS: signal.startS + from / walkingRateHz, endS: signal.startS + (i - 1) / walkingRateHz });
      from = i;
      angleDeg = 0;
      if (Math.abs(rate) < turnEdgeDps) continue;
    }
    angleDeg += rate / walkingRateHz;
  }
  return turns;
}
