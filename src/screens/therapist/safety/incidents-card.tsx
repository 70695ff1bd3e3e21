import type { ChildProfile } from '../../../plan/types';
import { IncidentButton } from '../../child/after/incident-sheet';
import { printIncident } from '../../child/after/print-incident';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useAsync, useStore, useText } from '../../parts/use-app';
import { formatDay } from '../words';

/** Shown at once; the rest are in the export. */
const shown = 20;

/** Notes of adverse events, newest first, each to print; and a new one. */
export function IncidentsCard({ child }: { readonly child: ChildProfile }) {
  const text = useText();
  const store = useStore();
  const { value, reload } = useAsync(async () => (await store?.readSafetyLog(child.id))?.incidents ?? [], [store, child.id]);
  const notes = [...(value ?? [])].reverse().slice(0, shown);
  return (
    <Card title={text('safety.incidents')}>
      {notes.length === 0 && <p class="hint">{text('safety.noIncidents')}</p>}
      <ul class="incidents">
        {notes.map((note) => (
          <li key={note.id}>
            <div class="incident-words">
              <strong>
                {formatDay(text, note.day)}
                {note.time && `, ${note.time}`} · {text(`after.incident.kind.${note.what}`)}
              </strong>
              {note.happened && <p dir="auto">{note.happened}</p>}
              {note.done && (
                <p dir="auto" class="hint">
                  {note.done}
                </p>
              )}
            </div>
            <Button icon="print" onPress={() => printIncident(text, child, note)}>
              {text('safety.print')}
            </Button>
          </li>
        ))}
      </ul>
      <IncidentButton child={child} session={null} onKept={reload} />
    </Card>
  );
}
