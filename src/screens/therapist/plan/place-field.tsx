import { itemPlaces, type PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Choice } from '../../parts/choice';
import { useText } from '../../parts/use-app';

const icons = { both: 'check', home: 'home', clinic: 'therapist' } as const;

/** Where a line of the plan is played; what is for home is on the family's page. Fields are relative to the item. */
export function PlaceField({ place, onEdit }: { readonly place: PlanItem['place']; onEdit(fields: Fields): void }) {
  const text = useText();
  return (
    <div class="place-field">
      <Choice
        label={text('planEdit.where.label')}
        value={place ?? 'both'}
        options={itemPlaces.map((value) => ({ value, label: text(`planEdit.where.${value}`), icon: icons[value] }))}
        onChange={(to) => onEdit({ place: to === 'both' ? null : to })}
      />
      <p class="hint">{text(place === 'clinic' ? 'planEdit.where.clinicHelp' : 'planEdit.where.homeHelp')}</p>
    </div>
  );
}
