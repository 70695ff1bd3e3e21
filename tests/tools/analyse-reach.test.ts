import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/tools/analyse';

const root = join(import.meta.dirname, '../..');
const reference = join(root, '../shared/data/reach');
const header = 't_ms,x,y,target_x,target_y,target_r,inside';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows of a pointer that waits on a target and then goes to the next, a target each 2 s, 60 Hz. */
function drawRows(targets = 3): string[] {
  const rows: string[] = [];
  for (let target = 0; target < targets; target += 1) {
    for (let i = 0; i < 120; i += 1) {
      const share = Math.min(1, Math.max(0, (i - 20) / 50));
      const place = target - 1 + share ** 3 * (10 - 15 * share + 6 * share ** 2);
      const inside = i >= 70 ? 1 : 0;
      rows.push(`${target * 2000 + Math.round((i * 1000) / 60)},${Math.round(100 + 300 * place)},400,${100 + 300 * target},400,30,${inside}`);
    }
  }
  return rows;
}

function writeTable(name: string, rows: readonly string[], change: (text: string) => string | Buffer = (text) => text): string {
  const path = join(folder, name);
  writeFileSync(path, change([header, ...rows, ''].join('\n')));
  return path;
}

/** The file with one cell of one row (header = row 1) replaced. */
function writeWithCell(row: number, column: number, cell: string): string {
  const rows = drawRows();
  const cells = (rows[row - 2] ?? '').split(',');
  cells[column] = cell;
  rows[row - 2] = cells.join(',');
  return writeTable('cell.csv', rows);
}

async function analyse(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(args, { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}

async function expectRefused(path: string, problem: string) {
  expect(await analyse('reach', path)).toEqual({ status: 2, lines: [], results: [], errors: [`${path}: ${problem}`] });
}

describe('a pointer recording', () => {
  test('gives one line with a segment for each target that appeared, and medians over them', async () => {
    const path = writeTable('good.csv', drawRows(4));
    const { status, errors, results } = await analyse('reach', path);
    expect({ status, errors, count: results.length }).toEqual({ status: 0, errors: [], count: 1 });
    const [result] = results;
    expect(Object.keys(result)).toEqual(['kind', 'file', 'skipped', 'segments', 'median']);
    expect(result).toMatchObject({ kind: 'reach', file: path, skipped: 0 });
    expect(result.segments.map((s: { segment: number; start_ms: number; end_ms: number }) => [s.segment, s.start_ms, s.end_ms])).toEqual([
      [2, 2000, 3983],
      [3, 4000, 5983],
      [4, 6000, 7983],
    ]);
    expect(Object.keys(result.segments[0]).slice(3).join()).toBe(
      'onset_s,end_s,movement_time_s,peak_speed,path_straightness,time_to_peak_frac,movement_units,sparc,ldlj',
    );
    expect(Object.keys(result.median).join()).toBe('movement_time_s,peak_speed,path_straightness,movement_units,sparc,ldlj');
    expect(result.median.path_straightness).toBe(1);
    expect(result.median.movement_units).toBe(1);
  });

  test('the first target has no segment: it was there before the recording began', async () => {
    const { results } = await analyse('reach', writeTable('two.csv', drawRows(2)));
    expect(results[0].segments.map((s: { segment: number }) => s.segment)).toEqual([2]);
  });

  test('a new size of the same target is a new target', async () => {
    const rows = drawRows(3).map((row, i) => (i < 120 || i >= 180 ? row : row.replace(',400,30,', ',400,20,')));
    const { results } = await analyse('reach', writeTable('size.csv', rows));
    expect(results[0].segments.map((s: { segment: number }) => s.segment)).toEqual([2, 3, 4]);
  });

  test('a target without movement is left out, counted and named', async () => {
    const rows = drawRows(3).map((row, i) => (i < 240 ? row : row.replace(/^(\d+),\d+,/, '$1,555,')));
    const path = writeTable('rest.csv', rows);
    const { status, results, errors } = await analyse('reach', path);
    expect(status).toBe(0);
    expect(results[0].skipped).toBe(1);
    expect(results[0].segments).toHaveLength(1);
    expect(errors).toEqual([`${path}: row 242, column x: segment 3 is left out: no movement`]);
  });

  const plainLine = async () => JSON.parse((await analyse('reach', writeTable('plain.csv', drawRows()))).lines[0] ?? '{}');
  test.each<[string, (text: string) => string]>([
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['blank rows at the end', (text) => `${text}\n\r\n\n`],
    ['no line end at the end', (text) => text.trimEnd()],
    ['quoted numbers', (text) => text.replace(/[^,\n]+/g, '"$&"')],
    ['spaces after commas', (text) => text.replaceAll(',', ', ')],
    ['numbers with decimals', (text) => text.replaceAll(',400,', ',400.00,')],
    ['a time stamp given twice', (text) => text.replace(/\n(3000,[^\n]*)/, '\n$1\n$1')],
  ])('%s change nothing', async (_, change) => {
    const { status, errors, results } = await analyse('reach', writeTable('variant.csv', drawRows(), change));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect({ ...results[0], file: '' }).toEqual({ ...(await plainLine()), file: '' });
  });

  test('a file many times larger than one read is done row by row', async () => {
    const { status, results } = await analyse('reach', writeTable('large.csv', drawRows(1000)));
    expect(status).toBe(0);
    expect(results[0].segments).toHaveLength(999);
  });
});

describe('a file that is not what it says is refused by row and column', () => {
  test.each([
    [17, 3, 'abc', 'row 17, column target_x: "abc" is not a number'],
    [2, 0, 'NaN', 'row 2, column t_ms: "NaN" is not a number'],
    [361, 1, 'Infinity', 'row 361, column x: "Infinity" is not a number'],
    [9, 2, '1e999', 'row 9, column y: "1e999" is too large'],
    [9, 2, '0x10', 'row 9, column y: "0x10" is not a number'],
    [9, 2, '', 'row 9, column y: the cell is blank'],
    [9, 2, '""', 'row 9, column y: the cell is blank'],
    [9, 5, '0', 'row 9, column target_r: 0 is not above 0'],
    [9, 6, '2', 'row 9, column inside: 2 is neither 0 nor 1'],
    [9, 6, '0,7', 'row 9, column 8: "7" is one cell too many (the header has 7)'],
    [9, 6, '1\u0000', 'row 9, column inside: not text (a binary file, or not UTF-8)'],
    [9, 0, '100', 'row 9, column t_ms: 100 is earlier than 100.5 in the row before'],
  ])('row %i, cell %i: %j', async (row, column, cell, problem) => {
    if (!problem.includes('earlier')) return expectRefused(writeWithCell(row, column, cell), problem);
    const rows = drawRows();
    rows[6] = (rows[6] ?? '').replace(/^\d+/, '100.5');
    rows[7] = (rows[7] ?? '').replace(/^\d+/, cell);
    return expectRefused(writeTable('back.csv', rows), problem);
  });

  test('a row that breaks off, and a blank row between rows', async () => {
    const rows = drawRows();
    await expectRefused(writeTable('cut.csv', [...rows.slice(0, 5), '83,1']), 'row 7, column y: the cell is missing');
    await expectRefused(writeTable('gap.csv', [...rows.slice(0, 5), '', ...rows.slice(5)]), 'row 7, column t_ms: the row is blank');
  });

  const right = `(the columns are ${header})`;
  test.each([
    ['t_ms,x,y,target_x,target_y,inside', `row 1, column target_r: not in the header ${right}`],
    [`${header},speed`, `row 1, column 8: "speed" does not belong ${right}`],
    [`${header},x`, `row 1, column 8: "x" does not belong ${right}`],
    ['t_ms,y,x,target_x,target_y,target_r,inside', `row 1, column 2: "y" where "x" should be ${right}`],
    ['T_ms,x,y,target_x,target_y,target_r,inside', `row 1, column t_ms: not in the header ${right}`],
    [header.replaceAll(',', ';'), `row 1, column t_ms: not in the header ${right}`],
    ['', 'row 1, column t_ms: the file is empty or begins with a blank row'],
  ])('header %j', async (wrong, problem) => {
    await expectRefused(
      writeTable('header.csv', drawRows(), (text) => text.replace(header, wrong)),
      problem,
    );
  });

  test('an empty file, a header alone, one target only and too few samples', async () => {
    const nothing = 'row 1, column t_ms: the file is empty or begins with a blank row';
    await expectRefused(
      writeTable('empty.csv', [], () => ''),
      nothing,
    );
    await expectRefused(writeTable('header-only.csv', []), 'row 2, column t_ms: there are no samples');
    await expectRefused(
      writeTable('one-target.csv', drawRows(1)),
      'rows 2 to 121, column target_x: the target never changes, so there is no reach to measure',
    );
    await expectRefused(writeTable('short.csv', drawRows(2).slice(0, 123)), 'row 122, column t_ms: segment 2 is left out: too few samples');
  });

  test('a binary file, another text encoding, and text without line ends', async () => {
    const binary = 'row 1, column t_ms: not text (a binary file, or not UTF-8)';
    await expectRefused(
      writeTable('picture.csv', [], () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
      binary,
    );
    await expectRefused(
      writeTable('utf16.csv', drawRows(), (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
      binary,
    );
    await expectRefused(
      writeTable('endless.csv', [], () => '1'.repeat(300_000)),
      'row 1, column t_ms: more than 10000 characters without a line end',
    );
  });

  test('a file that is not there, and a folder', async () => {
    await expectRefused(join(folder, 'nothing.csv'), 'there is no such file');
    await expectRefused(folder, 'this is a folder, not a file');
  });

  test('the files around it are still done, in order', async () => {
    const good = writeTable('good.csv', drawRows());
    const bad = writeWithCell(17, 3, 'abc');
    const { status, results, errors } = await analyse('reach', good, bad, join(folder, 'nothing.csv'), good);
    expect(status).toBe(2);
    expect(results.map(({ file }) => file)).toEqual([good, good]);
    expect(errors).toHaveLength(2);
  });

  test('a file name with a line end still gives one line', async () => {
    const { errors } = await analyse('reach', join(folder, 'two\nlines.csv'));
    expect(errors).toEqual([`${join(folder, 'two lines.csv')}: there is no such file`]);
  });
});

test.each([[[]], [['reach']], [['nonsense', 'file.csv']], [['toString', 'file.csv']]])('arguments %j get the usage', async (args) => {
  const { status, lines, errors } = await analyse(...args);
  expect({ status, lines }).toEqual({ status: 2, lines: [] });
  expect(errors.join('\n')).toContain('usage: npm run --silent analyse -- KIND FILE…');
  expect(errors.join('\n')).toContain(header);
});

describe('the command itself', () => {
  function run(args: readonly string[]): Promise<{ status: number | string | null | undefined; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, ['src/tools/run.mjs', 'analyse', ...args], { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        resolve({ status: error ? error.code : 0, stdout, stderr }),
      );
    });
  }

  test('prints JSON on standard output, the refusal on standard error, and ends with status 2', async () => {
    const good = writeTable('good.csv', drawRows());
    const bad = join(folder, 'nothing.csv');
    const { status, stdout, stderr } = await run(['reach', bad, good]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `${bad}: there is no such file\n` });
    expect(stdout.trimEnd().split('\n')).toEqual((await analyse('reach', good)).lines);
  });

  const present = existsSync(join(reference, 'expected_pointer.json'));
  if (!present) console.info('skipped: no reference recordings');
  test.skipIf(!present)('on the reference recordings prints the reference values, and refuses the recording in space', async () => {
    const names = ['pp04-1.csv', 'ap03-1.csv', 'cp03-1.csv'];
    const typed = (name: string) => `../shared/data/reach/${name}`;
    const { status, errors, results: printed } = await analyse('reach', ...[...names, 'finger3d.csv'].map(typed));
    expect(status).toBe(2);
    expect(errors).toEqual([`${typed('finger3d.csv')}: row 1, column x: not in the header (the columns are ${header})`]);
    const expected = JSON.parse(readFileSync(join(reference, 'expected_pointer.json'), 'utf8')).files;
    expect(printed.map(({ file }) => file)).toEqual(names.map(typed));
    for (const [i, name] of names.entries()) {
      const { segments, median, skipped } = printed[i];
      expect({ median, skipped }).toEqual({ median: expected[name].median, skipped: expected[name].skipped });
      expect(segments).toHaveLength(expected[name].segments.length);
      for (const [k, segment] of segments.entries()) {
        // One of the last digit, because a value half-way between two may be rounded either way.
        for (const [key, value] of Object.entries(segment))
          expect(Math.abs(Number(value) - expected[name].segments[k][key]), `${name} ${key}`).toBeLessThan(1.1e-5);
      }
    }
  });
});
