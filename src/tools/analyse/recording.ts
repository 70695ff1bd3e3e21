import { readFile, stat } from 'node:fs/promises';
import type { AnyDrill, DrillState, TrialResult } from '../../drills/types';
import { findGame } from '../../games/registry';
import { median } from '../../measures/median';
import { parseRecording } from '../../session/recording';
import { replayRecording } from '../../session/replay';
import type { Recording } from '../../session/types';
import type { Analysis, AnalysisKind } from './analysis';
import { describeReadError } from './read-table';
import { checkPlayable } from './recording-limits';

/** Recordings exported from the app, played again through the app's own pipeline and scored with today's drill. */
export const recording: AnalysisKind = { about: 'recordings exported from the app: JSON lines (.jsonl)', analyse: analyseRecording };

/** A set has some hundred kilobytes, half an hour of unbroken touching about ten megabytes. */
const mostBytes = 16 * 1024 * 1024;
/** Beyond this a value is only rounding. */
const decimals = 6;

async function analyseRecording(path: string, name: string): Promise<Analysis> {
  const read = await readText(path);
  if ('problem' in read) return read;
  const parsed = parseRecording(read.text);
  if (!parsed.ok) return { problem: parsed.problems[0] ?? 'line 1: is no recording' };
  const { value } = parsed;
  const drill = findGame(value.game)?.drill;
  if (!drill) return { problem: `line 1, game: there is no game ${JSON.stringify(value.game)}` };
  const problem = checkPlayable(value, drill);
  if (problem) return { problem };
  const results = score(value, drill);
  const trials = results.map(toTrial);
  const line = {
    kind: 'recording',
    file: name,
    game: value.game,
    drill: drill.id,
    drill_version: drill.version,
    trials,
    median: toMedians(drill, results),
  };
  return { lines: [line], notes: describe(value, drill, results.length) };
}

async function readText(path: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { problem: 'this is a folder, not a file' };
    // A device or a pipe has no size and may have no end.
    if (!found.isFile()) return { problem: 'this is not a plain file' };
    if (found.size > mostBytes) return { problem: `line 1, whole: ${found.size} bytes are more than any recording has (${mostBytes})` };
    const text = await readFile(path, 'utf8');
    const foreign = text.search(/[\0\ufffd]/);
    if (foreign >= 0) return { problem: `line ${text.slice(0, foreign).split('\n').length}, whole: not text (a binary file, or not UTF-8)` };
    return { text };
  } catch (error) {
    return { problem: describeReadError(error) };
  }
}

/** Stops a replay whose set is over: frames after it change nothing, and a hand-made file may have very many. */
const over = Symbol('over');

function score(value: Recording, drill: AnyDrill): readonly TrialResult[] {
  let results: readonly TrialResult[] = [];
  try {
    replayRecording<DrillState>(value, drill, (state) => {
      results = state.results;
      if (state.done) throw over;
    });
  } catch (thrown) {
    if (thrown !== over) throw thrown;
  }
  return results;
}

function toTrial({ trial, side, outcome, help, startMs, endMs, metrics }: TrialResult): object {
  const rounded = Object.entries(metrics).map(([metric, value]) => [metric, value === undefined ? undefined : round(value)]);
  return { trial, side, outcome, help, start_ms: round(startMs), end_ms: round(endMs), metrics: Object.fromEntries(rounded) };
}

/** The median of each metric over the trials that carry it; metrics that none carries are left out. */
function toMedians(drill: AnyDrill, results: readonly TrialResult[]): Record<string, number> {
  const entries = Object.keys(drill.metrics).flatMap((metric) => {
    const middle = median(results.map((result) => result.metrics[metric]).filter((value): value is number => value !== undefined));
    return middle === null ? [] : [[metric, round(middle)] as const];
  });
  return Object.fromEntries(entries);
}

function describe(value: Recording, drill: AnyDrill, finished: number): string[] {
  const notes: string[] = [];
  if (value.drillVersion !== drill.version)
    notes.push(`line 1, drillVersion: recorded with ${drill.id} version ${value.drillVersion}, scored with version ${drill.version}`);
  if (finished < value.set.sides.length) notes.push(`line 1, set.sides: ${finished} of ${value.set.sides.length} trials were finished`);
  return notes;
}

function round(value: number): number {
  return Number(value.toFixed(decimals));
}
