import { useEffect, useRef } from 'preact/hooks';
import type { Help } from '../../core/units';
import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';

const levels: readonly Help[] = [0, 1, 2, 3, 4];
const icons: Readonly<Record<Help, string>> = { 0: 'person', 1: 'speech-bubble', 2: 'touch', 3: 'two-hands', 4: 'heart' };

/** An adult's thumb over play: one tap is one repetition, at either edge for either hand; the help level stays as chosen. */
export function AdultPad(props: {
  readonly help: Help;
  /** Taps alone play: the pad takes the focus, so that one switch (space or enter) taps too. */
  readonly playsAlone: boolean;
  onTap(): void;
  onHelp(help: Help): void;
}) {
  const text = useText();
  const pad = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (props.playsAlone) pad.current?.querySelector<HTMLElement>('.tap-button')?.focus({ preventScroll: true });
  }, [props.playsAlone]);
  return (
    <fieldset ref={pad} class="adult-pad on-dark" aria-label={text('child.thumb')}>
      <TapButton class="at-left" onTap={props.onTap} />
      <HelpLevels help={props.help} onHelp={props.onHelp} />
      <TapButton class="at-right" onTap={props.onTap} />
    </fieldset>
  );
}

/** A radio group as the browser's own: one stop of the tab key, and the arrow keys move the choice. */
function HelpLevels(props: { readonly help: Help; onHelp(help: Help): void }) {
  const text = useText();
  const group = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const to = toLevel(event.key, props.help);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    props.onHelp(to);
    group.current?.querySelectorAll('button')[to]?.focus();
  }
  return (
    <div ref={group} class="help-levels" role="radiogroup" aria-label={text('child.help')} onKeyDown={onKeyDown}>
      {levels.map((help) => (
        // biome-ignore lint/a11y/useSemanticElements: a press of a whole hand's width must choose at once, and again on the same level changes nothing
        <button
          key={help}
          type="button"
          role="radio"
          class="help-level"
          tabIndex={help === props.help ? 0 : -1}
          aria-checked={help === props.help}
          aria-label={text(`child.helpLevel.${help}`)}
          title={text(`child.helpLevel.${help}`)}
          onClick={() => props.onHelp(help)}
        >
          <Icon name={icons[help]} />
          <span aria-hidden="true">{text(`child.helpShort.${help}`)}</span>
        </button>
      ))}
    </div>
  );
}

/** The level to which a key moves the choice, round and round; null: another key. */
function toLevel(key: string, from: Help): Help | null {
  const round = (by: number) => levels[(from + by + levels.length) % levels.length] ?? null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return round(1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return round(-1);
    case 'Home':
      return 0;
    case 'End':
      return 4;
    default:
      return null;
  }
}

/** Counts as the thumb lands: a repetition is over when the adult sees it, not when the thumb is lifted. */
function TapButton(props: { readonly class: string; onTap(): void }) {
  const text = useText();
  const landed = useRef(false);
  const isPress = (event: KeyboardEvent) => event.key === 'Enter' || event.key === ' ';
  return (
    <button
      type="button"
      class={`tap-button ${props.class}`}
      aria-label={text('child.tapRep')}
      title={text('child.tapRep')}
      onPointerDown={(event) => {
        event.preventDefault();
        if (event.button !== 0) return;
        landed.current = true;
        props.onTap();
      }}
      onKeyDown={(event) => {
        if (!isPress(event)) return;
        // A key that is held repeats, and would press the button too.
        event.preventDefault();
        if (!event.repeat) props.onTap();
      }}
      // Some browsers press the button by the space key only as it is let go.
      onKeyUp={(event) => isPress(event) && event.preventDefault()}
      // A screen reader or a voice presses without pointer or key.
      onClick={(event) => {
        if (event.detail === 0 && !landed.current) props.onTap();
        landed.current = false;
      }}
    >
      <Icon name="check" />
    </button>
  );
}
