import { useEffect, useRef, useState } from 'preact/hooks';
import { AdultPress } from '../../parts/adult-press';
import { Icon } from '../../parts/icon';
import { useStore, useText } from '../../parts/use-app';

/** A child's finger taps and goes on; an adult's thumb stays for this long. */
const holdMs = 600;
/** After a wrong press a hold does nothing for so long: trying all numbers takes longer than a child's patience. */
const restMs = 5000;

/** Opens the rail when it is held, by finger or key; a screen reader's press needs no hold. Where a PIN is set, two more presses tell the adult from a child who holds. */
export function OpenRail(props: { onOpen(): void }) {
  const text = useText();
  const lock = useStore()?.lock;
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [stage, setStage] = useState<'waits' | 'asks' | 'rests'>('waits');
  const end = () => clearTimeout(timer.current);
  const open = () => {
    if (stage !== 'waits') return;
    if (lock?.isSet) setStage('asks');
    else props.onOpen();
  };
  const begin = () => {
    end();
    timer.current = setTimeout(open, holdMs);
  };
  useEffect(() => end, []);
  useEffect(() => {
    if (stage !== 'rests') return;
    button.current?.focus();
    const rest = setTimeout(() => setStage('waits'), restMs);
    return () => clearTimeout(rest);
  }, [stage]);
  return (
    <>
      <button
        ref={button}
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
          if (event.detail === 0) open();
        }}
      >
        <Icon name="settings" />
      </button>
      {stage === 'asks' && (
        <div class="rail-ask">
          <AdultPress presses={2} onRight={props.onOpen} onWrong={() => setStage('rests')} />
        </div>
      )}
    </>
  );
}
