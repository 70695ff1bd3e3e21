import { useState } from 'preact/hooks';
import { Button } from './button';
import { useApp, useText } from './use-app';
import { useOffline } from './use-offline';

/** A quiet line where a newer version waits, and the button that takes it into use; nothing else, ever. */
export function NewerVersion() {
  const text = useText();
  const { offline } = useApp();
  const state = useOffline();
  const [using, setUsing] = useState(false);
  const use = () => {
    setUsing(true);
    void offline.useNewer();
  };
  return (
    <div class="newer-version" role="status">
      {state === 'newer' && (
        <>
          <p>{text('offline.newer')}</p>
          <Button size="main" icon="again" disabled={using} onPress={use}>
            {text('offline.use')}
          </Button>
        </>
      )}
    </div>
  );
}
