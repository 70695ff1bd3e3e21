import { useState } from 'preact/hooks';
import { addDays, toWeekStart } from '../../../core/dates';
import type { Help } from '../../../core/units';
import type { ChildProfile } from '../../../plan/types';
import type { DoseLine } from '../../../report/dose';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Icon } from '../../parts/icon';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { Sentence } from '../plan/adjustment-list';
import { formatDay, formatNumber } from '../words';
import { HeadlineTable } from './headline-table';
import { printReport } from './print-report';
import { type Review, readReview } from './read-review';
import { listTold, toDoneWords, toNoteWords, toPercent } from './review-words';
import './review.css';

const weeks = ['thisWeek', 'lastWeek'] as const;
/** Lines of a list before the rest is counted. */
const mostLines = 6;
const helpLevels: readonly Help[] = [0, 1, 2, 3, 4];

/** One week at a glance: dose beside the plan, help, what hurt or ended early, each game's measure with its call, and what was told. It reads again as `said` rises. */
export function WeekCard({ child, said }: { readonly child: ChildProfile; readonly said: number }) {
  const text = useText();
  const store = useStore();
  const { today, levels } = useApp();
  const [week, setWeek] = useState<(typeof weeks)[number]>('thisWeek');
  const from = addDays(toWeekStart(today()), week === 'thisWeek' ? 0 : -7);
  const { value: review, error } = useAsync(async () => (store ? readReview(store, child.id, from, levels) : null), [store, child.id, from, said]);
  if (error) return <p class="notice">{text('therapist.results.problem')}</p>;
  if (!review) return null;
  const shown = review.week.from === from ? review : null;
  return (
    <section class="card week-card" aria-labelledby="week-title">
      <header class="card-head">
        <h2 id="week-title">{text(`review.${week}`)}</h2>
        <div class="week-tools">
          <Choice
            label={text('review.week')}
            hideLabel
            value={week}
            options={weeks.map((value) => ({ value, label: text(`review.${value}`) }))}
            onChange={(to) => setWeek(to === 'lastWeek' ? to : 'thisWeek')}
          />
          <Button icon="print" disabled={!shown} onPress={() => printReport(text, levels, child, review, today())}>
            {text('review.print')}
          </Button>
        </div>
      </header>
      {shown && <WeekBody review={shown} />}
    </section>
  );
}

function WeekBody({ review }: { readonly review: Review }) {
  const text = useText();
  const { reading, adjusted } = review;
  const { dose, pain, effort, stops, incidents } = reading;
  const told = listTold(reading.notes);
  const points = (value: number | null) => (value === null ? text('review.notSaid') : text('review.ofTen', { points: value }));
  return (
    <>
      <dl class="week-figures">
        <DoseFigure name={text('review.sessions')} line={dose.sessions} />
        <DoseFigure name={text('review.minutes')} line={dose.activeMinutes} />
        <DoseFigure name={text('review.repetitions')} line={dose.repetitions} />
        <Figure name={text('review.pain')} value={points(pain)} mark={(pain ?? 0) > 0} />
        <Figure name={text('review.effort')} value={points(effort)} mark={false} />
        <Figure name={text('review.stops')} value={formatNumber(text, stops)} mark={stops > 0} />
        <Figure name={text('review.incidents')} value={formatNumber(text, incidents)} mark={incidents > 0} />
      </dl>
      {dose.sessions.done === 0 && <p class="hint">{text('review.none')}</p>}
      {dose.help && <HelpBar help={dose.help} />}
      <HeadlineTable review={review} />
      {told.length > 0 && (
        <Lines
          title={text('review.told')}
          lines={told.map((note, i) => (
            <li key={i} class={`told-${note.kind}`}>
              {(note.kind === 'incident' || note.kind === 'pain') && <Icon name="warning" />}
              <small>{formatDay(text, note.on)}</small>
              <span dir="auto">{toNoteWords(text, note)}</span>
            </li>
          ))}
        />
      )}
      {adjusted.length > 0 && (
        <Lines
          title={text('review.adjusted')}
          lines={adjusted.map((one) => (
            <li key={one.id}>
              <small>{formatDay(text, one.on)}</small>
              <span>
                {text(`${one.game}.name`)}: <Sentence adjustment={one} />
              </span>
            </li>
          ))}
        />
      )}
    </>
  );
}

function DoseFigure({ name, line }: { readonly name: string; readonly line: DoseLine }) {
  const text = useText();
  const planned = line.planned === null ? text('review.unplanned') : text('review.planned', { count: line.planned });
  return <Figure name={name} value={toDoneWords(text, line.done)} more={planned} mark={false} />;
}

function Figure(props: { readonly name: string; readonly value: string; readonly more?: string; readonly mark: boolean }) {
  return (
    <div class={props.mark ? 'marked' : ''}>
      <dt>{props.name}</dt>
      <dd>
        {props.mark && <Icon name="warning" />}
        <b>{props.value}</b>
        {props.more !== undefined && <small>{props.more}</small>}
      </dd>
    </div>
  );
}

/** Shares of the help levels as a bar and in words. */
function HelpBar({ help }: { readonly help: Readonly<Record<Help, number>> }) {
  const text = useText();
  const levels = helpLevels.filter((level) => help[level] > 0);
  return (
    <div class="help-bar">
      <span>{text('review.helps')}</span>
      <span class="help-shares" aria-hidden="true">
        {levels.map((level) => (
          <span key={level} class={`help-${level}`} style={{ flexGrow: help[level] }} />
        ))}
      </span>
      <span class="help-words">
        {levels.map((level) => (
          <span key={level}>
            <span class={`help-key help-${level}`} aria-hidden="true" />
            {text('review.share', { help: text(`review.help.${level}`), share: toPercent(text, help[level]) })}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The first lines of a list; the rest on one press. */
function Lines({ title, lines }: { readonly title: string; readonly lines: readonly preact.JSX.Element[] }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const left = lines.length - mostLines;
  return (
    <section class="week-lines" aria-label={title}>
      <h3>{title}</h3>
      <ul>{all ? lines : lines.slice(0, mostLines)}</ul>
      {!all && left > 0 && (
        <Button kind="quiet" icon="plus" onPress={() => setAll(true)}>
          {text('review.more', { count: left })}
        </Button>
      )}
    </section>
  );
}
