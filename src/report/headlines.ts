import type { LocalDate } from '../core/dates';
import type { Metric } from '../drills/types';
import { warmUpLevel } from '../plan/practice';
import { callChange } from './change';
import { toNoiseFloor } from './noise-floor';
import type { WeekHeadline } from './week';

/** Both ends of what was played of one game at one level, as the store keeps them. */
export interface HeadlineCourse {
  readonly game: string;
  readonly level: string;
  readonly source: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly lastOn: LocalDate;
  readonly metrics: Readonly<Record<string, { readonly first: readonly HeadlineValue[]; readonly last: readonly HeadlineValue[] }>>;
}

/** One session's median. */
export interface HeadlineValue {
  readonly session: string;
  readonly on: LocalDate;
  readonly at: string;
  readonly value: number;
}

/** A headline with what a therapist reads beside it. */
export interface Headline extends WeekHeadline {
  readonly level: string;
  readonly drillVersion: number;
  readonly metricIs: Metric;
  /** Newest session's median; null where the metric was never measured. */
  readonly last: HeadlineValue | null;
  /** Start of the first session that measured it. */
  readonly firstAt: string | null;
  readonly noiseFloor: number | null;
}

/** What tells most of each drill, the first that was measured (clinical.md C1 to C4, D). */
export const headlineMetrics: Readonly<Record<string, readonly string[]>> = {
  reach: ['movementMs', 'responseMs'],
  'weight-shift': ['excursionPct', 'reactionMs'],
  hold: ['longestHoldS', 'timeInZonePct'],
  path: ['pathErrorMm', 'pathErrorPct', 'completionPct'],
  raise: ['romDeg', 'holdS'],
  rise: ['cycleS', 'riseS'],
  step: ['liftPct', 'responseMs'],
  gait: ['strideTimeCvPct', 'asymmetryPct', 'beatErrorMs'],
  walk: ['speedMps', 'distanceM', 'cadenceSpm'],
  mobility: ['timeS', 'movesPerMin'],
  drum: ['asynchronySdMs', 'hitsPerMin', 'alternationPct'],
};

/** A change of a plan, by hand or by play. */
export interface PlanChange {
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How often what these items ask was changed after an instant: values of parameters, not the dose. */
export function countMoves(changes: readonly PlanChange[], items: readonly string[], after: string): number {
  const moves = (path: string): boolean => items.some((item) => path.startsWith(`items.${item}.params.`));
  return changes.filter(({ at, fields }) => at > after && Object.keys(fields).some(moves)).length;
}

/** The headline of each game that was played on or after `since`, at the level and by the sensor that it was played last. */
export function toHeadlines(
  courses: readonly HeadlineCourse[],
  metricsOf: (game: string) => Readonly<Record<string, Metric>> | null,
  since: LocalDate,
): readonly Headline[] {
  const games = [...new Set(courses.map(({ game }) => game))];
  return games.flatMap((game): Headline[] => {
    const own = courses.filter((one) => one.game === game && one.level !== warmUpLevel);
    const newest = [...own].sort((a, b) => (toRecency(a) < toRecency(b) ? 1 : -1))[0];
    const metrics = metricsOf(game);
    if (!newest || !metrics || newest.lastOn < since) return [];
    const wanted = (headlineMetrics[newest.drill] ?? []).filter((name) => metrics[name]);
    const name = wanted.find((one) => newest.metrics[one]) ?? wanted[0];
    const metric = name === undefined ? undefined : metrics[name];
    if (name === undefined || !metric) return [];
    const values = toValues(newest, name);
    const noiseFloor = toNoiseFloor(newest.source, metric.unit);
    const call = callChange({
      values: values.map(({ value }) => value),
      better: metric.better,
      carried: metric.sources.some((source) => source === newest.source),
      levelChanged: own.some((one) => one.source === newest.source && one.level !== newest.level && one.metrics[name] !== undefined),
      noiseFloor: noiseFloor ?? 0,
    });
    const { drill, drillVersion, source, level } = newest;
    return [
      {
        ...{ game, drill, drillVersion, metric: name, source, call, level, metricIs: metric, noiseFloor },
        last: values.at(-1) ?? null,
        firstAt: values[0]?.at ?? null,
      },
    ];
  });
}

/** Sorts the course that was played last to the end: of those of one day by the version of the drill, then by the last value, then by name. */
function toRecency({ lastOn, drillVersion, metrics, level, source }: HeadlineCourse): string {
  const lastAt = Object.values(metrics).reduce((at, { last }) => {
    const own = last.at(-1)?.at ?? '';
    return own > at ? own : at;
  }, '');
  return [lastOn, String(drillVersion).padStart(6, '0'), lastAt, level, source].join(' ');
}

function toValues(course: HeadlineCourse, metric: string): readonly HeadlineValue[] {
  const ends = course.metrics[metric] ?? { first: [], last: [] };
  const known = new Set(ends.first.map(({ session }) => session));
  return [...ends.first, ...ends.last.filter(({ session }) => !known.has(session))].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
