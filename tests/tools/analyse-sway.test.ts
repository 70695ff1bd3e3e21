import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/tools/analyse';

const root = join(import.meta.dirname, '../..');
const reference = join(root, '../shared/data/cop');
const header = 't_ms,ml_mm,ap_mm';
const timeNames =
  'N,T_s,mdist_mm,mdist_ml_mm,mdist_ap_mm,rms_mm,rms_ml_mm,rms_ap_mm,range_ml_mm,range_ap_mm,path_mm,path_ml_mm,path_ap_mm,mvelo_mm_s,' +
  'mvelo_ml_mm_s,mvelo_ap_mm_s,area_ce_mm2,area_pred_mm2,area_cc_mm2,area_sw_mm2_s,mfreq_hz,mfreq_ml_hz,mfreq_ap_hz,fd_ce,fd_cc,main_dir_from_ap_deg';
const spectrumNames = 'power_mm2,pf50_hz,pf95_hz,cfreq_hz,freqd,mean_freq_hz,peak_freq_hz';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyse-sway-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows of a person who sways on an ellipse of 4 and 8 mm, a round every 2 s. */
function drawRows(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / 200;
    return `${i * 10},${(3 + 4 * Math.cos(turn)).toFixed(4)},${(8 * Math.sin(turn) - 40).toFixed(4)}`;
  });
}

function writeTable(name: string, rows: readonly string[], change: (text: string) => string = (text) => text): string {
  const path = join(folder, name);
  writeFileSync(path, change([header, ...rows, ''].join('\n')));
  return path;
}

async function analyse(...files: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(['sway', ...files], { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}

async function expectRefused(path: string, problem: string) {
  expect(await analyse(path)).toEqual({ status: 2, lines: [], results: [], errors: [`${path}: ${problem}`] });
}

const sections = ['time', 'freq_ml', 'freq_ap', 'freq_rd'] as const;

describe('a sway recording', () => {
  test('gives one line with both pipelines, each in the time domain and in three spectra', async () => {
    const path = writeTable('good.csv', drawRows(2000));
    const { status, errors, results } = await analyse(path);
    expect({ status, errors, count: results.length }).toEqual({ status: 0, errors: [], count: 1 });
    const [result] = results;
    expect(Object.keys(result)).toEqual(['kind', 'file', 'raw', 'lp5']);
    expect(result).toMatchObject({ kind: 'sway', file: path });
    for (const pipeline of ['raw', 'lp5']) {
      expect(Object.keys(result[pipeline])).toEqual(sections);
      expect(Object.keys(result[pipeline].time).join()).toBe(timeNames);
      for (const section of sections.slice(1)) expect(Object.keys(result[pipeline][section]).join()).toBe(spectrumNames);
    }
    expect(result.raw.time).toMatchObject({ N: 2000, T_s: 20, range_ml_mm: 8, range_ap_mm: 16 });
    expect(result.raw.time.rms_mm).toBeCloseTo(Math.sqrt(40), 4);
    expect(result.raw.freq_rd.peak_freq_hz).toBe(1);
  });

  const plainLine = async () => JSON.parse((await analyse(writeTable('plain.csv', drawRows(1200)))).lines[0] ?? '{}');
  test.each<[string, (text: string) => string]>([
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['blank rows at the end', (text) => `${text}\n\r\n`],
    ['a clock that starts elsewhere', (text) => text.replace(/^\d+/gm, (ms) => `${Number(ms) + 1_700_000_000_000}`)],
    ['time stamps with a tenth of a millisecond of jitter', (text) => text.replace(/^(\d+)0,/gm, (_, ms) => `${ms}0.${Number(ms) % 2},`)],
  ])('%s change nothing', async (_, change) => {
    const { status, errors, results } = await analyse(writeTable('variant.csv', drawRows(1200), change));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect({ ...results[0], file: '' }).toEqual({ ...(await plainLine()), file: '' });
  });
});

describe('what a recording does not carry is null, and a note says why', () => {
  const nulls = (values: Record<string, number | null>) => Object.keys(values).filter((key) => values[key] === null);

  test('one row less than 10 s: no spectra', async () => {
    const path = writeTable('short.csv', drawRows(999));
    const { status, results, errors } = await analyse(path);
    expect(status).toBe(0);
    for (const pipeline of ['raw', 'lp5'] as const) {
      expect(nulls(results[0][pipeline].time)).toEqual([]);
      for (const section of sections.slice(1)) expect(nulls(results[0][pipeline][section]).join()).toBe(spectrumNames);
    }
    expect(errors).toEqual(
      ['raw', 'lp5'].map(
        (pipeline) => `${path}: row 1000, column t_ms: ${pipeline} freq_ml, freq_ap and freq_rd are not measurable: 9.99 s, 10 s are needed`,
      ),
    );
  });

  test('nine rows: nothing can be filtered; one row: nothing can be measured', async () => {
    const nine = writeTable('nine.csv', drawRows(9));
    const filtered = await analyse(nine);
    expect(nulls(filtered.results[0].raw.time)).toEqual([]);
    expect(nulls(filtered.results[0].lp5.time).join()).toBe(timeNames.replace('N,T_s,', ''));
    expect(filtered.errors.at(-1)).toBe(`${nine}: row 10, column t_ms: lp5 is not measurable: 9 of the 10 samples it needs`);
    const one = writeTable('one.csv', drawRows(1));
    const alone = await analyse(one);
    expect(alone.status).toBe(0);
    expect(alone.results[0].raw.time).toMatchObject({ N: 1, T_s: 0.01, mdist_mm: null });
    expect(alone.errors[0]).toBe(`${one}: row 2, column t_ms: raw is not measurable: 1 of the 3 samples it needs`);
  });

  test('a swing straight front to back: no area, and nothing to the side but its frequency is missing', async () => {
    const path = writeTable(
      'line.csv',
      drawRows(6000).map((row) => row.replace(/,[^,]*,/, ',0,')),
    );
    const { status, results, errors, lines } = await analyse(path);
    expect(status).toBe(0);
    expect(lines.join()).not.toContain('NaN');
    const { raw } = results[0];
    expect([raw.time.area_ce_mm2, raw.time.area_pred_mm2, raw.time.rms_ml_mm]).toEqual([0, 0, 0]);
    expect(sections.map((section) => nulls(raw[section]).join())).toEqual(['mfreq_ml_hz,fd_ce', spectrumNames.replace('power_mm2,', ''), '', '']);
    const because = 'not measurable: no movement, or no area, to measure by';
    expect(errors[0]).toBe(`${path}: rows 2 to 6001, column ml_mm: raw time mfreq_ml_hz, fd_ce ${because}`);
  });

  test('a point at rest: zeros for lengths, and no frequency', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `${i * 10},0.1,-71.3`);
    const { results } = await analyse(writeTable('rest.csv', rows));
    for (const pipeline of ['raw', 'lp5'] as const) {
      const { time, freq_rd } = results[0][pipeline];
      expect([time.rms_mm, time.path_mm, time.area_cc_mm2, freq_rd.power_mm2]).toEqual([0, 0, 0, 0]);
      expect(nulls(time).join()).toBe('mfreq_hz,mfreq_ml_hz,mfreq_ap_hz,fd_ce,fd_cc,main_dir_from_ap_deg');
    }
  });
});

describe('a file that is not sampled evenly at 100 Hz is refused by row and column', () => {
  const apart = '(the rows of a sway recording are 10 ms apart, 100 Hz)';
  const rows = drawRows(1200);
  test.each<[string, readonly string[], string]>([
    ['a missing row', [...rows.slice(0, 700), ...rows.slice(701)], `row 702, column t_ms: 7010 where 7000 should be ${apart}`],
    ['a row given twice', [...rows.slice(0, 5), ...rows.slice(4)], `row 7, column t_ms: 40 where 50 should be ${apart}`],
    ['50 Hz', rows.filter((_, i) => i % 2 === 0), `row 3, column t_ms: 20 where 10 should be ${apart}`],
    ['60 Hz', rows.map((row, i) => row.replace(/^\d+/, `${Math.round((i * 1000) / 60)}`)), `row 3, column t_ms: 17 where 10 should be ${apart}`],
    ['seconds instead of ms', rows.map((row, i) => row.replace(/^\d+/, `${i / 100}`)), `row 3, column t_ms: 0.01 where 10 should be ${apart}`],
    [
      'a clock that runs 1 % fast',
      rows.map((row, i) => row.replace(/^\d+/, `${i * 10.1}`)),
      `row 8, column t_ms: 60.599999999999994 where 60 should be ${apart}`,
    ],
    ['time that goes back', [...rows.slice(0, 9), ...rows.slice(3)], `row 11, column t_ms: 30 where 90 should be ${apart}`],
  ])('%s', (_, changed, problem) => expectRefused(writeTable('uneven.csv', changed), problem));
});

describe('a file that is not what it says is refused by row and column', () => {
  const rows = drawRows(1200);
  const withCell = (row: number, cells: string) => writeTable('cell.csv', rows.with(row - 2, cells));
  test.each([
    [17, '150,abc,1', 'row 17, column ml_mm: "abc" is not a number'],
    [17, '150,1,', 'row 17, column ap_mm: the cell is blank'],
    [17, '150,1,NaN', 'row 17, column ap_mm: "NaN" is not a number'],
    [17, '150,1', 'row 17, column ap_mm: the cell is missing'],
    [17, '150,1,2,3', 'row 17, column 4: "3" is one cell too many (the header has 3)'],
    [17, '', 'row 17, column t_ms: the row is blank'],
  ])('row %i as %j', (row, cells, problem) => expectRefused(withCell(row, cells), problem));

  test('another header, a header alone, an empty file and no file', async () => {
    const wrong = (text: string) => text.replace(header, 't_ms,ap_mm,ml_mm');
    await expectRefused(writeTable('swapped.csv', rows, wrong), `row 1, column 2: "ap_mm" where "ml_mm" should be (the columns are ${header})`);
    await expectRefused(writeTable('header.csv', []), 'row 2, column t_ms: there are no samples');
    await expectRefused(
      writeTable('empty.csv', [], () => ''),
      'row 1, column t_ms: the file is empty or begins with a blank row',
    );
    await expectRefused(join(folder, 'nothing.csv'), 'there is no such file');
  });

  test('more than an hour is no recording of sway', async () => {
    const hours = Array.from({ length: 360_001 }, (_, i) => `${i * 10},1,1`);
    await expectRefused(writeTable('hours.csv', hours), 'row 360002, column t_ms: longer than an hour is no recording of sway');
  });

  test('the files around it are still done, in order', async () => {
    const good = writeTable('good.csv', rows);
    const { status, results, errors } = await analyse(good, join(folder, 'nothing.csv'), good);
    expect(status).toBe(2);
    expect(results.map(({ file }) => file)).toEqual([good, good]);
    expect(errors).toHaveLength(1);
  });
});

const present = existsSync(join(reference, 'expected.json'));
if (!present) console.info('skipped: no reference recordings');
test.skipIf(!present)('the command prints the reference values of the reference recordings, by their names', async () => {
  const expected = JSON.parse(readFileSync(join(reference, 'expected.json'), 'utf8'));
  const names = Object.keys(expected);
  const typed = names.map((name) => `../shared/data/cop/${name}`);
  const { status, errors, results: printed } = await analyse(...typed);
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  expect(printed.map(({ file }) => file)).toEqual(typed);
  for (const [i, name] of names.entries()) {
    for (const pipeline of ['raw', 'lp5']) {
      for (const section of sections) {
        const found = printed[i][pipeline][section];
        expect(Object.keys(found)).toEqual(Object.keys(expected[name][pipeline][section]));
        for (const [key, value] of Object.entries(expected[name][pipeline][section]))
          expect(Math.abs(found[key] / Number(value) - 1), `${name} ${pipeline} ${section} ${key}`).toBeLessThan(1e-5);
      }
    }
  }
});
