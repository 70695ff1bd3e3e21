import { useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import type { GoalCheck } from '../../../plan/goals';
import type { StorageProblem } from '../../../session/types';
import type { ChildGoals } from '../../../store/kept-goals';
import type { Fields } from '../../../store/types';
import { useApp, useAsync, useStore } from '../../parts/use-app';

/** A child's goals, and what changes them; what is shown is read again after each change. */
export interface Goals {
  readonly value: ChildGoals | null;
  readonly problem: StorageProblem | null;
  /** Raised with each change that was kept. */
  readonly said: number;
  edit(goal: Uuid, fields: Fields): void;
  check(answer: GoalCheck): void;
}

/** Reads and changes the goals of a child. */
export function useGoals(child: Uuid): Goals {
  const store = useStore();
  const { newId } = useApp();
  const [said, setSaid] = useState(0);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const { value } = useAsync(async () => (store ? store.readGoals(child) : null), [store, child, said]);
  const told = (outcome: { readonly saved: boolean; readonly problem?: StorageProblem }) => {
    setProblem(outcome.saved ? null : (outcome.problem ?? 'broken'));
    if (outcome.saved) setSaid((before) => before + 1);
  };
  return {
    value,
    problem,
    said,
    edit(goal, fields) {
      const paths = Object.entries(fields).map(([path, to]) => [`goals.${goal}.${path}`, to]);
      void store?.editGoals(child, Object.fromEntries(paths)).then(told);
    },
    check(answer) {
      void store?.save({ kind: 'goal-check', check: newId(), child, ...answer }).then(told);
    },
  };
}
