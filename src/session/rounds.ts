import { createRng } from '../core/rng';
import type { Ratio } from '../core/units';
import type { Params, TrialResult } from '../drills/types';
import { type Adapted, countRound, type RoundCounts } from '../plan/adapt';
import { drawFeedback, warmUpLevel } from '../plan/practice';
import type { Adjustment } from '../plan/types';

/** What changes from round to round of a plan item; parameters never change inside a round. */
export interface RoundsSetup {
  readonly params: Params;
  readonly level: string;
  /** A short easy round before the first. */
  readonly warmUp?: Params;
  /** What a round leads to; absent: parameters stay. */
  readonly adapt?: (params: Params, counts: RoundCounts) => Adapted;
  /** Share of trials whose end is celebrated in full; 1 unless told. */
  readonly feedbackRatio?: Ratio;
  readonly seed: string;
}

/** What a finished round tells the plan. */
export interface RoundEnd {
  readonly counts: RoundCounts;
  readonly change: Adjustment | null;
  readonly carry: number;
}

/** The rounds of one plan item in one session. */
export interface Rounds {
  readonly params: Params;
  /** Where results of this round are kept. */
  readonly level: string;
  readonly isWarmUp: boolean;
  /** Whether the trial's end is celebrated in full. */
  isCelebrated(trial: number): boolean;
  next(): void;
  /** An adult changed the level in play: rounds from here on have it, and what was counted before tells nothing about it. */
  change(params: Params, level: string): void;
  add(results: readonly TrialResult[]): void;
  /** A round that was played to its end; null where nothing is to be learned from it. */
  finish(): RoundEnd | null;
}

/** Begins before the warm-up, or before the first round where there is none; `next` starts a round. */
export function createRounds(setup: RoundsSetup): Rounds {
  let { params, level } = setup;
  let number = setup.warmUp ? -1 : 0;
  let results: TrialResult[] = [];
  let celebrated: readonly boolean[] = [];
  const isWarmUp = () => setup.warmUp !== undefined && number === 0;
  const current = () => (isWarmUp() && setup.warmUp ? setup.warmUp : params);
  return {
    get params() {
      return current();
    },
    get level() {
      return isWarmUp() ? warmUpLevel : level;
    },
    get isWarmUp() {
      return isWarmUp();
    },
    isCelebrated: (trial) => celebrated[trial] ?? true,
    next() {
      number += 1;
      results = [];
      celebrated = drawFeedback(Number(current().trials), setup.feedbackRatio ?? 1, createRng(`${setup.seed}/feedback/${number}`));
    },
    change(to, ofLevel) {
      params = to;
      level = ofLevel;
      results = [];
    },
    add(more) {
      results = [...results, ...more];
    },
    finish() {
      if (isWarmUp() || !setup.adapt) return null;
      const counts = countRound(results);
      const adapted = setup.adapt(params, counts);
      params = adapted.params;
      return { counts, change: adapted.change, carry: adapted.carry };
    },
  };
}
