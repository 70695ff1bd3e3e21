import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachDrill } from '../../src/drills/reach/drill';
import type { Abilities } from '../../src/drills/types';
import type { Calibration, Frame } from '../../src/movement/types';
import { toLines } from '../../src/session/recording';
import { replayRecording } from '../../src/session/replay';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { toPlaySpace } from '../../src/session/space';
import type { Recording, RecordingHead } from '../../src/session/types';
import { main } from '../../src/tools/analyse';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const field = { width: 280, height: 175 };
const calibration: Calibration = {
  source: 'touch',
  fieldMm: field,
  touch: { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 8, palmMm: 35 },
};
const level = JSON.parse(readFileSync(join(import.meta.dirname, '../../levels/fireflies/05-farther-out.json'), 'utf8'));

function record(abilities: Partial<Abilities> = {}, trials = 4) {
  const head: RecordingHead = {
    format: 1,
    game: 'fireflies',
    drill: 'reach',
    drillVersion: reachDrill.version,
    set: {
      params: { ...level.params, trials },
      sides: Array.from({ length: trials }, (_, i) => (i % 2 === 0 ? 'left' : 'right')),
      space: toPlaySpace(field.width, field.height, null),
      lockoutMs: 500,
    },
    seed: 'analyse',
    calibration,
  };
  const { frames, state } = simulateSet({ drill: reachDrill, set: head.set, seed: head.seed, calibration }, { ...calmAbilities, ...abilities });
  return { recording: { ...head, frames, cuts: [] } satisfies Recording, results: state.results };
}

function write(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A good recording with its head, or one of its frames, changed. */
function writeChanged(change: { head?: (head: Record<string, unknown>) => object; line?: number; frame?: (frame: Frame) => object }): string {
  const [head = '', ...frames] = toLines(record().recording).trimEnd().split('\n');
  const at = (change.line ?? 0) - 2;
  const changed = frames.map((text, i) => (i === at && change.frame ? JSON.stringify(change.frame(JSON.parse(text))) : text));
  return write('changed.jsonl', [change.head ? JSON.stringify(change.head(JSON.parse(head))) : head, ...changed].join('\n'));
}

async function analyse(...files: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await main(['recording', ...files], { line: (text) => lines.push(text), error: (text) => errors.push(text) });
  return { status, lines, errors, results: lines.map((line) => JSON.parse(line)) };
}

async function expectRefused(path: string, problem: string | RegExp) {
  const { status, lines, errors } = await analyse(path);
  expect({ status, lines, count: errors.length }).toEqual({ status: 2, lines: [], count: 1 });
  const said = errors[0] ?? '';
  expect(said).not.toContain('\n');
  expect(said.startsWith(`${path}: `)).toBe(true);
  if (typeof problem === 'string') expect(said.slice(path.length + 2)).toBe(problem);
  else expect(said.slice(path.length + 2)).toMatch(problem);
}

describe('a recording exported from the app', () => {
  test('is scored as it was when it was played, trial for trial', async () => {
    const { recording, results } = record({ aimSdMm: 6, tremorMm: 1, subMovements: 2 }, 6);
    const path = write('good.jsonl', toLines(recording));
    const { status, errors, results: printed } = await analyse(path);
    expect({ status, errors, count: printed.length }).toEqual({ status: 0, errors: [], count: 1 });
    const [line] = printed;
    expect(Object.keys(line)).toEqual(['kind', 'file', 'game', 'drill', 'drill_version', 'trials', 'median']);
    expect(line).toMatchObject({ kind: 'recording', file: path, game: 'fireflies', drill: 'reach', drill_version: reachDrill.version });
    expect(line.trials).toHaveLength(6);
    for (const [i, trial] of line.trials.entries()) {
      const { startMs, endMs, metrics, ...same } = results[i] ?? expect.fail('too many trials');
      expect(trial).toMatchObject({ ...same, start_ms: startMs, end_ms: endMs });
      expect(Object.keys(trial.metrics)).toEqual(Object.keys(metrics));
      for (const [metric, value] of Object.entries(metrics)) expect(trial.metrics[metric], metric).toBeCloseTo(value ?? Number.NaN, 5);
    }
  });

  test('gives the median of each metric over the trials that carry it', async () => {
    const { recording } = record({ aimSdMm: 4 }, 5);
    const { results } = await analyse(write('median.jsonl', toLines(recording)));
    const [{ trials, median }] = results;
    const carried = new Set(trials.flatMap((trial: { metrics: object }) => Object.keys(trial.metrics)));
    expect(new Set(Object.keys(median))).toEqual(carried);
    const times = trials
      .flatMap((trial: { metrics: { responseMs?: number } }) => trial.metrics.responseMs ?? [])
      .sort((p: number, q: number) => p - q);
    expect(times).toHaveLength(5);
    expect(median.responseMs).toBe(times[2]);
  });

  test('of another version of its drill is scored with the version of today, and says so', async () => {
    const path = writeChanged({ head: (head) => ({ ...head, drillVersion: reachDrill.version + 7 }) });
    const { status, results, errors } = await analyse(path);
    expect(status).toBe(0);
    expect(results[0].drill_version).toBe(reachDrill.version);
    expect(errors).toEqual([`${path}: line 1, drillVersion: recorded with reach version 8, scored with version 1`]);
  });

  test('whose set could not be played to its end says how many trials are scored', async () => {
    const { recording } = record({}, 40);
    const short = { ...recording, set: { ...recording.set, params: { ...recording.set.params, windowMs: 60_000 } }, frames: [] };
    const path = write('untouched.jsonl', toLines(short));
    const { status, results, errors } = await analyse(path);
    const finished = results[0].trials.length;
    expect(finished).toBeLessThan(40);
    expect({ status, errors }).toEqual({ status: 0, errors: [`${path}: line 1, set.sides: ${finished} of 40 trials were finished`] });
  });

  test('with more frames after its set than anyone could wait for is done as soon as the set is over', async () => {
    const { recording, results } = record({}, 1);
    const lastMs = recording.frames.at(-1)?.deliveredMs ?? 0;
    const more = Array.from(
      { length: 60_000 },
      (_, i): Frame => ({ kind: 'touch', capturedMs: lastMs + 20 * i, deliveredMs: lastMs + 20 * i, contacts: [] }),
    );
    const { results: printed } = await analyse(write('more.jsonl', toLines({ ...recording, frames: [...recording.frames, ...more] })));
    expect(printed[0].trials[0].metrics.responseMs).toBeCloseTo(results[0]?.metrics.responseMs ?? 0, 5);
  });

  test('is scored by line as the replay of the whole scores it, with pauses between', async () => {
    const { recording } = record({ aimSdMm: 6, restsRatio: 0.3 }, 5);
    const lastMs = recording.frames.at(-1)?.deliveredMs ?? 0;
    for (const cuts of [[], [1234], [0, 500, 500, lastMs / 2, lastMs + 700]]) {
      const cut = { ...recording, cuts };
      const { results } = await analyse(write('cuts.jsonl', toLines(cut)));
      const replayed = replayRecording(cut, reachDrill).results.map(({ trial, outcome, startMs }) => ({ trial, outcome, start_ms: startMs }));
      expect(results[0].trials).toMatchObject(replayed);
      expect(results[0].trials).toHaveLength(replayed.length);
    }
  });

  test.each([
    ['\n', '\ufeff'],
    ['\r\n', ''],
  ])('reads the same with other line ends, a mark at its start and blank lines at its end', async (end, mark) => {
    const text = toLines(record().recording);
    const [plain, other] = [
      await analyse(write('plain.jsonl', text)),
      await analyse(write('plain.jsonl', mark + text.replaceAll('\n', end) + end + end)),
    ];
    expect(other).toEqual(plain);
    expect(plain.status).toBe(0);
  });

  test('of 20 MB is scored as its set was: size is no reason to refuse', async () => {
    const { recording, results } = record({}, 2);
    const lastMs = recording.frames.at(-1)?.deliveredMs ?? 0;
    const room = ' '.repeat(9000);
    const beside = Array.from({ length: 2200 }, (_, i) => {
      const stamp = { capturedMs: lastMs + 20 * i, deliveredMs: lastMs + 20 * i };
      return `${JSON.stringify({ kind: 'motion', ...stamp, accelMps2: [0, 9.81, 0], rotationDps: null, tiltDeg: null })}${room}\n`;
    });
    const text = toLines(recording) + beside.join('');
    expect(text.length).toBeGreaterThan(19 * 1024 * 1024);
    const { status, errors, results: printed } = await analyse(write('long.jsonl', text));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(printed[0].trials).toMatchObject(results.map(({ trial, outcome, startMs }) => ({ trial, outcome, start_ms: startMs })));
    await expectRefused(write('long.jsonl', `${text}{"kind":"motion"}\n`), new RegExp(`^line ${recording.frames.length + 2202}, `));
  });

  test('refused files leave the others done, in order', async () => {
    const good = write('good.jsonl', toLines(record().recording));
    const bad = write('bad.jsonl', '{}\n');
    const { status, results, errors } = await analyse(good, bad, join(folder, 'nothing.jsonl'), good);
    expect(status).toBe(2);
    expect(results.map(({ file }) => file)).toEqual([good, good]);
    expect(errors).toHaveLength(2);
    expect(errors[1]).toBe(`${join(folder, 'nothing.jsonl')}: there is no such file`);
  });
});

const setParam = (name: string, value: unknown) => (head: Record<string, unknown>) => {
  const set = head.set as { params: object };
  return { ...head, set: { ...set, params: { ...set.params, [name]: value } } };
};
const setTouch = (name: string, value: unknown) => (head: Record<string, unknown>) => ({
  ...head,
  calibration: { ...calibration, touch: { ...calibration.touch, [name]: value } },
});

describe('a file that is not what it says is refused by line and field', () => {
  test.each<[string, (head: Record<string, unknown>) => object, string | RegExp]>([
    ['a game that is not here', (head) => ({ ...head, game: 'nowhere' }), 'line 1, game: there is no game "nowhere"'],
    ['a drill that its game does not play', (head) => ({ ...head, drill: 'balance' }), 'line 1, drill: fireflies plays "reach", not "balance"'],
    ['a target below the safe width', setParam('targetWidthMm', 5), 'line 1, set.params.targetWidthMm: 5 is not within 20 and 150 mm'],
    ['a time window without end', setParam('windowMs', 1e9), 'line 1, set.params.windowMs: 1000000000 is not within 1500 and 60000 ms'],
    ['a number that is a word', setParam('holdMs', 'long'), 'line 1, set.params.holdMs: "long" is not within 0 and 1500 ms'],
    ['a mode that is not there', setParam('mode', 'throw'), 'line 1, set.params.mode: "throw" is none of anywhere, touch, drag, catch, two-hands'],
    ['a parameter that the drill does not know', setParam('gravity', 1), 'line 1, set.params.gravity: is no parameter of reach'],
    ['a parameter that is missing', setParam('holdMs', undefined), 'line 1, set.params.holdMs: is missing'],
    ['fewer trials than sides', setParam('trials', 3), 'line 1, set.sides: 4 trials are more than set.params.trials (3)'],
    ['more trials than a drill has', setParam('trials', 999), 'line 1, set.params.trials: 999 is not within 1 and 40 count'],
    ['a merge time of an hour', setTouch('mergeMs', 3_600_000), 'line 1, calibration.touch.mergeMs: 3600000 is not within 0 and 400'],
    [
      'a source that cannot reach',
      (head) => ({ ...head, calibration: { ...calibration, source: 'adult' } }),
      /^line 1, calibration\.source: "adult"/,
    ],
    ['cuts in the wrong order', (head) => ({ ...head, cuts: [900, 300] }), 'line 1, cuts: go back in time'],
    ['a cut after the longest session', (head) => ({ ...head, cuts: [80_000_000] }), /^line 1, cuts: 80000000 is after the longest session/],
    ['a field that does not belong', (head) => ({ ...head, name: 'Ada' }), /^line 1, name: /],
    ['a format of tomorrow', (head) => ({ ...head, format: 2 }), /^line 1, format: /],
    [
      'a field size without end',
      (head) => ({ ...head, calibration: { ...calibration, fieldMm: { width: null, height: 1 } } }),
      /^line 1, calibration\.fieldMm/,
    ],
  ])('%s', async (_, head, problem) => expectRefused(writeChanged({ head }), problem));

  test.each<[number, string, (frame: Frame) => object, string | RegExp]>([
    [3, 'a time that is text', (frame) => ({ ...frame, capturedMs: '12' }), /^line 3, capturedMs: /],
    [9, 'a time before the one above', (frame) => ({ ...frame, capturedMs: 0, deliveredMs: 0 }), 'line 9, deliveredMs: goes back in time'],
    [5, 'a movement from the future', (frame) => ({ ...frame, capturedMs: frame.capturedMs + 5 }), 'line 5, capturedMs: is after deliveredMs'],
    [4, 'a finger far off the glass', (frame) => ({ ...frame, contacts: [{ id: 1, x: 99, y: 0 }] }), /^line 4, contacts\.0\.x: /],
    [
      4,
      'a frame of another source',
      ({ capturedMs, deliveredMs }) => ({ kind: 'gamepad', capturedMs, deliveredMs, axes: [0, 0], buttons: [] }),
      /^line 4, kind: "gamepad"/,
    ],
    [6, 'a frame that is a list', () => [], /^line 6, /],
  ])('line %i: %s', async (line, _, frame, problem) => expectRefused(writeChanged({ line, frame }), problem));

  test('more frames than hands can make, and more fingers than a child has', async () => {
    const { recording } = record();
    const many = Array.from({ length: 2000 }, (_, i): Frame => ({ kind: 'touch', capturedMs: i / 100, deliveredMs: i / 100, contacts: [] }));
    await expectRefused(
      write('many.jsonl', toLines({ ...recording, frames: many })),
      'line 1502, deliveredMs: more than 1500 frames within a second',
    );
    const fingers = many.slice(0, 300).map((frame, id): Frame => ({ ...frame, kind: 'touch', contacts: [{ id, x: 0.5, y: 0.5 }] }));
    await expectRefused(
      write('fingers.jsonl', toLines({ ...recording, frames: fingers })),
      'line 202, contacts: more than 200 new ones within a second',
    );
  });

  test('a file that breaks off, an empty one, a picture, one without line ends, one with a gap, and a folder', async () => {
    const text = toLines(record().recording);
    const lines = text.slice(0, -30).split('\n').length;
    await expectRefused(write('cut.jsonl', text.slice(0, -30)), new RegExp(`^line ${lines}, whole: not JSON`));
    await expectRefused(write('empty.jsonl', ''), /^line 1, whole: not JSON/);
    await expectRefused(
      write('picture.jsonl', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 0, 0])),
      'line 1, whole: not text (a binary file, or not UTF-8)',
    );
    await expectRefused(write('blank.jsonl', Buffer.alloc(3 * 1024 * 1024, 0x20)), 'line 1, whole: more than 1000000 characters without a line end');
    await expectRefused(write('gap.jsonl', text.replace('\n', '\n\n')), /^line 2, whole: not JSON/);
    await expectRefused(folder, 'this is a folder, not a file');
  });
});
