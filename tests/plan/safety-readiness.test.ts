import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { holdStances } from '../../src/drills/hold/params';
import { mobilityMoves } from '../../src/drills/mobility/params';
import { raiseParams } from '../../src/drills/raise/params';
import { reachDirections } from '../../src/drills/reach/params';
import { riseParams } from '../../src/drills/rise/params';
import { shiftDirections } from '../../src/drills/weight-shift/params';
import { type ChildSafety, noSafety } from '../../src/plan/safety/child-safety';
import { drillDemands, isStanding, toDemands, toSeated } from '../../src/plan/safety/demands';
import { judgeLocks, judgeReadiness, noAnswers, type ReadyAnswers, type ReadyItem } from '../../src/plan/safety/readiness';
import { readyLines } from '../../src/plan/safety/ready-words';

const today = '2026-03-26';
const allLines = Object.fromEntries(readyLines.map((line) => [line, true]));
const allWell: ReadyAnswers = { lines: allLines, pain: 0, painAt: null, seizure: 'none', adult: true };
const item = (drill: string, params: Record<string, string> = {}, id = drill): ReadyItem => ({ item: id, demands: toDemands(drill, params) });
const reach = item('reach', { directions: 'same-side' });
const stand = item('hold', { stance: 'wide' }, 'stand');
const lean = item('weight-shift', { directions: 'sides' }, 'lean');
const judge = (answers: Partial<ReadyAnswers>, items: readonly ReadyItem[], safety?: ChildSafety) =>
  judgeReadiness({ ...allWell, ...answers }, safety, items, today);
const withLock = (lock: keyof ChildSafety['locks']): ChildSafety => ({ ...noSafety, locks: { ...noSafety.locks, [lock]: true } });
const verdicts = (locks: ChildSafety | undefined, items: readonly ReadyItem[]) => judge({}, items, locks).items.map(({ verdict }) => verdict);
const withLine = (line: string, well: boolean) => ({ lines: { ...allLines, [line]: well } });

describe('what a drill asks of the body', () => {
  test('is told of every drill', () => {
    const drills = readdirSync(new URL('../../src/drills/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(drills.length).toBeGreaterThan(5);
    expect(drills.map(({ name }) => name).filter((name) => !Object.hasOwn(drillDemands, name))).toEqual([]);
  });

  test('names only values that the drill has', () => {
    const choices: Record<string, readonly string[]> = {
      'reach directions': reachDirections,
      'weight-shift directions': shiftDirections,
      'hold stance': holdStances,
      'raise limb': raiseParams.limb.choices,
      'rise kind': riseParams.kind.choices,
      'mobility move': mobilityMoves,
    };
    for (const [drill, { when }] of Object.entries(drillDemands)) {
      for (const { param, is } of when) expect(choices[`${drill} ${param}`]).toEqual(expect.arrayContaining([...is]));
    }
  });

  test('of a drill that nobody described is everything', () => {
    for (const unknown of ['trampoline', 'constructor', '']) {
      expect(toDemands(unknown, {})).toMatchObject({ posture: 'standing', bears: 'legs', flexes: true, crosses: 'leg', prone: true, mayFall: true });
    }
  });

  test.each([
    ['rise', { kind: 'sit-to-stand' }],
    ['rise', { kind: 'heel-raise' }],
    ['hold', { stance: 'wide' }],
    ['hold', { stance: 'single' }],
    ['step', {}],
    ['gait', {}],
    ['walk', { course: 'minute' }],
    ['mobility', { move: 'stand-up' }],
    ['mobility', { move: 'transfer' }],
  ])('%s %j stands, bears weight and may end in a fall', (drill, params) => {
    const demands = toDemands(drill, params);
    expect(isStanding(demands)).toBe(true);
    expect(demands).toMatchObject({ bears: 'legs', mayFall: true });
    expect(toSeated(demands)).toBeNull();
  });

  test.each([
    ['reach', { directions: 'across' }],
    ['hold', { stance: 'sit' }],
    ['raise', { limb: 'shoulder_elevation' }],
    ['raise', { limb: 'knee_flexion' }],
    ['rise', { kind: 'push-up' }],
    ['mobility', { move: 'wheel' }],
  ])('%s %j is played in sitting without weight on the legs', (drill, params) => {
    const demands = toDemands(drill, params);
    expect(isStanding(demands)).toBe(false);
    expect(demands.bears).not.toBe('legs');
  });
});

describe('movement locks', () => {
  test('no adduction past the midline: crossing with a leg or an arm is blocked, the same side is not', () => {
    const items = [
      item('reach', { directions: 'across' }),
      item('hold', { stance: 'tandem' }),
      item('mobility', { move: 'roll' }),
      reach,
      item('hold', { stance: 'together' }),
    ];
    expect(verdicts(undefined, items)).toEqual(['play', 'play', 'play', 'play', 'play']);
    expect(verdicts(withLock('adduction'), items)).toEqual(['blocked', 'blocked', 'blocked', 'play', 'play']);
  });

  test('no flexion over 90 degrees: getting off a seat, a high knee and a lean ahead are blocked', () => {
    const items = [
      item('rise', { kind: 'sit-to-stand' }),
      item('step'),
      item('raise', { limb: 'hip_flexion' }),
      item('weight-shift', { directions: 'front' }),
      item('rise', { kind: 'bridge' }),
      item('rise', { kind: 'heel-raise' }),
      item('weight-shift', { directions: 'sides' }),
    ];
    expect(verdicts(withLock('flexion'), items)).toEqual(['blocked', 'blocked', 'blocked', 'blocked', 'play', 'play', 'play']);
  });

  test('no weight-bearing: standing is blocked, a lean is played in sitting, a reach as planned', () => {
    const { items, asked, needsAdult } = judge({}, [stand, lean, reach, item('rise', { kind: 'bridge' })], withLock('weightBearing'));
    expect(items).toEqual([
      { item: 'stand', verdict: 'blocked', because: ['weightBearing'] },
      { item: 'lean', verdict: 'seated', because: ['weightBearing'] },
      { item: 'reach', verdict: 'play', because: [] },
      { item: 'rise', verdict: 'blocked', because: ['weightBearing'] },
    ]);
    expect(asked).not.toContain('shoes');
    expect(needsAdult).toBe(true);
  });

  test('tell by themselves what they leave, whatever was answered', () => {
    expect(judgeLocks(withLock('weightBearing'), [stand, lean, reach], today).map(({ verdict }) => verdict)).toEqual(['blocked', 'seated', 'play']);
    expect(judgeLocks(undefined, [stand], today)).toEqual([{ item: 'stand', verdict: 'play', because: [] }]);
  });

  test('reflux: lying prone and deep bending are blocked', () => {
    const items = [item('mobility', { move: 'crawl' }), item('mobility', { move: 'stand-up' }), item('mobility', { move: 'wheel' }), stand];
    expect(verdicts(withLock('reflux'), items)).toEqual(['blocked', 'blocked', 'play', 'play']);
  });

  test('that leave nothing of the plan end kindly, before anything is asked', () => {
    expect(judgeReadiness(noAnswers, withLock('weightBearing'), [stand], today)).toMatchObject({
      state: 'not-today',
      because: ['weightBearing'],
      asked: [],
    });
  });
});

describe('an operation or botulinum toxin', () => {
  const since = (part: 'all' | 'legs' | 'arms', unlocked: string | null = null): ChildSafety => ({
    ...noSafety,
    toxin: { on: '2026-02-12', part, unlocked },
  });

  test.each([
    ['legs', ['play', 'blocked', 'seated']],
    ['arms', ['blocked', 'play', 'play']],
    ['all', ['blocked', 'blocked', 'blocked']],
  ] as const)('of the %s locks what uses them', (part, expected) => {
    expect(verdicts(since(part), [reach, stand, lean])).toEqual(expected);
  });

  test('stays locked the day before six weeks although it was unlocked, and opens on the day', () => {
    const unlocked = since('legs', '2026-02-12');
    expect(judgeReadiness(allWell, unlocked, [stand], '2026-03-25').state).toBe('not-today');
    expect(judgeReadiness(allWell, unlocked, [stand], '2026-03-26').state).toBe('play');
  });
});

describe('the routine list', () => {
  test('with nothing answered nothing is played', () => {
    expect(judgeReadiness(noAnswers, undefined, [reach], today)).toMatchObject({
      state: 'ask',
      missing: ['pain', 'seizure', 'prepared', 'fed', 'mouth', 'brakes'],
    });
  });

  test('asks for shoes, orthoses and the chair only where somebody may stand', () => {
    expect(judge({}, [reach]).asked).toEqual(['prepared', 'fed', 'mouth', 'brakes']);
    expect(judge({}, [stand]).asked).toEqual([...readyLines]);
    expect(judge({}, [item('walk')]).asked).not.toContain('chair');
    expect(judge({}, [item('mobility', { move: 'wheel' })]).asked).not.toContain('brakes');
    expect(judge({}, [item('rise', { kind: 'bridge' })]).asked).toEqual(['prepared', 'fed', 'mouth', 'brakes', 'orthoses']);
  });

  test.each(['prepared', 'fed', 'mouth', 'brakes'] as const)('%s: not well waits, well plays', (line) => {
    expect(judge(withLine(line, false), [reach, stand])).toMatchObject({ state: 'wait', because: [line] });
    expect(judge(withLine(line, true), [reach, stand])).toMatchObject({ state: 'play', because: [] });
  });

  test.each(['orthoses', 'shoes', 'chair'] as const)('%s: not well blocks standing, leaves the rest, and says why', (line) => {
    const { state, items } = judge(withLine(line, false), [reach, stand]);
    expect(state).toBe('play');
    expect(items).toEqual([
      { item: 'reach', verdict: 'play', because: [] },
      { item: 'stand', verdict: 'blocked', because: [line] },
    ]);
    expect(judge(withLine(line, false), [stand])).toMatchObject({ state: 'wait', because: [line] });
  });

  test('shoes that are off let a lean be played in sitting', () => {
    expect(judge(withLine('shoes', false), [lean]).items).toEqual([{ item: 'lean', verdict: 'seated', because: ['shoes'] }]);
  });
});

describe('an adult within reach', () => {
  test('is asked for where a child may fall, and nowhere else', () => {
    expect(judge({ adult: null }, [reach])).toMatchObject({ state: 'play', needsAdult: false });
    expect(judge({ adult: null }, [stand])).toMatchObject({ state: 'ask', missing: ['adult'] });
    expect(judge({ adult: true }, [stand]).state).toBe('play');
  });

  test('who is not there blocks those items only', () => {
    expect(judge({ adult: false }, [reach, stand]).items.map(({ verdict }) => verdict)).toEqual(['play', 'blocked']);
    expect(judge({ adult: false }, [stand])).toMatchObject({ state: 'wait', because: ['adult'] });
  });
});

describe('pain before play', () => {
  test.each([
    [2, 'play'],
    [4, 'not-today'],
    [10, 'not-today'],
  ] as const)('of %i leads to %s', (pain, state) => {
    expect(judge({ pain }, [reach]).state).toBe(state);
  });

  test('that this child usually has lets play, more does not', () => {
    const used = { ...noSafety, usualPain: 4 };
    expect(judge({ pain: 4 }, [reach], used).state).toBe('play');
    expect(judge({ pain: 6 }, [reach], used)).toMatchObject({ state: 'not-today', because: ['pain'] });
  });

  test('follows the own stop face of a child', () => {
    expect(judge({ pain: 2 }, [reach], { ...noSafety, rules: { painFace: 2 } }).state).toBe('not-today');
    expect(judge({ pain: 4 }, [reach], { ...noSafety, rules: { painFace: 6 } }).state).toBe('play');
  });

  test('at the hip blocks what loads it, also below the stop', () => {
    const items = [reach, stand, item('raise', { limb: 'knee_flexion' }), lean];
    expect(judge({ pain: 2, painAt: 'hip' }, items).items.map(({ verdict }) => verdict)).toEqual(['play', 'blocked', 'blocked', 'seated']);
    expect(judge({ pain: 2, painAt: 'arm' }, items).items.every(({ verdict }) => verdict === 'play')).toBe(true);
    expect(judge({ pain: 0, painAt: 'hip' }, items).items.every(({ verdict }) => verdict === 'play')).toBe(true);
  });
});

test.each([
  ['none', 'play'],
  ['earlier', 'play'],
  ['recent', 'not-today'],
] as const)('a seizure: %s leads to %s', (seizure, state) => {
  expect(judge({ seizure }, [reach]).state).toBe(state);
});

test('what ends the day is said at once, whatever else is not answered', () => {
  expect(judgeReadiness({ ...noAnswers, pain: 6 }, undefined, [stand], today)).toMatchObject({ state: 'not-today', because: ['pain'] });
  expect(judgeReadiness({ ...noAnswers, seizure: 'recent' }, undefined, [stand], today)).toMatchObject({ state: 'not-today', because: ['seizure'] });
});
