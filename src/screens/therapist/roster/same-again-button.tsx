import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../../plan/types';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { toPlainName } from '../../parts/shown-name';
import { useText } from '../../parts/use-app';
import { SameAgainSheet } from './same-again-sheet';

/** Opens what this child played last, to start it again; `isNew`: it never played, and its plan is what can start. */
export function SameAgainButton(props: { readonly store: Store; readonly child: ChildProfile; readonly isNew?: boolean }) {
  const text = useText();
  const { store, child } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="play" size="main" class="again-button" onPress={() => setOpen(true)}>
        {text(props.isNew ? 'roster.first' : 'roster.same')}
        <span class="unseen"> {toPlainName(child.name) || text(`child.picture.${child.picture}`)}</span>
      </Button>
      {open && <SameAgainSheet store={store} child={child} onClose={() => setOpen(false)} />}
    </>
  );
}
