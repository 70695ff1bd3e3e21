import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';

/** Digits of the longest and of the shortest PIN. */
const most = 8;
export const fewestDigits = 4;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Large digits for a PIN, by touch, glove or keyboard; what is typed shows as dots only. */
export function Keypad(props: {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  onChange(value: string): void;
  /** Called with what is typed. */
  onDone(value: string): void;
}) {
  const text = useText();
  const { value, disabled } = props;
  const isWhole = value.length >= fewestDigits;
  // Quick fingers type the next digit before the last one is drawn.
  const typed = useRef(value);
  typed.current = value;
  const type = (to: string) => {
    if (disabled || to.length > most) return;
    typed.current = to;
    props.onChange(to);
  };
  const add = (digit: string) => type(typed.current + digit);
  const takeBack = () => type(typed.current.slice(0, -1));
  const finish = () => !disabled && typed.current.length >= fewestDigits && props.onDone(typed.current);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      if (/^[0-9]$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') takeBack();
      // Enter on a focused key presses that key.
      else if (event.key === 'Enter' && !(event.target instanceof HTMLElement && event.target.closest('a, button'))) finish();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <fieldset class="keypad" aria-label={props.label}>
      <p class="keypad-dots">
        <span class="unseen" role="status">
          {text('lock.typed', { count: value.length })}
        </span>
        {Array.from({ length: Math.max(fewestDigits, value.length) }, (_, i) => (
          <span key={i} class={`keypad-dot ${i < value.length ? 'is-typed' : ''}`} aria-hidden="true" />
        ))}
      </p>
      <div class="keypad-keys">
        {digits.map((digit) => (
          <Key key={digit} disabled={disabled} onPress={() => add(digit)}>
            {digit}
          </Key>
        ))}
        <Key disabled={disabled || value === ''} label={text('lock.takeBack')} onPress={takeBack}>
          <Icon name="backspace" />
        </Key>
        <Key disabled={disabled} onPress={() => add('0')}>
          0
        </Key>
        <Key disabled={disabled || !isWhole} label={text('lock.enter')} looks="is-enter" onPress={finish}>
          <Icon name="check" />
        </Key>
      </div>
    </fieldset>
  );
}

function Key(props: {
  readonly disabled: boolean;
  readonly label?: string;
  readonly looks?: string;
  readonly children: ComponentChildren;
  onPress(): void;
}) {
  return (
    // Not `disabled`: a key that is waited for must not lose the focus of a switch or keyboard.
    <button
      type="button"
      class={`keypad-key ${props.looks ?? ''}`}
      aria-disabled={props.disabled}
      aria-label={props.label}
      onClick={() => props.disabled || props.onPress()}
    >
      {props.children}
    </button>
  );
}
