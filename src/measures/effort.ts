import type { Millis, Ratio } from '../core/units';

/** Least share of the heart-rate reserve that trains heart and lungs (clinical.md C4, Verschuren 2016). */
export const zoneReserve: Ratio = 0.4;
/** Least effort on the OMNI picture scale 0..10 that stands for it where there is no strap (clinical.md D, aerobic). */
export const zoneOmni = 4;
/** A reading stands for at most this long: a strap that fell off trains nobody. */
export const longestReadingMs: Millis = 5000;
/** Fewest readings that are a measure. */
export const leastReadings = 10;

/** One reading of a strap. */
export interface HeartReading {
  readonly tMs: Millis;
  readonly beatsPerMin: number;
}

/** Beats a minute at rest and at most. */
export interface HeartRange {
  readonly restBpm: number;
  readonly maxBpm: number;
}

/** What a bout took of heart and lungs, or why that is not known. Steps never stand for effort: level III works harder at slow ones (HRR). */
export type EffortMeasures =
  | { readonly meanBpm: number; readonly peakBpm: number; readonly reserveMean: Ratio; readonly zoneMinutes: number }
  | { readonly notMeasurable: 'no heart rate range' | 'not enough readings' };

/** Share of the heart-rate reserve, (rate - rest) / (max - rest), from 0; may exceed 1. Null unless the range rises. */
export function toReserve(beatsPerMin: number, { restBpm, maxBpm }: HeartRange): Ratio | null {
  return maxBpm > restBpm ? Math.max(0, (beatsPerMin - restBpm) / (maxBpm - restBpm)) : null;
}

/** Mean and peak rate, mean reserve and minutes in the zone of readings in rising order; gaps count for at most 5 s. */
export function measureEffort(readings: readonly HeartReading[], range: HeartRange | null): EffortMeasures {
  if (!range || range.maxBpm <= range.restBpm) return { notMeasurable: 'no heart rate range' };
  if (readings.length < leastReadings) return { notMeasurable: 'not enough readings' };
  let [weightedMs, beats, reserve, zoneMs, peakBpm] = [0, 0, 0, 0, 0];
  for (const [i, { tMs, beatsPerMin }] of readings.entries()) {
    const next = readings[i + 1]?.tMs ?? tMs;
    const spanMs = Math.min(longestReadingMs, Math.max(0, next - tMs));
    const share = toReserve(beatsPerMin, range) ?? 0;
    weightedMs += spanMs;
    beats += beatsPerMin * spanMs;
    reserve += share * spanMs;
    if (share >= zoneReserve) zoneMs += spanMs;
    peakBpm = Math.max(peakBpm, beatsPerMin);
  }
  if (weightedMs === 0) return { notMeasurable: 'not enough readings' };
  return { meanBpm: beats / weightedMs, peakBpm, reserveMean: reserve / weightedMs, zoneMinutes: zoneMs / 60_000 };
}
