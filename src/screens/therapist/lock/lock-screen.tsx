import { useState } from 'preact/hooks';
import type { Lock } from '../../../store/lock/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { Page } from '../../parts/page';
import { useText } from '../../parts/use-app';
import { PinEntry } from './pin-entry';
import { RecoveryForm } from './recovery-form';

/** What the therapist's side shows while it is locked: nothing of any child. */
export function LockScreen(props: { readonly lock: Lock; readonly isDamaged: boolean; onRecovered(): void }) {
  const text = useText();
  const [forgotten, setForgotten] = useState(false);
  return (
    <Page title={text('lock.title')} class="lock-page">
      {props.isDamaged ? (
        <Banner tone="warning" title={text('lock.unreadable')}>
          <p>{text('lock.unreadableAdvice')}</p>
        </Banner>
      ) : forgotten ? (
        <RecoveryForm lock={props.lock} onOpen={props.onRecovered} onBack={() => setForgotten(false)} />
      ) : (
        <section class="card lock-card" aria-label={text('lock.typePin')}>
          <p class="lock-ask">{text('lock.typePin')}</p>
          <PinEntry lock={props.lock} label={text('lock.pin')} onOpen={() => undefined} />
          <Button kind="quiet" size="main" onPress={() => setForgotten(true)}>
            {text('lock.forgot')}
          </Button>
        </section>
      )}
    </Page>
  );
}
