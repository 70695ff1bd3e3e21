import { useId, useState } from 'preact/hooks';
import type { Level } from '../../../plan/types';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';

/** The level of a plan item by name and purpose; all levels of the game unfold to choose from. */
export function LevelPicker(props: {
  readonly levels: readonly Level[];
  readonly level: Level;
  /** Words for a level that suits the child; null for one that does not, or of which nothing is known. */
  fitOf(level: Level): string | null;
  onPick(level: Level): void;
}) {
  const text = useText();
  const name = useId();
  const [open, setOpen] = useState(false);
  const { language } = text;
  if (!open) {
    return (
      <div class="level-now">
        <span class="level-number">{props.level.order}</span>
        <div>
          <h3>{props.level.name[language]}</h3>
          <p>{props.level.objective[language]}</p>
          <Fit words={props.fitOf(props.level)} />
        </div>
        <Button icon="edit" size="main" onPress={() => setOpen(true)}>
          {text('therapist.plan.changeLevel')}
        </Button>
      </div>
    );
  }
  return (
    <fieldset class="levels">
      <legend>{text('therapist.plan.chooseLevel')}</legend>
      <p class="hint">{text('therapist.plan.levelHelp')}</p>
      <div class="level-list">
        {props.levels.map((level) => (
          <label key={level.id} class="level-option">
            <input type="radio" name={name} checked={level.id === props.level.id} onChange={() => props.onPick(level)} />
            <span class="level-number">{level.order}</span>
            <span class="level-words">
              <b>{level.name[language]}</b>
              <span>{level.objective[language]}</span>
              <Fit words={props.fitOf(level)} />
            </span>
          </label>
        ))}
      </div>
      <Button kind="main" size="main" icon="check" onPress={() => setOpen(false)}>
        {text('therapist.done')}
      </Button>
    </fieldset>
  );
}

function Fit({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <span class="fits">
      <Icon name="check" />
      <span>{words}</span>
    </span>
  );
}
