import { useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import type { BackupOf, Transfer } from '../../../store/transfer/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useApp, useText } from '../../parts/use-app';
import { formatBytes } from '../words';
import { canShare, saveFile, shareFile, toFileName } from './hand-over';
import { isLongEnough, PassphraseField } from './passphrase-field';

/** Makes a backup of the tablet or of one child, and hands it over as a file or by the share sheet. */
export function BackupSheet(props: {
  readonly transfer: Transfer;
  readonly of: Extract<BackupOf, { recordings: boolean }>;
  onKept(): void;
  onClose(): void;
}) {
  const text = useText();
  const { today } = useApp();
  const { transfer, of } = props;
  const [passphrase, setPassphrase] = useState('');
  const [recordings, setRecordings] = useState(of.recordings);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Blob | null>(null);
  const [kept, setKept] = useState(false);
  const [problem, setProblem] = useState<StorageProblem | 'too-large' | null>(null);
  const name = toFileName(of.what, today());
  async function make(): Promise<void> {
    setBusy(true);
    const file = await transfer.write({ ...of, recordings }, passphrase);
    setBusy(false);
    setMade(file.ok ? file.value : null);
    setProblem(file.ok ? null : file.problem);
  }
  async function hand(over: () => boolean | Promise<boolean>): Promise<void> {
    if (!(await over())) return;
    if (of.what === 'tablet') await transfer.markKept();
    setKept(true);
    props.onKept();
  }
  return (
    <Sheet title={text(`transfer.make.${of.what}`)} class="transfer-sheet" onClose={props.onClose}>
      {problem === 'too-large' && <p class="notice">{text('transfer.tooLarge')}</p>}
      {problem && problem !== 'too-large' && <StorageBanner problem={problem} />}
      {!made && (
        <>
          <p>{text('transfer.makeWhy')}</p>
          <PassphraseField value={passphrase} onChange={setPassphrase} onOffer={() => setPassphrase(transfer.createPassphrase())} />
          <Toggle label={text('transfer.recordings')} hint={text('transfer.recordingsHelp')} value={recordings} onChange={setRecordings} />
          <Button kind="main" size="main" icon="check" disabled={busy || !isLongEnough(passphrase)} onPress={() => void make()}>
            {text(busy ? 'transfer.making' : 'transfer.makeNow')}
          </Button>
        </>
      )}
      {made && (
        <>
          <p>{text('transfer.made', { size: formatBytes(text, made.size) })}</p>
          <p class="notice">{text('transfer.writeDown', { passphrase })}</p>
          <div class="transfer-buttons">
            <Button
              kind="main"
              size="main"
              icon="download"
              onPress={() =>
                void hand(() => {
                  saveFile(made, name);
                  return true;
                })
              }
            >
              {text('transfer.save')}
            </Button>
            {canShare(made, name) && (
              <Button size="main" icon="upload" onPress={() => void hand(() => shareFile(made, name))}>
                {text('transfer.share')}
              </Button>
            )}
          </div>
          <p role="status">{kept && text('transfer.handed', { name })}</p>
        </>
      )}
    </Sheet>
  );
}
