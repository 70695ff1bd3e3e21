import { useState } from 'preact/hooks';
import { addDays } from '../../../core/dates';
import type { Uuid } from '../../../core/ids';
import { findGame } from '../../../games/registry';
import { findChoices, toChange, toNoiseBand, toProgress } from '../../../report/progress';
import { toPageWords } from '../../../report/report-page';
import type { ChildGoals } from '../../../store/kept-goals';
import { Choice } from '../../parts/choice';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { toLane, toOpenGoals } from '../goals/goal-words';
import { formatMetric, formatNumber, toMetricName, toUnitKey } from '../words';
import { MetricNote } from './metric-note';
import { ProgressPlot } from './progress-plot';
import { Select } from './select';

/** How far back the plot may look. */
const periods = { month: 31, quarter: 92, year: 366 } as const;
type Period = keyof typeof periods;
const isPeriod = (name: string): name is Period => name in periods;

/** The measure that opens: how long a reach takes tracks severity (Fitts on a tablet, PMC5754271). */
const firstMetric = 'movementMs';

/** One metric over the sessions, with what is better and the band of ordinary ups and downs, in words and as a plot. */
export function ProgressCard({ child, goals }: { readonly child: Uuid; readonly goals: ChildGoals | null }) {
  const text = useText();
  const store = useStore();
  const { levels, today } = useApp();
  const [period, setPeriod] = useState<Period>('quarter');
  const [wantedMetric, setMetric] = useState(firstMetric);
  const [wantedLevel, setLevel] = useState<string | null>(null);
  const [note, setNote] = useState(false);
  const { value: sessions } = useAsync(
    async () => (store ? store.readSessionsBetween(child, addDays(today(), 1 - periods[period]), addDays(today(), 1)) : []),
    [store, child, period],
  );
  if (!sessions) return null;
  const choices = findChoices(sessions).flatMap((choice) => {
    const drill = findGame(choice.game)?.drill;
    return drill ? [{ ...choice, drill, key: JSON.stringify(choice) }] : [];
  });
  const chosen = choices.find((choice) => choice.key === wantedLevel) ?? choices[0];
  const periodChoice = (
    <Choice
      label={text('therapist.progress.period')}
      hideLabel
      value={period}
      options={Object.keys(periods).map((name) => ({ value: name, label: text(`therapist.progress.${name}`) }))}
      onChange={(to) => isPeriod(to) && setPeriod(to)}
    />
  );
  if (!chosen) {
    return (
      <section class="card progress" aria-labelledby="progress-title">
        <header class="card-head">
          <h2 id="progress-title">{text('therapist.progress.title')}</h2>
          {periodChoice}
        </header>
        <p class="empty">{text('therapist.progress.none')}</p>
      </section>
    );
  }
  const { drill, game, level, source } = chosen;
  const measured = new Set(
    sessions.flatMap((session) =>
      session.parts
        .filter((part) => part.game === game && part.level === level)
        .flatMap((part) => Object.keys(part.values).filter((name) => (part.values[name]?.length ?? 0) > 0)),
    ),
  );
  const metrics = Object.keys(drill.metrics).filter((name) => measured.has(name));
  const metricName = metrics.includes(wantedMetric) ? wantedMetric : (metrics[0] ?? wantedMetric);
  const metric = drill.metrics[metricName];
  if (!metric) return null;
  const { points, left } = toProgress(sessions, { game, level, source, metric: metricName });
  const band = toNoiseBand(points);
  const change = toChange(points, band, metric.better);
  const last = points.at(-1);
  const show = (value: number) => formatMetric(text, drill.id, metricName, metric, value);
  const levelName = (id: string, of: string) => levels.find((one) => one.id === id && one.game === of)?.name[text.language] ?? id;
  return (
    <section class="card progress" aria-labelledby="progress-title">
      <header class="card-head">
        <h2 id="progress-title">{text('therapist.progress.title')}</h2>
        {periodChoice}
      </header>
      <div class="progress-choices">
        <Select
          label={text('therapist.progress.metric')}
          value={metricName}
          options={metrics.map((name) => ({ value: name, label: toMetricName(text, drill.id, name) }))}
          onChange={setMetric}
        />
        <Select
          label={text('therapist.progress.level')}
          value={chosen.key}
          options={choices.map((choice) => ({ value: choice.key, label: levelName(choice.level, choice.game) }))}
          onChange={setLevel}
        />
        <button type="button" class="button plain size-adult" aria-expanded={note} onClick={() => setNote(!note)}>
          <span>{text('therapist.progress.define')}</span>
        </button>
      </div>
      {note && <MetricNote drill={drill.id} name={metricName} metric={metric} onClose={() => setNote(false)} />}
      <p class="progress-words">
        {last && <b>{text('therapist.progress.last', { value: show(last.median), low: show(last.low), high: show(last.high) })}</b>}{' '}
        {change && text(`therapist.progress.change.${change}`)} {text(`therapist.better.${metric.better}`)}
      </p>
      <ProgressPlot
        points={points}
        band={band}
        digits={metric.digits}
        unit={text(`unit.${toUnitKey(metric.unit)}.name`)}
        name={toMetricName(text, drill.id, metricName)}
        sensor={text(`therapist.sensor.${source}`)}
        better={metric.better}
        lanes={toLanes()}
        show={show}
      />
      <p class="hint">
        {band ? text('therapist.progress.band', { count: band.sessions }) : text('therapist.progress.noBand')}
        {left > 0 && ` ${text('therapist.progress.older', { count: left })}`}
      </p>
    </section>
  );

  /** Checks since the period's first day: the measure and what it is for, on the same days. */
  function toLanes() {
    const from = addDays(today(), 1 - periods[period]);
    return toOpenGoals(goals?.goals ?? []).map((goal) => ({
      key: goal.id,
      name: text('goals.lane', { words: toPageWords(goal.words, 60) }),
      marks: toLane(goals?.checks ?? [], goal)
        .filter(({ on }) => on >= from)
        .map(({ on, share, value }) => ({ on, share, label: goal.kind === 'gas' ? text(`goals.short.${value}`) : formatNumber(text, value) })),
    }));
  }
}
