import { useState } from 'preact/hooks';
import { addDays, type LocalDate } from '../../core/dates';
import { type NotTodayReason, notTodayReasons } from '../../plan/types';
import { toWeekDayList } from '../../report/weeks';
import type { FamilyDays } from '../../store/types';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { Choice } from '../parts/choice';
import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';
import { formatDate, formatWeekday } from './words';

/** Days that are not for play: today by one tap with its reason, other days planned for rest. All of it can be taken back, none of it is counted. */
export function DaysCard(props: {
  readonly today: LocalDate;
  readonly days: FamilyDays;
  onNotToday(reason: NotTodayReason | null): void;
  onRest(on: LocalDate, rest: boolean): void;
}) {
  const text = useText();
  const { today, days, onNotToday, onRest } = props;
  const reason = days.notToday[today];
  return (
    <Card title={text('family.off.title')} class="days-card">
      <div aria-live="polite">
        {reason && (
          <div class="day-told">
            <p class="big-words">
              <Icon name={reason === 'sealed' ? 'lock' : `day-${reason}`} />
              {reason === 'sealed' ? text('family.off.toldSealed') : text('family.off.told', { reason: text(`family.off.reason.${reason}`) })}
            </p>
            <p>{text(reason === 'pain' ? 'family.off.pain' : 'family.off.kept')}</p>
            <Button icon="back" onPress={() => onNotToday(null)}>
              {text('family.off.undo')}
            </Button>
          </div>
        )}
      </div>
      {!reason && (
        <>
          <h3>{text('family.off.ask')}</h3>
          <div class="day-reasons">
            {notTodayReasons.map((one) => (
              <Button key={one} icon={`day-${one}`} class="day-reason" onPress={() => onNotToday(one)}>
                {text(`family.off.reason.${one}`)}
              </Button>
            ))}
          </div>
          <p class="hint">{text('family.off.hint')}</p>
        </>
      )}
      <PlannedRest today={today} days={days} onRest={onRest} />
    </Card>
  );
}

function PlannedRest({ today, days, onRest }: { readonly today: LocalDate; readonly days: FamilyDays; onRest(on: LocalDate, rest: boolean): void }) {
  const text = useText();
  const [shown, setShown] = useState<'this' | 'next'>('this');
  const list = toWeekDayList(shown === 'this' ? today : addDays(today, 7), [], { rest: days.rest, notToday: {} });
  return (
    <div class="planned-rest">
      <div class="planned-head">
        <h3>{text('family.off.plan')}</h3>
        <Choice<'this' | 'next'>
          label={text('family.off.plan')}
          hideLabel
          value={shown}
          options={[
            { value: 'this', label: text('family.week') },
            { value: 'next', label: text('family.off.next') },
          ]}
          onChange={(to) => setShown(to)}
        />
      </div>
      <div class="rest-days">
        {list.map(({ on, off }) => (
          <button
            key={on}
            type="button"
            class="rest-day"
            aria-pressed={off === 'rest'}
            aria-current={on === today ? 'date' : undefined}
            disabled={on < today}
            onClick={() => onRest(on, off !== 'rest')}
          >
            <span>{formatWeekday(text, on)}</span>
            <span class="unseen"> {text('family.off.day', { day: formatDate(text, on) })}</span>
            {off === 'rest' ? <Icon name="day-rest" /> : <span class="free-day" />}
          </button>
        ))}
      </div>
      <p class="hint">{text('family.off.planHint')}</p>
    </div>
  );
}
