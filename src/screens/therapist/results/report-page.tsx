import type { ComponentChildren } from 'preact';
import { addDays, type LocalDate } from '../../../core/dates';
import type { Text } from '../../../core/text';
import type { Help } from '../../../core/units';
import { findGame } from '../../../games/registry';
import { toMeasures } from '../../../plan/goals';
import { toItemParams } from '../../../plan/limits';
import type { ChildProfile, Level } from '../../../plan/types';
import type { DoseLine } from '../../../report/dose';
import { type PageList, pageLimits, toGoalEnds, toPageList, toPageWords } from '../../../report/report-page';
import { toOpenGoals, toScore } from '../goals/goal-words';
import { toAdjustmentWords } from '../plan/adjustment-list';
import { formatDay, formatNumber } from '../words';
import type { Review } from './read-review';
import { listTold, toDoneWords, toHeadlineWords, toNoteWords, toPercent } from './review-words';
import './report.css';

/** What stands on the page: all of the week's card, the plan and the goals, cut to what one page holds. */
export function ReportPage(props: {
  readonly text: Text;
  readonly levels: readonly Level[];
  readonly child: Pick<ChildProfile, 'name' | 'picture'>;
  readonly review: Review;
  readonly today: LocalDate;
}) {
  const { text, levels, child, review, today } = props;
  const { reading, week, plan, goals, adjusted } = review;
  const { dose, pain, effort } = reading;
  const open = toOpenGoals(goals.goals);
  const score = toScore(goals);
  const headlines = toPageList(reading.headlines, pageLimits.headlines);
  const points = (value: number | null) => (value === null ? text('review.notSaid') : text('review.ofTen', { points: value }));
  const figures: readonly (readonly [string, string])[] = [
    [text('review.sessions'), toDose(dose.sessions)],
    [text('review.minutes'), toDose(dose.activeMinutes)],
    [text('review.repetitions'), toDose(dose.repetitions)],
    [text('review.pain'), points(pain)],
    [text('review.effort'), points(effort)],
    [text('review.stops'), formatNumber(text, reading.stops)],
    [text('review.incidents'), formatNumber(text, reading.incidents)],
  ];
  return (
    <article lang={text.language}>
      <header>
        <h1>
          {text('review.sheet.title')} · <span dir="auto">{toPageWords(child.name, 40) || text(`child.picture.${child.picture}`)}</span>
        </h1>
        <p>
          {text('app.name')} · {text('review.sheet.week')}: {formatDay(text, week.from, true)} – {formatDay(text, addDays(week.to, -1), true)} ·{' '}
          {text('review.sheet.printed')}: {formatDay(text, today, true)}
        </p>
      </header>
      <dl class="report-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {dose.help && (
        <p>
          <b>{text('review.helps')}:</b> {listHelps(dose.help)}
        </p>
      )}
      {headlines.shown.length > 0 && (
        <table>
          <thead>
            <tr>
              {['game', 'measure', 'last', 'mdc', 'floor', 'verdict'].map((name) => (
                <th key={name} scope="col">
                  {text(`review.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {headlines.shown.map((one) => {
              const row = toHeadlineWords(text, levels, one, review);
              return (
                <tr key={row.key}>
                  <td>
                    {row.game}, {row.level}
                  </td>
                  <td>
                    {row.measure}, {row.sensor}
                  </td>
                  <td>{row.last}</td>
                  <td>{row.mdc}</td>
                  <td>{row.floor}</td>
                  <td>
                    <b>{row.call}</b> {row.figures} {row.moved}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Left left={headlines.left} />
      {headlines.shown.length > 0 && <p class="small">{text('review.how')}</p>}
      <List
        title={text('review.sheet.goals')}
        list={toPageList(open, pageLimits.goals)}
        line={(goal) => text('review.sheet.goalLine', { words: toPageWords(goal.words, pageLimits.goalWords), now: toGoalNow(goal.id, goal.kind) })}
      />
      {score !== null && <p>{text('review.sheet.tScore', { score: formatNumber(text, score) })}</p>}
      <List
        title={text('review.told')}
        list={toPageList(listTold(reading.notes), pageLimits.notes)}
        line={(note) => `${formatDay(text, note.on)}: ${toPageWords(toNoteWords(text, note), pageLimits.words)}`}
      />
      <List
        title={text('review.adjusted')}
        list={toPageList(adjusted, pageLimits.adjustments)}
        line={(one) => `${formatDay(text, one.on)}: ${toPageWords(`${text(`${one.game}.name`)}: ${toAdjustmentWords(text, one)}`, pageLimits.words)}`}
      />
      <List
        title={text('review.sheet.plan')}
        list={toPageList(plan.items, pageLimits.plan)}
        line={(item) => {
          const level = levels.find((one) => one.game === item.game && one.id === item.level);
          const drill = findGame(item.game)?.drill;
          const trials = level && drill ? String(toItemParams(drill.params, level, item).trials) : '–';
          const name = level?.name[text.language] ?? item.level;
          const { sets, sessionsPerWeek: sessions } = item.dose;
          return toPageWords(
            text('review.sheet.planLine', { game: text(`${item.game}.name`), level: name, sets, trials, sessions }),
            pageLimits.planWords,
          );
        }}
      />
      <footer>{text('review.sheet.signed')}:</footer>
    </article>
  );

  function toDose({ done, planned }: DoseLine): string {
    const more = planned === null ? '' : ` ${text('review.planned', { count: planned })}`;
    return `${toDoneWords(text, done)}${more}`;
  }

  function listHelps(help: Readonly<Record<Help, number>>): string {
    const levelsOfHelp: readonly Help[] = [0, 1, 2, 3, 4];
    return levelsOfHelp
      .filter((level) => help[level] > 0)
      .map((level) => text('review.share', { help: text(`review.help.${level}`), share: toPercent(text, help[level]) }))
      .join(' · ');
  }

  function toGoalNow(goal: string, kind: 'gas' | 'copm'): string {
    const parts = toMeasures(kind).flatMap((measure) => {
      const ends = toGoalEnds(goals.checks, goal, measure);
      if (!ends) return [];
      const show = (value: number) => (measure === 'step' ? text(`goals.short.${value}`) : formatNumber(text, value));
      return [`${text(`goals.measure.${measure}`)} ${text('review.sheet.goalFrom', { now: show(ends.last), before: show(ends.first) })}`];
    });
    return parts.length > 0 ? parts.join(', ') : text('review.sheet.noCheck');
  }

  function Left({ left }: { readonly left: number }) {
    return left > 0 ? <p class="small">{text('review.sheet.left', { count: left })}</p> : null;
  }

  function List<T>({ title, list, line }: { readonly title: string; readonly list: PageList<T>; line(one: T): ComponentChildren }) {
    if (list.shown.length === 0) return null;
    return (
      <section>
        <h2>{title}</h2>
        <ul>
          {list.shown.map((one, i) => (
            <li key={i} dir="auto">
              {line(one)}
            </li>
          ))}
        </ul>
        <Left left={list.left} />
      </section>
    );
  }
}
