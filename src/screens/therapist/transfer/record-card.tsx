import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../../plan/types';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { toPlainName } from '../../parts/shown-name';
import { useText } from '../../parts/use-app';
import { go } from '../../router';
import { BackupSheet } from './backup-sheet';
import { EraseSheet } from './erase-sheet';
import { PicturesSheet } from './pictures-sheet';
import { useTransfer } from './use-transfer';
import './transfer.css';

/** One child's record: a file of its own, pictures for another tablet, and erasing it on the family's wish. */
export function RecordCard({ store, child }: { readonly store: Store; readonly child: ChildProfile }) {
  const text = useText();
  const transfer = useTransfer(store);
  const [sheet, setSheet] = useState<'backup' | 'pictures' | 'erase' | null>(null);
  if (!transfer) return null;
  const close = () => setSheet(null);
  const name = toPlainName(child.name) || text('therapist.unnamed');
  return (
    <Card title={text('transfer.record')} class="record-card">
      <p class="hint">{text('transfer.recordHelp')}</p>
      {transfer.canSeal ? (
        <>
          <Button size="main" icon="download" onPress={() => setSheet('backup')}>
            {text('transfer.make.child')}
          </Button>
          <Button size="main" icon="eye" onPress={() => setSheet('pictures')}>
            {text('transfer.pictures')}
          </Button>
        </>
      ) : (
        <p class="notice">{text('transfer.notSecure')}</p>
      )}
      <Button size="main" kind="quiet" icon="warning" onPress={() => setSheet('erase')}>
        {text('transfer.eraseAsk')}
      </Button>
      {sheet === 'backup' && (
        <BackupSheet transfer={transfer} of={{ what: 'child', child: child.id, recordings: true }} onKept={() => undefined} onClose={close} />
      )}
      {sheet === 'pictures' && <PicturesSheet transfer={transfer} child={child.id} onClose={close} />}
      {sheet === 'erase' && (
        <EraseSheet
          store={store}
          transfer={transfer}
          child={child.id}
          name={name}
          onBackup={() => setSheet('backup')}
          onErased={() => go({ screen: 'therapist', child: null })}
          onClose={close}
        />
      )}
    </Card>
  );
}
