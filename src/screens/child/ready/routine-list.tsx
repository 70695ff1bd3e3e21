import { toOwnRule } from '../../../plan/safety/child-safety';
import { readyRules } from '../../../plan/safety/readiness';
import type { ReadyLine } from '../../../plan/safety/ready-words';
import type { ChildProfile } from '../../../plan/types';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';
import { LinePicture } from './line-picture';

/** What is looked at before every session: nothing is tapped where it is so; a line that is not says what it changes. */
export function RoutineList(props: {
  readonly child: ChildProfile;
  readonly asked: readonly ReadyLine[];
  readonly lines: Readonly<Partial<Record<ReadyLine, boolean>>>;
  onChange(line: ReadyLine, well: boolean): void;
}) {
  const text = useText();
  const minutes = {
    prepared: toOwnRule('prepareMin', props.child.safety),
    fed: toOwnRule('mealMin', props.child.safety),
  };
  return (
    <ul class="routine">
      {props.asked.map((line) => {
        const well = props.lines[line];
        const words = text(`ready.line.${line}`, minutes);
        return (
          <li key={line} class={`routine-line ${well === undefined ? '' : well ? 'is-well' : 'is-not'}`}>
            {well ? <Icon name="check" /> : <LinePicture line={line} />}
            <span class="routine-words">
              <span>{words}</span>
              {well === false && <strong>{text(readyRules[line].no === 'wait' ? 'ready.waits' : 'ready.rests')}</strong>}
            </span>
            <button
              type="button"
              class="routine-not"
              aria-pressed={well === false}
              aria-label={`${text('ready.notSo')}: ${words}`}
              onClick={() => props.onChange(line, well === false)}
            >
              {text('ready.notSo')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
