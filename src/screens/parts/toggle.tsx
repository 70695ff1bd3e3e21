import { useId } from 'preact/hooks';

/** A switch for something that is on or off; `hint` says in a few words what it does. */
export function Toggle(props: {
  readonly label: string;
  readonly value: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
  onChange(value: boolean): void;
}) {
  const id = useId();
  return (
    <label class="toggle">
      <span class="toggle-words">
        <span>{props.label}</span>
        {props.hint && (
          <span class="hint" id={id}>
            {props.hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={props.value}
        aria-checked={props.value}
        disabled={props.disabled ?? false}
        aria-describedby={props.hint ? id : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="toggle-track" aria-hidden="true" />
    </label>
  );
}
