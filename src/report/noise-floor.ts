/** Time between two pictures or readings of a source, in ms: what a moment is rounded to. */
const sampleMs: Readonly<Record<string, number>> = { touch: 1000 / 60, gamepad: 1000 / 60, motion: 1000 / 60, pose: 1000 / 30 };

/** Half a second of a thumb (drills/mobility/metrics.ts). */
const thumbMs = 500;

/**
 * SD that the sensor alone gives one timed value, in the metric's unit: a duration between two moments that are rounded to a sample of
 * dt has an SD of dt/√6 (clinical.md C3). null where it is not known, which is said.
 */
export function toNoiseFloor(source: string, unit: string): number | null {
  if (unit !== 'ms' && unit !== 's') return null;
  const sample = sampleMs[source];
  const ms = source === 'adult' ? thumbMs : sample === undefined ? null : sample / Math.sqrt(6);
  return ms === null ? null : unit === 's' ? ms / 1000 : ms;
}
