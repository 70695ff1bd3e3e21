import type { LocalDate } from '../core/dates';

/** How a goal is rated: in five steps that were described before (GAS), or by performance and satisfaction of 1 to 10 (COPM; clinical.md C5). */
export const goalKinds = ['gas', 'copm'] as const;
export type GoalKind = (typeof goalKinds)[number];

/** The steps of a goal by GAS; 0 is what was expected (clinical.md C5, GAS11). */
export const goalSteps = [-2, -1, 0, 1, 2] as const;
export type GoalStep = (typeof goalSteps)[number];

/** Open goals of one child: more than a few are followed by nobody (D). */
export const mostGoals = 4;

/** Longest words of a goal, and of one of its steps. */
export const goalWords = { goal: 160, step: 120 } as const;

/** What a child and its family want to be able to do, in their words. */
export interface Goal {
  readonly id: string;
  readonly kind: GoalKind;
  readonly words: string;
  /** The day on which it was agreed. */
  readonly on: LocalDate | null;
  /** The words of each step by GAS; empty where nobody described it. */
  readonly steps: Readonly<Record<GoalStep, string>>;
  readonly weight: number;
  /** The day on which it was put away; null while it is open. */
  readonly closed: LocalDate | null;
}

/** What one tap of the weekly check says. */
export const goalMeasures = ['step', 'performance', 'satisfaction'] as const;
export type GoalMeasure = (typeof goalMeasures)[number];

/** The ends of each, both included. */
export const goalRange: Readonly<Record<GoalMeasure, { readonly min: number; readonly max: number }>> = {
  step: { min: -2, max: 2 },
  performance: { min: 1, max: 10 },
  satisfaction: { min: 1, max: 10 },
};

/** One answer of a weekly check. */
export interface GoalCheck {
  readonly goal: string;
  readonly measure: GoalMeasure;
  readonly value: number;
}

/** What a kind of goal asks in a check. */
export function toMeasures(kind: GoalKind): readonly GoalMeasure[] {
  return kind === 'gas' ? ['step'] : ['performance', 'satisfaction'];
}
