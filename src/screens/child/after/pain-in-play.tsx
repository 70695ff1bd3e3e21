import { useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import { toOwnRules } from '../../../plan/safety/child-safety';
import { isPainStop, type PainFace } from '../../../plan/safety/faces';
import type { ChildProfile } from '../../../plan/types';
import { Button } from '../../parts/button';
import { useApp, useStore, useText } from '../../parts/use-app';
import { PainRow } from '../ready/faces';
import '../ready/ready.css';

/** Something hurts while the child plays: the face is kept, and pain that is new or grew ends play. */
export function PainInPlay(props: { readonly child: ChildProfile; readonly session: Uuid; onTooMuch(): void }) {
  const { child, session } = props;
  const text = useText();
  const { newId } = useApp();
  const store = useStore();
  const [asking, setAsking] = useState(false);
  const [pain, setPain] = useState<PainFace | null>(null);

  async function say(face: PainFace): Promise<void> {
    setPain(face);
    void store?.save({ kind: 'feeling', word: newId(), session, child: child.id, feeling: { pain: face, painAt: null, fun: null } });
    const before = (await store?.readPainBefore(session).catch(() => null)) ?? child.safety?.usualPain ?? null;
    if (isPainStop(face, before, toOwnRules(child.safety))) props.onTooMuch();
  }

  if (!asking) {
    return (
      <Button icon="heart" onPress={() => setAsking(true)}>
        {text('after.hurts')}
      </Button>
    );
  }
  return (
    <div class="pain-in-play">
      <p class="paused-why">{text('ready.pain.ask')}</p>
      <PainRow label={text('ready.pain.ask')} value={pain} onChoose={(face) => void say(face)} />
      {pain !== null && <p role="status">{text('after.gently')}</p>}
    </div>
  );
}
