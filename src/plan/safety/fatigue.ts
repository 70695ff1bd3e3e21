import type { Params, TrialResult } from '../../drills/types';
import type { OwnRules } from './child-safety';
import { fatigueTrials } from './rules';

/** Says, with the trial that makes it so, that movement has become slower or rougher than it was: time to rest. */
export type FatigueWatch = (result: TrialResult, params: Params) => boolean;

/** Metrics that grow slower with fatigue; a drill has one of them at most that is judged. */
const timeMetrics = ['movementMs', 'riseS', 'timeS'] as const;

interface Tried {
  readonly time: number | null;
  readonly sparc: number | null;
}

/**
 * The fatigue rule (clinical.md C8): the last ten trials against the first ten of this session with the same values, by the median.
 * Successes count alone: what was helped, missed or lost does not tell how quickly the child moves. New values begin anew.
 */
export function createFatigueWatch(rules: Pick<OwnRules, 'slowerPct' | 'rougherSparc'>): FatigueWatch {
  let values = '';
  let first: readonly Tried[] = [];
  let last: readonly Tried[] = [];
  return ({ outcome, metrics }, params) => {
    if (outcome !== 'success') return false;
    const now = JSON.stringify(params);
    if (now !== values) {
      [first, last] = [[], []];
      values = now;
    }
    const name = timeMetrics.find((one) => metrics[one] !== undefined);
    const tried = { time: name === undefined ? null : (metrics[name] ?? null), sparc: metrics.sparc ?? null };
    if (first.length < fatigueTrials) {
      first = [...first, tried];
      return false;
    }
    last = [...last, tried].slice(-fatigueTrials);
    if (last.length < fatigueTrials) return false;
    const isTired = isSlower(first, last, rules.slowerPct) || isRougher(first, last, rules.rougherSparc);
    // Said once; after the rest ten trials have to say it again.
    if (isTired) last = [];
    return isTired;
  };
}

function isSlower(first: readonly Tried[], last: readonly Tried[], pct: number): boolean {
  const before = toMiddle(first.map(({ time }) => time));
  const now = toMiddle(last.map(({ time }) => time));
  return before !== null && now !== null && now > before * (1 + pct / 100);
}

function isRougher(first: readonly Tried[], last: readonly Tried[], by: number): boolean {
  const before = toMiddle(first.map(({ sparc }) => sparc));
  const now = toMiddle(last.map(({ sparc }) => sparc));
  return before !== null && now !== null && before - now > by + 1e-9;
}

/** The median where at least half of the trials were measured; null otherwise. */
function toMiddle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length < fatigueTrials / 2) return null;
  const half = known.length >> 1;
  const upper = known[half] ?? 0;
  return known.length % 2 === 1 ? upper : (upper + (known[half - 1] ?? upper)) / 2;
}
