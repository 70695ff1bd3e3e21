import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNews, type NewsSession } from '../../src/report/family-news';
import { toSetUp } from '../../src/report/family-set-up';
import { drawSetUp } from '../../src/tools/draw/set-up';
import { postures } from '../../src/tools/draw/set-up-people';

const today = '2026-03-26';
type Part = NewsSession['parts'][number];

function play(on: string, part: Partial<Part> & { readonly done?: number } = {}): NewsSession {
  const { done = 6, ...rest } = part;
  const whole: Part = {
    game: 'ferry',
    level: '02-wide',
    drill: 'hold',
    source: 'pose',
    outcomes: { success: done, assisted: 0 },
    values: {},
    ...rest,
  };
  return { on, parts: [whole] };
}
const orders: Readonly<Record<string, number>> = { '01-sit': 1, '02-wide': 2, '03-close': 3 };
const known = { ferry: '2026-01-05', 'ferry/01-sit': '2026-01-05', 'ferry/02-wide': '2026-02-02' };
const find = (sessions: readonly NewsSession[], firsts: Readonly<Record<string, string>> = known) =>
  findNews({ today, sessions, firsts, orderOf: (_game, level) => orders[level] });
const held = (on: string, seconds: number, part: Partial<Part> = {}) => play(on, { values: { longestHoldS: [seconds - 2, seconds] }, ...part });

describe('what changed this week', () => {
  it('says nothing where nothing is sure: no play, the first week of all, the same as before', () => {
    expect(find([])).toBeNull();
    expect(find([play(today)], { ferry: today, 'ferry/02-wide': today })).toBeNull();
    expect(find([play('2026-03-18'), play(today)])).toBeNull();
  });

  it('a game that was never played before is a new place, from Monday on', () => {
    const firsts = (on: string) => ({ ...known, sunrise: on, 'sunrise/02-wide': on });
    expect(find([play(today, { game: 'sunrise' })], firsts('2026-03-23'))).toEqual({ kind: 'place', game: 'sunrise' });
    expect(find([play(today, { game: 'sunrise' })], firsts('2026-03-22'))).toBeNull();
  });

  it('a level is new when it is higher than all before and something went well in it', () => {
    const firsts = { ...known, 'ferry/03-close': today };
    expect(find([play(today, { level: '03-close' })], firsts)).toEqual({ kind: 'level', game: 'ferry', level: '03-close' });
    expect(find([play(today, { level: '03-close', done: 0 })], firsts)).toBeNull();
  });

  it('a level that is easier than one before, or unknown to this version, is no news', () => {
    expect(find([play(today, { level: '01-sit' })], { ferry: '2026-01-05', 'ferry/03-close': '2026-01-05', 'ferry/01-sit': today })).toBeNull();
    expect(find([play(today, { level: 'new' })], { ...known, 'ferry/new': today })).toBeNull();
    expect(find([play(today, { level: '03-close' })], { ferry: '2026-01-05', 'ferry/old': '2026-01-05', 'ferry/03-close': today })).toBeNull();
  });

  it.each([
    [5.9, null],
    [6.1, { kind: 'longer', game: 'ferry', seconds: 6 }],
    [4, null],
  ])('beside holds of at most 5 s, %f s are a longer hold: %j', (seconds, news) => {
    expect(find([held('2026-03-05', 5), held('2026-03-12', 4), held(today, seconds)])).toEqual(news);
  });

  it('a hold is looked at beside the same level and source only, and beside two sessions at least', () => {
    expect(find([held('2026-03-12', 4), held(today, 9)])).toBeNull();
    expect(find([held('2026-03-05', 4, { level: '01-sit' }), held('2026-03-12', 4), held(today, 9)])).toBeNull();
    expect(find([held('2026-03-05', 4, { source: 'motion' }), held('2026-03-12', 4), held(today, 9)])).toBeNull();
    // Four weeks before this one begin on 23 February.
    expect(find([held('2026-02-22', 4), held('2026-03-12', 4), held(today, 9)])).toBeNull();
    expect(find([held('2026-02-23', 4), held('2026-03-12', 4), held(today, 9)])).toMatchObject({ kind: 'longer', seconds: 9 });
  });

  it.each([
    [24, null],
    [25, { kind: 'more', game: 'ferry', count: 25 }],
    [19, null],
  ])('beside 20 in the best week before, %i are more: %j', (done, news) => {
    const before = [play('2026-03-16', { done: 12 }), play('2026-03-22', { done: 8 }), play('2026-03-04', { done: 15 })];
    expect(find([...before, play(today, { done })])).toEqual(news);
  });

  it('of many a fifth more is asked', () => {
    expect(find([play('2026-03-16', { done: 100 }), play(today, { done: 119 })])).toBeNull();
    expect(find([play('2026-03-16', { done: 100 }), play(today, { done: 120 })])).toMatchObject({ kind: 'more', count: 120 });
  });

  it('what became less is never said, whatever else there is', () => {
    expect(find([held('2026-03-05', 20, { outcomes: { success: 50, assisted: 0 } }), held('2026-03-12', 20), held(today, 3)])).toBeNull();
  });
});

describe('how to set up', () => {
  it.each([
    ['reach', {}, 'touch', 'chair', 'chair'],
    ['reach', {}, 'touch', 'wheelchair', 'wheelchair'],
    ['hold', { stance: 'sit' }, 'pose', 'wheelchair', 'wheelchair'],
    ['hold', { stance: 'tandem' }, 'pose', 'chair', 'standing'],
    ['rise', { kind: 'sit-to-stand' }, 'motion', 'wheelchair', 'standing'],
    ['weight-shift', { directions: 'sides' }, 'pose', 'chair', 'chair'],
    ['rise', { kind: 'heel-raise' }, 'motion', 'chair', 'standing'],
    ['rise', { kind: 'bridge' }, 'motion', 'wheelchair', 'floor'],
    ['rise', { kind: 'push-up' }, 'adult', 'wheelchair', 'wheelchair'],
    ['step', {}, 'pose', 'chair', 'standing'],
    ['walk', {}, 'adult', 'chair', 'walking'],
    ['gait', {}, 'motion', 'wheelchair', 'walking'],
    ['mobility', { move: 'crawl' }, 'adult', 'wheelchair', 'floor'],
    ['mobility', { move: 'transfer' }, 'adult', 'chair', 'standing'],
    ['mobility', { move: 'wheel' }, 'adult', 'chair', 'driving'],
  ] as const)('%s %j by %s, seated on a %s: %s', (drill, params, source, seat, posture) => {
    expect(toSetUp(drill, params, source, seat)).toEqual({ source, posture });
  });

  it.each(['touch', 'pose', 'motion', 'gamepad', 'adult'] as const)('by %s has a picture for each posture, as the tool draws it', (source) => {
    for (const posture of postures) {
      const file = new URL(`../../assets/pictures/set-up/${source}-${posture}.svg`, import.meta.url);
      expect(readFileSync(file, 'utf8'), posture).toBe(drawSetUp(source, posture));
    }
  });

  it('a heart-rate strap plays nothing', () => {
    expect(toSetUp('reach', {}, 'heart', 'chair')).toBeNull();
  });
});
