import { useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';

/** The recovery code, shown this once; it counts as written down when its last group is typed from the paper. */
export function CodeSlip(props: { readonly code: string; readonly busy: boolean; onWritten(): void }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const lastGroup = props.code.slice(props.code.lastIndexOf('-') + 1);
  const isWritten = typed.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1') === lastGroup;
  return (
    <form
      class="code-slip"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWritten) props.onWritten();
      }}
    >
      <p class="lock-ask">{text('lock.codeTitle')}</p>
      <p>{text('lock.codeWhy')}</p>
      <div class="code-print">
        <p class="code-print-title">{text('lock.codePrint')}</p>
        <p class="code" lang="en">
          {props.code.split('-').map((group) => (
            <span key={group}>{group}</span>
          ))}
        </p>
      </div>
      <Button icon="print" size="main" onPress={() => window.print()}>
        {text('lock.print')}
      </Button>
      <label class="code-field">
        <span>{text('lock.lastGroup')}</span>
        <input
          type="text"
          value={typed}
          maxLength={8}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p class="code-wait" role="status">
        {props.busy ? text('lock.closing') : ''}
      </p>
      <Button kind="main" size="main" icon="check" disabled={!isWritten || props.busy} onPress={props.onWritten}>
        {text('lock.ready')}
      </Button>
    </form>
  );
}
