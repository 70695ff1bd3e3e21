import { useState } from 'preact/hooks';
import type { LocalDate } from '../../../core/dates';
import { findGame } from '../../../games/registry';
import { toTrialTable } from '../../../report/trial-table';
import type { StoredSet } from '../../../store/types';
import { IconButton } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { useApp, useText } from '../../parts/use-app';
import { formatNumber, formatParam, formatTime, toMetricName, toUnitKey } from '../words';
import './replay.css';
import { MetricNote } from './metric-note';
import { SaveSet } from './save-set';
import { isHandPath, TrialReplayCard } from './trial-replay-card';

/** One set with every trial's metrics; a trial's replay opens below. `on` is the session's day, `number` the set's place in it. */
export function SetResults({ set, on, number }: { readonly set: StoredSet; readonly on: LocalDate; readonly number: number }) {
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too (WCAG technique for scrollable regions) */}
      <section class="table-room" tabIndex={0} aria-label={title}>
        <table class="trials">
          <thead>
            <tr>
              <th scope="col">{text('therapist.results.trial')}</th>
              <th scope="col">{text('therapist.results.path')}</th>
              <th scope="col">{text('therapist.results.outcome')}</th>
              {oneSide === null && <th scope="col">{text('therapist.results.side')}</th>}
              {table.columns.map(({ metric }) => (
                <th key={metric} scope="col" class="number">
                  <button
                    type="button"
                    class="metric-head"
                    aria-expanded={note === metric}
                    title={text('therapist.results.define', { name: toMetricName(text, drill.id, metric) })}
                    onClick={() => setNote(note === metric ? null : metric)}
                  >
                    <span>{toMetricName(text, drill.id, metric)}</span>
                    <Icon name="info" />
                  </button>
                  <small>
                    <span class="unit-name">{text(`unit.${toUnitKey(drill.metrics[metric]?.unit ?? 'none')}.name`)} ·</span> {sensor}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {set.trials.map((result, row) => (
              <tr key={result.trial} class={trial === result.trial ? 'chosen' : ''}>
                <th scope="row">{formatNumber(text, result.trial + 1)}</th>
                <td>
                  <IconButton
                    icon={isHandPath(set, drill) ? 'hand-path' : 'play'}
                    label={text(isHandPath(set, drill) ? 'therapist.results.showPath' : 'therapist.replay.show', { number: result.trial + 1 })}
                    pressed={trial === result.trial}
                    onPress={() => setTrial(trial === result.trial ? null : result.trial)}
                  />
                </td>
                <td class="ended">
                  <span class={`outcome ${result.outcome}`}>{text(`therapist.outcome.${result.outcome}`)}</span>
                  {result.help > 0 && <small> {text(`therapist.help.${result.help}`)}</small>}
                </td>
                {oneSide === null && <td>{text(`therapist.side.${result.side ?? 'either'}`)}</td>}
                {table.columns.map(({ metric, values }) => {
                  const value = values[row] ?? null;
                  return (
                    <td key={metric} class="number">
                      {value === null ? (
                        <span class="gap">
                          <span aria-hidden="true">–</span>
                          <span class="unseen">{text('therapist.results.gap')}</span>
                        </span>
                      ) : (
                        formatNumber(text, value, drill.metrics[metric]?.digits ?? 0)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {table.columns.length > 0 && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={oneSide === null ? 4 : 3}>
                  {text('therapist.results.median')}
                </th>
                {table.columns.map(({ metric, spread }) => (
                  <td key={metric} class="number">
                    {spread && formatNumber(text, spread.median, drill.metrics[metric]?.digits ?? 0)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
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
