import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, type CsvSet, toCsv, toSessionsCsv, toTrialsCsv } from '../../src/report/csv';
import { toGoalsCsv, toPlanChangesCsv, toToldCsv } from '../../src/report/csv-beside-play';

/** A strict reader of RFC 4180, as a spreadsheet reads it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = csv.startsWith(byteOrderMark) ? 1 : 0; i < csv.length; i++) {
    const sign = csv[i] ?? '';
    if (quoted && sign === '"' && csv[i + 1] === '"') cell += csv[i++];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') endCell();
    else if (!quoted && sign === '\r' && csv[i + 1] === '\n') {
      endCell();
      rows.push([]);
      i++;
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

const set: CsvSet = {
  session: 's1',
  on: '2026-03-02',
  at: '2026-03-02T09:00:00.000Z',
  set: 'set1',
  number: 1,
  game: 'fireflies',
  level: '05-farther',
  source: 'touch',
  drill: 'reach',
  drillVersion: 2,
  params: { distanceMm: 120, mode: 'touch' },
  trials: [
    { trial: 0, side: 'left', outcome: 'success', help: 0, startMs: 0, endMs: 812.5, metrics: { movementMs: 612, sparc: -1.6 } },
    { trial: 1, side: null, outcome: 'lost', help: 2, startMs: 900, endMs: 1900, metrics: {} },
  ],
};
const units = { reach: { metrics: { movementMs: 'ms', sparc: 'none' }, params: { distanceMm: 'mm' } } };
const unitsOf = (drill: string) => (drill === 'reach' ? units.reach : undefined);

describe('the table of all trials', () => {
  const [head = [], first = [], second = []] = parse(toTrialsCsv('child', [set], unitsOf));
  const read = (row: string[], name: string) => row[head.indexOf(name)];

  it('has a row a trial, each measure with its unit in the head', () => {
    expect(read(first, 'metric_reach_movementMs [ms]')).toBe('612');
    expect(read(first, 'param_reach_distanceMm [mm]')).toBe('120');
    expect(read(first, 'trial_number')).toBe('1');
    expect(read(second, 'help_0_to_4')).toBe('2');
  });

  it('keeps a negative measure a number', () => {
    expect(read(first, 'metric_reach_sparc')).toBe('-1.6');
  });

  it('leaves empty what was not measurable, never zero', () => {
    expect(read(second, 'metric_reach_movementMs [ms]')).toBe('');
    expect(read(second, 'side')).toBe('');
  });

  it('keeps measures of one name apart by drill, and those that this version does not know', () => {
    const other = { ...set, drill: 'newer', trials: set.trials.slice(0, 1) };
    const [heads = [], one = [], , last = []] = parse(toTrialsCsv('child', [set, other], unitsOf));
    expect(last[heads.indexOf('metric_newer_movementMs')]).toBe('612');
    expect(one[heads.indexOf('metric_newer_movementMs')]).toBe('');
  });
});

describe('a file for spreadsheets', () => {
  it('begins with the mark of UTF-8 and ends each line with CR and LF', () => {
    expect(toCsv(['a'], [['妈妈']])).toBe('\uFEFFa\r\n妈妈\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=cmd'])('never runs the words %j as a formula', (words) => {
    expect(parse(toCsv(['a'], [[words]]))[1]).toEqual([`'${words}`]);
  });

  it('gives any words back as they were, in one cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 2, maxLength: 2 }), (cells) => {
        const [, row = []] = parse(toCsv(['a', 'b'], [cells]));
        expect(row.map((cell, i) => (cells[i] === cell ? cell : cell.slice(1)))).toEqual(cells);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it('never begins a cell with a formula, whatever stands before the sign, and quotes words with a semicolon', () => {
    const before = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\u0000', '\u3000', '\uFEFF'), maxLength: 3 });
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
    const hostile = fc
      .tuple(before, sign, fc.string({ unit: fc.constantFrom('a', '1', '=', '"', ',', ';', '\r', '\n'), maxLength: 8 }))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const csv = toCsv(['a', 'b'], [[one, two]]);
        const [, row = [], ...rest] = parse(csv);
        expect(rest.filter((cells) => cells.join('') !== '')).toEqual([]);
        expect(row).toEqual([`'${one}`, `'${two}`]);
        for (const words of [one, two].filter((each) => each.includes(';'))) expect(csv).toContain(`${words.replaceAll('"', '""')}"`);
      }),
    );
  });

  it('tells of each session what ended it, effort, pain and the notes', () => {
    const csv = toSessionsCsv('child', [
      {
        session: 's1',
        on: '2026-03-02',
        at: set.at,
        trials: 2,
        outcomes: { success: 1, assisted: 0, miss: 0, lost: 1 },
        helps: { 2: 1 },
        activeMs: 61_250,
        ended: 'pain',
        effort: 6,
        painBefore: 0,
        painAfter: null,
        notes: ['=HYPERLINK("x")', 'tall, "good"'],
        incidents: [],
      },
    ]);
    const [head = [], row = []] = parse(csv);
    const read = (name: string) => row[head.indexOf(name)];
    expect(['active_time [s]', 'ended', 'effort_omni [0 to 10]', 'pain_before [0 to 10]', 'pain_after [0 to 10]', 'help_2_touch'].map(read)).toEqual([
      '61.3',
      'pain',
      '6',
      '0',
      '',
      '1',
    ]);
    expect(read('notes')).toBe('\'=HYPERLINK("x")\ntall, "good"');
  });
});

describe('what stands beside play', () => {
  const steps = { [-2]: 'now', [-1]: '', 0: 'alone', 1: '', 2: '' };
  const goal = { id: 'g1', kind: 'gas', words: '=zip; alone', on: '2026-03-01', steps, weight: 1, closed: null } as const;

  it('has each answer of a goal beside its words, and a goal without an answer once', () => {
    const check = { goal: 'g1', on: '2026-03-08', measure: 'step', value: -2 } as const;
    const [, answered, bare] = parse(toGoalsCsv('c1', [goal, { ...goal, id: 'g2' }], [check]));
    expect(answered).toEqual(['c1', 'g1', "'=zip; alone", 'gas', '2026-03-01', '', '1', '2026-03-08', 'step', '-2', 'now']);
    expect(bare?.slice(7)).toEqual(['', '', '', '']);
  });

  it('has a row for each field that a change of the plan set, and an empty cell for one that it took away', () => {
    const change = {
      id: 'e1',
      on: '2026-03-02',
      at: '2026-03-02T09:00:00.000Z',
      by: 'hand',
      author: 'KM',
      fields: { 'items.a.level': '02', 'items.a.tip': null },
    };
    const rows = parse(toPlanChangesCsv('c1', [change]));
    expect(rows.slice(1).map((row) => row.slice(4))).toEqual([
      ['hand', 'KM', 'items.a.level', '02'],
      ['hand', 'KM', 'items.a.tip', ''],
    ]);
  });

  it('has adverse events and notes in one table', () => {
    const fall = { kind: 'adverse_event', what: 'fall', day: '2026-03-01', time: '', when: 'during', happened: 'Slid.', done: '' } as const;
    const at = '2026-03-01T09:00:00.000Z';
    const rows = parse(
      toToldCsv('c1', [
        { session: null, on: '2026-03-01', at, told: fall },
        { session: 's1', on: '2026-03-01', at, told: { kind: 'note', words: 'Tall.' } },
      ]),
    );
    expect(rows[1]).toEqual(['c1', '', '2026-03-01', at, 'adverse_event', 'fall', '2026-03-01', '', 'during', 'Slid.', '']);
    expect(rows[2]?.slice(4)).toEqual(['note', '', '', '', '', 'Tall.', '']);
  });
});
