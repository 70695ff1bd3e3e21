import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/tools/analyse';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function analyse(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(['pose', ...args], { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}

const joints = ['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'].flatMap((part) => [`left_${part}`, `right_${part}`]);
const places: Readonly<Record<string, readonly [number, number]>> = {
  shoulder: [0.15, -0.4],
  elbow: [0.18, -0.18],
  wrist: [0.19, 0],
  hip: [0.08, 0],
  knee: [0.08, 0.3],
  ankle: [0.08, 0.6],
};
type Drawn = readonly [x: number, y: number, z: number];

/** A child 3 m away who squats three times, knees going forwards, in metres from the camera. */
function drawSquats(): { tMs: number; points: Record<string, Drawn> }[] {
  return Array.from({ length: 300 }, (_, i) => {
    const bend = Math.max(0, Math.sin((2 * Math.PI * (i - 30)) / 90)) * (i < 270 ? 0.7 : 0);
    const points = joints.map((joint): [string, Drawn] => {
      const [side, part = ''] = joint.split('_');
      const [x, y] = places[part] ?? [0, 0];
      const [drop, forwards] =
        part === 'ankle' ? [0, 0] : part === 'knee' ? [0.3 * (1 - Math.cos(bend)), 0.3 * Math.sin(bend)] : [0.6 * (1 - Math.cos(bend)), 0];
      return [joint, [side === 'left' ? x : -x, y + drop, 3 - forwards]];
    });
    return { tMs: Math.round((i * 1000) / 30), points: Object.fromEntries(points) };
  });
}
const header = (axes: string, names: readonly string[] = joints) =>
  ['t_ms', ...names.flatMap((joint) => [...axes].map((axis) => `${joint}_${axis}`))].join();
function write(name: string, lines: readonly string[] | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(lines) ? lines : [...lines, ''].join('\n'));
  return path;
}
const toRow = (tMs: number, values: readonly number[]) => [tMs, ...values.map((value) => value.toFixed(4))].join();
const writeMetres = (name = 'metres.csv') =>
  write(name, [
    header('xyz'),
    ...drawSquats().map(({ tMs, points }) =>
      toRow(
        tMs,
        joints.flatMap((joint) => points[joint] ?? []),
      ),
    ),
  ]);
/** The same as a 4:3 image from the front or from the child's right, with visibility. */
function writeImage(view: 'front' | 'side', seen: (joint: string, row: number) => boolean = () => true, name = `${view}.csv`): string {
  const rows = drawSquats().map(({ tMs, points }, row) =>
    toRow(
      tMs,
      joints.flatMap((joint) => {
        const [x, y, z] = points[joint] ?? [0, 0, 3];
        const [across, away] = view === 'front' ? [x, z] : [3 - z, 3 + x];
        return [0.5 + (0.82 * across) / away, 0.5 + (1.094 * y) / away, seen(joint, row) ? 0.99 : 0.1];
      }),
    ),
  );
  return write(name, [header('xyv'), ...rows]);
}

describe('key points in metres', () => {
  test('give one line with repetitions, every angle that the joints allow, and confidence', async () => {
    const path = writeMetres();
    const { status, errors, results } = await analyse('--task', 'squat', path);
    expect({ status, errors, count: results.length }).toEqual({ status: 0, errors: [], count: 1 });
    const [result] = results;
    expect(Object.keys(result)).toEqual(['kind', 'file', 'task', 'reps', 'steps', 'angles', 'confidence', 'not_measured']);
    expect(result).toMatchObject({ kind: 'pose', file: path, task: 'squat', steps: [], confidence: 1, not_measured: [] });
    expect(result.reps).toHaveLength(3);
    for (const [i, { start_s, end_s }] of result.reps.entries()) {
      expect(Math.abs(start_s - (1 + 3 * i))).toBeLessThan(0.4);
      expect(Math.abs(end_s - (2.5 + 3 * i))).toBeLessThan(0.4);
    }
    const { min_deg, max_deg, rom_deg } = result.angles.knee_flexion_right;
    expect(max_deg).toBeCloseTo((2 * 0.7 * 180) / Math.PI, 0);
    expect(min_deg).toBeCloseTo(0, 0);
    expect(rom_deg).toBeCloseTo(max_deg - min_deg, 1);
    expect(Object.keys(result.angles)).toHaveLength(12);
  });

  test('looked at from the front or the side carry what a camera there would have seen', async () => {
    const path = writeMetres();
    const [front] = (await analyse('--task', 'squat', '--view', 'front', path)).results;
    const [side] = (await analyse('--view=side', path, '--task=squat')).results;
    expect([front.reps.length, side.reps.length]).toEqual([3, 3]);
    expect(Object.keys(front.angles)).toEqual(['shoulder_elevation_left', 'shoulder_elevation_right', 'trunk_lateral_lean']);
    expect(front.not_measured).toContainEqual({ measure: 'knee_flexion_left', why: 'not measurable with this view' });
    expect(side.angles.knee_flexion_right.max_deg).toBeCloseTo(80.2, 0);
    expect(side.not_measured).toContainEqual({ measure: 'shoulder_elevation_left', why: 'not measurable with this view' });
  });

  test('of walking in place give steps and no repetitions', async () => {
    const { results } = await analyse('--task', 'walk-in-place', writeMetres());
    expect(results[0]).toMatchObject({ task: 'walk-in-place', reps: [], steps: [] });
  });
});

describe('key points of an image', () => {
  test('tell their view by the shoulders, and carry only its angles', async () => {
    const [front] = (await analyse('--task', 'squat', writeImage('front'))).results;
    const [side] = (await analyse('--task', 'squat', writeImage('side'))).results;
    expect(front.reps).toHaveLength(3);
    expect(side.reps).toHaveLength(3);
    expect(front.angles).not.toHaveProperty('knee_flexion_right');
    expect(front.angles).toHaveProperty('shoulder_elevation_right');
    expect(side.angles.knee_flexion_right.max_deg).toBeCloseTo(80.2, 0);
    expect(side.angles).not.toHaveProperty('shoulder_elevation_right');
  });

  test('with joints of low visibility give no angle from them, and say so', async () => {
    const path = writeImage('side', (joint) => !joint.startsWith('left_'), 'near-side.csv');
    const [result] = (await analyse('--task', 'squat', '--view', 'side', path)).results;
    expect(result.angles).toHaveProperty('knee_flexion_right');
    expect(result.not_measured).toContainEqual({ measure: 'knee_flexion_left', why: 'joints not seen' });
    expect(result.reps).toHaveLength(3);
  });

  test('of a child who is out of the picture for a third of the time have as much less confidence', async () => {
    const path = writeImage('front', (_, row) => row < 200, 'gone.csv');
    const [result] = (await analyse('--task', 'squat', path)).results;
    expect(result.reps).toHaveLength(2);
    expect(result.confidence).toBeGreaterThan(0.6);
    expect(result.confidence).toBeLessThan(0.7);
    const [none] = (
      await analyse(
        '--task',
        'squat',
        writeImage('front', () => false, 'nobody.csv'),
      )
    ).results;
    expect(none).toMatchObject({ reps: [], angles: {}, confidence: 0 });
    expect(none.not_measured[0]).toEqual({ measure: 'reps', why: 'joints not seen' });
  });

  test('without depth are no points in space, whatever is asked; half turned, they are neither front nor side', async () => {
    const [flat] = (await analyse('--task', 'squat', '--view', '3d', writeImage('front'))).results;
    expect(flat.reps).toHaveLength(3);
    expect(flat.angles).toEqual({});
    expect(flat.not_measured).toContainEqual({ measure: 'trunk_lateral_lean', why: 'not measurable without depth' });
    const narrow = write(
      'oblique.csv',
      readFileSync(writeImage('front'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, row) =>
          row === 0
            ? line
            : line
                .split(',')
                .map((cell, i) => (i % 3 === 1 ? (0.5 + (Number(cell) - 0.5) / 2).toFixed(4) : cell))
                .join(),
        ),
    );
    const [oblique] = (await analyse('--task', 'squat', narrow)).results;
    expect(oblique.angles).toEqual({});
    expect(oblique.not_measured).toHaveLength(12);
    expect((await analyse('--task', 'squat', '--view', 'front', narrow)).results[0].angles).toHaveProperty('trunk_lateral_lean');
  });

  test('are wide when the image is: its size is asked for, and 4:3 when not', async () => {
    const path = writeImage('side');
    const knee = async (...args: string[]) =>
      (await analyse('--task', 'squat', '--view', 'side', ...args, path)).results[0].angles.knee_flexion_right.max_deg;
    expect(await knee('--image', '640x480')).toBe(await knee());
    expect(await knee('--image', '1280x720')).toBeGreaterThan((await knee()) + 5);
  });
});

describe('arguments that make no sense are told with the usage', () => {
  test.each<[string, string[], string]>([
    ['no task', ['file.csv'], '--task is missing'],
    ['an unknown task', ['--task', 'somersault', 'file.csv'], 'there is no task "somersault"'],
    ['a task without its word', ['--task'], 'there is no task ""'],
    ['an unknown view', ['--task', 'squat', '--view', 'top', 'file.csv'], 'there is no view "top"'],
    ['an unknown option', ['--task', 'squat', '--mirror', 'file.csv'], 'there is no option "--mirror"'],
    ['an image of no size', ['--task', 'squat', '--image', '640', 'file.csv'], '--image "640" is not like 640x480'],
  ])('%s', async (_, args, wrong) => {
    const { status, lines, errors } = await analyse(...args);
    expect({ status, lines, count: errors.length }).toEqual({ status: 2, lines: [], count: 1 });
    expect(errors[0]?.startsWith(`analyse pose: ${wrong}\nusage: npm run --silent analyse -- KIND FILE…\n`)).toBe(true);
    expect(errors[0]).toContain('--task squat|sit-to-stand|shoulder-raise|hurdle-step|lunge|walk-in-place|leg-raise');
  });

  test('no file: the usage alone', async () => {
    for (const args of [[], ['--task', 'squat']]) {
      const { status, errors } = await analyse(...args);
      expect(status).toBe(2);
      expect(errors).toEqual([expect.stringMatching(/^usage: /)]);
    }
  });
});

describe('a file that is not what it says is refused by row and column', () => {
  const rows = () => readFileSync(writeMetres('source.csv'), 'utf8').trimEnd().split('\n');
  const withCell = (row: number, column: number, cell: string) =>
    rows().map((line, i) => (i === row - 1 ? line.split(',').with(column, cell).join() : line));
  test.each<[string, () => readonly string[] | Buffer, string]>([
    ['a word', () => withCell(7, 4, 'high'), 'row 7, column right_shoulder_x: "high" is not a number'],
    ['a blank cell', () => withCell(9, 1, ''), 'row 9, column left_shoulder_x: the cell is blank'],
    ['time that goes back', () => withCell(12, 0, '5'), 'row 12, column t_ms: 5 is earlier than 300 in the row before'],
    ['a landmark that is none', () => withCell(1, 1, 'left_tail_x'), 'row 1, column 2: "left_tail_x" is no landmark\'s x, y, z or v'],
    ['angles in place of key points', () => ['t_ms,hip_flex_l_deg', '0,1'], 'row 1, column 2: "hip_flex_l_deg" is no landmark\'s x, y, z or v'],
    ['no landmark', () => ['t_ms', '0'], 'row 1, column 2: no landmark is in the header'],
    [
      'a face only',
      () => ['t_ms,left_eye_x,left_eye_y', '0,0,0'],
      'row 1, column 2: shoulders, elbows, wrists, hips, knees and ankles are all missing',
    ],
    ['an axis that is missing', () => ['t_ms,nose_x', '0,0'], 'row 1, column nose_y: not in the header (the columns are t_ms,nose_x,nose_y)'],
    ['no frames', () => [header('xy')], 'row 2, column t_ms: there are no frames'],
    ['visibility beyond 1', () => ['t_ms,nose_x,nose_y,nose_v', '0,0,0,1.5'], 'row 2, column nose_v: 1.5 is not within 0 and 1'],
    ['pixels', () => ['t_ms,nose_x,nose_y', '0,320,200'], 'row 2, column 2: neither metres from a camera nor shares (0 to 1) of an image'],
    ['nothing', () => Buffer.from(''), 'row 1, column t_ms: the file is empty or begins with a blank row'],
    ['a picture', () => Buffer.from([0x89, 0x50, 0, 1, 10]), 'row 1, column t_ms: not text (a binary file, or not UTF-8)'],
  ])('%s', async (_, lines, problem) => {
    const bad = write('bad.csv', lines());
    const good = writeMetres();
    const { status, results, errors } = await analyse('--task', 'squat', bad, good);
    expect({ status, errors }).toEqual({ status: 2, errors: [`${bad}: ${problem}`] });
    expect(results.map(({ file }) => file)).toEqual([good]);
  });

  test('a file that is not there, and a folder', async () => {
    const missing = join(folder, 'missing.csv');
    const { status, errors } = await analyse('--task', 'squat', missing, folder);
    expect({ status, errors }).toEqual({ status: 2, errors: [`${missing}: there is no such file`, `${folder}: this is a folder, not a file`] });
  });
});
