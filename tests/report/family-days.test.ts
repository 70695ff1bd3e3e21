import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open';
import { createPretendDevice } from '../store/history';
import { type Deed, readHistory, toEvents } from './family-histories';

const on = '2026-03-26';
const away = (reason: Extract<Deed, { kind: 'not-today' }>['reason']): Deed => ({ kind: 'not-today', on, reason });
const rest = (planned: boolean): Deed => ({ kind: 'rest', on, day: '2026-03-29', rest: planned });
const read = (left: readonly Deed[], right: readonly Deed[] = []) => readHistory([...toEvents('left', left), ...toEvents('right', right)]).days;

async function openPretend() {
  const device = createPretendDevice('tablet');
  const { store } = await openStore({ indexedDB: new IDBFactory(), name: 'bay', ...device });
  if (!store) throw new Error('no store');
  return { store, child: device.newId(), item: device.newId() };
}

describe('days that two tablets told of apart from each other', () => {
  it.each([
    ['ill', 'hospital', 'hospital'],
    ['pain', 'school', 'pain'],
    ['rest', 'ill', 'ill'],
    ['school', null, 'school'],
  ] as const)('of %s and %s %s is kept: it tells the therapist more', (one, other, kept) => {
    expect(read([away(one)], [away(other)]).notToday).toEqual({ [on]: kept });
    expect(read([away(other)], [away(one)]).notToday).toEqual({ [on]: kept });
  });

  it('rest that one of them planned stays', () => {
    expect(read([rest(true)], [rest(false)]).rest).toEqual(['2026-03-29']);
  });

  it('on one tablet the last word counts, and taking back leaves nothing', () => {
    expect(read([away('hospital'), away('rest')]).notToday).toEqual({ [on]: 'rest' });
    expect(read([away('hospital'), away(null), rest(true), rest(false)])).toMatchObject({ notToday: {}, rest: [] });
  });
});

describe('what is kept of a family', () => {
  it.each([
    [{ weeklyMinutes: 4 }, 'at least 5'],
    [{ weeklyMinutes: 601 }, 'at most 600'],
    [{ 'grown.2026-02-30': true }, 'no known field'],
    [{ 'grown.2026-02-23': false }, 'grown'],
  ])('a profile refuses %j', async (fields, problem) => {
    const { store, child } = await openPretend();
    await expect(store.editChild(child, fields)).rejects.toThrow(problem);
  });

  it('a day that does not exist is refused', async () => {
    const { store, child } = await openPretend();
    await expect(store.setRestDay(child, '2026-02-29', true)).rejects.toThrow('no known field');
    await expect(store.setNotToday(child, 'today', 'ill')).rejects.toThrow('no known field');
  });

  it('words to the family have up to 300 characters in any writing, and can be taken away', async () => {
    const { store, child, item } = await openPretend();
    const words = '手肘下放毛巾。'.repeat(50).slice(0, 300);
    await store.editPlan(child, { [`items.${item}.game`]: 'fireflies', [`items.${item}.level`]: '01-calm', [`items.${item}.tip`]: words });
    expect((await store.readPlan(child)).items[0]?.tip).toBe(words);
    await expect(store.editPlan(child, { [`items.${item}.tip`]: `${words}。` })).rejects.toThrow('at most 300');
    await store.editPlan(child, { [`items.${item}.tip`]: null });
    expect((await store.readPlan(child)).items[0]).not.toHaveProperty('tip');
  });

  it('a week, a goal and a first day are small entries, however much is played in them', () => {
    const session = { kind: 'session', on, trials: 3, trialMs: 60_000 } as const;
    const { weeks, firsts, goals } = read([{ kind: 'goal', on, sessions: 3, minutes: null }, ...Array<Deed>(30).fill(session)]);
    expect(weeks).toEqual({ '2026-03-23': { sessions: 30, activeMs: 30 * 3 * 60_000 } });
    expect(Object.keys(firsts)).toEqual(['fireflies', 'fireflies/01-calm']);
    expect(goals).toMatchObject([{ on, sessions: 3, minutes: null }]);
  });
});
