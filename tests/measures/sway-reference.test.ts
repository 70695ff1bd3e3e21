import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSway, type SwayPipeline } from '../../src/measures/sway';
import type { SwayPath } from '../../src/measures/sway-path';
import { drawPath, rateHz } from './sway-paths';

// Real recordings of a force plate (CC BY 4.0 and MIT, see the folder's SOURCES.md); they lie beside the project and not in it.
const folder = join(import.meta.dirname, '../../../shared/data/cop');
const present = existsSync(join(folder, 'expected.json'));
if (!present) console.info('skipped: no reference recordings');

type Values = Readonly<Record<string, number>>;
type Sections = Readonly<Record<'time' | 'freq_ml' | 'freq_ap' | 'freq_rd', Values>>;
interface Published {
  readonly area_pred_cm2: number;
  readonly mean_velocity_cm_s: number;
}
interface Reference extends Readonly<Record<SwayPipeline, Sections>> {
  readonly published?: Published;
}

const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const references: Readonly<Record<string, Reference>> = present ? readJson('expected.json') : {};

/** Largest difference from the reference: a share of it, or for the two power frequencies one bin in Hz. */
const timeTolerance = 0.001;
const spectrumTolerances: Readonly<Record<string, { readonly share: number } | { readonly hz: number }>> = {
  power_mm2: { share: 0.01 },
  cfreq_hz: { share: 0.01 },
  freqd: { share: 0.01 },
  mean_freq_hz: { share: 0.01 },
  pf50_hz: { hz: 0.1 },
  pf95_hz: { hz: 0.1 },
  peak_freq_hz: { hz: 0.1 },
};

describe.skipIf(!present)('sway on the reference recordings', () => {
  test('all eight are there', () => expect(Object.keys(references)).toHaveLength(8));

  for (const pipeline of ['raw', 'lp5'] as const) {
    test.each(Object.keys(references))(`${pipeline}: %s is within the stated tolerances`, (name) => {
      const expected = references[name]?.[pipeline];
      if (expected === undefined) throw new Error(`no reference for ${name}`);
      expectSections(measureSections(readPath(name), pipeline), expected);
    });
  }

  const published = Object.entries(references).flatMap(([name, reference]) => (reference.published ? [[name, reference.published] as const] : []));
  test.each(published)('%s has the area and velocity that its authors published', (name, authors) => {
    const { time } = measureSway(readPath(name), rateHz, 'raw');
    if ('notMeasurable' in time) throw new Error(time.notMeasurable);
    expect(Math.abs(time.areaPredMm2 / (100 * authors.area_pred_cm2) - 1)).toBeLessThan(0.001);
    expect(Math.abs(time.mveloMmS / (10 * authors.mean_velocity_cm_s) - 1)).toBeLessThan(0.001);
  });
});

describe.skipIf(!present)('sway in closed form', () => {
  test('the ellipse has every reference value', () => {
    const path = drawPath(60, (t) => [4 * Math.cos(Math.PI * t), 8 * Math.sin(Math.PI * t)]);
    expectSections(measureSections(path, 'raw'), readJson('synthetic.json').ellipse.expected);
  });

  test('the line has its reference path, and no area', () => {
    const path = drawPath(60, (t) => [0, 10 * Math.sin(0.5 * Math.PI * t)]);
    const { time } = measureSections(path, 'raw');
    expect(time.pathMm).toBeCloseTo(readJson('synthetic.json').line.path_mm, 6);
    expect([time.areaCeMm2, time.areaPredMm2]).toEqual([0, 0]);
  });
});

/** The measures of the three spectra and the time domain, all of them measurable. */
function measureSections(path: SwayPath, pipeline: SwayPipeline): Record<keyof Sections, Readonly<Record<string, number | null>>> {
  const { time, freqMl, freqAp, freqRd } = measureSway(path, rateHz, pipeline);
  if ('notMeasurable' in time || 'notMeasurable' in freqMl || 'notMeasurable' in freqAp || 'notMeasurable' in freqRd)
    throw new Error('too short to measure');
  return { time: { ...time }, freq_ml: { ...freqMl }, freq_ap: { ...freqAp }, freq_rd: { ...freqRd } };
}

function expectSections(found: ReturnType<typeof measureSections>, expected: Sections) {
  for (const section of ['time', 'freq_ml', 'freq_ap', 'freq_rd'] as const) {
    const names = Object.keys(expected[section]);
    expect(Object.keys(found[section])).toHaveLength(names.length);
    for (const name of names) {
      const value = found[section][toCamelCase(name)] ?? Number.NaN;
      const wanted = expected[section][name] ?? Number.NaN;
      const tolerance = section === 'time' ? { share: timeTolerance } : spectrumTolerances[name];
      if (tolerance === undefined) throw new Error(`no tolerance for ${name}`);
      // A bin is a tenth of a Hz give or take a rounding; a value of 0 has no share of itself.
      const most = 'hz' in tolerance ? tolerance.hz + 1e-9 : tolerance.share * Math.abs(wanted) + 1e-9;
      expect(Math.abs(value - wanted), `${section} ${name}`).toBeLessThanOrEqual(most);
    }
  }
}

function toCamelCase(name: string): string {
  if (name === 'N') return 'count';
  if (name === 'T_s') return 'durationS';
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function readPath(name: string): SwayPath {
  const rows = readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return { ml: rows.map(([, ml = Number.NaN]) => ml), ap: rows.map(([, , ap = Number.NaN]) => ap) };
}
