import type { Metric } from '../drills/types';

/** What one review says; `better` and `worse` follow the metric, `other` where it has no better direction. */
export type ChangeCall =
  | { readonly call: 'real-change'; readonly direction: 'better' | 'worse' | 'other'; readonly found: ChangeFigures }
  | { readonly call: 'not-yet-distinguishable'; readonly found: ChangeFigures }
  | { readonly call: 'not-measurable'; readonly reason: 'sensor' | 'too-few-sessions' | 'level-changed' | 'no-spread'; readonly missing: number };

/** The figures behind a call, in the metric's unit; `difference` is review less baseline. */
export interface ChangeFigures {
  readonly baseline: number;
  readonly review: number;
  readonly difference: number;
  readonly mdc: number;
  readonly baselineSessions: number;
  readonly reviewSessions: number;
}

/** What a review needs: one value a session (its median), oldest first, of one drill, level, source and drill version. */
export interface ChangeQuestion {
  readonly values: readonly number[];
  readonly better: Metric['better'];
  /** Whether the source is one of the metric's carriers. */
  readonly carried: boolean;
  /** Values at another level exist, and these are what is left since it changed. */
  readonly levelChanged: boolean;
  /** SD of a session's value that the sensor alone makes, in the metric's unit; 0 where not known. */
  readonly noiseFloor: number;
}

/** First sessions that make the baseline (clinical.md C5), and newest ones that a review averages; they never overlap. */
export const changeSessions = { least: 3, most: 5, review: 5 } as const;

/** How alike neighbouring sessions are taken to be: the correlation of one with the next, without which too much is called change. */
export const sessionCorrelation = 0.2;

/** Student's t, two-sided 5 %, by degrees of freedom: with 3 to 5 sessions 1.96 would call far too often. */
const t95: Readonly<Record<number, number>> = { 2: 4.303, 3: 3.182, 4: 2.776 };

/**
 * The child's own MDC95 of a review, in the metric's unit: t · SEM of the difference of two means, where clinical.md C5 has
 * 1.96 √2 SEM for single values and a known SEM. The SEM comes from the spread of the first sessions' values, not below the
 * sensor's. Assumed: values about normal, the same spread at every time, neighbours alike by at most `sessionCorrelation`.
 * null for fewer than three sessions or no spread at all.
 */
export function toMdc(first: readonly number[], noiseFloor: number, reviewSessions: number = changeSessions.review): number | null {
  const t = t95[first.length - 1];
  if (t === undefined) return null;
  const middle = toMean(first);
  const variance = first.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (first.length - 1);
  const own = Math.sqrt(variance / toSpreadShare(first.length));
  const spread = Math.max(own, noiseFloor);
  return spread > 0 ? t * spread * Math.sqrt(toMeanVariance(first.length) + toMeanVariance(reviewSessions)) : null;
}

/**
 * The newest five sessions' mean beside that of the first three to five. Five in a hundred reviews of a child without change
 * may call one: the rate is that of single reviews, so of many reviews some child's will.
 */
export function callChange({ values, better, carried, levelChanged, noiseFloor }: ChangeQuestion): ChangeCall {
  if (!carried) return { call: 'not-measurable', reason: 'sensor', missing: 0 };
  const missing = changeSessions.least + changeSessions.review - values.length;
  if (missing > 0) return { call: 'not-measurable', reason: levelChanged ? 'level-changed' : 'too-few-sessions', missing };
  const first = values.slice(0, Math.min(changeSessions.most, values.length - changeSessions.review));
  const mdc = toMdc(first, noiseFloor);
  if (mdc === null) return { call: 'not-measurable', reason: 'no-spread', missing: 0 };
  const baseline = toMean(first);
  const review = toMean(values.slice(-changeSessions.review));
  const difference = review - baseline;
  const found = { baseline, review, difference, mdc, baselineSessions: first.length, reviewSessions: changeSessions.review };
  if (Math.abs(difference) <= mdc) return { call: 'not-yet-distinguishable', found };
  if (better === 'neither') return { call: 'real-change', direction: 'other', found };
  return { call: 'real-change', direction: difference > 0 === (better === 'higher') ? 'better' : 'worse', found };
}

function toMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance of a mean of n neighbours, as a share of the variance of one. */
function toMeanVariance(n: number): number {
  let sum = 1;
  for (let lag = 1; lag < n; lag++) sum += 2 * (1 - lag / n) * sessionCorrelation ** lag;
  return sum / n;
}

/** How much of the true variance the sample variance of n neighbours shows. */
function toSpreadShare(n: number): number {
  return (n / (n - 1)) * (1 - toMeanVariance(n));
}
