import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

/** How a button looks: the one to press next, an ordinary one, or a quiet one. */
export type ButtonKind = 'main' | 'plain' | 'quiet';

interface Common {
  readonly kind?: ButtonKind | undefined;
  /** `adult` at least 44 px, `main` at least 15 mm, `play` 15 mm and more with text for children's screens. */
  readonly size?: 'adult' | 'main' | 'play' | undefined;
  /** Goes to a place instead of doing something. */
  readonly href?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly class?: string | undefined;
  onPress?(): void;
}

/** A button, or a link when `href` is given, with words. */
export function Button(props: Common & { readonly icon?: string | undefined; readonly children: ComponentChildren }) {
  return (
    <Pressable {...props} shape="button">
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </Pressable>
  );
}

/** A round button of one icon; `label` is its accessible name. */
export function IconButton(props: Common & { readonly icon: string; readonly label: string }) {
  return (
    <Pressable {...props} shape="button icon-button">
      <Icon name={props.icon} />
    </Pressable>
  );
}

function Pressable(props: Common & { readonly shape: string; readonly label?: string; readonly children: ComponentChildren }) {
  const looks = `${props.shape} ${props.kind ?? 'plain'} size-${props.size ?? 'adult'} ${props.class ?? ''}`;
  if (props.href !== undefined) {
    return (
      <a class={looks} href={props.href} aria-label={props.label} title={props.label}>
        {props.children}
      </a>
    );
  }
  return (
    <button
      type="button"
      class={looks}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled ?? false}
      onClick={() => props.onPress?.()}
    >
      {props.children}
    </button>
  );
}
