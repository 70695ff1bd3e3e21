import { useId, useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import { type Incident, incidentKinds, incidentTimes, longestNote } from '../../../plan/safety/records';
import type { ChildProfile } from '../../../plan/types';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Sheet } from '../../parts/sheet';
import { useApp, useStore, useText } from '../../parts/use-app';
import { printIncident } from './print-incident';
import './after.css';

/** Opens the note of an adverse event. */
export function IncidentButton(props: {
  readonly child: ChildProfile;
  readonly session: Uuid | null;
  readonly class?: string;
  /** A note was kept. */
  onKept?(): void;
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="warning" class={props.class ?? ''} onPress={() => setOpen(true)}>
        {text('after.incident.open')}
      </Button>
      {open && (
        <IncidentSheet
          child={props.child}
          session={props.session}
          onClose={() => setOpen(false)}
          {...(props.onKept ? { onKept: props.onKept } : {})}
        />
      )}
    </>
  );
}

/** What happened, when, what was done: kept as it is written, and printed on one page. */
function IncidentSheet(props: { readonly child: ChildProfile; readonly session: Uuid | null; onClose(): void; onKept?(): void }) {
  const text = useText();
  const { today, newId } = useApp();
  const store = useStore();
  const [incident, setIncident] = useState<Omit<Incident, 'what'> & { readonly what: Incident['what'] | null }>({
    what: null,
    day: today(),
    time: '',
    when: props.session === null ? 'after' : 'during',
    happened: '',
    done: '',
  });
  const [kept, setKept] = useState<'no' | 'yes' | 'refused' | 'asked'>('no');
  const change = (part: Partial<Incident>) => setIncident({ ...incident, ...part });

  async function keep(): Promise<void> {
    const { what } = incident;
    if (what === null) return setKept('asked');
    const outcome = await store?.save({
      kind: 'incident',
      note: newId(),
      session: props.session,
      child: props.child.id,
      incident: { ...incident, what, day: incident.day || today() },
    });
    setKept(outcome?.saved ? 'yes' : 'refused');
    if (outcome?.saved) props.onKept?.();
  }

  const { what } = incident;
  return (
    <Sheet title={text('after.incident.title')} class="wide incident" onClose={props.onClose}>
      {kept === 'yes' && what !== null ? (
        <div class="incident-kept">
          <p role="status">{text('after.incident.kept')}</p>
          <div class="incident-buttons">
            <Button kind="main" icon="print" size="main" onPress={() => printIncident(text, props.child, { ...incident, what })}>
              {text('after.incident.print')}
            </Button>
            <Button icon="check" size="main" onPress={props.onClose}>
              {text('after.incident.done')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          class="incident-form"
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <p class="hint">{text('after.incident.urgent')}</p>
          <Choice
            label={text('after.incident.what')}
            value={what}
            options={incidentKinds.map((value) => ({ value, label: text(`after.incident.kind.${value}`) }))}
            onChange={(to) => change({ what: to })}
          />
          <Choice
            label={text('after.incident.when')}
            value={incident.when}
            options={incidentTimes.map((value) => ({ value, label: text(`after.incident.time.${value}`) }))}
            onChange={(when) => change({ when })}
          />
          <div class="incident-moment">
            <label>
              {text('after.incident.day')}
              <input type="date" required max={today()} value={incident.day} onInput={(event) => change({ day: event.currentTarget.value })} />
            </label>
            <label>
              {text('after.incident.clock')}
              <input type="time" value={incident.time} onInput={(event) => change({ time: event.currentTarget.value.slice(0, 5) })} />
            </label>
          </div>
          <NoteField label={text('after.incident.happened')} value={incident.happened} onChange={(happened) => change({ happened })} />
          <NoteField label={text('after.incident.did')} value={incident.done} onChange={(done) => change({ done })} />
          {kept === 'asked' && (
            <p class="incident-problem" role="alert">
              {text('after.incident.choose')}
            </p>
          )}
          {kept === 'refused' && (
            <p class="incident-problem" role="alert">
              {text('after.incident.notKept')}
            </p>
          )}
          <div class="incident-buttons">
            <button type="submit" class="button main size-main">
              {text('after.incident.keep')}
            </button>
            {kept === 'refused' && what !== null && (
              <Button icon="print" size="main" onPress={() => printIncident(text, props.child, { ...incident, what })}>
                {text('after.incident.print')}
              </Button>
            )}
          </div>
        </form>
      )}
    </Sheet>
  );
}

function NoteField(props: { readonly label: string; readonly value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <div class="incident-note">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        maxLength={longestNote}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  );
}
