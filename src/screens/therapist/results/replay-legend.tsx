import type { ComponentChildren } from 'preact';

/** What the signs of a picture mean. */
export function Legend({ children }: { readonly children: ComponentChildren }) {
  return <ul class="legend">{children}</ul>;
}

/** A sign, drawn 10 wide around its middle, and its meaning. */
export function Mark({ label, light = false, children }: { readonly label: string; readonly light?: boolean; readonly children: ComponentChildren }) {
  return (
    <li>
      <svg class={light ? 'light' : ''} viewBox="-5 -5 10 10" aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  );
}
