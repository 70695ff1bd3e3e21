import type { Help } from '../../core/units';
import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';

const levels: readonly Help[] = [0, 1, 2, 3, 4];
const icons: Readonly<Record<Help, string>> = { 0: 'person', 1: 'speech-bubble', 2: 'touch', 3: 'two-hands', 4: 'heart' };

/** An adult's thumb over play: one tap is one repetition, at either edge for either hand; the help level stays as chosen. */
export function AdultPad(props: { readonly help: Help; onTap(): void; onHelp(help: Help): void }) {
  const text = useText();
  return (
    <fieldset class="adult-pad on-dark" aria-label={text('child.thumb')}>
      <TapButton class="at-left" onTap={props.onTap} />
      <div class="help-levels" role="radiogroup" aria-label={text('child.help')}>
        {levels.map((help) => (
          // biome-ignore lint/a11y/useSemanticElements: a press of a whole hand's width must choose at once, and again on the same level changes nothing
          <button
            key={help}
            type="button"
            role="radio"
            class="help-level"
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
      <TapButton class="at-right" onTap={props.onTap} />
    </fieldset>
  );
}

/** Counts as the thumb lands: a repetition is over when the adult sees it, not when the thumb is lifted. */
function TapButton(props: { readonly class: string; onTap(): void }) {
  const text = useText();
  return (
    <button
      type="button"
      class={`tap-button ${props.class}`}
      aria-label={text('child.tapRep')}
      title={text('child.tapRep')}
      onPointerDown={(event) => {
        event.preventDefault();
        props.onTap();
      }}
      onKeyDown={(event) => {
        if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
        event.preventDefault();
        props.onTap();
      }}
    >
      <Icon name="check" />
    </button>
  );
}
