/** A cell: text, a number, or nothing where it was not told or not measurable. */
export type Cell = string | number | null;

/** Marks a file as UTF-8 for spreadsheets, which else read Chinese as noise. */
export const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180: CRLF, cells in quotes where they must be) that opens right in a spreadsheet. Text that a spreadsheet would
 * run as a formula gets an apostrophe before it; numbers stay numbers. Rows may be shorter than the head.
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head.map(toCell).join(',')];
  for (const row of rows) lines.push(head.map((_, i) => toCell(row[i] ?? null)).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(12))) : '';
  // Half-width and full-width signs, and what spreadsheets pass over before them.
  const safe = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A metric or parameter as a column: where it stands, its name and its unit. */
interface Column {
  readonly key: string;
  readonly head: string;
}

/** One set of the export with its trials. */
export interface CsvSet {
  readonly session: string;
  readonly on: string;
  readonly at: string;
  readonly set: string;
  readonly number: number;
  readonly game: string;
  readonly level: string;
  readonly source: string;
  readonly drill: string;
  readonly drillVersion: number;
  readonly params: Readonly<Record<string, number | string>>;
  readonly trials: readonly {
    readonly trial: number;
    readonly side: string | null;
    readonly outcome: string;
    readonly help: number;
    readonly startMs: number;
    readonly endMs: number;
    readonly metrics: Readonly<Record<string, number | undefined>>;
  }[];
}

/** Units of a drill's metrics and parameters by name; undefined where this version does not know the drill. */
export type UnitsOf = (
  drill: string,
) => { readonly metrics: Readonly<Record<string, string>>; readonly params: Readonly<Record<string, string>> } | undefined;

const trialHead = [
  'child_id',
  'session_id',
  'session_date',
  'set_started_utc',
  'set_id',
  'set_number',
  'game',
  'level',
  'sensor',
  'drill',
  'drill_version',
  'trial_number',
  'side',
  'outcome',
  'help_0_to_4',
  'start_in_set_ms',
  'end_in_set_ms',
] as const;

/** Every trial as a row, with all its measures and the parameters that it was played with, the unit in each head. */
export function toTrialsCsv(child: string, sets: readonly CsvSet[], unitsOf: UnitsOf): string {
  const metrics = toColumns(sets, 'metric', ({ trials }) => trials.flatMap((trial) => Object.keys(trial.metrics)), unitsOf);
  const params = toColumns(sets, 'param', (set) => Object.keys(set.params), unitsOf);
  return toCsv([...trialHead, ...[...metrics, ...params].map(({ head }) => head)], listRows());

  function* listRows(): Iterable<readonly Cell[]> {
    for (const set of sets) {
      for (const trial of set.trials) {
        yield [
          child,
          set.session,
          set.on,
          set.at,
          set.set,
          set.number,
          set.game,
          set.level,
          set.source,
          set.drill,
          set.drillVersion,
          trial.trial + 1,
          trial.side,
          trial.outcome,
          trial.help,
          trial.startMs,
          trial.endMs,
          ...metrics.map(({ key }) => readOwn(set.drill, trial.metrics, key)),
          ...params.map(({ key }) => readOwn(set.drill, set.params, key)),
        ];
      }
    }
  }
}

function readOwn(drill: string, values: Readonly<Record<string, Cell | undefined>>, key: string): Cell {
  const [of, name = ''] = key.split('\n');
  return of === drill && Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

function toColumns(
  sets: readonly CsvSet[],
  kind: 'metric' | 'param',
  namesOf: (set: CsvSet) => readonly string[],
  unitsOf: UnitsOf,
): readonly Column[] {
  const keys = new Set(sets.flatMap((set) => [...new Set(namesOf(set))].map((name) => `${set.drill}\n${name}`)));
  return [...keys].sort().map((key) => {
    const [drill = '', name = ''] = key.split('\n');
    const unit = unitsOf(drill)?.[kind === 'metric' ? 'metrics' : 'params'][name] ?? 'none';
    return { key, head: `${kind}_${drill}_${name}${unit === 'none' ? '' : ` [${unit}]`}` };
  });
}

/** One session of the export. */
export interface CsvSession {
  readonly session: string;
  readonly on: string;
  readonly at: string;
  readonly trials: number;
  readonly outcomes: { readonly success: number; readonly assisted: number; readonly miss: number; readonly lost: number };
  readonly helps: Readonly<Partial<Record<0 | 1 | 2 | 3 | 4, number>>>;
  readonly activeMs: number;
  readonly ended: string | null;
  readonly effort: number | null;
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  readonly notes: readonly string[];
  readonly incidents: readonly string[];
}

const sessionHead = [
  'child_id',
  'session_id',
  'session_date',
  'session_started_utc',
  'trials',
  'reached',
  'helped',
  'not_this_time',
  'sensor_lost_child',
  'help_0',
  'help_1_words',
  'help_2_touch',
  'help_3_hand_over_hand',
  'help_4_by_adult',
  'active_time [s]',
  'ended',
  'effort_omni [0 to 10]',
  'pain_before [0 to 10]',
  'pain_after [0 to 10]',
  'notes',
  'adverse_events',
] as const;

/** Every session as a row. */
export function toSessionsCsv(child: string, sessions: readonly CsvSession[]): string {
  return toCsv(
    sessionHead,
    sessions.map((one): readonly Cell[] => [
      child,
      one.session,
      one.on,
      one.at,
      one.trials,
      one.outcomes.success,
      one.outcomes.assisted,
      one.outcomes.miss,
      one.outcomes.lost,
      ...([0, 1, 2, 3, 4] as const).map((help) => one.helps[help] ?? 0),
      Math.round(one.activeMs / 100) / 10,
      one.ended,
      one.effort,
      one.painBefore,
      one.painAfter,
      one.notes.join('\n') || null,
      one.incidents.join('\n') || null,
    ]),
  );
}

/** File name of an export: what it holds and the day, never who played. */
export function toCsvFileName(what: string, on: string): string {
  return `pebble-bay-${what}-${on}.csv`;
}
