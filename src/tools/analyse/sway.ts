import { leastFilteredSwaySamples, measureSway, type SwayMeasures, type SwayNotMeasurable, type SwayPipeline } from '../../measures/sway';
import { type SwaySpectrum, swaySegmentS } from '../../measures/sway-spectrum';
import { leastSwaySamples, type SwayTime } from '../../measures/sway-time';
import type { Analysis, AnalysisKind } from './analysis';
import { type Column, readTable } from './read-table';

/** Sway of a standing or sitting person, raw and below 5 Hz. A value that is not measurable is null, with a note that says why. */
export const sway: AnalysisKind = { about: 'sway recordings at 100 Hz: CSV with t_ms,ml_mm,ap_mm', analyse: analyseSway };

const columns: readonly Column[] = [{ name: 't_ms' }, { name: 'ml_mm' }, { name: 'ap_mm' }];
/** The rate in Hz of these files; velocity depends on it, so no other rate is taken for it. */
const rateHz = 100;
const stepMs = 1000 / rateHz;
/** Time stamps rounded to whole milliseconds of a clock are still uniform; a missing row or another rate is far from it. */
const mostOffMs = 0.5;
/** Nobody is asked to stand still for an hour: a longer file is something else. */
const mostRows = 3600 * rateHz;
/** As many digits as the reference files have at most. */
const digits = 7;
/** Smaller than this, in any of the units, is rounding. */
const leastValue = 1e-9;

const timeNames = {
  N: 'count',
  T_s: 'durationS',
  mdist_mm: 'mdistMm',
  mdist_ml_mm: 'mdistMlMm',
  mdist_ap_mm: 'mdistApMm',
  rms_mm: 'rmsMm',
  rms_ml_mm: 'rmsMlMm',
  rms_ap_mm: 'rmsApMm',
  range_ml_mm: 'rangeMlMm',
  range_ap_mm: 'rangeApMm',
  path_mm: 'pathMm',
  path_ml_mm: 'pathMlMm',
  path_ap_mm: 'pathApMm',
  mvelo_mm_s: 'mveloMmS',
  mvelo_ml_mm_s: 'mveloMlMmS',
  mvelo_ap_mm_s: 'mveloApMmS',
  area_ce_mm2: 'areaCeMm2',
  area_pred_mm2: 'areaPredMm2',
  area_cc_mm2: 'areaCcMm2',
  area_sw_mm2_s: 'areaSwMm2S',
  mfreq_hz: 'mfreqHz',
  mfreq_ml_hz: 'mfreqMlHz',
  mfreq_ap_hz: 'mfreqApHz',
  fd_ce: 'fdCe',
  fd_cc: 'fdCc',
  main_dir_from_ap_deg: 'mainDirFromApDeg',
} as const satisfies Record<string, keyof SwayTime>;

const spectrumNames = {
  power_mm2: 'powerMm2',
  pf50_hz: 'pf50Hz',
  pf95_hz: 'pf95Hz',
  cfreq_hz: 'cfreqHz',
  freqd: 'freqd',
  mean_freq_hz: 'meanFreqHz',
  peak_freq_hz: 'peakFreqHz',
} as const satisfies Record<string, keyof SwaySpectrum>;

type Values = Record<string, number | null>;

async function analyseSway(path: string, name: string): Promise<Analysis> {
  const ml: number[] = [];
  const ap: number[] = [];
  let firstMs = 0;
  const takeRow = (values: readonly number[], row: number): string | null => {
    const [tMs = 0, mlMm = 0, apMm = 0] = values;
    if (ml.length === 0) firstMs = tMs;
    const problem = checkTime(tMs, firstMs + ml.length * stepMs, row);
    if (problem) return problem;
    if (ml.length >= mostRows) return `row ${row}, column t_ms: longer than an hour is no recording of sway`;
    ml.push(mlMm);
    ap.push(apMm);
    return null;
  };
  const problem = await readTable(path, columns, takeRow);
  if (problem) return { problem };
  if (ml.length === 0) return { problem: 'row 2, column t_ms: there are no samples' };

  const notes: string[] = [];
  const measure = (pipeline: SwayPipeline) => {
    const measures = measureSway({ ml, ap }, rateHz, pipeline);
    const values = toValues(measures, ml.length);
    notes.push(...describeGaps(pipeline, measures, values, ml.length));
    return values;
  };
  return { lines: [{ kind: 'sway', file: name, raw: measure('raw'), lp5: measure('lp5') }], notes };
}

function checkTime(tMs: number, wantedMs: number, row: number): string | null {
  if (Math.abs(tMs - wantedMs) <= mostOffMs) return null;
  return `row ${row}, column t_ms: ${tMs} where ${wantedMs} should be (the rows of a sway recording are ${stepMs} ms apart, ${rateHz} Hz)`;
}

type Section = 'time' | 'freq_ml' | 'freq_ap' | 'freq_rd';

function toValues({ time, freqMl, freqAp, freqRd }: SwayMeasures, count: number): Record<Section, Values> {
  return {
    // How many samples there are is known whether or not they are enough.
    time: { ...pick(timeNames, time), N: count, T_s: count / rateHz },
    freq_ml: pick(spectrumNames, freqMl),
    freq_ap: pick(spectrumNames, freqAp),
    freq_rd: pick(spectrumNames, freqRd),
  };
}

function pick<K extends string>(names: Readonly<Record<string, K>>, measures: Readonly<Record<K, number | null>> | SwayNotMeasurable): Values {
  const value = (key: K) => ('notMeasurable' in measures ? null : measures[key]);
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, round(value(key))]));
}

/** Why values are null: one note for each reason, with the sections or values it concerns. */
function describeGaps(pipeline: SwayPipeline, measures: SwayMeasures, values: Readonly<Record<Section, Values>>, count: number): string[] {
  const lastRow = `row ${count + 1}, column t_ms`;
  if ('notMeasurable' in measures.time) {
    const needed = pipeline === 'raw' ? leastSwaySamples : leastFilteredSwaySamples;
    return [`${lastRow}: ${pipeline} is not measurable: ${count} of the ${needed} samples it needs`];
  }
  const notes: string[] = [];
  if ('notMeasurable' in measures.freqRd)
    notes.push(`${lastRow}: ${pipeline} freq_ml, freq_ap and freq_rd are not measurable: ${count / rateHz} s, ${swaySegmentS} s are needed`);
  for (const [section, column, measured] of [
    ['time', 'ml_mm', true],
    ['freq_ml', 'ml_mm', !('notMeasurable' in measures.freqMl)],
    ['freq_ap', 'ap_mm', !('notMeasurable' in measures.freqAp)],
    ['freq_rd', 'ml_mm', !('notMeasurable' in measures.freqRd)],
  ] as const) {
    const missing = Object.entries(values[section]).flatMap(([name, value]) => (value === null ? [name] : []));
    if (!measured || missing.length === 0) continue;
    notes.push(
      `rows 2 to ${count + 1}, column ${column}: ${pipeline} ${section} ${missing.join(', ')} not measurable: no movement, or no area, to measure by`,
    );
  }
  return notes;
}

function round(value: number | null): number | null {
  if (value === null || Math.abs(value) < leastValue) return value === null ? null : 0;
  return Number(value.toPrecision(digits));
}
