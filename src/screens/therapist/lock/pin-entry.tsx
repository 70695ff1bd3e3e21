import type { Lock } from '../../../store/lock/types';
import { useText } from '../../parts/use-app';
import { formatDuration } from '../words';
import { Keypad } from './keypad';
import { usePin } from './use-pin';

/** The keypad for the PIN that is set; it says calmly what was wrong and how long to wait. */
export function PinEntry(props: { readonly lock: Lock; readonly label: string; onOpen(): void }) {
  const text = useText();
  const entry = usePin(props.lock);
  const waits = entry.waitS > 0;
  const words = waits
    ? // Read aloud once, not every second: what is heard has no number that runs down.
      text(entry.trouble === 'wrong' ? 'lock.wrongWait' : 'lock.wait')
    : entry.busy
      ? text('lock.looking')
      : entry.trouble
        ? text(entry.trouble === 'wrong' ? 'lock.wrong' : 'lock.unreadable')
        : '';
  return (
    <div class="pin-entry">
      <Keypad
        label={props.label}
        value={entry.pin}
        disabled={entry.busy || waits}
        onChange={entry.type}
        onDone={(pin) => void entry.tryNow(pin).then((open) => open && props.onOpen())}
      />
      <div class="pin-words">
        <p role="status">{words}</p>
        {waits && <p class="pin-wait">{formatDuration(text, entry.waitS * 1000)}</p>}
      </div>
    </div>
  );
}
