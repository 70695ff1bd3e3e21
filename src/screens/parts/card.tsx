import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A sheet of paper on the page, with an optional heading that names it and room for controls beside it. */
export function Card(props: {
  readonly title?: string;
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class={`card ${props.class ?? ''}`} aria-labelledby={props.title === undefined ? undefined : id}>
      {props.title !== undefined && (
        <header class="card-head">
          <h2 id={id}>{props.title}</h2>
          {props.aside}
        </header>
      )}
      {props.children}
    </section>
  );
}
