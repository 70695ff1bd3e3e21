import { useEffect, useRef, useState } from 'preact/hooks';
import type { LocalDate } from '../../../core/dates';
import { toRecordingFileName } from '../../../report/trial-replay-file';
import { toLines } from '../../../session/recording';
import type { StoredSet } from '../../../store/types';
import { Button } from '../../parts/button';
import { useStore, useText } from '../../parts/use-app';
import { findWhy } from './load-replay';

/** Saves a set's whole recording as JSON Lines on the tablet, and says what the file holds. */
export function SaveSet(props: { readonly set: StoredSet; readonly on: LocalDate; readonly number: number }) {
  const text = useText();
  const store = useStore();
  const { set, on, number } = props;
  const [said, setSaid] = useState<string | null>(null);
  const address = useRef<string | null>(null);
  const drop = () => {
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = null;
  };
  useEffect(() => drop, []);

  async function save(): Promise<void> {
    if (!store) return;
    try {
      const recording = await store.readRecording(set.set);
      if (!recording) return setSaid(text(`therapist.replay.${findWhy(store, set)}`));
      const name = toRecordingFileName(set.head.game, on, number);
      drop();
      // The address stays until the next file: some browsers read it only after the press is over.
      address.current = URL.createObjectURL(new Blob([toLines(recording)], { type: 'application/jsonl' }));
      const link = document.createElement('a');
      link.href = address.current;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      const count = recording.set.sides.length;
      const part = count < set.trials.length ? ` ${text('therapist.replay.savedPart', { count, all: set.trials.length })}` : '';
      setSaid(`${text('therapist.replay.saved', { name })}${part}`);
    } catch {
      setSaid(text('therapist.results.problem'));
    }
  }

  return (
    <div class="save-set">
      <Button icon="download" size="main" onPress={() => void save()}>
        {text('therapist.replay.save')}
      </Button>
      <p class="hint">{text('therapist.replay.saveHint')}</p>
      <p class="save-said" role="status">
        {said}
      </p>
    </div>
  );
}
