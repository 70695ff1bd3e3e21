import type { Uuid } from '../../../core/ids';
import { toCsvFileName } from '../../../report/csv';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useApp, useStore, useText } from '../../parts/use-app';
import { type CsvTable, csvTables, makeTable } from './make-csv';
import { useDownload } from './use-download';

/** Saves everything of a child as tables for a spreadsheet. */
export function SaveCsv({ child }: { readonly child: Uuid }) {
  const text = useText();
  const store = useStore();
  const { today } = useApp();
  const download = useDownload();

  const save = (what: CsvTable) =>
    download.save(async () => {
      if (!store) throw new Error('no store');
      const { csv, count } = await makeTable[what](store, child);
      const name = toCsvFileName(what, today());
      return { name, file: new Blob([csv], { type: 'text/csv;charset=utf-8' }), said: text('review.csvSaved', { name, count }) };
    });

  return (
    <Card title={text('review.csv')}>
      <div class="save-csv">
        {csvTables.map((what) => (
          <Button key={what} icon="download" disabled={download.busy} onPress={() => void save(what)}>
            {text(`review.table.${what}`)}
          </Button>
        ))}
        <p class="hint">{text('review.csvHint')}</p>
        <p role="status">{download.said}</p>
      </div>
    </Card>
  );
}
