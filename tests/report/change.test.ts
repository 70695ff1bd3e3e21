import { describe, expect, it } from 'vitest';
import { createRng, drawNormal, type Rng } from '../../src/core/rng';
import { callChange, changeSessions, toMdc } from '../../src/report/change';

const question = { better: 'higher', carried: true, levelChanged: false, noiseFloor: 0 } as const;
const steady = [10, 12, 11, 10, 12];

function drawSessions(rng: Rng, count: number, sd: number, correlation: number): number[] {
  let last = drawNormal(rng);
  return Array.from({ length: count }, (_, i) => {
    if (i > 0) last = correlation * last + Math.sqrt(1 - correlation ** 2) * drawNormal(rng);
    return 100 + sd * last;
  });
}

const children = [3, 4, 5].flatMap((first) => [1, 8, 30].flatMap((sd) => [0, 0.2].map((correlation) => ({ first, sd, correlation }))));

/** Two sessions a week; with 3 or 4 first sessions the review is the one that has no more. */
function countCalls(first: number, sd: number, correlation: number, change: number): { called: number; reviews: number } {
  const rng = createRng(`change/${first}/${sd}/${correlation}/${change}`);
  let called = 0;
  let reviews = 0;
  for (let child = 0; child < 3000; child++) {
    const weeks = first === changeSessions.most && change === 0 ? 20 : 1;
    const sessions = drawSessions(rng, first + changeSessions.review + 2 * (weeks - 1), sd, correlation);
    const mdc = toMdc(sessions.slice(0, first), 0) ?? 0;
    for (let week = 0; week < weeks; week++) {
      const values = sessions.slice(0, first + changeSessions.review + 2 * week).map((value, i) => (i < first ? value : value + change * mdc));
      reviews++;
      if (callChange({ ...question, values }).call === 'real-change') called++;
    }
  }
  return { called, reviews };
}

describe('change', () => {
  it.each(children)('without true change at most 5 % of reviews call one: $first first sessions, SD $sd, correlation $correlation', (c) => {
    const { called, reviews } = countCalls(c.first, c.sd, c.correlation, 0);
    // Three standard errors of 3000 children's share of 5 %.
    expect(called / reviews).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 3000));
  });
  it.each(children)('a true change of 1.5 MDC is called in at least 80 %: $first first sessions, SD $sd, correlation $correlation', (c) => {
    const { called, reviews } = countCalls(c.first, c.sd, c.correlation, 1.5);
    expect(called / reviews).toBeGreaterThanOrEqual(0.8);
  });
  it('the direction follows the metric', () => {
    const values = [...steady, 50, 50, 50, 50, 50];
    expect(callChange({ ...question, values })).toMatchObject({ call: 'real-change', direction: 'better' });
    expect(callChange({ ...question, values, better: 'lower' })).toMatchObject({ direction: 'worse' });
    expect(callChange({ ...question, values, better: 'neither' })).toMatchObject({ direction: 'other' });
  });
  it('a change within the noise of the sensor is not called', () => {
    const values = [...steady, 50, 50, 50, 50, 50];
    expect(callChange({ ...question, values, noiseFloor: 30 }).call).toBe('not-yet-distinguishable');
  });
  it('seven sessions are too few and eight are enough', () => {
    const values = [10, 12, 11, 10, 12, 11, 10];
    expect(callChange({ ...question, values })).toEqual({ call: 'not-measurable', reason: 'too-few-sessions', missing: 1 });
    expect(callChange({ ...question, values, levelChanged: true })).toMatchObject({ reason: 'level-changed' });
    expect(callChange({ ...question, values: [...values, 11] }).call).toBe('not-yet-distinguishable');
  });
  it('a sensor that cannot carry the metric and sessions all alike are not measurable', () => {
    expect(callChange({ ...question, values: steady, carried: false })).toMatchObject({ reason: 'sensor' });
    expect(callChange({ ...question, values: Array(8).fill(7) })).toMatchObject({ reason: 'no-spread' });
  });
});
