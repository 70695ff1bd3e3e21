import { describe, expect, it } from 'vitest';
import { toOrder } from '../../src/plan/question';
import { type QuestionSession, toQuestionState } from '../../src/report/question';

const question = { kind: 'feedback', seed: 'seed', from: '2026-03-01' } as const;
const measure = { game: 'fireflies', level: '05-farther', source: 'touch', metric: 'movementMs', better: 'lower' } as const;
const order = toOrder(question);

/** Sessions of the question in their order; way b is quicker by `gain`. */
function play(count: number, gain: number, more: Partial<QuestionSession['parts'][number]> = {}): readonly QuestionSession[] {
  return order.slice(0, count).map((arm, place) => {
    const value = 1000 + 7 * (place % 3) - (arm === 'b' ? gain : 0);
    const part = { game: 'fireflies', level: '05-farther', source: 'touch', values: { movementMs: [value - 5, value, value + 5] }, ...more };
    return { on: '2026-03-02', arms: { seed: { question: 'seed', place, arm } }, parts: [part] };
  });
}

describe('a question about one child', () => {
  it('is not answered before six whole pairs', () => {
    expect(toQuestionState(question, play(11, 200), measure)).toMatchObject({ done: 11, all: 20, answer: { answer: 'too-few-sessions', done: 10 } });
    expect(toQuestionState(question, play(12, 200), measure).answer).toMatchObject({ answer: 'helps' });
  });

  it('says that it cannot be told where the two ways are alike', () => {
    expect(toQuestionState(question, play(20, 0), measure).answer).toMatchObject({ answer: 'cannot-tell' });
  });

  it('says so when the second way is less good', () => {
    expect(toQuestionState(question, play(20, -200), measure).answer).toMatchObject({ answer: 'hinders' });
  });

  it('counts only its own sessions at its own level by its own sensor, and says how many do not count', () => {
    const other = play(3, 200).map((one) => ({ ...one, arms: { older: { question: 'older', place: 0, arm: 'a' as const } } }));
    const away = play(12, 200, { level: '02-near' }).slice(10);
    const state = toQuestionState(question, [...other, ...play(10, 200), ...away], measure);
    expect(state).toMatchObject({ done: 12, left: 2, answer: { answer: 'too-few-sessions', done: 10 } });
  });

  it('counts a place once that two tablets played apart from each other', () => {
    const [first] = play(1, 200);
    expect(toQuestionState(question, first ? [first, first] : [], measure)).toMatchObject({ done: 2, left: 1 });
  });
});
