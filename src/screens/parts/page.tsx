import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { toHash } from '../router';
import { IconButton } from './button';
import { OverviewNote } from './overview-note';
import { UnsavedBanner } from './unsaved-banner';
import { useText } from './use-app';

/** A page for adults: a head with the way back, the title and controls, and the content below. */
export function Page(props: {
  readonly title: string;
  /** Where the back button leads; the picker when not given. */
  readonly back?: string;
  readonly picture?: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${text('app.name')}`;
    // A name is not left in the window's title for whoever comes next.
    return () => {
      document.title = text('app.name');
    };
  }, [props.title, text]);
  // A screen reader starts at the new page's name, not at what was pressed on the page before.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const home = toHash({ screen: 'picker' });
  const back = props.back ?? home;
  return (
    <div class={`page ${props.class ?? ''}`}>
      <header class="page-head">
        <IconButton icon={back === home ? 'home' : 'back'} label={text(back === home ? 'common.home' : 'common.back')} href={back} size="main" />
        {props.picture}
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        <div class="page-aside">{props.aside}</div>
      </header>
      <main class="page-body">
        <UnsavedBanner />
        <OverviewNote />
        {props.children}
      </main>
    </div>
  );
}
