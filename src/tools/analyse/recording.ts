import { stat } from 'node:fs/promises';
import type * as v from 'valibot';
import { parseJson } from '../../core/check';
import type { AnyDrill, TrialResult } from '../../drills/types';
import { findGame } from '../../games/registry';
import { median } from '../../measures/median';
import { frameShape } from '../../movement/shapes';
import type { Frame } from '../../movement/types';
import { parseRecording } from '../../session/recording';
import { createReplay } from '../../session/replay';
import type { Analysis, AnalysisKind } from './analysis';
import { readLines } from './read-lines';
import { describeReadError } from './read-table';
import { checkHead, createFrameCheck, type RecordedHead } from './recording-limits';

/** Recordings exported from the app, played again through the app's own pipeline and scored with today's drill. */
export const recording: AnalysisKind = { about: 'recordings exported from the app: JSON lines (.jsonl)', analyse: analyseRecording };

/** Beyond this a value is only rounding. */
const decimals = 6;

async function analyseRecording(path: string, name: string): Promise<Analysis> {
  const kind = await checkKind(path);
  if (kind) return { problem: kind };
  const opened: OpenRecording[] = [];
  const problem = await readLines(path, (text, line) => {
    if (line === 1) {
      const head = openRecording(text);
      if ('problem' in head) return `line 1, ${head.problem}`;
      opened.push(head);
      return null;
    }
    const wrong = opened[0]?.take(text);
    return wrong ? `line ${line}, ${wrong}` : null;
  });
  if (problem !== null) return { problem };
  const [played] = opened;
  if (!played) return { problem: 'line 1, whole: is no recording' };
  const { head, drill, finish } = played;
  const results = finish();
  const trials = results.map(toTrial);
  const line = {
    kind: 'recording',
    file: name,
    game: head.game,
    drill: drill.id,
    drill_version: drill.version,
    trials,
    median: toMedians(drill, results),
  };
  return { lines: [line], notes: describe(head, drill, results.length) };
}

/** A device or a pipe has no size and may have no end. */
async function checkKind(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'this is a folder, not a file';
    return found.isFile() ? null : 'this is not a plain file';
  } catch (error) {
    return describeReadError(error);
  }
}

/** A recording that is played line by line, so that a whole session before the camera needs no more memory than a short set. */
interface OpenRecording {
  readonly head: RecordedHead;
  readonly drill: AnyDrill;
  /** Checks and plays one frame; what is wrong with it, naming the field, or null. */
  take(line: string): string | null;
  finish(): readonly TrialResult[];
}

function openRecording(text: string): OpenRecording | { readonly problem: string } {
  const parsed = parseRecording(text);
  if (!parsed.ok) return { problem: (parsed.problems[0] ?? 'whole: is no recording').replace(/^line 1, /, '') };
  const head: RecordedHead = parsed.value;
  const drill = findGame(head.game)?.drill;
  if (!drill) return { problem: `game: there is no game ${JSON.stringify(head.game)}` };
  const wrong = checkHead(head, drill);
  if (wrong) return { problem: wrong };
  const check = createFrameCheck(head.calibration);
  const play = createReplay(head, drill);
  return {
    head,
    drill,
    take(line) {
      const frame = parseJson(frameShape as v.GenericSchema<unknown, Frame>, line);
      if (!frame.ok) return frame.problems[0] ?? 'whole: is no frame';
      const problem = check(frame.value);
      // What comes after the set changes nothing, and a hand-made file may have very much of it.
      if (problem === null && !play.state.done) play.push(frame.value);
      return problem;
    },
    finish: () => (play.state.done ? play.state : play.finish()).results,
  };
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

function describe(value: RecordedHead, drill: AnyDrill, finished: number): string[] {
  const notes: string[] = [];
  if (value.drillVersion !== drill.version)
    notes.push(`line 1, drillVersion: recorded with ${drill.id} version ${value.drillVersion}, scored with version ${drill.version}`);
  if (finished < value.set.sides.length) notes.push(`line 1, set.sides: ${finished} of ${value.set.sides.length} trials were finished`);
  return notes;
}

function round(value: number): number {
  return Number(value.toFixed(decimals));
}
