import type { LocalDate } from '../core/dates';
import type { Uuid } from '../core/ids';
import type { Goal, GoalCheck } from '../plan/goals';

/** One answer of a weekly check. */
export interface StoredGoalCheck extends GoalCheck {
  readonly id: Uuid;
  readonly on: LocalDate;
  readonly at: string;
}

/** A child's goals in their order, with the answers of the weekly checks, oldest first: the first of each and those of two years. */
export interface ChildGoals {
  readonly goals: readonly Goal[];
  readonly checks: readonly StoredGoalCheck[];
}
