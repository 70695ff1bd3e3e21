import { useState } from 'preact/hooks';
import { type Goal, type GoalMeasure, goalRange, mostGoals, toMeasures } from '../../../plan/goals';
import { toCopmChange } from '../../../report/gas';
import type { StoredGoalCheck } from '../../../store/kept-goals';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { StorageBanner } from '../../parts/storage-banner';
import { useApp, useText } from '../../parts/use-app';
import { formatDay, formatNumber } from '../words';
import { GoalForm } from './goal-form';
import { toAnswers, toOpenGoals, toScore } from './goal-words';
import type { Goals } from './use-goals';
import './goals.css';

/** The child's goals with this week's whole-task check: one tap for each. */
export function GoalsCard({ goals }: { readonly goals: Goals }) {
  const text = useText();
  const { newId } = useApp();
  const [form, setForm] = useState<string | null>(null);
  if (!goals.value) return null;
  const { goals: all, checks } = goals.value;
  const open = toOpenGoals(all);
  const score = toScore(goals.value);
  const closed = all.length - open.length;
  return (
    <Card title={text('goals.title')} class="goals">
      {goals.problem && <StorageBanner problem={goals.problem} />}
      {open.length === 0 && form === null && <p>{text('goals.empty')}</p>}
      {open.length > 0 && (
        <p class="hint">
          <b>{text('goals.check')}.</b> {text('goals.checkHint')}
        </p>
      )}
      <ul class="goal-list">
        {open.map((goal) => (
          <li key={goal.id}>
            {form === goal.id ? (
              <GoalForm goal={goal} onKeep={(fields) => keep(goal.id, fields)} onCancel={() => setForm(null)} />
            ) : (
              <GoalLine goal={goal} checks={checks} goals={goals} onEdit={() => setForm(goal.id)} />
            )}
          </li>
        ))}
      </ul>
      {score !== null && <p>{text('goals.tScore', { score: formatNumber(text, score) })}</p>}
      {form === 'new' && <GoalForm goal={null} onKeep={(fields) => keep(newId(), { ...fields, order: all.length })} onCancel={() => setForm(null)} />}
      {form === null && open.length < mostGoals && (
        <Button icon="plus" onPress={() => setForm('new')}>
          {text('goals.add')}
        </Button>
      )}
      {open.length >= mostGoals && <p class="hint">{text('goals.full', { count: open.length })}</p>}
      {closed > 0 && <p class="hint">{text('goals.closed', { count: closed })}</p>}
    </Card>
  );

  function keep(goal: string, fields: Readonly<Record<string, string | number | null>>): void {
    goals.edit(goal, fields);
    setForm(null);
  }
}

function GoalLine(props: { readonly goal: Goal; readonly checks: readonly StoredGoalCheck[]; readonly goals: Goals; onEdit(): void }) {
  const text = useText();
  const { today } = useApp();
  const { goal, checks, goals } = props;
  return (
    <>
      <div class="goal-words">
        <b dir="auto">{goal.words}</b>
        <small>
          {text(`goals.kind.${goal.kind}`)}
          {goal.on !== null && ` · ${text('goals.agreed', { on: formatDay(text, goal.on) })}`}
        </small>
      </div>
      {toMeasures(goal.kind).map((measure) => (
        <CheckRow key={measure} goal={goal} measure={measure} answers={toAnswers(checks, goal.id, measure)} onCheck={goals.check} />
      ))}
      <div class="goal-tools">
        <Button kind="quiet" icon="edit" onPress={props.onEdit}>
          {text('goals.edit')}
        </Button>
        <Button kind="quiet" icon="check" onPress={() => goals.edit(goal.id, { closed: today() })}>
          {text('goals.close')}
        </Button>
      </div>
    </>
  );
}

/** The answers of one measure as a row of buttons; today's is pressed. */
function CheckRow(props: {
  readonly goal: Goal;
  readonly measure: GoalMeasure;
  readonly answers: readonly StoredGoalCheck[];
  onCheck(answer: { goal: string; measure: GoalMeasure; value: number }): void;
}) {
  const text = useText();
  const { today } = useApp();
  const { goal, measure, answers } = props;
  const { min, max } = goalRange[measure];
  const [first, last] = [answers[0], answers.at(-1)];
  const show = (value: number) => (measure === 'step' ? text(`goals.short.${value}`) : formatNumber(text, value));
  const describe = (value: number) => (measure === 'step' ? toStepWords(value) : show(value));
  return (
    <div class="goal-check">
      <fieldset>
        <legend>
          <span aria-hidden="true">{text(`goals.measure.${measure}`)}</span>
          <span class="unseen">{text('goals.answer', { measure: text(`goals.measure.${measure}`), goal: goal.words })}</span>
        </legend>
        <div class="goal-answers">
          {Array.from({ length: max - min + 1 }, (_, i) => min + i).map((value) => (
            <button
              key={value}
              type="button"
              class="goal-answer"
              aria-pressed={last?.on === today() && last.value === value}
              aria-label={describe(value)}
              title={describe(value)}
              onClick={() => props.onCheck({ goal: goal.id, measure, value })}
            >
              {show(value)}
            </button>
          ))}
        </div>
      </fieldset>
      <p class="hint">
        {last && text('goals.last', { value: describe(last.value), on: formatDay(text, last.on) })}
        {first && last && first !== last && measure !== 'step' && ` · ${toChangeWords(first.value, last.value)}`}
      </p>
    </div>
  );

  function toStepWords(value: number): string {
    const own = value in goal.steps ? goal.steps[value as keyof typeof goal.steps] : '';
    return `${show(value)}: ${own === '' ? text(`goals.step.${value}`) : own}`;
  }

  function toChangeWords(before: number, now: number): string {
    const { points, counts } = toCopmChange(before, now);
    const signed = new Intl.NumberFormat(text.language, { signDisplay: 'exceptZero' }).format(points);
    return `${text('goals.change', { points: signed })}; ${text(counts ? 'goals.counts' : 'goals.belowCounts')}`;
  }
}
