import { createRng, type Rng } from '../../core/rng';
import type { ParamSpec, Params } from '../../drills/types';
import { adaptToSuccess } from '../../plan/adapt';
import { usualAdaptation } from '../../plan/adaptation';
import { type DrillParams, type Limits, toLimits } from '../../plan/limits';
import type { Adaptation } from '../../plan/types';

/** A child whose chance of a success falls with difficulty along a logistic curve (clinical.md, recipes behind (M)). */
export interface LogisticChild {
  /** Difficulty at which half of the trials succeed, in axes: 0 everything at its easiest, 1 one axis at its hardest. */
  readonly threshold: number;
  readonly spread: number;
  /** How far the threshold falls with each trial of a session. */
  readonly tiresBy?: number;
  /** Share of days on which the threshold is lower by 0.15. */
  readonly badDays?: number;
}

/** A drill of three axes, as wide as those of real ones. */
export const pretendDrill: DrillParams = {
  params: {
    distanceMm: { kind: 'number', min: 20, max: 250, step: 5, unit: 'mm', harder: 'up', label: 'x' },
    widthMm: { kind: 'number', min: 20, max: 125, step: 1, unit: 'mm', harder: 'down', label: 'x' },
    directions: { kind: 'choice', choices: ['one', 'two', 'four', 'eight'], label: 'x' },
  } satisfies ParamSpec,
  harderAxes: () => ['distanceMm', 'widthMm', 'directions'],
};

/** The middle of the first axis, the rest at its easiest. */
export const pretendStart: Params = { distanceMm: 100, widthMm: 100, directions: 'one' };

/** How hard the values are: the sum of each axis' position within its limits. */
export function toDifficulty(limits: Limits, values: Params): number {
  return Object.entries(pretendDrill.params).reduce((sum, [name, param]) => {
    const limit = limits[name];
    const value = values[name];
    if (!limit || value === undefined) return sum;
    if ('allowed' in limit) return sum + limit.allowed.indexOf(String(value)) / Math.max(1, limit.allowed.length - 1);
    const share = limit.max > limit.min ? (Number(value) - limit.min) / (limit.max - limit.min) : 0;
    return sum + (param.kind === 'number' && param.harder === 'down' ? 1 - share : share);
  }, 0);
}

/** What many rounds of one child came to. */
export interface Rounds {
  /** Whether each trial succeeded, in order. */
  readonly hits: readonly boolean[];
  readonly values: readonly Params[];
}

/** How rounds are played. */
export interface RoundsPlan {
  readonly rounds: number;
  readonly trials: number;
  readonly adaptation?: Adaptation;
  readonly start?: Params;
  readonly bounds?: Parameters<typeof toLimits>[1];
  /** How parameters follow the last round; the weighted up-down rule unless told. */
  readonly rule?: typeof adaptToSuccess;
}

/** Plays a child of known ability through rounds of the real rule. Two rounds are a session. */
export function playRounds(child: LogisticChild, plan: RoundsPlan, seed: string): Rounds {
  const rng: Rng = createRng(seed);
  const limits = toLimits(pretendDrill.params, plan.bounds ?? {});
  const rule = plan.rule ?? adaptToSuccess;
  let adaptation = plan.adaptation ?? usualAdaptation;
  let params = plan.start ?? pretendStart;
  const hits: boolean[] = [];
  const values: Params[] = [];
  let today = child.threshold;
  let tired = 0;
  for (let round = 0; round < plan.rounds; round++) {
    if (round % 2 === 0) {
      today = child.threshold - (rng.next() < (child.badDays ?? 0) ? 0.15 : 0);
      tired = 0;
    }
    let won = 0;
    for (let trial = 0; trial < plan.trials; trial++) {
      const chance = 1 / (1 + Math.exp((toDifficulty(limits, params) - (today - tired)) / child.spread));
      const hit = rng.next() < chance;
      tired += child.tiresBy ?? 0;
      won += hit ? 1 : 0;
      hits.push(hit);
    }
    const adapted = rule(pretendDrill, limits, params, adaptation, { hits: won, misses: plan.trials - won });
    params = adapted.params;
    adaptation = { ...adaptation, carry: adapted.carry };
    values.push(params);
  }
  return { hits, values };
}

/** Five abilities, from one that cannot go beyond the first axis' beginning to one that needs all three. */
export const simulatedChildren: readonly (LogisticChild & { readonly name: string })[] = [
  { name: 'of little reach', threshold: 0.45, spread: 0.1 },
  { name: 'of some reach', threshold: 0.7, spread: 0.11 },
  { name: 'of good reach', threshold: 0.95, spread: 0.12 },
  { name: 'who aims well', threshold: 1.3, spread: 0.1 },
  { name: 'who aims very well', threshold: 1.7, spread: 0.12 },
];

/** As a therapist would: a level about half an axis easier than what the child can do, or harder. */
export function toStart({ threshold }: LogisticChild): Params {
  return threshold > 1.2 ? { distanceMm: 250, widthMm: 110, directions: 'one' } : pretendStart;
}
