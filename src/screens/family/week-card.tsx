import { useState } from 'preact/hooks';
import { toGoal, toPebblePicture } from '../../report/family';
import { type PlayedWeek, toDone, toEasedGoal, type WeeklyGoal } from '../../report/weeks';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { Picture } from '../parts/picture';
import { useText } from '../parts/use-app';
import { GoalChoice } from './goal-choice';
import { sayGoal, sayWeek } from './words';

const mostPictures = 21;

/** This week beside the family's own goal: what came is a pebble, what the goal has room for is its place, more is simply more. */
export function WeekCard(props: {
  readonly week: PlayedWeek;
  readonly goal: WeeklyGoal | null;
  readonly daysOff: number;
  readonly pebblesBefore: number;
  onGoal(goal: WeeklyGoal | null): void;
}) {
  const text = useText();
  const { week, goal, daysOff, pebblesBefore, onGoal } = props;
  const [choosing, setChoosing] = useState(false);
  const eased = goal && toEasedGoal(goal, daysOff);
  const { state, room } = toGoal(toDone(week, eased?.unit ?? 'sessions'), eased?.count ?? null);
  const places = eased?.unit === 'sessions' ? room : 0;

  return (
    <Card title={text('family.week')} class="week-card">
      <p class="big-words" aria-live="polite">
        {sayWeek(text, state, toDone(week, eased?.unit ?? 'sessions'), eased)}
      </p>
      {week.sessions + places > 0 && (
        <div class="week-pebbles" aria-hidden="true">
          {Array.from({ length: Math.min(week.sessions, mostPictures) }, (_, i) => (
            <Picture key={i} name={`pebbles/pebble-${toPebblePicture(pebblesBefore + i)}`} />
          ))}
          {Array.from({ length: places }, (_, i) => (
            <span key={i} class="open-pebble" />
          ))}
        </div>
      )}
      {eased?.unit === 'minutes' && week.activeMs > 0 && (
        <div class="week-stream" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (100 * toDone(week, 'minutes')) / eased.count)}%` }} />
        </div>
      )}
      {goal && eased && eased.count < goal.count && <p class="hint">{text('family.goal.eased', { goal: sayGoal(text, eased) })}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a card, not a form's */}
      <div class="goal" role="group" aria-label={text('family.goal.title')}>
        {goal && (
          <p>
            {text('family.goal.title')}: <b>{sayGoal(text, goal)}</b>
          </p>
        )}
        <Button icon={goal ? 'edit' : 'pebble'} pressed={choosing} onPress={() => setChoosing(!choosing)}>
          {text(goal ? 'family.goal.change' : 'family.goal.set')}
        </Button>
        {choosing && (
          <GoalChoice
            goal={goal}
            onChoose={(chosen) => {
              setChoosing(false);
              onGoal(chosen);
            }}
          />
        )}
        <p class="hint">{text(goal ? 'family.goal.advice' : 'family.goal.noGoal')}</p>
      </div>
    </Card>
  );
}
