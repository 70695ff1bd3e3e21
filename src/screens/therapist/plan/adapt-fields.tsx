import type { AnyDrill, Params } from '../../../drills/types';
import { listAxes, toFreeAxes } from '../../../plan/adapt';
import { adaptTarget } from '../../../plan/adaptation';
import type { Limits } from '../../../plan/limits';
import { type AdaptLead, adaptLeads, type PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Choice } from '../../parts/choice';
import { Stepper } from '../../parts/stepper';
import { useText } from '../../parts/use-app';
import { formatValue } from '../words';

const leadIcons: Readonly<Record<AdaptLead, string>> = { fixed: 'close', success: 'check', dose: 'harder' };

/** Who changes this item between sets, towards how much success, and what may change in which order. Fields are relative to the item. */
export function AdaptFields(props: {
  readonly drill: AnyDrill;
  readonly item: PlanItem;
  readonly limits: Limits;
  readonly values: Params;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const { drill, item, limits, values, onEdit } = props;
  const { adapt } = item;
  const free = toFreeAxes(drill, limits, values, adapt.axes);
  const known = [...free, ...listAxes(drill, values).filter((name) => !free.includes(name))];
  const setAxes = (next: readonly string[]) => {
    if (next.length === 0) return onEdit({ 'adapt.lead': 'fixed' });
    const numbered = known.map((name) => [`adapt.axes.${name}`, next.includes(name) ? next.indexOf(name) + 1 : null] as const);
    onEdit(Object.fromEntries(numbered));
  };
  return (
    <div class="adapt">
      <Choice
        label={text('therapist.adapt.lead')}
        value={adapt.lead}
        options={adaptLeads.map((value) => ({ value, label: text(`therapist.adapt.${value}`), icon: leadIcons[value] }))}
        onChange={(to) => onEdit({ 'adapt.lead': to })}
      />
      <p class="hint">{text(`therapist.adapt.${adapt.lead}Help`)}</p>
      {adapt.lead !== 'fixed' && (
        <>
          <Stepper
            label={text('therapist.adapt.target')}
            value={Math.round(adapt.target * 100)}
            min={adaptTarget.min * 100}
            max={adaptTarget.max * 100}
            step={5}
            format={(pct) => formatValue(text, 'pct', pct)}
            onChange={(pct) => pct !== null && onEdit({ 'adapt.target': pct / 100 })}
          />
          <fieldset class="axes">
            <legend class="choice-label">{text('therapist.adapt.axes')}</legend>
            <p class="hint">{text('therapist.adapt.axesHelp')}</p>
            <div class="axis-list">
              {known.map((name) => {
                const place = free.indexOf(name);
                const label = text(`${drill.params[name]?.label}.label`);
                return (
                  <button
                    key={name}
                    type="button"
                    class="button plain size-adult"
                    aria-pressed={place >= 0}
                    onClick={() => setAxes(place >= 0 ? free.filter((one) => one !== name) : [...free, name])}
                  >
                    {place >= 0 ? `${place + 1}. ${label}` : label}
                  </button>
                );
              })}
            </div>
          </fieldset>
        </>
      )}
    </div>
  );
}
