import { useId, useState } from 'preact/hooks';
import { type Goal, type GoalKind, goalKinds, goalSteps, goalWords } from '../../../plan/goals';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { useApp, useText } from '../../parts/use-app';

type GoalFields = Readonly<Record<string, string | number | null>>;

/** A goal's words, how it is rated, and what each step means; nothing is kept before it is said to be. */
export function GoalForm(props: { readonly goal: Goal | null; onKeep(fields: GoalFields): void; onCancel(): void }) {
  const text = useText();
  const { today } = useApp();
  const id = useId();
  const { goal } = props;
  const [words, setWords] = useState(goal?.words ?? '');
  const [kind, setKind] = useState<GoalKind>(goal?.kind ?? 'gas');
  const [steps, setSteps] = useState<Readonly<Record<string, string>>>({ ...goal?.steps });
  const keep = () => {
    const described = goalSteps.map((step) => [`steps.${step}`, (steps[step] ?? '').trim()]);
    props.onKeep({ words: words.trim(), kind, on: goal?.on ?? today(), ...(kind === 'gas' ? Object.fromEntries(described) : {}) });
  };
  return (
    <form
      class="goal-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') keep();
      }}
    >
      <label for={`${id}-words`}>{text('goals.words')}</label>
      <textarea
        id={`${id}-words`}
        dir="auto"
        rows={2}
        maxLength={goalWords.goal}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {/* How a goal is rated stays: answers of two kinds are no course. */}
      {!goal && (
        <Choice
          label={text('goals.kindLabel')}
          value={kind}
          options={goalKinds.map((value) => ({ value, label: text(`goals.kind.${value}`) }))}
          onChange={(to) => setKind(to === 'copm' ? to : 'gas')}
        />
      )}
      {kind === 'gas' &&
        goalSteps.map((step) => (
          <div key={step} class="goal-step">
            <label for={`${id}-${step}`}>{`${text(`goals.short.${step}`)}: ${text(`goals.step.${step}`)}`}</label>
            <input
              id={`${id}-${step}`}
              type="text"
              dir="auto"
              maxLength={goalWords.step}
              value={steps[step] ?? ''}
              onInput={(event) => setSteps({ ...steps, [step]: event.currentTarget.value })}
            />
          </div>
        ))}
      <div class="goal-tools">
        <Button kind="main" icon="check" disabled={words.trim() === ''} onPress={keep}>
          {text('goals.keep')}
        </Button>
        <Button kind="quiet" onPress={props.onCancel}>
          {text('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
