import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';

/** A finger that wanders farther than this is a swipe, in CSS pixels: a tremor stays within it. */
const swipePx = 40;

/**
 * Held for `holdMs` it says yes: a child that taps or swipes does not. By keyboard it is held too; who cannot hold (a switch, a screen
 * reader) presses it twice, with at least as long between. A tap of a finger or mouse never counts as one of the two.
 */
export function HoldButton(props: { readonly label: string; readonly holdMs: number; onHeld(): void }) {
  const text = useText();
  const [held, setHeld] = useState<'no' | 'holding' | 'once' | 'yes'>('no');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const done = useRef(false);
  const pressedAt = useRef<number | null>(null);
  const downAt = useRef({ x: 0, y: 0 });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    return () => clearTimeout(timer.current);
  }, []);

  function begin(): void {
    if (done.current || timer.current !== undefined) return;
    setHeld('holding');
    timer.current = setTimeout(() => {
      done.current = true;
      setHeld('yes');
    }, props.holdMs);
  }

  /** Play begins as the finger lifts, so that no held finger is the child's first touch. */
  function release(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (done.current) props.onHeld();
    else setHeld((before) => (before === 'holding' ? 'no' : before));
  }

  function cancel(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!done.current) setHeld('no');
  }

  /** A click that no finger or mouse made (`detail` 0), and that was not the end of a held key. */
  function press(event: MouseEvent): void {
    if (event.detail !== 0 || done.current) return;
    const before = pressedAt.current;
    pressedAt.current = event.timeStamp;
    if (before !== null && event.timeStamp - before >= props.holdMs) props.onHeld();
    else setHeld('once');
  }

  return (
    <div class="hold">
      <button
        ref={button}
        type="button"
        class={`hold-button is-${held}`}
        style={{ '--hold': `${props.holdMs}ms` }}
        aria-describedby="hold-how"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          downAt.current = { x: event.clientX, y: event.clientY };
          begin();
        }}
        onPointerMove={({ clientX, clientY }) => {
          if (Math.hypot(clientX - downAt.current.x, clientY - downAt.current.y) > swipePx) cancel();
        }}
        onPointerUp={release}
        onPointerLeave={cancel}
        onPointerCancel={cancel}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) begin();
        }}
        onKeyUp={(event) => {
          if (event.key === ' ' || event.key === 'Enter') release();
        }}
        onBlur={cancel}
        onClick={press}
      >
        <span class="hold-fill" aria-hidden="true" />
        <Icon name={held === 'yes' ? 'check' : 'two-hands'} />
        <span>{props.label}</span>
      </button>
      <p class="hint" id="hold-how" role="status">
        {text(held === 'yes' ? 'ready.hold.letGo' : held === 'once' ? 'ready.hold.once' : 'ready.hold.how')}
      </p>
    </div>
  );
}
