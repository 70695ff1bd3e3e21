import type { SourceKind } from '../../movement/types';
import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';

/** Icon of a source. */
export const sourceIcons: Readonly<Record<SourceKind, string>> = {
  touch: 'touch',
  pose: 'source-pose',
  motion: 'source-motion',
  gamepad: 'source-gamepad',
  adult: 'source-adult',
  heart: 'heart',
};

/** Ways in which this game can be played, as a row of buttons; the one in use is marked. Without a `value` each is a way to change to. */
export function SourceRow(props: {
  readonly sources: readonly SourceKind[];
  readonly value: SourceKind | null;
  readonly busy?: boolean;
  readonly label: string;
  onChoose(kind: SourceKind): void;
}) {
  const text = useText();
  return (
    <fieldset class="source-row" aria-label={props.label}>
      {props.sources.map((kind) => (
        <button
          key={kind}
          type="button"
          class="button plain size-adult source-choice"
          aria-pressed={props.value === null ? undefined : kind === props.value}
          disabled={props.busy ?? false}
          onClick={() => props.onChoose(kind)}
        >
          <Icon name={sourceIcons[kind]} />
          <span>{text(`source.${kind}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
