import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../../plan/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { Toggle } from '../../parts/toggle';
import { useApp, useStore, useText } from '../../parts/use-app';
import { useDownload } from './use-download';

/** Days of each period that can be sent; null: all. */
const periods = { month: 28, quarter: 84, all: null } as const;
type Period = keyof typeof periods;

/** Saves a period of a child as one file that a hospital's record can take in. */
export function SaveFhir({ child }: { readonly child: ChildProfile }) {
  const text = useText();
  const store = useStore();
  const { levels, today, now } = useApp();
  const download = useDownload();
  const [period, setPeriod] = useState<Period>('quarter');
  const [withName, setWithName] = useState(false);

  const save = () =>
    download.save(async () => {
      if (!store) throw new Error('no store');
      const [{ readFhirRecord, toFhirWords }, { toFhirBundle, toFhirFile, toFhirFileName }] = await Promise.all([
        import('./read-fhir'),
        import('../../../report/fhir/bundle'),
      ]);
      const wish = { child, withName, days: periods[period], today: today(), madeAt: now() };
      const record = await readFhirRecord(store, wish, levels);
      const name = toFhirFileName(wish.today);
      const file = new Blob([toFhirFile(toFhirBundle(record, toFhirWords(text, levels)))], { type: 'application/fhir+json' });
      return { name, file, said: text('fhir.saved', { name, count: record.sessions.length }) };
    });

  return (
    <Card title={text('fhir.title')}>
      <div class="save-fhir">
        <p class="hint">{text('fhir.hint')}</p>
        <Choice<Period>
          label={text('fhir.period')}
          value={period}
          options={(['month', 'quarter', 'all'] as const).map((value) => ({ value, label: text(`fhir.${value}`) }))}
          onChange={(to) => setPeriod(to)}
        />
        <Toggle label={text('fhir.name')} value={withName} onChange={setWithName} />
        <Button icon="download" disabled={download.busy} onPress={() => void save()}>
          {text('fhir.save')}
        </Button>
        <p role="status">{download.said}</p>
      </div>
    </Card>
  );
}
