import { type Goal, type GoalMeasure, type GoalStep, goalRange, goalSteps, toMeasures } from '../../../plan/goals';
import { toGasScore } from '../../../report/gas';
import type { ChildGoals, StoredGoalCheck } from '../../../store/kept-goals';

/** Goals that are not put away, in their order. */
export function toOpenGoals(goals: readonly Goal[]): readonly Goal[] {
  return goals.filter(({ closed }) => closed === null);
}

/** The answers of one goal's measure, oldest first. */
export function toAnswers(checks: readonly StoredGoalCheck[], goal: string, measure: GoalMeasure): readonly StoredGoalCheck[] {
  return checks.filter((one) => one.goal === goal && one.measure === measure);
}

/** The T-score of the open goals by GAS, each at its newest answer; null while one of them was never checked, or there is none. */
export function toScore({ goals, checks }: ChildGoals): number | null {
  const own = toOpenGoals(goals).filter(({ kind }) => kind === 'gas');
  const rated = own.flatMap(({ id, weight }) => {
    const last = toAnswers(checks, id, 'step').at(-1)?.value;
    const step = goalSteps.find((one): one is GoalStep => one === last);
    return step === undefined ? [] : [{ step, weight }];
  });
  return rated.length === own.length ? toGasScore(rated) : null;
}

/** One answer of a goal in a plot. */
export interface LanePoint {
  readonly on: string;
  readonly at: string;
  /** Where it lies between the ends of its measure, 0 to 1. */
  readonly share: number;
  readonly value: number;
}

/** A goal's course for a plot, oldest first; of COPM the performance. */
export function toLane(checks: readonly StoredGoalCheck[], goal: Pick<Goal, 'id' | 'kind'>): readonly LanePoint[] {
  const [measure = 'step'] = toMeasures(goal.kind);
  const { min, max } = goalRange[measure];
  return toAnswers(checks, goal.id, measure).map(({ on, at, value }) => ({ on, at, value, share: (value - min) / (max - min) }));
}
