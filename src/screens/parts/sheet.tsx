import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button';
import { useText } from './use-app';

/** A sheet of paper over the page that is dealt with before the page goes on; Escape and the cross put it away. A tap beside it does nothing: gloves. */
export function Sheet(props: { readonly title: string; readonly class?: string; readonly children: ComponentChildren; onClose(): void }) {
  const text = useText();
  const id = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const shown = sheet.current;
    // Focus goes in and comes back to what was pressed; the page behind can be neither pressed nor read.
    shown?.showModal();
    // Not the cross, which comes first: Enter after typing must not close the sheet.
    heading.current?.focus({ preventScroll: true });
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      class={`sheet ${props.class ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="sheet-paper">
        <div class="sheet-head">
          <h2 id={id} ref={heading} tabIndex={-1}>
            {props.title}
          </h2>
          <IconButton icon="close" kind="quiet" size="main" label={text('common.close')} onPress={props.onClose} />
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
