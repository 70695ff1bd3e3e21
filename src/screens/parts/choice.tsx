import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon';

/** One of the things to choose from; `label` is read, and shown unless `picture` stands for it. */
export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: string;
  readonly picture?: ComponentChildren;
  readonly lang?: string;
}

/** One of a few: real radio buttons, so arrow keys work; drawn as a row of segments, or of pictures. */
export function Choice<V extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  onChange(value: V): void;
}) {
  const name = useId();
  return (
    <fieldset class={`choice ${props.class ?? ''}`} disabled={props.disabled ?? false}>
      <legend class={props.hideLabel ? 'unseen' : 'choice-label'}>{props.label}</legend>
      <div class="choice-row">
        {props.options.map((option) => (
          <label key={option.value} class={`choice-option ${option.picture ? 'has-picture' : ''}`} lang={option.lang} title={option.label}>
            <input type="radio" name={name} checked={option.value === props.value} onChange={() => props.onChange(option.value)} />
            {option.picture}
            {option.icon && <Icon name={option.icon} />}
            <span class={option.picture ? 'unseen' : ''}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
