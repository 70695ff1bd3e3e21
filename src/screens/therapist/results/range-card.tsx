import { useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import { type RangeColumn, type RangeTable, toRangeTables } from '../../../report/range-days';
import { Button } from '../../parts/button';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { findText, formatDay, formatNumber, formatTime } from '../words';
import './range-card.css';

/** Checks of one movement shown at once; the days before come on request. */
const firstRows = 5;

/** Today's comfortable range beside earlier days, as the range checks found it; nothing for a child who never needed one. */
export function RangeCard({ child }: { readonly child: Uuid }) {
  const text = useText();
  const store = useStore();
  const [all, setAll] = useState(false);
  const { value: checks, error } = useAsync(async () => (store ? store.readRangeChecks(child) : []), [store, child]);
  if (error) return <p class="notice">{text('therapist.results.problem')}</p>;
  const tables = toRangeTables(checks ?? []);
  if (tables.length === 0) return null;
  return (
    <section class="card ranges" aria-labelledby="ranges-title">
      <header class="card-head">
        <h2 id="ranges-title">{text('therapist.ranges.title')}</h2>
      </header>
      <p class="hint">{text('therapist.ranges.hint')}</p>
      <div class="range-tables">
        {tables.map((table) => (
          <RangeDays key={[table.source, table.movement, table.limb].join(' ')} table={table} rows={all ? table.rows.length : firstRows} />
        ))}
      </div>
      {!all && tables.some(({ rows }) => rows.length > firstRows) && (
        <Button size="main" onPress={() => setAll(true)}>
          {text('therapist.ranges.older')}
        </Button>
      )}
    </section>
  );
}

function RangeDays({ table, rows }: { readonly table: RangeTable; readonly rows: number }) {
  const text = useText();
  const { today } = useApp();
  const { source, movement, limb, unit, columns } = table;
  const name = `${text(`therapist.ranges.name.${limb ?? movement}`)} · ${text(`therapist.sensor.${source}`)}`;
  const unitName = text(`therapist.ranges.unit.${unit}`);
  const note = findText(text, `therapist.ranges.note.${movement}.${source}`);
  const bySide = columns.some(({ side }) => side !== null);
  const nameEnd = ({ to }: RangeColumn) => text(`therapist.ranges.to.${to}`);
  return (
    <div>
      <h3>
        {name} <small>{unitName}</small>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too (WCAG technique for scrollable regions) */}
      <section class="table-room" tabIndex={0} aria-label={name}>
        <table class="range-days">
          <caption class="unseen">{text('therapist.ranges.caption', { name, unit: unitName })}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={bySide ? 2 : 1}>
                {text('therapist.ranges.day')}
              </th>
              {!bySide &&
                columns.map((column) => (
                  <th key={column.to} scope="col">
                    {nameEnd(column)}
                  </th>
                ))}
              {bySide &&
                (['left', 'right'] as const).map((side) => {
                  const count = columns.filter((column) => column.side === side).length;
                  return (
                    count > 0 && (
                      <th key={side} scope="colgroup" colSpan={count} class="of-side">
                        {text(`therapist.ranges.side.${movement}.${side}`)}
                      </th>
                    )
                  );
                })}
            </tr>
            {bySide && (
              <tr>
                {columns.map((column, i) => (
                  <th key={`${column.side} ${column.to}`} scope="col" class={startsSide(columns, i) ? 'of-side' : ''}>
                    {nameEnd(column)}
                  </th>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {table.rows.slice(0, rows).map((row) => (
              <tr key={row.at} class={row.on === today() ? 'today' : ''}>
                <th scope="row">
                  {row.on === today() ? text('therapist.ranges.today') : formatDay(text, row.on, true)} <small>{formatTime(text, row.at)}</small>
                </th>
                {row.values.map((value, i) => (
                  <td key={`${columns[i]?.side} ${columns[i]?.to}`} class={startsSide(columns, i) ? 'of-side' : ''}>
                    {value === null ? (
                      <span class="gap">
                        <span aria-hidden="true">–</span>
                        <span class="unseen">{text('therapist.ranges.gap')}</span>
                      </span>
                    ) : (
                      formatNumber(text, value, table.digits)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note !== null && <p class="hint">{note}</p>}
    </div>
  );
}

function startsSide(columns: readonly RangeColumn[], i: number): boolean {
  return columns[i]?.side !== null && columns[i]?.side !== columns[i - 1]?.side;
}
