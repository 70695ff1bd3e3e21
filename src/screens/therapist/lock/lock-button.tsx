import type { Lock } from '../../../store/lock/types';
import { IconButton } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { go } from '../../router';
import { useLock } from './use-lock';

/** Locks the therapist's side and leaves it to the children; nothing where no PIN is set. */
export function LockButton(props: { readonly lock: Lock }) {
  const text = useText();
  const lock = useLock(props.lock);
  if (!lock.isSet) return null;
  return (
    <IconButton
      icon="lock"
      size="main"
      label={text('lock.now')}
      onPress={() => {
        go({ screen: 'picker' });
        lock.close();
      }}
    />
  );
}
