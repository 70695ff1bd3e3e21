import { useState } from 'preact/hooks';
import type { SourceKind, SourceState } from '../../movement/types';
import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';
import { sourceIcons } from './source-row';

const kinds: readonly SourceKind[] = ['motion', 'heart'];

/** What an adult may record beside the playing source; a device that is not there is said plainly. */
export function BesideRow(props: {
  readonly source: SourceKind;
  readonly recorded: readonly SourceKind[];
  onRecord(kind: SourceKind): Promise<SourceState>;
}) {
  const text = useText();
  const [said, setSaid] = useState<string | null>(null);
  async function record(kind: SourceKind): Promise<void> {
    const { state } = await props.onRecord(kind);
    setSaid(state === 'running' ? null : text(`child.besideGap.${kind}`));
  }
  return (
    <fieldset class="source-row beside-row" aria-label={text('child.beside')}>
      <span class="hint">{text('child.beside')}</span>
      {kinds
        .filter((kind) => kind !== props.source)
        .map((kind) => (
          <button
            key={kind}
            type="button"
            class="button quiet size-adult source-choice"
            aria-pressed={props.recorded.includes(kind)}
            onClick={() => void record(kind)}
          >
            <Icon name={sourceIcons[kind]} />
            <span>{text(`source.${kind}`)}</span>
          </button>
        ))}
      {said && (
        <p class="hint" role="status">
          {said}
        </p>
      )}
    </fieldset>
  );
}
