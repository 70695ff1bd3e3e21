import { useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import type { Transfer } from '../../../store/transfer/types';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useText } from '../../parts/use-app';

/** Asks once, clearly, before a child's record is destroyed; a backup is offered first, and what is not reached is said. */
export function EraseSheet(props: {
  readonly store: Store;
  readonly transfer: Transfer;
  readonly child: string;
  readonly name: string;
  onBackup(): void;
  onErased(): void;
  onClose(): void;
}) {
  const text = useText();
  const { store, transfer, child, name } = props;
  const [sure, setSure] = useState(false);
  const [state, setState] = useState<'ready' | 'busy' | 'waits' | 'erased'>('ready');
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  async function erase(): Promise<void> {
    // What waits in memory would come after the erasing, and bring a part of the record back.
    if (store.unsaved.records > 0) return setState('waits');
    setState('busy');
    const erased = await transfer.erase(child);
    setProblem(erased.ok ? null : erased.problem);
    setState(erased.ok ? 'erased' : 'ready');
  }
  if (state === 'erased') {
    return (
      <Sheet title={text('transfer.erased', { name })} class="transfer-sheet" onClose={props.onErased}>
        <p role="status">{text('transfer.erasedHere')}</p>
        <p>{text('transfer.notReached')}</p>
        <Button kind="main" size="main" icon="check" onPress={props.onErased}>
          {text('common.close')}
        </Button>
      </Sheet>
    );
  }
  return (
    <Sheet title={text('transfer.eraseOf', { name })} class="transfer-sheet" onClose={props.onClose}>
      {problem && <StorageBanner problem={problem} />}
      <p>{text('transfer.eraseWhat')}</p>
      <p>{text('transfer.notReached')}</p>
      <p>{text('transfer.eraseBackup')}</p>
      <Button size="main" icon="download" onPress={props.onBackup}>
        {text('transfer.make.child')}
      </Button>
      <Toggle label={text('transfer.sure', { name })} value={sure} onChange={setSure} />
      {state === 'waits' && <p class="notice">{text('transfer.eraseWaits')}</p>}
      <div class="transfer-buttons">
        <Button size="main" kind="main" onPress={props.onClose}>
          {text('transfer.keepRecord')}
        </Button>
        <Button size="main" icon="warning" disabled={!sure || state === 'busy'} onPress={() => void erase()}>
          {text('transfer.erase')}
        </Button>
      </div>
    </Sheet>
  );
}
