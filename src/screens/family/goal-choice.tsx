import type { WeeklyGoal } from '../../report/weeks';
import { Button } from '../parts/button';
import { useText } from '../parts/use-app';
import { sayGoal } from './words';

/** Goals that are one tap away; minutes as families chose them: 45 to 120 a week (clinical.md B), and less. */
const offered = { sessions: [1, 2, 3, 4, 5, 6, 7], minutes: [20, 30, 45, 60, 90, 120] } as const;

/** The goals to choose from, each one tap; `none` is as good as any. */
export function GoalChoice({ goal, onChoose }: { readonly goal: WeeklyGoal | null; onChoose(goal: WeeklyGoal | null): void }) {
  const text = useText();
  return (
    <div class="goal-choice">
      {(['sessions', 'minutes'] as const).map((unit) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row in every browser
        <div key={unit} role="group" aria-label={text(`family.goal.${unit}`)}>
          <p>{text(`family.goal.${unit}`)}</p>
          <div class="goal-row">
            {offered[unit].map((count) => (
              <button
                key={count}
                type="button"
                class="button plain goal-button"
                aria-label={sayGoal(text, { unit, count })}
                aria-pressed={goal?.unit === unit && goal.count === count}
                onClick={() => onChoose({ unit, count })}
              >
                {count}
              </button>
            ))}
          </div>
        </div>
      ))}
      <Button pressed={goal === null} onPress={() => onChoose(null)}>
        {text('family.goal.none')}
      </Button>
    </div>
  );
}
