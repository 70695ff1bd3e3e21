import { describe, expect, it } from 'vitest';
import { reachMetrics } from '../../src/drills/reach/metrics';
import type { TrialResult } from '../../src/drills/types';
import { toTrialTable } from '../../src/report/trial-table';
import { createSet } from '../drills/reach-set';

const trial = (i: number, metrics: TrialResult['metrics']): TrialResult => ({
  trial: i,
  side: null,
  outcome: 'success',
  help: 0,
  startMs: i * 1000,
  endMs: i * 1000 + 800,
  metrics,
});
const trials = [trial(0, { responseMs: 900, movementMs: 600 }), trial(1, { responseMs: 700 }), trial(2, { responseMs: 800, movementMs: 500 })];

describe("a set's table", () => {
  it('has every trial in each column, and a gap where a trial could not carry the metric', () => {
    const { columns } = toTrialTable(reachMetrics, createSet(), trials);
    expect(columns.map(({ metric, values }) => [metric, values])).toEqual([
      ['responseMs', [900, 700, 800]],
      ['movementMs', [600, null, 500]],
    ]);
  });

  it('takes the median of what was measured: a gap is no zero', () => {
    const { columns } = toTrialTable(reachMetrics, createSet(), trials);
    expect(columns[1]?.spread).toMatchObject({ median: 550, count: 2 });
  });

  it('names what no trial of the set could carry', () => {
    const { notMeasured } = toTrialTable(reachMetrics, createSet(), trials);
    expect(notMeasured).toContain('sparc');
    expect(notMeasured).toContain('endErrorMm');
  });

  it('does not miss what the set never asked for', () => {
    const touch = toTrialTable(reachMetrics, createSet(), trials).notMeasured;
    expect(touch).not.toContain('handGapMs');
    expect(touch).not.toContain('distractorTouches');
    const both = toTrialTable(reachMetrics, createSet({ mode: 'two-hands', distractors: 2 }), trials).notMeasured;
    expect(both).toContain('handGapMs');
    expect(both).toContain('distractorTouches');
    const anywhere = toTrialTable(reachMetrics, createSet({ mode: 'anywhere' }), trials).notMeasured;
    expect(anywhere).not.toContain('endErrorMm');
    expect(anywhere).not.toContain('distanceMm');
    expect(toTrialTable(reachMetrics, createSet({ mode: 'catch' }), trials).notMeasured).not.toContain('endErrorMm');
  });
});
