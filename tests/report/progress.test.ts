import { describe, expect, it } from 'vitest';
import { findChoices, type ProgressPart, type ProgressSession, toChange, toNoiseBand, toProgress } from '../../src/report/progress';

const choice = { game: 'fireflies', level: '03', source: 'touch', metric: 'movementMs' };
const part = (values: readonly number[], over: Partial<ProgressPart> = {}): ProgressPart => ({
  game: 'fireflies',
  level: '03',
  drill: 'reach',
  drillVersion: 1,
  source: 'touch',
  values: { movementMs: values },
  ...over,
});
const session = (day: number, ...parts: readonly ProgressPart[]): ProgressSession => {
  const on = `2026-03-${String(day).padStart(2, '0')}`;
  return { session: `s${day}`, on, at: `${on}T09:00:00.000Z`, parts };
};
const course = (...medians: readonly number[]) =>
  toProgress(
    medians.map((value, i) => session(i + 1, part([value]))),
    choice,
  ).points;

describe('progress over the sessions', () => {
  it('runs from the oldest session to the newest, with the median of each', () => {
    const { points } = toProgress([session(9, part([900, 800, 1000])), session(2, part([1200, 1400]))], choice);
    expect(points.map((point) => [point.on, point.median, point.count])).toEqual([
      ['2026-03-02', 1300, 2],
      ['2026-03-09', 900, 3],
    ]);
  });

  it('leaves out a session that could not measure the metric instead of drawing a zero', () => {
    const { points } = toProgress([session(1, part([900])), session(2, part([])), session(3, part([], { values: {} }))], choice);
    expect(points.map((point) => point.session)).toEqual(['s1']);
  });

  it('never puts two levels, two sensors or two games side by side', () => {
    const others = [part([1], { level: '04' }), part([2], { source: 'adult' }), part([3], { game: 'drums' })];
    expect(toProgress([session(1, part([900]), ...others)], choice).points).toMatchObject([{ median: 900, count: 1 }]);
  });

  it('leaves out what an older version of the drill scored, and counts it', () => {
    const { points, left } = toProgress([session(1, part([500])), session(2, part([900], { drillVersion: 2 }))], choice);
    expect(points.map((point) => point.session)).toEqual(['s2']);
    expect(left).toBe(1);
  });

  it('offers the level that was played last first', () => {
    const found = findChoices([session(1, part([1])), session(5, part([1], { level: '04' })), session(3, part([1], { level: '02' }))]);
    expect(found.map(({ level }) => level)).toEqual(['04', '02', '03']);
  });
});

describe('the band of ordinary ups and downs', () => {
  it('needs three sessions', () => {
    expect(toNoiseBand(course(900, 1000))).toBeNull();
    expect(toNoiseBand(course(900, 1000, 1100))?.sessions).toBe(3);
  });

  it('is the mean of the first sessions ± 1.96 √2 SD, the smallest detectable change', () => {
    const band = toNoiseBand(course(900, 1000, 1100));
    expect(band?.low).toBeCloseTo(1000 - 1.96 * Math.SQRT2 * 100, 6);
    expect(band?.high).toBeCloseTo(1000 + 1.96 * Math.SQRT2 * 100, 6);
  });

  it('is made of the first five sessions only, so that later progress does not widen it', () => {
    expect(toNoiseBand(course(900, 1000, 1100, 1000, 1000, 100, 100))).toEqual(toNoiseBand(course(900, 1000, 1100, 1000, 1000)));
  });

  it('tells a change in the better direction from one in the other', () => {
    const points = course(900, 1000, 1100, 1000, 1000, 100);
    const band = toNoiseBand(points);
    expect(toChange(points, band, 'lower')).toBe('better');
    expect(toChange(points, band, 'higher')).toBe('worse');
    expect(toChange(points, band, 'neither')).toBe('other');
    expect(toChange(course(900, 1000, 1100, 1000, 1000, 1050), band, 'lower')).toBe('within');
  });

  it('says nothing of the sessions that it was made from', () => {
    const points = course(900, 1000, 1100);
    expect(toChange(points, toNoiseBand(points), 'lower')).toBeNull();
    expect(toChange(course(900), null, 'lower')).toBeNull();
  });
});
