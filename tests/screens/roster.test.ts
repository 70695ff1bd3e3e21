import { describe, expect, it } from 'vitest';
import type { ChildProfile, Level, PlanItem } from '../../src/plan/types';
import { toPlainName } from '../../src/screens/parts/shown-name';
import { findChildren, readRoster } from '../../src/screens/therapist/roster/roster';
import { listLevels, toLevelEdits, toSameAgain } from '../../src/screens/therapist/roster/same-again';

const toChild = (id: string, name = id, picture = 'whale') => ({ id, name, picture }) as ChildProfile;
const toRow = (name: string, picture = 'whale') => ({ child: toChild(name, name, picture), lastOn: null });
const pictureName = (picture: string) => ({ whale: 'Whale', pine: 'Pine tree' })[picture] ?? picture;
const find = (names: readonly string[], words: string) =>
  findChildren(
    names.map((name) => toRow(name)),
    words,
    pictureName,
  ).map(({ child }) => child.name);

describe('the roster', () => {
  it('shows who played last first, then those who never did, the newest added first', async () => {
    const roster = await readRoster({
      readChildren: async () => ['old', 'never', 'new', 'late'].map((id) => toChild(id)),
      readLastPlayed: async () =>
        new Map([
          ['old', { at: '2026-01-01T09:00:00.000Z', on: '2026-01-01' }],
          ['new', { at: '2026-03-01T09:00:00.000Z', on: '2026-03-01' }],
        ]),
    });
    expect(roster.map(({ child, lastOn }) => [child.id, lastOn])).toEqual([
      ['new', '2026-03-01'],
      ['old', '2026-01-01'],
      ['late', null],
      ['never', null],
    ]);
  });

  it('is searched by name, without case and accents, every word of it', () => {
    const names = ['Zoë van Dijk', 'Mia', 'Émile', '王小明', 'محمد'];
    expect(find(names, 'zoe dijk')).toEqual(['Zoë van Dijk']);
    expect(find(names, ' EMI ')).toEqual(['Émile']);
    expect(find(names, '小明')).toEqual(['王小明']);
    expect(find(names, 'محم')).toEqual(['محمد']);
    expect(find(names, 'zoe mia')).toEqual([]);
    expect(find(names, '')).toEqual(names);
  });

  it('is searched by picture, for children without a name', () => {
    expect(findChildren([toRow('', 'whale'), toRow('', 'pine')], 'pine', pictureName).map(({ child }) => child.picture)).toEqual(['pine']);
  });

  it.each(['.*', '(', '\\', '<b>', '‮', 'x'.repeat(10_000)])('takes any words as words: %s', (words) => {
    expect(() => find(['Mia', words], words)).not.toThrow();
    expect(find(['Mia'], words).length).toBeLessThanOrEqual(1);
  });
});

describe('a name as it is shown', () => {
  it.each([
    ['Mia', 'Mia'],
    ['  Mia\n\tB. ', 'Mia B.'],
    ['\u202egnip\u202c', 'gnip'],
    ['محمد', 'محمد'],
    ['\u0000\u0007', ''],
    ['a\u200bb', 'a b'],
    ['👩‍🦽 Zoë', '👩‍🦽 Zoë'],
  ])('is one line and turns nothing around it: %j', (name, shown) => {
    expect(toPlainName(name)).toBe(shown);
  });

  it('of 10,000 letters is cut at 40, between letters', () => {
    expect([...toPlainName('🐳'.repeat(10_000))]).toEqual([...Array(40).fill('🐳'), '…']);
    expect(toPlainName('x'.repeat(40))).toBe('x'.repeat(40));
  });
});

describe('the same as last time', () => {
  const toItem = (id: string, game: string, level: string, more: Partial<PlanItem> = {}) =>
    ({ id, game, level, source: 'touch', params: {}, ...more }) as PlanItem;
  const toLast = (...parts: readonly (readonly [game: string, level: string, source: string])[]) =>
    ({ parts: parts.map(([game, level, source]) => ({ game, level, source })) }) as unknown as Parameters<typeof toSameAgain>[0];
  const always = () => true;
  const plan = [toItem('a', 'fireflies', '02-near'), toItem('b', 'ferry', '01-calm'), toItem('c', 'drums', '01-one')];

  it('is the games of the last session in their order, by the same source, as the plan has them today', () => {
    const again = toSameAgain(toLast(['ferry', '01-calm', 'gamepad'], ['fireflies', '02-near', 'touch']), plan, always);
    expect(again.map(({ item, source, lastLevel }) => [item.id, source, lastLevel])).toEqual([
      ['b', 'gamepad', null],
      ['a', 'touch', null],
    ]);
  });

  it('tells the level of then where the plan has another one now, and plays that of the plan', () => {
    const [one] = toSameAgain(toLast(['fireflies', '01-calm', 'touch']), plan, always);
    expect(one).toMatchObject({ level: '02-near', lastLevel: '01-calm' });
  });

  it('counts a level that was changed within the session once', () => {
    expect(toSameAgain(toLast(['fireflies', '02-near', 'touch'], ['fireflies', '03-far', 'touch']), plan, always)).toHaveLength(1);
  });

  it('keeps two lines of one game apart', () => {
    const two = [toItem('a', 'fireflies', '02-near'), toItem('d', 'fireflies', '05-aim')];
    const again = toSameAgain(toLast(['fireflies', '05-aim', 'touch'], ['fireflies', '02-near', 'touch']), two, always);
    expect(again.map(({ item }) => item.id)).toEqual(['d', 'a']);
  });

  it('takes the source of the plan where that of then cannot play the game any more', () => {
    expect(toSameAgain(toLast(['fireflies', '02-near', 'pose']), plan, (_item, source) => source !== 'pose')[0]?.source).toBe('touch');
  });

  it('is the whole plan where nothing was played, or nothing of it is in the plan', () => {
    for (const last of [undefined, toLast(), toLast(['gone', '01', 'touch'])]) {
      const again = toSameAgain(last, plan, always);
      expect(again.map(({ item, wasPlayed }) => [item.id, wasPlayed])).toEqual([
        ['a', false],
        ['b', false],
        ['c', false],
      ]);
    }
    expect(toSameAgain(undefined, [], always)).toEqual([]);
  });

  it('changes the plan only where another level was chosen, and takes its own values away with the old level', () => {
    const item = toItem('a', 'fireflies', '02-near', { params: { distanceMm: 120 } });
    const one = { item, source: 'touch', level: '02-near', lastLevel: null, wasPlayed: true } as const;
    expect(toLevelEdits([one])).toEqual({});
    expect(toLevelEdits([{ ...one, level: '03-far' }])).toEqual({ 'items.a.level': '03-far', 'items.a.params.distanceMm': null });
  });

  it('steps through the levels of the game alone, from easy to hard', () => {
    const level = (game: string, order: number) => ({ game, order, id: `${order}` }) as Level;
    expect(listLevels([level('a', 2), level('b', 1), level('a', 1)], 'a').map(({ id }) => id)).toEqual(['1', '2']);
  });
});
