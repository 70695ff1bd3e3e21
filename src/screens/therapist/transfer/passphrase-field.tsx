import { fewestLetters } from '../../../store/transfer/passphrase';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';

/** True for a passphrase that is long enough to protect a file. */
export const isLongEnough = (passphrase: string) => passphrase.trim().length >= fewestLetters;

/** The words that close or open a backup, in plain sight: they are written down, and nobody can find them again. `onOffer`: a new one is asked for. */
export function PassphraseField(props: { readonly value: string; onChange(value: string): void; onOffer?: () => void }) {
  const text = useText();
  return (
    <div class="passphrase">
      <label class="transfer-field">
        <span>{text('transfer.passphrase')}</span>
        <input
          type="text"
          value={props.value}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
      {props.onOffer && (
        <>
          <p class="hint">{text('transfer.passphraseNew', { count: fewestLetters })}</p>
          <Button icon="again" size="main" onPress={props.onOffer}>
            {text('transfer.offer')}
          </Button>
        </>
      )}
    </div>
  );
}
