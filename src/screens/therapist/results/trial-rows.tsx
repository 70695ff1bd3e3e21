import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { AnyDrill } from '../../../drills/types';
import type { TrialColumn, TrialTable } from '../../../report/trial-table';
import type { StoredSet } from '../../../store/types';
import { IconButton } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { useText } from '../../parts/use-app';
import { formatMetric, formatNumber, toMetricName, toUnitKey } from '../words';
import { isHandPath } from './trial-replay-card';
import { useFit } from './use-fit';

/** The row below a trial, or below the medians, that is open. */
type OpenRow = number | 'median' | null;

/** Every trial of a set with its measures. Those that do not fit side by side are in a row of their own, which a button in each row opens. */
export function TrialRows(props: {
  readonly title: string;
  readonly set: StoredSet;
  readonly drill: AnyDrill;
  readonly table: TrialTable;
  /** The column of sides is left out where all trials have one. */
  readonly bySide: boolean;
  readonly trial: number | null;
  readonly note: string | null;
  onTrial(trial: number | null): void;
  onNote(metric: string | null): void;
}) {
  const { set, drill, table, bySide } = props;
  const text = useText();
  const { ref, fit } = useFit('thead .number');
  const [open, setOpen] = useState<OpenRow>(null);
  const shown = table.columns.slice(0, fit);
  const rest = table.columns.slice(fit);
  const fixed = bySide ? 4 : 3;
  const toggle = (row: OpenRow) => setOpen(open === row ? null : row);
  const head = (metric: string) => (
    <button
      type="button"
      class="metric-head"
      aria-expanded={props.note === metric}
      title={text('therapist.results.define', { name: toMetricName(text, drill.id, metric) })}
      onClick={() => props.onNote(props.note === metric ? null : metric)}
    >
      <span>{toMetricName(text, drill.id, metric)}</span>
      <Icon name="info" />
    </button>
  );
  const moreCell = (row: number | 'median', label: string) =>
    rest.length > 0 && (
      <td class="more">
        <button type="button" class="more-button" aria-expanded={open === row} aria-label={label} title={label} onClick={() => toggle(row)}>
          <Icon name={open === row ? 'minus' : 'plus'} />
        </button>
      </td>
    );
  const moreRow = (row: number | 'median', read: (column: TrialColumn) => number | null) =>
    rest.length > 0 &&
    open === row && (
      <tr class="more-row">
        <td colSpan={fixed + shown.length + 1}>
          <dl>
            {rest.map((column) => (
              <div key={column.metric}>
                <dt>{head(column.metric)}</dt>
                <dd>
                  <Value value={read(column)}>
                    {(value) => {
                      const metric = drill.metrics[column.metric];
                      return metric ? formatMetric(text, drill.id, column.metric, metric, value) : '';
                    }}
                  </Value>
                </dd>
              </div>
            ))}
          </dl>
        </td>
      </tr>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too (WCAG technique for scrollable regions)
    <section class="table-room" tabIndex={0} aria-label={props.title} ref={ref}>
      <table class="trials">
        <thead>
          <tr>
            <th scope="col">{text('therapist.results.trial')}</th>
            <th scope="col">{text('therapist.results.path')}</th>
            <th scope="col">{text('therapist.results.outcome')}</th>
            {bySide && <th scope="col">{text('therapist.results.side')}</th>}
            {shown.map(({ metric }) => (
              <th key={metric} scope="col" class="number">
                {head(metric)}
                <small>
                  <span class="unit-name">{text(`unit.${toUnitKey(drill.metrics[metric]?.unit ?? 'none')}.name`)} ·</span>{' '}
                  {text(`therapist.sensor.${set.source}`)}
                </small>
              </th>
            ))}
            {rest.length > 0 && (
              <th scope="col" class="more">
                {text('therapist.results.more')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {set.trials.map((result, row) => (
            <Fragment key={result.trial}>
              <tr class={props.trial === result.trial ? 'chosen' : ''}>
                <th scope="row">{formatNumber(text, result.trial + 1)}</th>
                <td>
                  <IconButton
                    icon={isHandPath(set, drill) ? 'hand-path' : 'play'}
                    label={text(isHandPath(set, drill) ? 'therapist.results.showPath' : 'therapist.replay.show', { number: result.trial + 1 })}
                    pressed={props.trial === result.trial}
                    onPress={() => props.onTrial(props.trial === result.trial ? null : result.trial)}
                  />
                </td>
                <td class="ended">
                  <span class={`outcome ${result.outcome}`}>{text(`therapist.outcome.${result.outcome}`)}</span>
                  {result.help > 0 && <small> {text(`therapist.help.${result.help}`)}</small>}
                </td>
                {bySide && <td>{text(`therapist.side.${result.side ?? 'either'}`)}</td>}
                {shown.map(({ metric, values }) => (
                  <td key={metric} class="number">
                    <Value value={values[row] ?? null}>{(value) => formatNumber(text, value, drill.metrics[metric]?.digits ?? 0)}</Value>
                  </td>
                ))}
                {moreCell(row, text('therapist.results.moreOf', { number: result.trial + 1 }))}
              </tr>
              {moreRow(row, ({ values }) => values[row] ?? null)}
            </Fragment>
          ))}
        </tbody>
        {table.columns.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={fixed}>
                {text('therapist.results.median')}
              </th>
              {shown.map(({ metric, spread }) => (
                <td key={metric} class="number">
                  {spread && formatNumber(text, spread.median, drill.metrics[metric]?.digits ?? 0)}
                </td>
              ))}
              {moreCell('median', text('therapist.results.moreMedian'))}
            </tr>
            {moreRow('median', ({ spread }) => spread?.median ?? null)}
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** A value, or a dash that says that it was not measurable. */
function Value(props: { readonly value: number | null; readonly children: (value: number) => ComponentChildren }) {
  const text = useText();
  if (props.value !== null) return <>{props.children(props.value)}</>;
  return (
    <span class="gap">
      <span aria-hidden="true">–</span>
      <span class="unseen">{text('therapist.results.gap')}</span>
    </span>
  );
}
