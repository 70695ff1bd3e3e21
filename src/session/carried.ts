import type { AnyDrill, TrialResult } from '../drills/types';
import type { SourceKind } from '../movement/types';

/** A result with the metrics that its source can carry; the others are "not measurable with this sensor", and not stored. */
export function toCarried(result: TrialResult, drill: AnyDrill, source: SourceKind): TrialResult {
  const metrics = Object.entries(result.metrics).filter(([name]) => drill.metrics[name]?.sources.includes(source));
  return { ...result, metrics: Object.fromEntries(metrics) };
}
