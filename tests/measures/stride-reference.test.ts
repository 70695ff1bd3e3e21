import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSpread, trimOutliers } from '../../src/measures/gait';
import { median } from '../../src/measures/median';

// Stride intervals of children by insoles (Hausdorff 1999, MIT), see the folder's SOURCES.md; they lie beside the project.
const folder = join(import.meta.dirname, '../../../shared/data/stride');
const present = existsSync(join(folder, 'expected.json'));
if (!present) console.info('skipped: no reference recordings');

interface Child {
  readonly subject: number;
  readonly age_months: number;
  readonly n: number;
  readonly mean_s: number;
  readonly sd_s: number;
  readonly cv_pct: number;
  readonly median_s: number;
  readonly trimmed: { readonly n: number; readonly mean_s: number; readonly sd_s: number; readonly cv_pct: number };
}
const children: readonly Child[] = present ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).subjects : [];
const rows = present
  ? readFileSync(join(folder, 'children_stride_intervals.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').map(Number))
  : [];
const listStrides = (subject: number) => rows.filter((row) => row[0] === subject).map((row) => row[3] ?? Number.NaN);

/** 0.1 % of the reference. */
function expectClose(found: number | undefined, wanted: number) {
  expect(Math.abs((found ?? Number.NaN) / wanted - 1)).toBeLessThan(0.001);
}

describe.skipIf(!present)('stride times of children', () => {
  test('all twenty children are there', () => expect(children).toHaveLength(20));

  test.each(children)('child $subject of $age_months months: untrimmed and trimmed within 0.1 %', (child) => {
    const strides = listStrides(child.subject);
    const all = measureSpread(strides);
    const trimmed = measureSpread(trimOutliers(strides));
    expect([all?.count, trimmed?.count]).toEqual([child.n, child.trimmed.n]);
    expectClose(median(strides) ?? undefined, child.median_s);
    expectClose(all?.mean, child.mean_s);
    expectClose(all?.sd, child.sd_s);
    expectClose(all?.cvPct, child.cv_pct);
    expectClose(trimmed?.mean, child.trimmed.mean_s);
    expectClose(trimmed?.sd, child.trimmed.sd_s);
    expectClose(trimmed?.cvPct, child.trimmed.cv_pct);
  });

  test.each([
    [3, 5, 5, 8.5],
    [5, 8, 3, 5],
    [8, 13, 2, 3.2],
  ])('from %i to %i years the middle variability is between %d and %d per cent, as published', (fromYears, untilYears, least, most) => {
    const group = children.filter(({ age_months }) => age_months >= 12 * fromYears && age_months < 12 * untilYears);
    const middle = median(group.map(({ subject }) => measureSpread(trimOutliers(listStrides(subject)))?.cvPct ?? Number.NaN)) ?? Number.NaN;
    expect(group.length).toBeGreaterThan(2);
    expect(middle).toBeGreaterThan(least);
    expect(middle).toBeLessThan(most);
  });

  test('without trimming every child is less steady, and stops can make one more than four times so', () => {
    const ratios = children.map(({ subject }) => {
      const strides = listStrides(subject);
      return (measureSpread(strides)?.cvPct ?? Number.NaN) / (measureSpread(trimOutliers(strides))?.cvPct ?? Number.NaN);
    });
    expect(Math.min(...ratios)).toBeGreaterThan(1);
    expect(Math.max(...ratios)).toBeGreaterThan(4);
  });
});
