import type { LocalDate } from '../core/dates';
import type { Metric } from '../drills/types';
import { type Spread, toSpread } from './spread';

/** What progress needs of a stored session. */
export interface ProgressSession {
  readonly session: string;
  readonly on: LocalDate;
  readonly at: string;
  readonly parts: readonly ProgressPart[];
}

/** What one session holds of one game at one level: values of each metric in the order of the trials. */
export interface ProgressPart {
  readonly game: string;
  readonly level: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly source: string;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/** Which values are put side by side: only trials of one game at one level, seen by one kind of sensor. */
export interface ProgressChoice {
  readonly game: string;
  readonly level: string;
  readonly source: string;
  readonly metric: string;
}

/** One session of a plot. */
export interface ProgressPoint extends Spread {
  readonly session: string;
  readonly on: LocalDate;
  readonly at: string;
}

/** How much this child differs from session to session without any change. */
export interface NoiseBand {
  readonly low: number;
  readonly high: number;
  /** Sessions that it was made from. */
  readonly sessions: number;
}

/** The last session beside the band; `other` where a metric has no better direction. */
export type Change = 'within' | 'better' | 'worse' | 'other';

/** Sessions that the band is made from (clinical.md C5: the first 3 to 5). */
export const bandSessions = { least: 3, most: 5 } as const;

/** Levels and sensors that occur in these sessions, the most recently played first. */
export function findChoices(sessions: readonly ProgressSession[]): readonly Omit<ProgressChoice, 'metric'>[] {
  const found = new Map<string, Omit<ProgressChoice, 'metric'>>();
  for (const session of [...sessions].sort((a, b) => compare(b.at, a.at)))
    for (const { game, level, source } of session.parts) {
      const key = JSON.stringify([game, level, source]);
      if (!found.has(key)) found.set(key, { game, level, source });
    }
  return [...found.values()];
}

/**
 * A point for each session that measured the metric, oldest first. Trials scored by an older version of the drill are no
 * comparison and stay out; `left` counts their sessions.
 */
export function toProgress(
  sessions: readonly ProgressSession[],
  choice: ProgressChoice,
): { readonly points: readonly ProgressPoint[]; readonly left: number } {
  const parts = sessions.flatMap((session) =>
    session.parts
      .filter((part) => part.game === choice.game && part.level === choice.level && part.source === choice.source)
      .map((part) => ({ session, part })),
  );
  const newest = Math.max(...parts.map(({ part }) => part.drillVersion));
  const values = new Map<ProgressSession, number[]>();
  const old = new Set<string>();
  for (const { session, part } of parts) {
    const measured = part.values[choice.metric] ?? [];
    if (measured.length === 0) continue;
    if (part.drillVersion === newest) values.set(session, [...(values.get(session) ?? []), ...measured]);
    else old.add(session.session);
  }
  const points = [...values].flatMap(([{ session, on, at }, all]) => {
    const spread = toSpread(all);
    return spread ? [{ ...spread, session, on, at }] : [];
  });
  return { points: points.sort((a, b) => compare(a.at, b.at)), left: old.size };
}

/**
 * The band of ordinary ups and downs: middle of the first sessions' medians ± MDC95, with MDC95 = 1.96 √2 SD of those medians
 * (clinical.md C5, the SEM taken as this child's own SD from session to session). null for fewer than three sessions.
 */
export function toNoiseBand(points: readonly ProgressPoint[]): NoiseBand | null {
  const first = points.slice(0, bandSessions.most).map((point) => point.median);
  if (first.length < bandSessions.least) return null;
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  const variance = first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (first.length - 1);
  const change = 1.96 * Math.SQRT2 * Math.sqrt(variance);
  return { low: mean - change, high: mean + change, sessions: first.length };
}

/** Where the last session stands; null while there is no band, or no session after those that made it. */
export function toChange(points: readonly ProgressPoint[], band: NoiseBand | null, better: Metric['better']): Change | null {
  const last = points.at(-1);
  if (!last || !band || points.length <= band.sessions) return null;
  if (last.median >= band.low && last.median <= band.high) return 'within';
  if (better === 'neither') return 'other';
  return last.median > band.high === (better === 'higher') ? 'better' : 'worse';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
