import { findGame } from '../../../games/registry';
import { playableSources } from '../../../movement/interpret/interpreters';
import type { PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { sourceIcons } from '../../child/source-row';
import { Choice } from '../../parts/choice';
import { Stepper } from '../../parts/stepper';
import { Toggle } from '../../parts/toggle';
import { useText } from '../../parts/use-app';
import { formatValue } from '../words';

/** What the form offers; how long a session may last is limited in plan/safety.ts. */
const offered = { sets: { min: 1, max: 10 }, restS: { min: 0, max: 300, step: 10 }, sessionsPerWeek: { min: 1, max: 14 } } as const;
const sides = ['either', 'left', 'right', 'alternate'] as const;
const sideIcons = { either: 'touch', left: 'left-hand', right: 'right-hand', alternate: 'two-hands' } as const;

/** How much of a plan item and with which side. Fields are relative to the item. */
export function DoseFields({ item, onEdit }: { readonly item: PlanItem; onEdit(fields: Fields): void }) {
  const text = useText();
  const { dose, side } = item;
  const sources = playableSources(findGame(item.game)?.drill.movement ?? 'rep');
  const change = (field: string) => (value: number | null) => value !== null && onEdit({ [`dose.${field}`]: value });
  return (
    <div class="dose">
      <Stepper
        label={text('therapist.dose.sets')}
        value={dose.sets}
        {...offered.sets}
        format={(count) => text('therapist.dose.setCount', { count })}
        onChange={change('sets')}
      />
      <Stepper
        label={text('therapist.dose.rest')}
        value={dose.restS}
        {...offered.restS}
        format={(seconds) => formatValue(text, 's', seconds)}
        onChange={change('restS')}
      />
      <Stepper
        label={text('therapist.dose.week')}
        value={dose.sessionsPerWeek}
        {...offered.sessionsPerWeek}
        format={(count) => text('therapist.dose.weekCount', { count })}
        onChange={change('sessionsPerWeek')}
      />
      <Toggle
        label={text('therapist.dose.warmUp')}
        hint={text('therapist.dose.warmUpHelp')}
        value={dose.warmUp ?? false}
        onChange={(to) => onEdit({ 'dose.warmUp': to })}
      />
      <Choice
        label={text('child.bySource')}
        value={item.source}
        options={sources.map((value) => ({ value, label: text(`source.${value}`), icon: sourceIcons[value] }))}
        onChange={(to) => onEdit({ source: to })}
      />
      <Choice
        label={text('therapist.dose.side')}
        value={side}
        options={sides.map((value) => ({ value, label: text(`therapist.side.${value}`), icon: sideIcons[value] }))}
        onChange={(to) => onEdit({ side: to })}
      />
    </div>
  );
}
