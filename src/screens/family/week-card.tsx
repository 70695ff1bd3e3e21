import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../plan/types';
import type { StorageProblem } from '../../session/types';
import type { Store } from '../../store/types';
import { Card } from '../parts/card';
import { Picture } from '../parts/picture';
import { Stepper } from '../parts/stepper';
import { StorageBanner } from '../parts/storage-banner';
import { useText } from '../parts/use-app';

const mostGoal = 14;
const mostPictures = 21;

/** This week beside the family's own goal: what came is filled, what the goal leaves open is an outline, more is simply more. */
export function WeekCard(props: { readonly child: ChildProfile; readonly store: Store; readonly sessions: number; readonly pebblesBefore: number }) {
  const text = useText();
  const { child, store, sessions } = props;
  const [goal, setGoal] = useState(child.weeklyGoal);
  const [problem, setProblem] = useState<StorageProblem | null>(null);

  async function change(weeklyGoal: number | null): Promise<void> {
    setGoal(weeklyGoal);
    const outcome = await store.editChild(child.id, { weeklyGoal });
    setProblem(outcome.saved ? null : outcome.problem);
  }

  const open = Math.max(0, (goal ?? 0) - sessions);
  return (
    <Card title={text('family.week')} class="week-card">
      <p class="big-words">{sayWeek()}</p>
      {(sessions > 0 || open > 0) && (
        <div class="week-pebbles" aria-hidden="true">
          {Array.from({ length: Math.min(sessions, mostPictures) }, (_, i) => (
            <Picture key={i} name={`pebbles/pebble-${((props.pebblesBefore + i) % 6) + 1}`} />
          ))}
          {Array.from({ length: open }, (_, i) => (
            <span key={i} class="open-pebble" />
          ))}
        </div>
      )}
      <Stepper
        label={text('family.goal')}
        value={goal}
        min={1}
        max={mostGoal}
        none={text('family.noGoal')}
        format={(value) => text('family.goalValue', { count: value })}
        onChange={(value) => void change(value)}
      />
      <p class="hint">{text('family.goalAdvice')}</p>
      {problem && <StorageBanner problem={problem} />}
    </Card>
  );

  function sayWeek(): string {
    if (sessions === 0) return text('family.newWeek');
    if (goal === null) return text('family.sessions', { count: sessions });
    if (sessions < goal) return text('family.ofGoal', { done: sessions, count: goal });
    return text('family.goalThere', { sessions: text('family.sessions', { count: sessions }) });
  }
}
