import { describe, expect, test } from 'vitest';
import { languages } from '../../src/core/text';
import { findGame } from '../../src/games/registry';
import { playableSources } from '../../src/movement/interpret/interpreters';
import { clinicLevels } from '../../src/plan/clinic';
import { listMisfits, toCopyFields, toMoveFields } from '../../src/plan/copy-plan';
import { levels } from '../../src/plan/level-files';
import { fitsProfile } from '../../src/plan/profile-hints';
import { noSafety } from '../../src/plan/safety/child-safety';
import { toDemands } from '../../src/plan/safety/demands';
import { planTemplates, toTemplateFields } from '../../src/plan/templates';
import type { PlanItem } from '../../src/plan/types';
import { planFormat } from '../../src/store/formats/plan';
import { createPretendDevice } from '../store/history';

const { newId } = createPretendDevice('templates');
const usual = () => 'touch' as const;
const levelOf = (game: string, id: string) => levels.find((one) => one.game === game && one.id === id);

/** True when an edit with these fields is kept by the store. */
function isKept(fields: object): boolean {
  const event = {
    id: newId(),
    kind: 'plan',
    format: 1,
    device: newId(),
    n: 1,
    child: newId(),
    on: '2026-03-01',
    at: '2026-03-01T10:00:00.000Z',
    base: [],
  };
  return planFormat.check({ ...event, body: { fields } }).ok;
}

describe.each(planTemplates.map((template) => [template.id, template] as const))('the starting plan %s', (_id, template) => {
  test('names itself in every language and says where its choice comes from', () => {
    for (const language of languages) expect([template.name[language], template.about[language]].every((words) => words.length > 2)).toBe(true);
    expect(template.sources).toMatch(/\b[CD]\d?/);
  });

  test.each(template.items)('has $game at a level that is there, by a source that can play it', ({ game, level, source }) => {
    const drill = findGame(game)?.drill;
    expect(levelOf(game, level)).toBeDefined();
    if (source && drill) expect(playableSources(drill.movement)).toContain(source);
  });

  test('suits every level of GMFCS that it names, and asks for no posture that it does not name', () => {
    const [from, to] = template.gmfcs;
    for (const gmfcs of clinicLevels.slice(clinicLevels.indexOf(from), clinicLevels.indexOf(to) + 1)) {
      for (const { game, level } of template.items) {
        const params = levelOf(game, level)?.params ?? {};
        expect(fitsProfile({ gmfcs }, findGame(game)?.drill.id ?? '', params), `${game} at ${gmfcs}`).toBe(true);
      }
    }
    if (template.posture !== 'seated' && template.posture !== 'floor') return;
    for (const { game, level } of template.items) {
      expect(toDemands(findGame(game)?.drill.id ?? '', levelOf(game, level)?.params ?? {}).posture, game).not.toBe('standing');
    }
  });

  test('is added after what is there; a game that is in the plan stays as it is', () => {
    const [first] = template.items;
    const all = toTemplateFields(template, [], levels, newId, usual);
    expect(isKept(all)).toBe(true);
    expect(Object.keys(all).filter((path) => path.endsWith('.game'))).toHaveLength(template.items.length);
    const rest = toTemplateFields(template, [{ game: first?.game ?? '' }], levels, newId, usual);
    const orders = Object.entries(rest).flatMap(([path, value]) => (path.endsWith('.order') ? [value] : []));
    expect(orders).toEqual(template.items.slice(1).map((_, i) => i + 1));
  });
});

test('games and starting plans are each named once', () => {
  expect(new Set(planTemplates.map(({ id }) => id)).size).toBe(planTemplates.length);
  for (const { items } of planTemplates) expect(new Set(items.map(({ game }) => game)).size).toBe(items.length);
});

const item: PlanItem = {
  id: 'one',
  game: 'fireflies',
  level: '04-all-around',
  source: 'touch',
  side: 'left',
  dose: { sets: 3, restS: 40, sessionsPerWeek: 4, warmUp: true },
  params: { distanceMm: 120 },
  bounds: { distanceMm: { min: Number.NEGATIVE_INFINITY, max: 200 }, directions: { allowed: ['eight', 'sideways'] } },
  adapt: { lead: 'success', target: 0.85, step: 0.03, axes: { distanceMm: 1 }, carry: 0.02 },
  place: 'home',
  tip: 'Mia likes the window seat.',
};

describe('a copy for another child', () => {
  test('has everything but the words to the family and what play carried over, under a new id', () => {
    const fields = toCopyFields([item], [{ game: 'ferry' }], () => 'new');
    expect(fields).toEqual({
      'items.new.game': 'fireflies',
      'items.new.level': '04-all-around',
      'items.new.source': 'touch',
      'items.new.side': 'left',
      'items.new.order': 1,
      'items.new.place': 'home',
      'items.new.dose.sets': 3,
      'items.new.dose.restS': 40,
      'items.new.dose.sessionsPerWeek': 4,
      'items.new.dose.warmUp': true,
      'items.new.adapt.lead': 'success',
      'items.new.adapt.target': 0.85,
      'items.new.adapt.step': 0.03,
      'items.new.adapt.axes.distanceMm': 1,
      'items.new.params.distanceMm': 120,
      'items.new.bounds.distanceMm.max': 200,
      'items.new.bounds.directions.allowed': 'eight,sideways',
    });
    expect(isKept(toCopyFields([item], [], newId))).toBe(true);
  });

  test('leaves out a game that the other child has', () => {
    expect(toCopyFields([item], [{ game: 'fireflies' }], newId)).toEqual({});
  });

  const misfits = (
    params: Readonly<Record<string, number | string>>,
    to: Parameters<typeof listMisfits>[3],
    plan: readonly { game: string }[] = [],
  ) => listMisfits(item, 'reach', params, to, plan, '2026-03-26');

  test('says nothing where all fits', () => {
    expect(misfits({ targetWidthMm: 75 }, {})).toEqual([]);
    expect(misfits({ targetWidthMm: 75 }, { clinic: { sides: 'left', macs: 'IV' } })).toEqual([]);
    expect(misfits({ targetWidthMm: 75 }, { clinic: { sides: 'both' } })).toEqual([]);
  });

  test('says each thing that does not fit: the plan, a lock, how the child moves, its side', () => {
    const safety = { ...noSafety, locks: { ...noSafety.locks, adduction: true } };
    expect(misfits({}, {}, [{ game: 'fireflies' }])).toEqual(['inPlan']);
    expect(misfits({ directions: 'across' }, { safety })).toEqual(['locked']);
    expect(misfits({ directions: 'eight' }, { safety })).toEqual([]);
    expect(misfits({ targetWidthMm: 74 }, { clinic: { macs: 'IV', sides: 'right' } })).toEqual(['beyond', 'side']);
  });
});

describe('the order of a plan', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }));

  test('a line moves one place, and every line has a place of its own', () => {
    expect(toMoveFields(items, 'c', -1)).toEqual({ 'items.a.order': 0, 'items.c.order': 1, 'items.b.order': 2 });
    expect(toMoveFields(items, 'a', 1)).toEqual({ 'items.b.order': 0, 'items.a.order': 1, 'items.c.order': 2 });
  });

  test('the first does not move up, the last not down, and an unknown one not at all', () => {
    expect([toMoveFields(items, 'a', -1), toMoveFields(items, 'c', 1), toMoveFields(items, 'z', 1)]).toEqual([{}, {}, {}]);
  });
});
