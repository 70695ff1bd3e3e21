import { expect, test } from 'vitest';
import { toOrder } from '../../src/plan/question';
import { readArm } from '../../src/store/read-arm';
import type { SessionSummary } from '../../src/store/types';

const question = { kind: 'feedback', seed: 'seed', from: '2026-03-02' } as const;
const child = { id: 'child' };
const turn = { session: 's1', first: false, last: true, elapsedMs: 0, activeMs: 0 };
const order = toOrder(question);
const played = ['s0', 's1'].map((session, place) => ({
  session,
  arms: { seed: { question: 'seed', place, arm: order[place] } },
})) as unknown as SessionSummary[];
const asked: string[][] = [];
const store = {
  async readSessionsBetween(_child: string, from: string, to: string) {
    asked.push([from, to]);
    return played;
  },
};

test('the next session of a question has the next place of its order; a further turn keeps its own', async () => {
  expect(await readArm(store, { child, item: { question }, turn: null }, '2026-03-09')).toEqual({ question: 'seed', place: 2, arm: order[2] });
  expect(await readArm(store, { child, item: { question }, turn }, '2026-03-09')).toEqual({ question: 'seed', place: 1, arm: order[1] });
  expect(asked[0]).toEqual(['2026-03-02', '2026-03-10']);
});

test('an item without a question is played as usual, and nothing is read', async () => {
  asked.length = 0;
  expect(await readArm(store, { child, item: {}, turn: null }, '2026-03-09')).toBeNull();
  expect(asked).toEqual([]);
});

test('a question is over after half a year', async () => {
  expect(await readArm(store, { child, item: { question }, turn: null }, '2026-08-30')).not.toBeNull();
  expect(await readArm(store, { child, item: { question }, turn: null }, '2026-08-31')).toBeNull();
});
