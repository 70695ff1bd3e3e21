import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MotionSample } from '../../src/measures/walking-signal';
import { main } from '../../src/tools/analyse';
import { dailyWalk, pocketWalks, present, readCaptured, readReference, straightWalks } from '../measures/walking-recordings';
import { drawStillness, drawWalk, listDrawnContacts, rotateDevice } from '../measures/walking-samples';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function analyse(...files: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(['walk', ...files], { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}
async function expectRefused(path: string, problem: string) {
  expect(await analyse(path)).toEqual({ status: 2, lines: [], errors: [`${path}: ${problem}`], results: [] });
}

const header = 't_ms,ax,ay,az';
function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const toRows = (samples: readonly MotionSample[], rotation = true) =>
  samples.map(({ tMs, accelMps2, rotationDps }) =>
    [tMs, ...[...accelMps2, ...(rotation ? (rotationDps ?? []) : [])].map((value) => value.toFixed(3))].join(),
  );
const writeWalk = (name: string, samples: readonly MotionSample[], rotation = true) =>
  write(name, [rotation ? `${header},gx,gy,gz` : header, ...toRows(samples, rotation), ''].join('\n'));
const drawn = { stepsS: Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 0.55 : 0.5)) };

describe('a walk', () => {
  test('gives one line in the shape that was agreed, and no error', async () => {
    const path = writeWalk('walk.csv', drawWalk(drawn));
    const { status, errors, lines, results } = await analyse(path);
    expect({ status, errors, count: lines.length }).toEqual({ status: 0, errors: [], count: 1 });
    expect(Object.keys(results[0])).toEqual([
      ...['kind', 'file', 'steps', 'contacts', 'cadence_steps_min', 'step_time_mean_s', 'stride_time_mean_s', 'stride_time_cv_pct'],
      ...['step_time_asymmetry_pct', 'not_measured'],
    ]);
    expect(results[0]).toMatchObject({ kind: 'walk', file: path, steps: 17, not_measured: [] });
    expect(results[0].contacts.map(({ side }: { side: string }) => side)).toEqual(listDrawnContacts(drawn).map(({ side }) => side));
    for (const [i, { t_s }] of results[0].contacts.entries()) expect(Math.abs(t_s - (listDrawnContacts(drawn)[i]?.tS ?? 0))).toBeLessThan(0.1);
    expect(results[0].cadence_steps_min).toBeCloseTo(60 / 0.525, 0);
    expect(results[0].step_time_mean_s).toBeCloseTo(0.525, 2);
    expect(results[0].stride_time_mean_s).toBeCloseTo(1.05, 2);
    expect(results[0].stride_time_cv_pct).toBeLessThan(1.5);
    expect(Math.abs(results[0].step_time_asymmetry_pct - 9.5)).toBeLessThan(4);
  });

  test('is the same in another mounting', async () => {
    const { results } = await analyse(writeWalk('a.csv', drawWalk(drawn)), writeWalk('b.csv', rotateDevice(drawWalk(drawn), [1, -1, 3], 200)));
    expect(results[1].steps).toBe(results[0].steps);
    expect(results[1].contacts).toEqual(results[0].contacts);
  });

  test('without rotation columns has steps, but neither feet nor asymmetry', async () => {
    const { results } = await analyse(writeWalk('plain.csv', drawWalk(drawn), false));
    expect(results[0]).toMatchObject({
      steps: 17,
      step_time_asymmetry_pct: null,
      not_measured: [{ measure: 'step_time_asymmetry_pct', why: 'not measurable with this sensor' }],
    });
    expect(results[0].contacts.every(({ side }: { side: null }) => side === null)).toBe(true);
  });

  test('too short says "not enough steps"', async () => {
    const { results } = await analyse(writeWalk('short.csv', drawWalk({ stepsS: drawn.stepsS.slice(0, 8) })));
    expect(results[0].steps).toBe(9);
    expect(results[0].stride_time_cv_pct).toBeNull();
    expect(results[0].not_measured).toEqual(
      ['stride_time_cv_pct', 'step_time_asymmetry_pct'].map((measure) => ({ measure, why: 'not enough steps' })),
    );
  });

  test('that never begins has no steps, and every measure says so', async () => {
    const { status, results } = await analyse(writeWalk('still.csv', drawStillness(30, 0.05)));
    expect(status).toBe(0);
    expect(results[0]).toMatchObject({ steps: 0, contacts: [], cadence_steps_min: null, step_time_mean_s: null, stride_time_mean_s: null });
    expect(results[0].not_measured).toHaveLength(5);
    expect(new Set(results[0].not_measured.map(({ why }: { why: string }) => why))).toEqual(new Set(['no steps']));
  });

  test('of readings too far apart has an unknown number of steps, which is not none', async () => {
    const { results } = await analyse(writeWalk('slow.csv', drawWalk({ ...drawn, rateHz: 10 })));
    expect(results[0]).toMatchObject({ steps: null, contacts: [], cadence_steps_min: null });
    expect(results[0].not_measured).toContainEqual({ measure: 'steps', why: 'not measurable with this sensor' });
    expect(results[0].not_measured).toHaveLength(6);
  });

  test('with a gap says so beside the line', async () => {
    const { status, errors, results } = await analyse(
      writeWalk(
        'gap.csv',
        drawWalk(drawn).filter(({ tMs }) => tMs < 6000 || tMs > 6700),
      ),
    );
    expect([status, results.length]).toEqual([0, 1]);
    expect(errors).toEqual([
      `${join(folder, 'gap.csv')}: no readings in one stretch, 0.7 s in all, the first from 5.99 s: step times there are left out`,
    ]);
  });
});

describe('a file that is not what it says is refused in one line', () => {
  test.each([
    ['another header', 't_ms,x,y,z\n0,1,2,3\n', 'row 1, column ax: not in the header (the columns are t_ms,ax,ay,az)'],
    ['half a rotation', `${header},gx\n0,1,2,3,4\n`, 'row 1, column gy: not in the header (the columns are t_ms,ax,ay,az,gx,gy,gz)'],
    ['a word', `${header}\n0,0,9.8,0\n10,0,up,0\n`, 'row 3, column ay: "up" is not a number'],
    ['a missing cell', `${header}\n0,0,9.8\n`, 'row 2, column az: the cell is missing'],
    ['time that goes back', `${header}\n0,0,9.8,0\n10,0,9.8,0\n5,0,9.8,0\n`, 'row 4, column t_ms: 5 is earlier than 10 in the row before'],
    ['another unit', `${header}\n0,0,9810,0\n`, 'row 2, column ay: 9810 is beyond 320 m/s2'],
    ['a spin beyond any sensor', `${header},gx,gy,gz\n0,0,9.8,0,0,-5000,0\n`, 'row 2, column gy: -5000 is beyond 4000 deg/s'],
    ['a header alone', `${header}\n`, 'row 2, column t_ms: there are no readings'],
    ['nothing', '', 'row 1, column t_ms: the file is empty or begins with a blank row'],
  ])('%s', (name, text, problem) => expectRefused(write(`${name.replaceAll(' ', '-')}.csv`, text), problem));

  test('no file, and the files around it are still done, in order', async () => {
    const good = writeWalk('good.csv', drawWalk(drawn));
    const { status, results, errors } = await analyse(good, join(folder, 'none.csv'), good);
    expect(status).toBe(2);
    expect(results.map(({ file }) => file)).toEqual([good, good]);
    expect(errors).toEqual([`${join(folder, 'none.csv')}: there is no such file`]);
  });

  test('without files the kinds are listed, walk among them', async () => {
    const { status, lines, errors } = await analyse();
    expect([status, lines]).toEqual([2, []]);
    expect(errors.join('\n')).toMatch(/^ {2}walk {2}.*t_ms,ax,ay,az/m);
  });
});

test.skipIf(!present)('the command finds the steps of the reference recordings', async () => {
  const names = [...straightWalks, ...pocketWalks, dailyWalk];
  const typed = names.map((name) => `../shared/data/imu/${name}.csv`);
  const { status, errors, results: printed } = await analyse(...typed);
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  expect(printed.map(({ file }) => file)).toEqual(typed);
  for (const [i, name] of names.entries()) {
    const { steps, contacts } = printed[i];
    expect(contacts).toHaveLength(steps);
    if (straightWalks.includes(name)) expect(Math.abs(steps - readCaptured(name).contacts.length)).toBeLessThanOrEqual(1);
    if (pocketWalks.includes(name)) expect(Math.abs(steps / (readReference(name).ground_truth_steps ?? 0) - 1)).toBeLessThanOrEqual(0.06);
  }
});
