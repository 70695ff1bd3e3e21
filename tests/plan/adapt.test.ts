import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/drills/types';
import { adaptToEffort, adaptToSuccess, countRound, toFreeAxes } from '../../src/plan/adapt';
import { fixedAdaptation, usualAdaptation } from '../../src/plan/adaptation';
import { toLimits } from '../../src/plan/limits';
import { playRounds, pretendDrill, pretendStart, simulatedChildren, toStart } from '../../src/tools/bench/simulated-rounds';

const limits = toLimits(pretendDrill.params, {});
const adapt = (hits: number, misses: number, more: object = {}, values = pretendStart) =>
  adaptToSuccess(pretendDrill, limits, values, { ...usualAdaptation, ...more }, { hits, misses });

describe('the weighted up-down rule', () => {
  test('a miss weighs four successes at a target of 80 %, so that 8 of 10 changes nothing', () => {
    expect(adapt(8, 2)).toMatchObject({ change: null, carry: 0 });
    expect(adapt(4, 1)).toMatchObject({ change: null, carry: 0 });
  });

  test.each([
    [0.7, 7, 3],
    [0.75, 3, 1],
    [0.85, 17, 3],
  ])('at a target of %d, %i hits and %i misses change nothing', (target, hits, misses) => {
    expect(adapt(hits, misses, { target }).change).toBeNull();
  });

  test('six hits move the first axis by 0.18 of its room: 230 mm of room, whole steps of 5 mm, the rest is carried', () => {
    const { params, change, carry } = adapt(6, 0);
    expect(change).toEqual({ param: 'distanceMm', from: 100, to: 140, because: 'plan.because.success' });
    expect(params).toEqual({ ...pretendStart, distanceMm: 140 });
    expect(carry).toBeCloseTo(0.18 - 40 / 230, 5);
  });

  test('a long round counts as six trials of the same share, so that it does not leap over the balance', () => {
    expect(adapt(12, 0)).toEqual(adapt(6, 0));
    expect(adapt(12, 12)).toEqual(adapt(3, 3));
  });

  test('misses take it back on the same axis', () => {
    expect(adapt(0, 2).change).toMatchObject({ param: 'distanceMm', from: 100, to: 45 });
  });

  test('one axis at a time: the next one only when the first is at its limit', () => {
    expect(adapt(10, 0, {}, { ...pretendStart, distanceMm: 250 }).change).toMatchObject({ param: 'widthMm', from: 100 });
    expect(adapt(10, 0, {}, { ...pretendStart, distanceMm: 245 }).change).toMatchObject({ param: 'distanceMm', to: 250 });
  });

  test('what is easier goes back where it was made harder, then the axes before it', () => {
    expect(adapt(0, 2, {}, { ...pretendStart, distanceMm: 250, widthMm: 100 }).change?.param).toBe('widthMm');
    expect(adapt(0, 2, {}, { ...pretendStart, distanceMm: 250, widthMm: 125 }).change?.param).toBe('distanceMm');
  });

  test('the therapist frees axes and orders them; a pinned one never moves', () => {
    expect(adapt(10, 0, { axes: { widthMm: 1 } }).change?.param).toBe('widthMm');
    expect(adapt(10, 0, { axes: { distanceMm: 2, widthMm: 1 } }).change?.param).toBe('widthMm');
    expect(adapt(10, 0, { axes: { gone: 1 } })).toMatchObject({ change: null, params: pretendStart });
  });

  test('what is too little for a step is carried to the next round', () => {
    const first = adapt(3, 0, { axes: { directions: 1 } });
    expect(first).toMatchObject({ change: null, carry: 0.09 });
    expect(adapt(9, 0, { axes: { directions: 1 }, carry: 0.16 }).change).toMatchObject({ param: 'directions', from: 'one', to: 'two' });
  });

  test('a fixed plan item stays as it is; where the dose leads, success only makes it easier', () => {
    expect(adapt(10, 0, { lead: 'fixed' })).toEqual({ params: pretendStart, change: null, carry: 0 });
    expect(adapt(10, 0, { lead: 'dose' }).change).toBeNull();
    expect(adapt(0, 2, { lead: 'dose' }).change).toMatchObject({ param: 'distanceMm', because: 'plan.because.dose' });
  });

  test('at the end of all limits nothing changes and nothing piles up', () => {
    const hardest = { distanceMm: 250, widthMm: 20, directions: 'eight' };
    expect(adapt(10, 0, {}, hardest)).toEqual({ params: hardest, change: null, carry: 0 });
  });

  test('an amount of work is never an axis of success', () => {
    const drill = { params: { trials: { ...pretendDrill.params.distanceMm, kind: 'number' } }, harderAxes: () => ['trials'] } as const;
    expect(toFreeAxes(drill as never, toLimits(drill.params as never), { trials: 5 }, {})).toEqual([]);
  });
});

describe('what a round tells', () => {
  const of = (outcome: Outcome, help: 0 | 2 = 0) => ({ outcome, help }) as const;
  test('a helped trial, by the mercy rule or a hand, and a lost one are not counted', () => {
    const results = [of('success'), of('miss'), of('assisted'), of('lost'), of('success', 2), of('miss', 2)];
    expect(countRound(results)).toEqual({ hits: 1, misses: 1 });
  });
});

describe('the dose loop', () => {
  const drill = {
    ...pretendDrill,
    params: { ...pretendDrill.params, trials: { kind: 'number', min: 5, max: 30, step: 1, unit: 'count', harder: 'up', label: 'x' } },
  } as const;
  const roomy = toLimits(drill.params, {});
  const change = (omni: number, lead: 'success' | 'dose' | 'fixed', trials = 20) =>
    adaptToEffort(drill, roomy, { ...pretendStart, trials }, { ...usualAdaptation, lead }, omni);

  test.each([0, 2])('effort %i: a tenth more, where the dose leads', (omni) => {
    expect(change(omni, 'dose')).toMatchObject({ param: 'trials', from: 20, to: 22 });
    expect(change(omni, 'success')).toBeNull();
  });
  test.each([4, 6])('effort %i is what endurance needs: nothing changes', (omni) => {
    expect(change(omni, 'dose')).toBeNull();
  });
  test.each([8, 10])('effort %i: a fifth less, whoever leads', (omni) => {
    expect(change(omni, 'dose')).toMatchObject({ from: 20, to: 16 });
    expect(change(omni, 'success')).toMatchObject({ from: 20, to: 16 });
    expect(change(omni, 'fixed')).toBeNull();
  });
  test('it stays inside the limits', () => {
    expect(change(0, 'dose', 30)).toBeNull();
    expect(change(10, 'dose', 5)).toBeNull();
  });
});

const conditions = [
  { name: 'on even days', more: {} },
  { name: 'with fatigue', more: { tiresBy: 0.004 } },
  { name: 'with bad days', more: { badDays: 0.2 } },
  { name: 'with more noise', more: { spread: 0.18 } },
];

describe.each(conditions)('simulated children $name', ({ more }) => {
  test.each(simulatedChildren)('a child $name lands within 5 points of the target after 30 trials, and leaves no bound', (child) => {
    const runs = Array.from({ length: 120 }, (_, i) =>
      playRounds({ ...child, ...more }, { rounds: 12, trials: 10, start: toStart(child) }, `${child.name}/${i}`),
    );
    const later = runs.flatMap(({ hits }) => hits.slice(30));
    const success = later.filter(Boolean).length / later.length;
    expect(success).toBeGreaterThan(0.75);
    expect(success).toBeLessThan(0.85);
    for (const values of runs.flatMap((run) => run.values)) {
      expect(values.distanceMm).toBeGreaterThanOrEqual(20);
      expect(values.distanceMm).toBeLessThanOrEqual(250);
      expect(values.widthMm).toBeGreaterThanOrEqual(20);
      expect(values.widthMm).toBeLessThanOrEqual(125);
    }
  });
});

test("the therapist's own bounds hold, whatever the child does", () => {
  const bounds = { distanceMm: { min: 60, max: 120 }, widthMm: { min: 80, max: 100 }, directions: { allowed: ['one', 'two'] } };
  for (const threshold of [-1, 5]) {
    for (const values of playRounds({ threshold, spread: 0.1 }, { rounds: 30, trials: 10, bounds, start: { ...pretendStart, widthMm: 90 } }, 'bounds')
      .values) {
      expect(values.distanceMm).toBeGreaterThanOrEqual(60);
      expect(values.distanceMm).toBeLessThanOrEqual(120);
      expect(values.widthMm).toBeGreaterThanOrEqual(80);
      expect(values.widthMm).toBeLessThanOrEqual(100);
      expect(['one', 'two']).toContain(values.directions);
    }
  }
});

test('a fixed plan item never changes', () => {
  const { values } = playRounds({ threshold: 5, spread: 0.1 }, { rounds: 5, trials: 10, adaptation: fixedAdaptation }, 'fixed');
  for (const one of values) expect(one).toEqual(pretendStart);
});
