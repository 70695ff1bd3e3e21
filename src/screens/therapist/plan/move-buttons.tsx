import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../parts/button';
import { useText } from '../../parts/use-app';

/** Moves a line of the plan one place up or down with a press, no drag; focus goes along with the line. */
export function MoveButtons(props: { readonly name: string; readonly place: number; readonly of: number; onMove(by: 1 | -1): void }) {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  const { name, place, of } = props;
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const buttons = row.current?.querySelectorAll('button') ?? [];
    const [up, down] = buttons;
    const wanted = pressed.current === 'up' ? up : down;
    // At either end the button that was pressed has nothing left to do.
    (wanted?.disabled ? (wanted === up ? down : up) : wanted)?.focus();
    pressed.current = null;
  }, [place]);
  const move = (which: 'up' | 'down') => {
    pressed.current = which;
    props.onMove(which === 'up' ? -1 : 1);
  };
  return (
    <div class="move-buttons" ref={row}>
      <span class="hint" role="status">
        {text('planEdit.place', { place, of })}
      </span>
      <IconButton class="move-up" icon="back" label={text('planEdit.up', { name })} disabled={place === 1} onPress={() => move('up')} />
      <IconButton class="move-down" icon="back" label={text('planEdit.down', { name })} disabled={place === of} onPress={() => move('down')} />
    </div>
  );
}
