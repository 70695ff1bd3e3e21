import { useState } from 'preact/hooks';
import type { Lock } from '../../../store/lock/types';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';

/** Letters that the field takes: a code with any hyphens and spaces, and no more. */
const longestCode = 40;

/** The way back without the PIN: the recovery code; and, said plainly, what is left without it. */
export function RecoveryForm(props: { readonly lock: Lock; onOpen(): void; onBack(): void }) {
  const text = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  async function open(): Promise<void> {
    if (busy) return;
    setBusy(true);
    // Before the answer: the page behind is drawn as soon as the lock is open.
    const { answer } = await props.lock.tryCode(code);
    setBusy(false);
    if (answer === 'open') props.onOpen();
    else setWrong(true);
  }
  return (
    <form
      class="card lock-card recovery"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2>{text('lock.forgot')}</h2>
      <label class="code-field">
        <span>{text('lock.codeAsk')}</span>
        <input
          type="text"
          value={code}
          maxLength={longestCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          onInput={(event) => {
            setWrong(false);
            setCode(event.currentTarget.value);
          }}
        />
        <span class="hint">{text('lock.codeHint')}</span>
      </label>
      <p class="code-answer" role="status">
        {busy ? text('lock.looking') : wrong ? text('lock.codeWrong') : ''}
      </p>
      <div class="lock-buttons">
        <Button size="main" kind="quiet" icon="back" onPress={props.onBack}>
          {text('lock.toPin')}
        </Button>
        <Button size="main" kind="main" icon="check" disabled={busy || code.trim() === ''} onPress={() => void open()}>
          {text('lock.openByCode')}
        </Button>
      </div>
      <details class="no-code">
        <summary>{text('lock.neither')}</summary>
        <p>{text('lock.neitherKept')}</p>
        <ul>
          <li>{text('lock.neitherAsk')}</li>
          <li>{text('lock.neitherTry')}</li>
          <li>{text('lock.neitherClear')}</li>
        </ul>
      </details>
    </form>
  );
}
