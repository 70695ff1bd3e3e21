import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';

/** A child's finger taps and goes on; an adult's thumb stays for this long. */
const holdMs = 600;

/** Opens the rail when it is held, by finger or key; a screen reader's press opens it at once. */
export function OpenRail(props: { onOpen(): void }) {
  const text = useText();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const end = () => clearTimeout(timer.current);
  const begin = () => {
    end();
    timer.current = setTimeout(props.onOpen, holdMs);
  };
  useEffect(() => end, []);
  return (
    <button
      type="button"
      class="button icon-button plain size-main"
      aria-label={text('rail.open')}
      title={text('rail.open')}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // A press that is short is a switch that scans by; its click would open at once.
        event.preventDefault();
        if (!event.repeat) begin();
      }}
      onKeyUp={end}
      onBlur={end}
      onClick={(event) => {
        if (event.detail === 0) props.onOpen();
      }}
    >
      <Icon name="settings" />
    </button>
  );
}
