import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

/** Calm words for the adult at the top of things; `warning` is read aloud when it appears. */
export function Banner(props: { readonly tone?: 'calm' | 'warning'; readonly title: string; readonly children?: ComponentChildren }) {
  const warning = props.tone === 'warning';
  return (
    <div class={`banner ${warning ? 'warning' : 'calm'}`} role={warning ? 'alert' : 'status'}>
      <Icon name={warning ? 'warning' : 'info'} />
      <div>
        <p class="banner-title">{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}
