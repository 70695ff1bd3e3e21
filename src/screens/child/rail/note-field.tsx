import { useLayoutEffect, useRef } from 'preact/hooks';
import { longestNote } from '../../../plan/safety/records';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';

/** A few words on the session, written beside play. */
export function NoteField(props: { onDone(words: string): void }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="rail-note card"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(field.current?.value.trim() ?? '');
      }}
    >
      <label>
        {text('rail.noteWords')}
        <textarea ref={field} rows={3} maxLength={longestNote} />
      </label>
      <Button kind="main" icon="check" onPress={() => props.onDone(field.current?.value.trim() ?? '')}>
        {text('rail.noteKeep')}
      </Button>
    </form>
  );
}
