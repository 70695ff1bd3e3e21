import type { Millis, Ratio } from '../core/units';

/** Above this share of the heart-rate reserve play trains heart and lungs (clinical.md C4, Verschuren 2016). */
export const zoneReserve: Ratio = 0.4;
/** The OMNI picture scale, valid at GMFCS I to III against heart rate (r 0.83) and oxygen (0.80): doi 10.1111/dmcn.12703. */
export const omniScale = { least: 0, most: 10 } as const;
/** Efforts on it that stand for the zone where there is no strap (clinical.md D, aerobic). */
export const zoneOmni = { least: 4, most: 6 } as const;
/** From this effort on it is time to rest (clinical.md C8, fatigue). */
export const restOmni = 7;
/** A reading stands for at most this long: a strap that fell off trains nobody. */
export const longestReadingMs: Millis = 5000;
/** Fewest readings that are a measure. */
export const leastReadings = 10;
/** Rest is the lowest mean of this much time. */
const restMs: Millis = 60_000;
/** Years for which the largest rate was compared with measured ones (Mahon 2010). */
const studiedYears = { least: 7, most: 17 } as const;

/** Whether a source of the app carries effort by itself; every other one leaves "not measurable with this sensor" and the picture scale. */
export function carriesEffort(source: string): source is 'heart' {
  return source === 'heart';
}

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
    if (share > zoneReserve) zoneMs += spanMs;
    peakBpm = Math.max(peakBpm, beatsPerMin);
  }
  if (weightedMs === 0) return { notMeasurable: 'not enough readings' };
  return { meanBpm: beats / weightedMs, peakBpm, reserveMean: reserve / weightedMs, zoneMinutes: zoneMs / 60_000 };
}

/** How hard a bout of play was on the picture scale, and how long it lasted; null: the child was not asked or did not say. */
export interface OmniBout {
  readonly durationMs: Millis;
  readonly omni: number | null;
}

/** What bouts took by the child's own word, or why that is not known. */
export type OmniMeasures =
  | { readonly meanOmni: number; readonly peakOmni: number; readonly zoneMinutes: number; readonly saidShare: Ratio }
  | { readonly notMeasurable: 'not said' };

/** Mean by time, peak and minutes in the zone or above of bouts that the child spoke of; `saidShare` is the part of all time that these are. */
export function measureOmni(bouts: readonly OmniBout[]): OmniMeasures {
  const said = bouts.flatMap(({ durationMs, omni }) => (omni !== null && isOmni(omni) && durationMs > 0 ? [{ durationMs, omni }] : []));
  const saidMs = said.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (saidMs === 0) return { notMeasurable: 'not said' };
  const allMs = bouts.reduce((sum, { durationMs }) => sum + Math.max(0, durationMs), 0);
  const zoneMs = said.reduce((sum, { durationMs, omni }) => sum + (omni >= zoneOmni.least ? durationMs : 0), 0);
  return {
    meanOmni: said.reduce((sum, { durationMs, omni }) => sum + omni * durationMs, 0) / saidMs,
    peakOmni: Math.max(...said.map(({ omni }) => omni)),
    zoneMinutes: zoneMs / 60_000,
    saidShare: saidMs / allMs,
  };
}

/** What an effort on the picture scale means: light, in the zone, or time to rest. Null for a number that is not on the scale. */
export function judgeOmni(omni: number): 'light' | 'zone' | 'rest' | null {
  if (!isOmni(omni)) return null;
  if (omni >= restOmni) return 'rest';
  return omni >= zoneOmni.least ? 'zone' : 'light';
}

/**
 * The largest heart rate to expect at 7 to 17 years, 208 - 0.7 x age; null outside. Measured ones differ by 8 beats (SD 5) in typical children
 * (Mahon 2010, doi 10.1080/02701367.2010.10599707), so one that was measured in this child is better.
 */
export function estimateMaxBpm(ageYears: number): number | null {
  return ageYears >= studiedYears.least && ageYears < studiedYears.most + 1 ? 208 - 0.7 * ageYears : null;
}

/** The rate at rest: the lowest mean over an unbroken minute of readings in rising order; null when there was none. */
export function findRestBpm(readings: readonly HeartReading[]): number | null {
  let lowest: number | null = null;
  let [first, beats] = [0, 0];
  for (const [i, { tMs, beatsPerMin }] of readings.entries()) {
    if (tMs - (readings[i - 1]?.tMs ?? tMs) > longestReadingMs) [first, beats] = [i, 0];
    beats += beatsPerMin;
    // As short as it may be while it is still a minute.
    while (tMs - (readings[first + 1]?.tMs ?? tMs) >= restMs) {
      beats -= readings[first]?.beatsPerMin ?? 0;
      first++;
    }
    if (tMs - (readings[first]?.tMs ?? tMs) >= restMs) lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, beats / (i - first + 1));
  }
  return lowest;
}

function isOmni(omni: number): boolean {
  return omni >= omniScale.least && omni <= omniScale.most;
}
