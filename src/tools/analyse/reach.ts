import { median } from '../../measures/median';
import { measureReach, mostReachMs, type ReachMeasures } from '../../measures/reach';
import type { PointSample } from '../../measures/resample';
import type { Analysis, AnalysisKind } from './analysis';
import { type Column, readTable } from './read-table';

/** Reaches of a pointer recording, one segment from a target's appearance to the next. Lengths are in the recording's pixels. */
export const reach: AnalysisKind = { about: 'pointer recordings: CSV with t_ms,x,y,target_x,target_y,target_r,inside', analyse: analyseReach };

const columns: readonly Column[] = [
  { name: 't_ms' },
  { name: 'x' },
  { name: 'y' },
  { name: 'target_x' },
  { name: 'target_y' },
  { name: 'target_r', check: (value) => (value > 0 ? null : `${value} is not above 0`) },
  { name: 'inside', check: (value) => (value === 0 || value === 1 ? null : `${value} is neither 0 nor 1`) },
];

/** Decimals of each value, those of the reference files: beyond them there is only rounding. */
const decimals = {
  onset_s: 3,
  end_s: 3,
  movement_time_s: 3,
  peak_speed: 5,
  path_straightness: 6,
  time_to_peak_frac: 6,
  movement_units: 0,
  sparc: 5,
  ldlj: 5,
} as const;
type ValueName = keyof typeof decimals;
const valueNames = [
  'onset_s',
  'end_s',
  'movement_time_s',
  'peak_speed',
  'path_straightness',
  'time_to_peak_frac',
  'movement_units',
  'sparc',
  'ldlj',
] as const satisfies readonly ValueName[];
const medianNames = ['movement_time_s', 'peak_speed', 'path_straightness', 'movement_units', 'sparc', 'ldlj'] as const;

interface Segment {
  readonly number: number;
  readonly firstRow: number;
  readonly startMs: number;
  readonly target: string;
  readonly samples: PointSample[];
}

type Scored = { readonly segment: number; readonly start_ms: number; readonly end_ms: number; readonly values: Readonly<Record<ValueName, number>> };

async function analyseReach(path: string, name: string): Promise<Analysis> {
  const scored: Scored[] = [];
  const notes: string[] = [];
  let current: Segment | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  let lastRow = 1;

  const finish = (segment: Segment | null) => {
    // The first target was there before the recording began, so when it appeared, and where its reach starts, is not known.
    if (segment === null || segment.number === 1) return;
    const result = scoreSegment(segment);
    if ('because' in result) notes.push(`row ${segment.firstRow}, column ${result.column}: segment ${segment.number} is left out: ${result.because}`);
    else scored.push(result);
  };

  const takeRow = (values: readonly number[], row: number): string | null => {
    const [tMs = 0, x = 0, y = 0, ...targetAndInside] = values;
    if (tMs < lastMs) return `row ${row}, column t_ms: ${tMs} is earlier than ${lastMs} in the row before`;
    lastMs = tMs;
    const target = targetAndInside.slice(0, 3).join();
    if (current === null || current.target !== target) {
      finish(current);
      current = { number: (current?.number ?? 0) + 1, firstRow: row, startMs: tMs, target, samples: [] };
    }
    if (isOfUse(current, tMs)) current.samples.push({ tMs, x, y });
    lastRow = row;
    return null;
  };

  const problem = await readTable(path, columns, takeRow);
  if (problem) return { problem };
  finish(current);
  if (scored.length === 0) return { problem: describeNothing(current, lastRow, notes) };
  const segments = scored.map(({ segment, start_ms, end_ms, values }) => ({ segment, start_ms, end_ms, ...roundValues(values) }));
  return { lines: [{ kind: 'reach', file: name, skipped: notes.length, segments, median: toMedians(scored) }], notes };
}

/** Whether a row can change the result; the others are not kept, so that a file of any size fits in memory. */
function isOfUse({ number, startMs, samples }: Segment, tMs: number): boolean {
  const last = samples[samples.length - 1];
  if (last === undefined) return true;
  return number > 1 && tMs > last.tMs && last.tMs - startMs <= mostReachMs;
}

/** The segment's values, or in words why it has none, and the column that shows it. */
function scoreSegment({ number, samples }: Segment): Scored | { readonly because: string; readonly column: string } {
  const first = samples[0];
  const last = samples[samples.length - 1];
  const measures = measureReach(samples);
  if ('notMeasurable' in measures) return { because: measures.notMeasurable, column: measures.notMeasurable === 'no movement' ? 'x' : 't_ms' };
  if (first === undefined || last === undefined) return { because: 'too few samples', column: 't_ms' };
  const values = toValues(measures);
  return values === null ? { because: 'the speed never changes', column: 'x' } : { segment: number, start_ms: first.tMs, end_ms: last.tMs, values };
}

function toValues(measures: ReachMeasures): Record<ValueName, number> | null {
  if (measures.ldlj === null) return null;
  return {
    onset_s: measures.onsetS,
    end_s: measures.endS,
    movement_time_s: measures.movementTimeS,
    peak_speed: measures.peakSpeed,
    path_straightness: measures.pathStraightness,
    time_to_peak_frac: measures.timeToPeakFrac,
    movement_units: measures.movementUnits,
    sparc: measures.sparc,
    ldlj: measures.ldlj,
  };
}

function roundValues(values: Readonly<Record<ValueName, number>>): Record<string, number> {
  return Object.fromEntries(valueNames.map((name) => [name, round(values[name], decimals[name])]));
}

function toMedians(scored: readonly Scored[]): Record<string, number> {
  return Object.fromEntries(
    medianNames.map((name) => {
      const middle = median(scored.map(({ values }) => values[name])) ?? 0;
      // The median of whole numbers can lie half-way between two.
      return [name, round(middle, Math.max(1, decimals[name]))];
    }),
  );
}

function describeNothing(last: Segment | null, lastRow: number, notes: readonly string[]): string {
  if (last === null) return 'row 2, column t_ms: there are no samples';
  if (last.number === 1) return `rows 2 to ${lastRow}, column target_x: the target never changes, so there is no reach to measure`;
  return notes[0] ?? 'there is no reach to measure';
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
