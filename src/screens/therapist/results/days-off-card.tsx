import { addDays, type LocalDate } from '../../../core/dates';
import type { Uuid } from '../../../core/ids';
import { listDaysOff } from '../../../report/weeks';
import { Card } from '../../parts/card';
import { Icon } from '../../parts/icon';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { formatDay } from '../words';

/** Days that it looks back on, and ahead for planned rest. */
const daysBack = 56;
const daysAhead = 14;

/** Which days the family told were not for play, and why; with planned rest. Nothing where there is none, and nothing is counted. */
export function DaysOffCard({ child }: { readonly child: Uuid }) {
  const text = useText();
  const store = useStore();
  const { today } = useApp();
  const { value } = useAsync(async () => (await store?.readFamilyDays(child)) ?? null, [store, child]);
  const from: LocalDate = addDays(today(), -daysBack);
  const days = value ? listDaysOff(value, from, addDays(today(), daysAhead)) : [];
  if (days.length === 0) return null;
  return (
    <Card title={text('therapist.daysOff.title')} class="days-off">
      <ul>
        {days.map(({ on, reason }) => (
          <li key={on}>
            <Icon name={`day-${reason ?? 'rest'}`} />
            <b>{text(reason ? `therapist.daysOff.${reason}` : 'therapist.daysOff.planned')}</b>
            <span>{formatDay(text, on)}</span>
          </li>
        ))}
      </ul>
      <p class="hint">{text('therapist.daysOff.help')}</p>
    </Card>
  );
}
