import { useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import type { BackupProblem, CheckedBackup, Transfer } from '../../../store/transfer/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Sheet } from '../../parts/sheet';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useText } from '../../parts/use-app';
import { formatDay } from '../words';
import { fileEnding } from './hand-over';
import { isLongEnough, PassphraseField } from './passphrase-field';
import { PictureReader } from './picture-reader';

type Step =
  | { readonly at: 'choose' | 'camera' | 'reading' | 'merging' }
  | { readonly at: 'checked'; readonly backup: CheckedBackup }
  | { readonly at: 'done'; readonly events: number };

/** Takes a backup in, from a file or from the pictures of another tablet: read through first, then added to what is here. */
export function MergeSheet(props: { readonly transfer: Transfer; onMerged(): void; onClose(): void }) {
  const text = useText();
  const { transfer } = props;
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [file, setFile] = useState<Blob | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [bringBack, setBringBack] = useState(false);
  const [problem, setProblem] = useState<BackupProblem | null>(null);
  const [storage, setStorage] = useState<StorageProblem | null>(null);
  async function check(): Promise<void> {
    if (!file) return;
    setStep({ at: 'reading' });
    const checked = await transfer.check(file, passphrase);
    setProblem(checked.ok ? null : checked.problem);
    setStep(checked.ok ? { at: 'checked', backup: checked.backup } : { at: 'choose' });
  }
  async function merge(backup: CheckedBackup): Promise<void> {
    setStep({ at: 'merging' });
    const merged = await transfer.merge(backup, bringBack ? backup.erased : []);
    setStorage(merged.ok ? null : merged.problem);
    setStep(merged.ok ? { at: 'done', events: merged.value.events } : { at: 'checked', backup });
    props.onMerged();
  }
  return (
    <Sheet title={text('transfer.takeIn')} class="transfer-sheet" onClose={props.onClose}>
      {storage && <StorageBanner problem={storage} />}
      {problem && (
        <Banner tone="warning" title={text(`transfer.problem.${problem}`)}>
          <p>{text('transfer.nothingChanged')}</p>
        </Banner>
      )}
      {step.at === 'camera' && (
        <PictureReader
          onRead={(read) => {
            setFile(read);
            setStep({ at: 'choose' });
          }}
          onBack={() => setStep({ at: 'choose' })}
        />
      )}
      {(step.at === 'choose' || step.at === 'reading') && (
        <>
          <p>{text('transfer.takeInWhy')}</p>
          <label class="button plain size-main file-button">
            <Icon name="upload" />
            <span>{text('transfer.file')}</span>
            <input
              type="file"
              accept={`${fileEnding},application/octet-stream`}
              onChange={(event) => {
                setProblem(null);
                setFile(event.currentTarget.files?.[0] ?? null);
              }}
            />
          </label>
          {file instanceof File && <p class="hint">{file.name}</p>}
          <Button size="main" icon="source-pose" onPress={() => setStep({ at: 'camera' })}>
            {text('transfer.readPictures')}
          </Button>
          {file && !(file instanceof File) && <p class="notice">{text('transfer.picturesRead')}</p>}
          <PassphraseField value={passphrase} onChange={setPassphrase} />
          <Button
            kind="main"
            size="main"
            icon="search"
            disabled={step.at === 'reading' || !file || !isLongEnough(passphrase)}
            onPress={() => void check()}
          >
            {text(step.at === 'reading' ? 'transfer.reading' : 'transfer.readFile')}
          </Button>
        </>
      )}
      {(step.at === 'checked' || step.at === 'merging') && (
        <>
          {step.at === 'checked' && <Found backup={step.backup} />}
          {step.at === 'checked' && step.backup.erased.length > 0 && (
            <Toggle
              label={text('transfer.bringBack', { count: step.backup.erased.length })}
              hint={text('transfer.bringBackHelp')}
              value={bringBack}
              onChange={setBringBack}
            />
          )}
          <Button
            kind="main"
            size="main"
            icon="check"
            disabled={step.at === 'merging'}
            onPress={() => step.at === 'checked' && void merge(step.backup)}
          >
            {text(step.at === 'merging' ? 'transfer.merging' : 'transfer.merge')}
          </Button>
        </>
      )}
      {step.at === 'done' && (
        <>
          <p role="status">{text('transfer.merged', { count: step.events })}</p>
          <Button kind="main" size="main" icon="check" onPress={props.onClose}>
            {text('common.close')}
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Found({ backup }: { readonly backup: CheckedBackup }) {
  const text = useText();
  return (
    <>
      <p>
        {text('transfer.found', { day: formatDay(text, backup.header.on) })} {text('transfer.children', { count: backup.children.length })}{' '}
        {backup.fresh === 0 ? text('transfer.nothingNew') : text('transfer.fresh', { count: backup.fresh })}
      </p>
      {backup.damaged > 0 && <p class="notice">{text('transfer.damaged', { count: backup.damaged })}</p>}
      <p class="hint">{text('transfer.union')}</p>
    </>
  );
}
