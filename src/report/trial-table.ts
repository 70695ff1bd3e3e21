import type { Metric, SetSpec, TrialResult } from '../drills/types';
import { type Spread, toSpread } from './spread';

/** A metric of a set's table: the values in the order of the trials, null where a trial could not carry it. */
export interface TrialColumn {
  readonly metric: string;
  readonly values: readonly (number | null)[];
  readonly spread: Spread | null;
}

/** A set's table, split into what was measured and what this set could not measure. */
export interface TrialTable {
  readonly columns: readonly TrialColumn[];
  /** Metrics that the set asks for, but that no trial of it could carry. */
  readonly notMeasured: readonly string[];
}

/** The metrics of a set in the order of its drill. A metric that has no meaning with the set's parameters is left out. */
export function toTrialTable(metrics: Readonly<Record<string, Metric>>, set: Pick<SetSpec, 'params'>, trials: readonly TrialResult[]): TrialTable {
  const columns = Object.keys(metrics).map((metric): TrialColumn => {
    const values = trials.map((trial) => trial.metrics[metric] ?? null);
    return { metric, values, spread: toSpread(values.filter((value) => value !== null)) };
  });
  return {
    columns: columns.filter((column) => column.spread !== null),
    notMeasured: columns.filter((column) => column.spread === null && isMeant(column.metric, set.params)).map((column) => column.metric),
  };
}

/** Whether a set with these parameters asks for a metric at all. */
function isMeant(metric: string, params: SetSpec['params']): boolean {
  const { mode, distractors } = params;
  if (metric === 'handGapMs') return mode === 'two-hands';
  if (metric === 'distractorTouches') return Number(distractors) > 0;
  if (metric === 'endErrorMm') return mode !== 'anywhere' && mode !== 'catch';
  if (metric === 'distanceMm') return mode !== 'anywhere';
  return true;
}
