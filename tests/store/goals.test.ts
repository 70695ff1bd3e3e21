import { describe, expect, it } from 'vitest';
import { addToCourse } from '../../src/store/courses';
import { type Edit, foldEdits } from '../../src/store/fold';
import type { GoalCheckEvent } from '../../src/store/formats/goal';
import { goalCheckFormat, goalFormat } from '../../src/store/formats/goal';
import { addGoalCheck, toGoals } from '../../src/store/goals';
import type { StoredGoalCheck } from '../../src/store/kept-goals';
import { createPretendDevice } from './history';

const ids = createPretendDevice('goals');
const [goal, device, other, child] = [ids.newId(), ids.newId(), ids.newId(), ids.newId()];
const toDay = (i: number) =>
  `20${String(20 + Math.floor(i / 336)).padStart(2, '0')}-${String(1 + (Math.floor(i / 28) % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;

function toCheck(i: number, value: number, at = `${toDay(i)}T09:00:00.000Z`): GoalCheckEvent {
  const on = at.slice(0, 10);
  return { id: ids.newId(), kind: 'goal-check', format: 1, device, n: i + 1, child, on, at, body: { goal, measure: 'step', value } };
}

describe('the answers of a goal', () => {
  it('keep the last word of a day, in whatever order two tablets tell it', () => {
    const early = toCheck(1, -1);
    const late = toCheck(1, 1, `${toDay(1)}T17:00:00.000Z`);
    for (const order of [
      [early, late],
      [late, early],
    ])
      expect(order.reduce<readonly StoredGoalCheck[]>(addGoalCheck, []).map(({ value }) => value)).toEqual([1]);
  });

  it('keep the first and those of two years of weeks, never more', () => {
    let list: readonly StoredGoalCheck[] = [];
    for (let i = 0; i < 300; i++) list = addGoalCheck(list, toCheck(i, i === 0 ? -2 : 1));
    expect(list).toHaveLength(105);
    expect(list[0]?.value).toBe(-2);
    expect(list.at(-1)?.on).toBe(toDay(299));
  });

  it.each([
    ['step', 3],
    ['step', 0.5],
    ['performance', 0],
    ['performance', 11],
  ] as const)('refuse %s %s', (measure, value) => {
    const check = toCheck(1, 0);
    expect(goalCheckFormat.check({ ...check, body: { goal, measure, value } }).ok).toBe(false);
  });
});

describe('goals', () => {
  const edit = (id: string, of: string, n: number, fields: Edit['fields']): Edit => ({
    id,
    device: of,
    n,
    on: '2026-03-01',
    at: '2026-03-01T00:00:00.000Z',
    base: [],
    fields,
  });

  it('stay open where one tablet put one away and another went on with it', () => {
    const path = `goals.${goal}`;
    const start = edit('a', device, 1, { [`${path}.words`]: 'Zip' });
    const fold = foldEdits([start, edit('b', device, 2, { [`${path}.closed`]: '2026-03-02' }), edit('c', other, 1, { [`${path}.closed`]: null })]);
    expect(toGoals(fold)).toMatchObject([{ words: 'Zip', closed: null }]);
  });

  it('of no words, too many words or an unknown field are none', () => {
    expect(toGoals(foldEdits([edit('a', device, 1, { [`goals.${goal}.kind`]: 'gas' })]))).toEqual([]);
    const body = (fields: Edit['fields']) => ({
      id: ids.newId(),
      kind: 'goal',
      format: 1,
      device,
      n: 1,
      child,
      on: '2026-03-01',
      at: '2026-03-01T00:00:00.000Z',
      base: [],
      body: { fields },
    });
    expect(goalFormat.check(body({ [`goals.${goal}.words`]: 'x'.repeat(160) })).ok).toBe(true);
    expect(goalFormat.check(body({ [`goals.${goal}.words`]: 'x'.repeat(161) })).ok).toBe(false);
    expect(goalFormat.check(body({ [`goals.${goal}.html`]: 'x' })).ok).toBe(false);
  });
});

describe('the course of a measure', () => {
  it('keeps five sessions at each end, however many lie between, each as the median of its trials', () => {
    const of = { game: 'fireflies', level: '05-farther', drill: 'reach', drillVersion: 2, source: 'touch' } as const;
    const outcomes = { success: 0, assisted: 0, miss: 0, lost: 0 };
    let course: ReturnType<typeof addToCourse> | undefined;
    for (let i = 0; i < 200; i++) {
      const values = { movementMs: [i, i + 1, i + 50] };
      const summary = {
        session: `s${i}`,
        child,
        on: toDay(i),
        at: `${toDay(i)}T09:00:00.000Z`,
        trials: 3,
        outcomes,
        helps: {},
        activeMs: 0,
        ended: null,
        effort: null,
        parts: [{ ...of, trials: 3, outcomes, values }],
      };
      const result = { trial: 2, side: null, outcome: 'success', help: 0, startMs: 0, endMs: 1, metrics: { movementMs: i + 50 } } as const;
      course = addToCourse(course, summary, { ...of, session: `s${i}`, set: 'set', result });
    }
    const ends = course?.metrics.movementMs;
    expect(ends?.first.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(ends?.last.map(({ value }) => value)).toEqual([196, 197, 198, 199, 200]);
  });
});
