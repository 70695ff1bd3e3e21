import { useState } from 'preact/hooks';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useAsync, useText } from '../../parts/use-app';
import { isSafariPage } from '../transfer/hand-over';
import { findText, formatBytes } from '../words';

/** How this tablet keeps results: promised or not, how much, and what it could not read. */
export function StorageCard({ store }: { readonly store: Store }) {
  const text = useText();
  const [refused, setRefused] = useState(false);
  const { value: state, reload } = useAsync(() => store.readState(), [store]);
  const { value: damaged } = useAsync(() => store.readDamaged(), [store]);
  const ask = async () => {
    setRefused(!(await store.persist()));
    reload();
  };
  return (
    <Card title={text('therapist.storage.title')}>
      {state && (
        <>
          <p>{text(`therapist.storage.${state.persisted === null ? 'unknown' : state.persisted ? 'kept' : 'loose'}`)}</p>
          {state.usedBytes !== null && (
            <p class="hint">
              {state.quotaBytes === null
                ? text('therapist.storage.used', { used: formatBytes(text, state.usedBytes) })
                : text('therapist.storage.usedOf', { used: formatBytes(text, state.usedBytes), quota: formatBytes(text, state.quotaBytes) })}
            </p>
          )}
          {state.persisted !== true && (
            <Button size="main" icon="storage" onPress={() => void ask()}>
              {text('therapist.storage.ask')}
            </Button>
          )}
          <p role="status" class={refused ? 'notice' : ''}>
            {refused && text('therapist.storage.refused')}
          </p>
        </>
      )}
      {isSafariPage() && (
        <div class="home-screen">
          <h3>{text('transfer.home.title')}</h3>
          <p>{text('transfer.home.why')}</p>
          <p>{text('transfer.home.how')}</p>
        </div>
      )}
      {damaged && damaged.length === 0 && <p class="hint">{text('therapist.storage.allGood')}</p>}
      {damaged && damaged.length > 0 && (
        <div class="damaged">
          <p class="notice">{text('therapist.storage.damaged', { count: damaged.length })}</p>
          <ul>
            {damaged.map((event) => (
              <li key={event.id}>
                <b>{findText(text, `therapist.storage.kind.${event.kind}`) ?? text('therapist.storage.kind.other')}</b>
                <ul>
                  {event.problems.map((line) => (
                    <li key={line}>
                      <code>{line}</code>
                    </li>
                  ))}
                </ul>
                <small>{text('therapist.storage.id', { id: event.id })}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
