import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../core/dates';
import { findGame } from '../../../games/registry';
import type { HeartLimits } from '../../../plan/types';
import { toTrialTable } from '../../../report/trial-table';
import type { StoredSet } from '../../../store/types';
import { useApp, useText } from '../../parts/use-app';
import { formatParam, formatTime, toMetricName } from '../words';
import './replay.css';
import { HeartLine } from './heart-line';
import { MetricNote } from './metric-note';
import { SaveSet } from './save-set';
import { TrialReplayCard } from './trial-replay-card';
import { TrialRows } from './trial-rows';

/** One set with every trial's metrics; a trial's replay opens below. `on` is the session's day, `number` the set's place in it. */
export function SetResults(props: {
  readonly set: StoredSet;
  readonly on: LocalDate;
  readonly number: number;
  /** What heart rates are read against; null where nobody said. */
  readonly heart: HeartLimits | null;
}) {
  const { set, on, number } = props;
  const text = useText();
  const { levels } = useApp();
  const [note, setNote] = useState<string | null>(null);
  const [trial, setTrial] = useState<number | null>(null);
  const drill = findGame(set.head.game)?.drill;
  if (!drill || drill.id !== set.head.drill) return <p class="notice">{text('therapist.results.noDrill', { drill: set.head.drill })}</p>;
  const carried = Object.fromEntries(Object.entries(drill.metrics).filter(([, metric]) => metric.sources.includes(set.source)));
  const table = toTrialTable(carried, set.head.set, set.trials);
  const others = Object.fromEntries(Object.entries(drill.metrics).filter(([name]) => !Object.hasOwn(carried, name)));
  const notCarried = toTrialTable(others, set.head.set, []).notMeasured;
  const listNames = (metrics: readonly string[]) =>
    new Intl.ListFormat(text.language).format(metrics.map((metric) => toMetricName(text, drill.id, metric)));
  const level = levels.find((one) => one.id === set.level && one.game === set.head.game)?.name[text.language] ?? set.level;
  const sensor = text(`therapist.sensor.${set.source}`);
  const hasGap = table.notMeasured.length > 0 || table.columns.some((column) => column.values.includes(null));
  const title = text('therapist.results.set', { number, level });
  const sides = new Set(set.trials.map((result) => result.side ?? 'either'));
  const oneSide = sides.size === 1 ? ([...sides][0] ?? null) : null;
  const { distanceMm, targetWidthMm } = drill.params;
  return (
    <div class="set">
      <h3>
        {title}
        <small>
          {formatTime(text, set.at)} ·{' '}
          {[
            [distanceMm, set.head.set.params.distanceMm],
            [targetWidthMm, set.head.set.params.targetWidthMm],
          ]
            .flatMap(([param, value]) =>
              typeof param === 'object' && param.kind === 'number' && typeof value === 'number' && value > 0
                ? [`${text(`${param.label}.label`)} ${formatParam(text, param, value)}`]
                : [],
            )
            .join(' · ')}
          {oneSide !== null && ` · ${text('therapist.results.side')}: ${text(`therapist.side.${oneSide}`)}`}
        </small>
      </h3>
      <HeartLine set={set} limits={props.heart} />
      <TrialRows
        title={title}
        set={set}
        drill={drill}
        table={table}
        bySide={oneSide === null}
        trial={trial}
        note={note}
        onTrial={setTrial}
        onNote={setNote}
      />
      {note !== null && drill.metrics[note] && <MetricNote drill={drill.id} name={note} metric={drill.metrics[note]} onClose={() => setNote(null)} />}
      {hasGap && (
        <p class="hint">
          {text(set.source === 'touch' ? 'therapist.results.gapNote' : 'therapist.results.gapOther')}
          {table.notMeasured.length > 0 &&
            ` ${text('therapist.results.notMeasured', {
              names: listNames(table.notMeasured),
            })}`}
        </p>
      )}
      {notCarried.length > 0 && <p class="hint">{text('therapist.replay.notCarried', { sensor, names: listNames(notCarried) })}</p>}
      {trial !== null && <TrialReplayCard set={set} drill={drill} trial={trial} onChange={setTrial} />}
      <SaveSet set={set} on={on} number={number} />
    </div>
  );
}
