import type { Uuid } from '../../../core/ids';
import { games } from '../../../games/registry';
import { type CsvSession, type CsvSet, toSessionsCsv, toTrialsCsv, type UnitsOf } from '../../../report/csv';
import { type CsvTold, toGoalsCsv, toPlanChangesCsv, toToldCsv } from '../../../report/csv-beside-play';
import type { Store } from '../../../store/types';
import { readAllSessions } from './read-all-sessions';

/** The tables that can be saved of a child. */
export const csvTables = ['trials', 'sessions', 'goals', 'told', 'plan'] as const;
export type CsvTable = (typeof csvTables)[number];

/** A table as text, and how many rows it has. */
interface MadeTable {
  readonly csv: string;
  readonly count: number;
}

/** Makes one table from everything that is kept. Rejects when the database cannot be read. */
export const makeTable: Readonly<Record<CsvTable, (store: Store, child: Uuid) => Promise<MadeTable>>> = {
  async trials(store, child) {
    const rows: CsvSet[] = [];
    for (const { session, on } of await readAllSessions(store, child)) {
      for (const [i, { set, at, level, source, head, trials }] of (await store.readSets(session)).entries()) {
        const { game, drill, drillVersion } = head;
        rows.push({ session, on, at, set, number: i + 1, game, level, source, drill, drillVersion, params: head.set.params, trials });
      }
    }
    return { csv: toTrialsCsv(child, rows, unitsOf), count: rows.reduce((sum, { trials }) => sum + trials.length, 0) };
  },
  async sessions(store, child) {
    const rows: CsvSession[] = [];
    for (const one of await readAllSessions(store, child)) {
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
  },
  async goals(store, child) {
    const { goals, checks } = await store.readGoals(child);
    return { csv: toGoalsCsv(child, goals, checks), count: checks.length };
  },
  async told(store, child) {
    const { incidents, notes } = await store.readSafetyLog(child);
    const rows: CsvTold[] = [
      ...incidents.map(({ session, on, at, ...told }) => ({ session, on, at, told: { kind: 'adverse_event' as const, ...told } })),
      ...notes.map(({ session, on, at, words }) => ({ session, on, at, told: { kind: 'note' as const, words } })),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { csv: toToldCsv(child, rows), count: rows.length };
  },
  async plan(store, child) {
    const { revisions } = await store.readPlanHistory(child);
    return { csv: toPlanChangesCsv(child, revisions), count: revisions.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0) };
  },
};

const unitsOf: UnitsOf = (id) => {
  const drill = games.find((game) => game.drill.id === id)?.drill;
  if (!drill) return undefined;
  return {
    metrics: Object.fromEntries(Object.entries(drill.metrics).map(([name, { unit }]) => [name, unit])),
    params: Object.fromEntries(Object.entries(drill.params).map(([name, param]) => [name, param.kind === 'number' ? param.unit : 'none'])),
  };
};
