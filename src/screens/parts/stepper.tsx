import { useId } from 'preact/hooks';
import { Icon } from './icon';
import { useText } from './use-app';

/** A number with minus and plus, 15 mm each, for thumbs; arrow keys, page keys, Home and End do the same. */
export function Stepper(props: {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** What is shown and read; the number itself when not given. */
  readonly format?: (value: number) => string;
  /** Words for no value: then one step below `min` takes the value away. */
  readonly none?: string;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  onChange(value: number | null): void;
}) {
  const text = useText();
  const id = useId();
  const { value, min, max, step = 1 } = props;
  const shown = value === null ? (props.none ?? '') : (props.format ?? String)(value);
  const canLess = value !== null && (value > min || props.none !== undefined);
  const canMore = value === null || value < max;
  const change = (steps: number) => {
    if (props.disabled || steps === 0) return;
    if (value === null) return steps > 0 && props.onChange(min);
    if (steps < 0 && value <= min) return props.none !== undefined && props.onChange(null);
    // Counted in whole steps from `min`, so that 0.1 + 0.2 never shows.
    const next = Number((min + (Math.round((value - min) / step) + steps) * step).toFixed(6));
    const kept = Math.min(max, Math.max(min, next));
    if (kept !== value) props.onChange(kept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 }[event.key];
    const end = { Home: min, End: max }[event.key];
    if (steps === undefined && end === undefined) return;
    event.preventDefault();
    if (steps !== undefined) change(steps);
    else if (end !== undefined && end !== value && !props.disabled) props.onChange(end);
  };
  return (
    <div class="stepper">
      <span id={id} class={props.hideLabel ? 'unseen' : 'stepper-label'}>
        {props.label}
      </span>
      <div class="stepper-row">
        <button
          type="button"
          class="stepper-button"
          tabIndex={-1}
          aria-label={text('common.less', { what: props.label })}
          disabled={(props.disabled ?? false) || !canLess}
          onClick={() => change(-1)}
        >
          <Icon name="minus" />
        </button>
        <div
          class="stepper-value"
          role="spinbutton"
          tabIndex={props.disabled ? -1 : 0}
          aria-labelledby={id}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value ?? undefined}
          aria-valuetext={shown}
          aria-disabled={props.disabled}
          onKeyDown={onKeyDown}
        >
          {shown}
        </div>
        <button
          type="button"
          class="stepper-button"
          tabIndex={-1}
          aria-label={text('common.more', { what: props.label })}
          disabled={(props.disabled ?? false) || !canMore}
          onClick={() => change(1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
