import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../plan/types';
import { toGoal, toPebblePicture } from '../../report/family';
import type { StorageProblem } from '../../session/types';
import type { Store } from '../../store/types';
import { Card } from '../parts/card';
import { Picture } from '../parts/picture';
import { Stepper } from '../parts/stepper';
import { StorageBanner } from '../parts/storage-banner';
import { useText } from '../parts/use-app';
import { sayWeek } from './words';

const mostGoal = 14;
const mostPictures = 21;

/** This week beside the family's own goal: what came is a pebble, what the goal has room for is its place, more is simply more. */
export function WeekCard(props: { readonly child: ChildProfile; readonly store: Store; readonly sessions: number; readonly pebblesBefore: number }) {
  const text = useText();
  const { child, store, sessions, pebblesBefore } = props;
  const [goal, setGoal] = useState(child.weeklyGoal);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const { state, room } = toGoal(sessions, goal);

  async function change(weeklyGoal: number | null): Promise<void> {
    setGoal(weeklyGoal);
    const outcome = await store.editChild(child.id, { weeklyGoal });
    setProblem(outcome.saved ? null : outcome.problem);
  }

  return (
    <Card title={text('family.week')} class="week-card">
      <p class="big-words" aria-live="polite">
        {sayWeek(text, state, sessions, goal)}
      </p>
      {sessions + room > 0 && (
        <div class="week-pebbles" aria-hidden="true">
          {Array.from({ length: Math.min(sessions, mostPictures) }, (_, i) => (
            <Picture key={i} name={`pebbles/pebble-${toPebblePicture(pebblesBefore + i)}`} />
          ))}
          {Array.from({ length: room }, (_, i) => (
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
}
