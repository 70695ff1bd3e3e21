import { describe, expect, it } from 'vitest';
import type { Metric } from '../../src/drills/types';
import { countMoves, type HeadlineCourse, toHeadlines } from '../../src/report/headlines';
import { toNoiseFloor } from '../../src/report/noise-floor';
import { toPlannedDose, toReview } from '../../src/report/review';

const metrics: Readonly<Record<string, Metric>> = {
  movementMs: { unit: 'ms', better: 'lower', digits: 0, evidence: '', sources: ['touch'] },
  responseMs: { unit: 'ms', better: 'lower', digits: 0, evidence: '', sources: ['touch', 'gamepad'] },
};
const toValue = (value: number, i: number) => {
  const on = `2026-03-${String(i + 1).padStart(2, '0')}`;
  return { session: `s${i}`, on, at: `${on}T09:00:00.000Z`, value };
};
const ends = (values: readonly number[]) => {
  const all = values.map(toValue);
  return { first: all.slice(0, 5), last: all.slice(-5) };
};
const course = (values: readonly number[], more: Partial<HeadlineCourse> = {}): HeadlineCourse => ({
  game: 'fireflies',
  level: '05-farther',
  source: 'touch',
  drill: 'reach',
  drillVersion: 2,
  lastOn: '2026-03-20',
  metrics: { movementMs: ends(values) },
  ...more,
});
const read = (courses: readonly HeadlineCourse[]) => toHeadlines(courses, () => metrics, '2026-03-16');
const baseline = [1000, 1020, 990, 1010, 980];

describe('the headline of a game', () => {
  it('is a real change beyond the own smallest detectable change, with unit, sensor and noise floor', () => {
    const [one] = read([course([...baseline, 700, 690, 710, 700, 705])]);
    expect(one).toMatchObject({ metric: 'movementMs', source: 'touch', call: { call: 'real-change', direction: 'better' }, last: { value: 705 } });
    expect(one?.noiseFloor).toBeCloseTo(6.8, 1);
  });

  it('is not measurable before eight sessions of one level', () => {
    expect(read([course(baseline)])[0]?.call).toEqual({ call: 'not-measurable', reason: 'too-few-sessions', missing: 3 });
    const before = course(baseline, { level: '02-near', lastOn: '2026-03-08' });
    expect(read([before, course(baseline)])[0]?.call).toMatchObject({ reason: 'level-changed' });
  });

  it('is not measurable with a sensor that does not carry it', () => {
    expect(read([course(baseline, { source: 'pose' })])[0]?.call).toMatchObject({ call: 'not-measurable', reason: 'sensor' });
  });

  it('counts a session that is at both ends once', () => {
    expect(read([course([...baseline, 1000, 1000])])[0]?.call).toMatchObject({ missing: 1 });
  });

  it('never mixes the warm-up, another version or another sensor with the level', () => {
    const courses = [course(baseline), course([1], { level: 'warm-up', lastOn: '2026-03-21' }), course([2], { drillVersion: 1 })];
    expect(read(courses)).toHaveLength(1);
    expect(read(courses)[0]).toMatchObject({ level: '05-farther', last: { value: 980 } });
  });

  it('stays out when the game was not played since', () => {
    expect(read([course(baseline, { lastOn: '2026-03-15' })])).toEqual([]);
    expect(read([course(baseline, { lastOn: '2026-03-16' })])).toHaveLength(1);
  });
});

describe('changes of the plan meanwhile', () => {
  it('count from after the first session, by hand or by play, of this item and its values only', () => {
    const change = (at: string, path: string) => ({ at, fields: { [path]: 1 } });
    const changes = [
      change('2026-03-01T09:00:00.000Z', 'items.a.params.distanceMm'),
      change('2026-03-02T09:00:00.000Z', 'items.a.params.distanceMm'),
      change('2026-03-03T09:00:00.000Z', 'items.b.params.distanceMm'),
      change('2026-03-04T09:00:00.000Z', 'items.a.dose.sets'),
    ];
    expect(countMoves(changes, ['a'], '2026-03-01T09:00:00.000Z')).toBe(1);
    expect(countMoves(changes, ['a'], '2026-02-01T09:00:00.000Z')).toBe(2);
  });
});

describe('a noise floor', () => {
  it('is two roundings of a sample, or half a second of a thumb; else it is not known', () => {
    expect(toNoiseFloor('pose', 'ms')).toBeCloseTo(1000 / 30 / Math.sqrt(6));
    expect(toNoiseFloor('adult', 's')).toBe(0.5);
    expect(toNoiseFloor('pose', 'deg')).toBeNull();
  });
});

describe("a week's review", () => {
  const week = { from: '2026-03-16', to: '2026-03-23' };
  const session = {
    session: 's',
    on: '2026-03-16',
    trials: 10,
    outcomes: { lost: 2 },
    helps: { 0: 6, 2: 2 },
    activeMs: 120_000,
    ended: 'pain',
    effort: 6,
  } as const;
  const log = {
    checks: [{ on: '2026-03-17', answers: { pain: 2 } }],
    feelings: [{ on: '2026-03-17', pain: 4 }],
    incidents: [{ day: '2026-03-18', what: 'fall', happened: 'Slid.' }],
    notes: [{ on: '2026-03-22', words: 'Tall.' }],
  } as const;
  const planned = toPlannedDose([
    { sets: 2, trials: 10, sessionsPerWeek: 3 },
    { sets: 1, trials: 4, sessionsPerWeek: 2 },
  ]);

  it('puts sessions and repetitions beside the plan; what a sensor lost is no repetition', () => {
    const { dose } = toReview(week, [session, { ...session, on: '2026-03-23' }], log, planned, []);
    expect(dose.sessions).toMatchObject({ done: 1, planned: 3 });
    expect(dose.repetitions).toMatchObject({ done: 8, planned: 68 });
    expect(dose.activeMinutes).toMatchObject({ done: 2, planned: null });
    expect(dose.help).toMatchObject({ 0: 0.75, 2: 0.25 });
  });

  it('shows the highest pain and effort, every stop, adverse event and note', () => {
    const reading = toReview(week, [session], log, planned, []);
    expect(reading).toMatchObject({ pain: 4, effort: 6, stops: 1, incidents: 1 });
    expect(reading.notes.map(({ kind }) => kind)).toContain('note');
  });

  it('plans nothing where the plan is empty', () => {
    expect(toPlannedDose([])).toEqual({ sessions: null, activeMinutes: null, repetitions: null });
  });
});
