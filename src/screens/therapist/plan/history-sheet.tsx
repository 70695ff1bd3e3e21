import { useState } from 'preact/hooks';
import { toBackFields, toPlanSteps } from '../../../report/plan-history';
import type { PlanRevision } from '../../../store/plan-history';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { formatDay, formatTime } from '../words';
import { sayChange } from './history-words';

/** Shown at first and with every further press. */
const page = 20;

/** Every change of a child's plan, newest first, in words, with its author; one press brings the plan back to what it was after a change. */
export function HistorySheet(props: { readonly child: string; readonly revision: number; onEdit(fields: Fields): void; onClose(): void }) {
  const text = useText();
  const store = useStore();
  const { levels } = useApp();
  const [shown, setShown] = useState(page);
  const [told, setTold] = useState<string | null>(null);
  const { value } = useAsync(async () => (await store?.readPlanHistory(props.child)) ?? null, [store, props.child, props.revision]);
  const steps = value ? toPlanSteps(value) : [];
  const back = (revision: PlanRevision) => {
    if (!value) return;
    props.onEdit(toBackFields(value, revision.id));
    setTold(text('planEdit.history.done', { when: toWhen(revision) }));
  };
  const toWhen = ({ on, at }: PlanRevision) => text('planEdit.history.when', { day: formatDay(text, on), time: formatTime(text, at) });
  return (
    <Sheet title={text('planEdit.history.title')} class="plan-sheet" onClose={props.onClose}>
      <p class="hint">{text('planEdit.history.help')}</p>
      <p class="told" role="status">
        {told}
      </p>
      {value && steps.length === 0 && <p>{text('planEdit.history.empty')}</p>}
      <ol class="history">
        {steps.slice(0, shown).map(({ revision, changes }) => {
          const isNow = value === null || Object.keys(toBackFields(value, revision.id)).length === 0;
          return (
            <li key={revision.id}>
              <div class="history-words">
                <p class="hint">
                  {toWhen(revision)} · {sayAuthor(revision)}
                </p>
                {changes.map((change) => (
                  <p key={`${change.game}${change.path}${change.what}`} dir="auto">
                    {sayChange(text, levels, change)}
                  </p>
                ))}
              </div>
              {isNow ? (
                <span class="history-now">{text('planEdit.history.now')}</span>
              ) : (
                <Button icon="again" onPress={() => back(revision)}>
                  {text('planEdit.history.toHere')}
                  <span class="unseen"> {toWhen(revision)}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {steps.length > shown && <Button onPress={() => setShown(shown + page)}>{text('planEdit.history.older')}</Button>}
    </Sheet>
  );

  function sayAuthor({ by, author, device }: PlanRevision): string {
    if (by !== 'hand') return text(`planEdit.history.by.${by}`);
    const where = text(device === store?.device ? 'planEdit.history.by.here' : 'planEdit.history.by.there');
    return author === null ? where : text('planEdit.history.by.author', { author, where });
  }
}
