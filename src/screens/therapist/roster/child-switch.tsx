import { useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { useAsync, useText } from '../../parts/use-app';
import { toHash } from '../../router';
import { readRoster } from './roster';
import { RosterList } from './roster-list';

/** The way from one child to another: a tap here and a tap on the child. */
export function ChildSwitch({ store, child }: { readonly store: Store; readonly child: Uuid }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="children" size="main" class="switch-button" onPress={() => setOpen(true)}>
        {text('roster.switch')}
      </Button>
      {open && <SwitchSheet store={store} child={child} onClose={() => setOpen(false)} />}
    </>
  );
}

function SwitchSheet(props: { readonly store: Store; readonly child: Uuid; onClose(): void }) {
  const text = useText();
  const { value } = useAsync(() => readRoster(props.store), [props.store]);
  return (
    <Sheet title={text('roster.switch')} class="wide" onClose={props.onClose}>
      {value && <RosterList children={value} current={props.child} onChoose={props.onClose} />}
      <Button icon="back" href={toHash({ screen: 'therapist', child: null })} onPress={props.onClose}>
        {text('therapist.allChildren')}
      </Button>
    </Sheet>
  );
}
