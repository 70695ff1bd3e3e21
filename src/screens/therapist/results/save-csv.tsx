import { useEffect, useRef, useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import { games } from '../../../games/registry';
import { type CsvSession, type CsvSet, toCsvFileName, toSessionsCsv, toTrialsCsv, type UnitsOf } from '../../../report/csv';
import type { SessionSummary, Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useApp, useStore, useText } from '../../parts/use-app';

/** Sessions read at once while a table is made. */
const pageSize = 50;

/** Saves everything of a child as two tables for a spreadsheet. */
export function SaveCsv({ child }: { readonly child: Uuid }) {
  const text = useText();
  const store = useStore();
  const { today } = useApp();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const address = useRef<string | null>(null);
  const drop = () => {
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = null;
  };
  useEffect(() => drop, []);

  async function save(what: 'trials' | 'sessions'): Promise<void> {
    if (!store || busy) return;
    setBusy(true);
    setSaid(text('review.csvWait'));
    try {
      const { csv, count } = what === 'trials' ? await makeTrials(store, child) : await makeSessions(store, child);
      const name = toCsvFileName(what, today());
      drop();
      // The address stays until the next file: some browsers read it only after the press is over.
      address.current = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address.current;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setSaid(text('review.csvSaved', { name, count }));
    } catch {
      setSaid(text('therapist.results.problem'));
    }
    setBusy(false);
  }

  return (
    <Card title={text('review.csv')}>
      <div class="save-csv">
        <Button icon="download" disabled={busy} onPress={() => void save('trials')}>
          {text('review.csvTrials')}
        </Button>
        <Button icon="download" disabled={busy} onPress={() => void save('sessions')}>
          {text('review.csvSessions')}
        </Button>
        <p class="hint">{text('review.csvHint')}</p>
        <p role="status">{said}</p>
      </div>
    </Card>
  );
}

async function readAll(store: Store, child: Uuid): Promise<readonly SessionSummary[]> {
  const all: SessionSummary[] = [];
  for (let page: readonly SessionSummary[] = []; ; ) {
    const last = page.at(-1);
    page = await store.readSessions(child, pageSize, ...(last ? [last.at] : []));
    all.push(...page);
    if (page.length < pageSize) return all.reverse();
  }
}

async function makeTrials(store: Store, child: Uuid): Promise<{ csv: string; count: number }> {
  const rows: CsvSet[] = [];
  for (const { session, on } of await readAll(store, child)) {
    for (const [i, { set, at, level, source, head, trials }] of (await store.readSets(session)).entries()) {
      const { game, drill, drillVersion } = head;
      rows.push({ session, on, at, set, number: i + 1, game, level, source, drill, drillVersion, params: head.set.params, trials });
    }
  }
  return { csv: toTrialsCsv(child, rows, unitsOf), count: rows.reduce((sum, { trials }) => sum + trials.length, 0) };
}

async function makeSessions(store: Store, child: Uuid): Promise<{ csv: string; count: number }> {
  const rows: CsvSession[] = [];
  for (const one of await readAll(store, child)) {
    const { checks, feelings, notes, incidents } = await store.readSafetyOf(one.session);
    rows.push({
      ...one,
      painBefore: checks.at(-1)?.answers.pain ?? null,
      painAfter: feelings.at(-1)?.pain ?? null,
      notes: notes.map(({ words }) => words),
      incidents: incidents.map(({ what, day, time, when, happened, done }) =>
        [what, day, time, when, happened, done].filter((part) => part !== '').join(' · '),
      ),
    });
  }
  return { csv: toSessionsCsv(child, rows), count: rows.length };
}

const unitsOf: UnitsOf = (id) => {
  const drill = games.find((game) => game.drill.id === id)?.drill;
  if (!drill) return undefined;
  return {
    metrics: Object.fromEntries(Object.entries(drill.metrics).map(([name, { unit }]) => [name, unit])),
    params: Object.fromEntries(Object.entries(drill.params).map(([name, param]) => [name, param.kind === 'number' ? param.unit : 'none'])),
  };
};
