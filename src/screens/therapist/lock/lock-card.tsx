import { useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import type { Lock } from '../../../store/lock/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Sheet } from '../../parts/sheet';
import { useNamesShown } from '../../parts/shown-name';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useDevice, useText } from '../../parts/use-app';
import { PinEntry } from './pin-entry';
import { SetPinSheet } from './set-pin-sheet';
import { useLock } from './use-lock';

/** The tablet's lock among its settings: set, change or take away the PIN; whether names show on the first screen. */
export function LockCard(props: { readonly lock: Lock }) {
  const text = useText();
  const lock = useLock(props.lock);
  const device = useDevice();
  const names = useNamesShown();
  const [sheet, setSheet] = useState<'set' | 'remove' | null>(null);
  const [problem, setProblem] = useState<StorageProblem | 'stuck' | null>(null);
  const [removing, setRemoving] = useState(false);
  async function remove(): Promise<void> {
    setRemoving(true);
    const outcome = await lock.remove();
    setRemoving(false);
    setProblem(outcome.saved ? null : outcome.problem);
    setSheet(null);
  }
  return (
    <Card title={text('lock.cardTitle')}>
      {problem === 'stuck' && (
        <Banner tone="warning" title={text('lock.stuck')}>
          <p>{text('lock.stuckAdvice')}</p>
        </Banner>
      )}
      {problem && problem !== 'stuck' && <StorageBanner problem={problem} />}
      <p>{text(lock.isSet ? 'lock.isSet' : lock.canSet ? 'lock.isNotSet' : 'lock.cannotSet')}</p>
      {lock.isSet && lock.publicKey === null && <p>{text('lock.closeToo')}</p>}
      {lock.isSet && lock.publicKey !== null && (
        <>
          <p>{text('lock.closed')}</p>
          <p>{text('lock.open')}</p>
          <p>{text('lock.lost')}</p>
        </>
      )}
      {lock.canSet && (
        <div class="lock-buttons">
          <Button icon="lock" size="main" onPress={() => setSheet('set')}>
            {text(lock.isSet ? 'lock.change' : 'lock.setPin')}
          </Button>
          {lock.isSet && (
            <Button kind="quiet" size="main" onPress={() => setSheet('remove')}>
              {text('lock.remove')}
            </Button>
          )}
        </div>
      )}
      {lock.publicKey === null && (
        <Toggle
          label={text('lock.showNames')}
          hint={text('lock.showNamesHelp')}
          value={names}
          onChange={(showNames) => void device.edit({ showNames })}
        />
      )}
      {sheet === 'set' && <SetPinSheet lock={lock} isKnown={false} onClose={() => setSheet(null)} />}
      {sheet === 'remove' && (
        <Sheet title={text('lock.remove')} class="pin-sheet" onClose={() => setSheet(null)}>
          {removing ? (
            <p class="lock-ask" role="status">
              {text('lock.opening')}
            </p>
          ) : (
            <>
              <p class="lock-ask">{text('lock.typeOld')}</p>
              <PinEntry lock={lock} label={text('lock.typeOld')} onOpen={() => void remove()} />
            </>
          )}
        </Sheet>
      )}
    </Card>
  );
}
