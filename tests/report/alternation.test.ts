import { describe, expect, it } from 'vitest';
import { createRng, drawNormal } from '../../src/core/rng';
import { drawAlternation } from '../../src/plan/alternation';
import { answerAlternation } from '../../src/report/alternation';

function countAnswers(blocks: number, effect: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let child = 0; child < 400; child++) {
    const rng = createRng(`alternation/${blocks}/${effect}/${child}`);
    const order = drawAlternation(`seed/${child}`, blocks);
    const values = order.map((arm) => 50 + drawNormal(rng) + (arm === 'b' ? effect : 0));
    const { answer } = answerAlternation(order, values, 'higher', rng);
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

describe('single-case question', () => {
  it('an order has one of each in every two sessions, at most two of a kind in a row, and is its seed’s for ever', () => {
    const order = drawAlternation('seed', 50);
    expect(order).toEqual(drawAlternation('seed', 50));
    expect(order.join('')).not.toMatch(/aaa|bbb/);
    for (let i = 0; i < order.length; i += 2) expect(order[i]).not.toBe(order[i + 1]);
  });
  it('without an effect at most 5 % are told one, after 12 sessions', () => {
    // Three standard errors of 400 children's share of 5 %.
    expect(1 - (countAnswers(6, 0)['cannot-tell'] ?? 0) / 400).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400));
  });
  it('help of two standard deviations is told to at least 80 %, after 16 sessions', () => {
    expect((countAnswers(8, 2).helps ?? 0) / 400).toBeGreaterThanOrEqual(0.8);
  });
  it('the direction follows the metric, and the interval lies around the effect', () => {
    const order = drawAlternation('seed', 6);
    const values = order.map((arm, i) => (arm === 'b' ? 20 : 10) + (i % 3));
    const found = answerAlternation(order, values, 'higher', createRng('x'));
    expect(found).toMatchObject({ answer: 'helps' });
    expect(answerAlternation(order, values, 'lower', createRng('x'))).toMatchObject({ answer: 'hinders' });
    if (found.answer === 'too-few-sessions') return;
    expect(found.low).toBeLessThanOrEqual(found.effect);
    expect(found.high).toBeGreaterThanOrEqual(found.effect);
    expect(found.low).toBeGreaterThan(0);
  });
  it('ten of twelve sessions are too few', () => {
    const order = drawAlternation('seed', 6);
    const values = order.map((_, i) => (i === 3 ? null : i));
    expect(answerAlternation(order, values, 'higher', createRng('x'))).toEqual({ answer: 'too-few-sessions', done: 10, needed: 12 });
  });
});
