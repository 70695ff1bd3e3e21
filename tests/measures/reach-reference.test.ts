import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureLdlj } from '../../src/measures/ldlj';
import { median } from '../../src/measures/median';
import { countMovementUnits } from '../../src/measures/movement-units';
import { measureReach } from '../../src/measures/reach';
import { measureSparc } from '../../src/measures/sparc';

// Real reaches of three adults (MIT licence, see the folder's SOURCES.md); they lie beside the project and not in it.
const folder = join(import.meta.dirname, '../../../shared/data/reach');
const present = existsSync(join(folder, 'expected_pointer.json'));
if (!present) console.info('skipped: no reference recordings');

interface Profile {
  readonly id?: string;
  readonly trial?: number;
  readonly fs_hz: number;
  readonly speed: readonly number[];
  readonly sparc: number;
  readonly ldlj: number;
  readonly movement_units: number;
}
interface PointerSegment {
  readonly segment: number;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly [value: string]: number;
}
interface PointerFile {
  readonly n_segments: number;
  readonly skipped: number;
  readonly median: Readonly<Record<string, number>>;
  readonly segments: readonly PointerSegment[];
}

const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const profiles: Readonly<Record<'synthetic' | 'pointer' | 'finger3d', readonly Profile[]>> = present
  ? readJson('expected_profiles.json')
  : { synthetic: [], pointer: [], finger3d: [] };
const files: Readonly<Record<string, PointerFile>> = present ? readJson('expected_pointer.json').files : {};

describe.skipIf(!present)('level A: formulas on a given speed', () => {
  test('the reference holds all three kinds of profile', () => {
    expect(profiles.synthetic).toHaveLength(4);
    expect(profiles.pointer).toHaveLength(9);
    expect(profiles.finger3d).toHaveLength(8);
  });

  for (const kind of ['synthetic', 'pointer', 'finger3d'] as const) {
    for (const profile of profiles[kind]) {
      test(`${kind}: ${profile.id ?? `trial ${profile.trial}`}`, () => {
        expect(Math.abs((measureSparc(profile.speed, profile.fs_hz) ?? Number.NaN) - profile.sparc)).toBeLessThan(1e-4);
        expect(Math.abs((measureLdlj(profile.speed, profile.fs_hz) ?? Number.NaN) - profile.ldlj)).toBeLessThan(1e-4);
        expect(countMovementUnits(profile.speed, profile.fs_hz)).toBe(profile.movement_units);
      });
    }
  }
});

/** Largest difference from the reference by value; peak speed and lengths are relative to it. */
const tolerances = {
  onset_s: 0.02,
  end_s: 0.02,
  movement_time_s: 0.02,
  peak_speed: 0.01,
  path_length: 0.01,
  straight_dist: 0.01,
  path_straightness: 0.005,
  time_to_peak_frac: 0.005,
  sparc: 0.01,
  ldlj: 0.05,
} as const;
const relative: readonly string[] = ['peak_speed', 'path_length', 'straight_dist'];

describe.skipIf(!present)('level B: from pointer samples', () => {
  test.each(Object.keys(files))('every segment of %s is within the stated tolerances', (name) => {
    const file = files[name];
    if (file === undefined) throw new Error(`no reference for ${name}`);
    const compared = measureFile(name);
    expect(compared).toHaveLength(file.n_segments);
    expect(file.skipped).toBe(0);
    let otherUnits = 0;
    for (const { segment, values } of compared) {
      for (const [key, tolerance] of Object.entries(tolerances)) {
        const expected = segment[key] ?? Number.NaN;
        const scale = relative.includes(key) ? Math.abs(expected) : 1;
        expect(Math.abs((values[key] ?? Number.NaN) - expected) / scale, `segment ${segment.segment} ${key}`).toBeLessThanOrEqual(tolerance);
      }
      const off = Math.abs((values.movement_units ?? Number.NaN) - (segment.movement_units ?? Number.NaN));
      expect(off, `segment ${segment.segment} movement_units`).toBeLessThanOrEqual(1);
      otherUnits += off;
    }
    expect(otherUnits / compared.length).toBeLessThanOrEqual(0.05);
    for (const [key, expected] of Object.entries(file.median)) {
      const middle = median(compared.map(({ values }) => values[key] ?? Number.NaN)) ?? Number.NaN;
      expect(Math.abs(middle - expected), `median ${key}`).toBeLessThan(1e-3);
    }
  });

  test('the young person is smoother and faster than the older, who is both before the person after a stroke', () => {
    const people = ['cp03-1.csv', 'ap03-1.csv', 'pp04-1.csv'].map(measureFile);
    const medians = (key: string) => people.map((segments) => median(segments.map(({ values }) => values[key] ?? Number.NaN)) ?? Number.NaN);
    for (const key of ['sparc', 'ldlj', 'peak_speed', 'path_straightness']) expect(medians(key), key).toEqual(medians(key).toSorted((a, b) => b - a));
    for (const key of ['movement_time_s', 'movement_units']) expect(medians(key), key).toEqual(medians(key).toSorted((a, b) => a - b));
    const [young = 0, older = 0, stroke = 0] = medians('sparc');
    expect(young).toBeGreaterThan(older + 0.05);
    expect(older).toBeGreaterThan(stroke + 0.2);
  });
});

function measureFile(name: string): { segment: PointerSegment; values: Record<string, number> }[] {
  const rows = readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [tMs = Number.NaN, x = Number.NaN, y = Number.NaN] = line.split(',').map(Number);
      return { tMs, x, y };
    });
  return (files[name]?.segments ?? []).map((segment) => {
    const measures = measureReach(rows.filter(({ tMs }) => tMs >= segment.start_ms && tMs <= segment.end_ms));
    if ('notMeasurable' in measures) throw new Error(`segment ${segment.segment}: ${measures.notMeasurable}`);
    const values = {
      onset_s: measures.onsetS,
      end_s: measures.endS,
      movement_time_s: measures.movementTimeS,
      peak_speed: measures.peakSpeed,
      path_length: measures.pathLength,
      straight_dist: measures.straightDistance,
      path_straightness: measures.pathStraightness,
      time_to_peak_frac: measures.timeToPeakFrac,
      movement_units: measures.movementUnits,
      sparc: measures.sparc,
      ldlj: measures.ldlj ?? Number.NaN,
    };
    return { segment, values };
  });
}
