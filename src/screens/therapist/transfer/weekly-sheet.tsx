import { useState } from 'preact/hooks';
import type { Transfer } from '../../../store/transfer/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { useText } from '../../parts/use-app';
import { chooseWeeklyFile, fileEnding } from './hand-over';
import { isLongEnough, PassphraseField } from './passphrase-field';

/** Chooses the file that is written again every week, or ends it. */
export function WeeklySheet(props: { readonly transfer: Transfer; readonly chosen: string | null; onChosen(): void; onClose(): void }) {
  const text = useText();
  const { transfer } = props;
  const [passphrase, setPassphrase] = useState('');
  const [refused, setRefused] = useState(false);
  async function choose(): Promise<void> {
    const file = await chooseWeeklyFile(`pebble-bay-weekly${fileEnding}`);
    if (!file) return;
    const kept = await transfer.setWeekly(file, passphrase);
    setRefused(!kept.ok);
    if (!kept.ok) return;
    props.onChosen();
    props.onClose();
  }
  async function end(): Promise<void> {
    await transfer.setWeekly(null, '');
    props.onClose();
  }
  return (
    <Sheet title={text('transfer.weekly')} class="transfer-sheet" onClose={props.onClose}>
      <p>{text('transfer.weeklyWhy')}</p>
      <PassphraseField value={passphrase} onChange={setPassphrase} onOffer={() => setPassphrase(transfer.createPassphrase())} />
      {isLongEnough(passphrase) && <p class="notice">{text('transfer.writeDown', { passphrase })}</p>}
      {refused && <p class="notice">{text('transfer.weeklyState.refused')}</p>}
      <div class="transfer-buttons">
        <Button kind="main" size="main" icon="check" disabled={!isLongEnough(passphrase)} onPress={() => void choose()}>
          {text('transfer.weeklyChoose')}
        </Button>
        {props.chosen !== null && (
          <Button size="main" kind="quiet" onPress={() => void end()}>
            {text('transfer.weeklyEnd', { name: props.chosen })}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
