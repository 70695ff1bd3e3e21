import { useEffect, useId, useState } from 'preact/hooks';
import { type ChildSafety, noSafety, type ProcedureKind, procedureParts, toLocking, toUnlockDay } from '../../../plan/safety/child-safety';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { useApp, useText } from '../../parts/use-app';
import { formatDay } from '../words';

/** Before this day no child of today had an operation. */
const firstDay = '1990-01-01';

/** The date of an operation or of botulinum toxin, what it concerns, and the therapist's unlocking of it. */
export function ProcedureFields(props: { readonly kind: ProcedureKind; readonly safety: ChildSafety | undefined; onEdit(fields: Fields): void }) {
  const text = useText();
  const { today } = useApp();
  const id = useId();
  const { kind, safety = noSafety, onEdit } = props;
  const { on, part } = safety[kind];
  const [typed, setTyped] = useState(on ?? '');
  useEffect(() => setTyped(on ?? ''), [on]);
  const isLocking = toLocking(safety, today()).some((one) => one.kind === kind);
  const openFrom = on ? toUnlockDay(kind, on, safety) : null;

  /** A new date is a new lock, whatever was unlocked before. */
  function keep(field: HTMLInputElement): void {
    const day = field.value === '' ? null : field.value;
    if (!field.validity.valid || day === (on ?? null)) setTyped(on ?? '');
    else onEdit({ [`safety.${kind}.on`]: day, [`safety.${kind}.unlocked`]: null });
  }

  return (
    <fieldset class="procedure">
      <legend>{text(`safety.${kind}.title`)}</legend>
      <div class="procedure-row">
        <label for={id}>{text('safety.day')}</label>
        <input
          id={id}
          type="date"
          min={firstDay}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={(event) => keep(event.currentTarget)}
          onKeyDown={(event) => event.key === 'Enter' && keep(event.currentTarget)}
        />
      </div>
      {on && openFrom && (
        <>
          <Choice
            label={text('safety.part')}
            value={part}
            options={procedureParts.map((value) => ({ value, label: text(`safety.parts.${value}`) }))}
            onChange={(to) => onEdit({ [`safety.${kind}.part`]: to })}
          />
          <p class="procedure-state" role="status">
            {text(on > today() ? 'safety.toCome' : isLocking ? 'safety.isLocked' : 'safety.isOpen')}
          </p>
          {isLocking && today() < openFrom && <p class="hint">{text('safety.openFrom', { day: formatDay(text, openFrom) })}</p>}
          {isLocking && today() >= openFrom && (
            <Button icon="check" size="main" onPress={() => onEdit({ [`safety.${kind}.unlocked`]: on })}>
              {text('safety.unlock')}
            </Button>
          )}
          {!isLocking && on <= today() && <Button onPress={() => onEdit({ [`safety.${kind}.unlocked`]: null })}>{text('safety.lockAgain')}</Button>}
        </>
      )}
    </fieldset>
  );
}
