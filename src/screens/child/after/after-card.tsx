import { useEffect, useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import { toOwnRules } from '../../../plan/safety/child-safety';
import { isPainStop, type PainFace, painPlaces } from '../../../plan/safety/faces';
import type { Feeling } from '../../../plan/safety/records';
import type { ChildProfile } from '../../../plan/types';
import { Button } from '../../parts/button';
import { useApp, useStore, useText } from '../../parts/use-app';
import { FunRow, PainRow } from '../ready/faces';
import '../ready/ready.css';
import { IncidentButton } from './incident-sheet';
import './after.css';

/** After a session: how it was, what hurts, and a note for what should not have happened. Nothing has to be said; the last word counts. */
export function AfterCard(props: {
  readonly child: ChildProfile;
  readonly session: Uuid;
  /** New pain, or more of it: no more play today. */
  onRest(rests: boolean): void;
}) {
  const { child, session } = props;
  const text = useText();
  const { newId } = useApp();
  const store = useStore();
  const [feeling, setFeeling] = useState<Feeling>({ pain: null, painAt: null, fun: null });
  const [before, setBefore] = useState<PainFace | null>(null);
  const hurtsMore = feeling.pain !== null && isPainStop(feeling.pain, before ?? child.safety?.usualPain ?? null, toOwnRules(child.safety));

  useEffect(() => {
    void store?.readPainBefore(session).then(setBefore, () => {});
  }, [store, session]);
  useEffect(() => props.onRest(hurtsMore), [hurtsMore]);

  function say(part: Partial<Feeling>): void {
    const next = { ...feeling, ...part };
    setFeeling(next);
    void store?.save({ kind: 'feeling', word: newId(), session, child: child.id, feeling: next });
  }

  return (
    <section class="card after-card" aria-label={text('after.title')}>
      <h2>{text('after.fun.ask')}</h2>
      <FunRow label={text('after.fun.ask')} value={feeling.fun} onChoose={(fun) => say({ fun })} />
      <h2>{text('ready.pain.ask')}</h2>
      <PainRow label={text('ready.pain.ask')} value={feeling.pain} onChoose={(pain) => say({ pain, ...(pain === 0 ? { painAt: null } : {}) })} />
      {feeling.pain !== null && feeling.pain > 0 && (
        <fieldset class="ready-chips" aria-label={text('ready.pain.where')}>
          {painPlaces.map((place) => (
            <Button key={place} pressed={place === feeling.painAt} onPress={() => say({ painAt: place })}>
              {text(`ready.place.${place}`)}
            </Button>
          ))}
        </fieldset>
      )}
      {hurtsMore && (
        <p class="after-rest" role="status">
          {text('after.rest')}
        </p>
      )}
      <IncidentButton child={child} session={session} class="after-note" />
    </section>
  );
}
