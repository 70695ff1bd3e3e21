import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import level from '../../levels/fireflies/05-farther-out.json';
import type { Level } from '../../src/plan/types';
import { toRecordingFileName } from '../../src/report/trial-replay-file';
import { parseRecording, toLines } from '../../src/session/recording';
import { openStore } from '../../src/store/open';
import type { Store } from '../../src/store/types';
import { main } from '../../src/tools/analyse';
import { filmWaving, keepTold } from '../screens/therapist-replay-history';
import { createPretendDevice } from '../store/history';

let folder = '';
let store: Store;
const device = createPretendDevice('replay');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const opened = await openStore({ indexedDB: new IDBFactory(), name: 'replay', ...device });
  if (!opened.store) throw new Error(opened.problem);
  store = opened.store;
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

it('a set that is saved as a file is scored by the command line as it was in play', async () => {
  const { newId } = device;
  const ids = { child: newId(), item: newId(), level: { ...level, id: '05-farther-out' } as unknown as Level, newId };
  const { set, results } = await keepTold(store, ids, { source: 'pose', frames: filmWaving(40) });
  const recording = await store.readRecording(set);
  if (!recording) throw new Error('no recording');
  const text = toLines(recording);
  expect(parseRecording(text)).toEqual({ ok: true, value: recording });
  const path = join(folder, toRecordingFileName(recording.game, '2026-03-26', 1));
  writeFileSync(path, text);
  const lines: string[] = [];
  const errors: string[] = [];
  expect(await main(['recording', path], { line: (line) => lines.push(line), error: (line) => errors.push(line) })).toBe(0);
  expect(errors).toEqual([]);
  const { trials } = JSON.parse(lines[0] ?? '{}');
  expect(trials.map((trial: { outcome: string; start_ms: number; end_ms: number }) => [trial.outcome, trial.start_ms, trial.end_ms])).toEqual(
    results.map(({ outcome, startMs, endMs }) => [outcome, Number(startMs.toFixed(6)), Number(endMs.toFixed(6))]),
  );
  expect(trials).toHaveLength(3);
});
