import { Card } from '../../parts/card';
import { NewerVersion } from '../../parts/newer-version';
import { useApp, useAsync, useText } from '../../parts/use-app';
import { useOffline } from '../../parts/use-offline';

/** Whether this tablet starts without a connection, the camera's part included, and the newer version that waits. */
export function CopyCard() {
  const text = useText();
  const { offline } = useApp();
  const state = useOffline();
  const { value: hasCamera } = useAsync(offline.hasCamera, [offline, state]);
  const stored = state === 'ready' || state === 'newer';
  return (
    <Card title={text('therapist.copy.title')}>
      <p>{text(`therapist.copy.${stored ? 'ready' : state}`)}</p>
      {stored && hasCamera !== null && <p class="hint">{text(`therapist.copy.${hasCamera ? 'camera' : 'noCamera'}`)}</p>}
      <NewerVersion />
    </Card>
  );
}
