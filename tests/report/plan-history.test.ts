import { describe, expect, test } from 'vitest';
import { toBackFields, toPlanSteps } from '../../src/report/plan-history';

type Fields = Parameters<typeof toBackFields>[0]['before'];

/** The history of changes with the ids 1, 2, … */
function toHistory(changes: readonly Fields[], before: Fields = {}) {
  const revisions = changes.map((fields, i) => ({ id: String(i + 1), fields }));
  return {
    revisions,
    before,
    now: Object.fromEntries(Object.entries(Object.assign({}, before, ...changes)).filter(([, value]) => value !== null)) as Fields,
  };
}

const lit = { 'items.a.game': 'fireflies', 'items.a.level': '03-x', 'items.a.order': 0 };
const ferry = { 'items.b.game': 'ferry', 'items.b.level': '01-y', 'items.b.order': 1 };

describe('what changed', () => {
  test('is told newest first, a new line as one change at its level', () => {
    const steps = toPlanSteps(toHistory([lit, { 'items.a.level': '04-z' }]));
    expect(steps.map(({ revision, changes }) => [revision.id, changes])).toEqual([
      ['2', [{ what: 'field', game: 'fireflies', path: 'level', from: '03-x', to: '04-z' }]],
      ['1', [{ what: 'added', game: 'fireflies', path: 'level', from: null, to: '03-x' }]],
    ]);
  });

  test('goes on from what was before the changes that are at hand', () => {
    const [step] = toPlanSteps(toHistory([{ 'items.a.dose.sets': 3 }], { ...lit, 'items.a.dose.sets': 2 }));
    expect(step?.changes).toEqual([{ what: 'field', game: 'fireflies', path: 'dose.sets', from: 2, to: 3 }]);
  });

  test('what changed nothing is left out: the same value, a value that was not there taken away, and what play carries over', () => {
    const same = toHistory([lit, { 'items.a.level': '03-x' }, { 'items.a.params.wide': null }, { 'items.a.adapt.carry': 0.02 }]);
    expect(toPlanSteps(same).map(({ revision }) => revision.id)).toEqual(['1']);
  });

  test('a new order is one change whatever it moves, and so are freed axes', () => {
    const [step] = toPlanSteps(toHistory([lit, ferry, { 'items.a.order': 1, 'items.b.order': 0 }]));
    expect(step?.changes.map(({ what }) => what)).toEqual(['order']);
    const [axes] = toPlanSteps(toHistory([lit, { 'items.a.adapt.axes.wide': 1, 'items.a.adapt.axes.far': 2 }]));
    expect(axes?.changes.map(({ what, game }) => [what, game])).toEqual([['axes', 'fireflies']]);
  });

  test('a line that was taken out and put in again is told so', () => {
    const steps = toPlanSteps(toHistory([lit, { 'items.a.removed': true }, { 'items.a.removed': null }]));
    expect(steps.map(({ changes }) => changes[0]?.what)).toEqual(['back', 'removed', 'added']);
  });
});

describe('going back', () => {
  test('to the newest change asks for nothing', () => {
    expect(toBackFields(toHistory([lit, { 'items.a.level': '04-z' }]), '2')).toEqual({});
  });

  test('gives every field its value of then, and takes away what had none', () => {
    const history = toHistory([lit, { 'items.a.level': '04-z', 'items.a.params.wide': 60 }, { 'items.a.dose.sets': 4 }]);
    expect(toBackFields(history, '1')).toEqual({ 'items.a.level': '03-x', 'items.a.params.wide': null, 'items.a.dose.sets': null });
    expect(toBackFields(history, '2')).toEqual({ 'items.a.dose.sets': null });
  });

  test('takes a line out that came later, and puts one in again that went', () => {
    expect(toBackFields(toHistory([lit, ferry]), '1')).toEqual({ 'items.b.removed': true });
    expect(toBackFields(toHistory([lit, { 'items.a.removed': true }]), '1')).toEqual({ 'items.a.removed': null });
    expect(toBackFields(toHistory([lit, ferry, { 'items.b.removed': true }]), '1')).toEqual({});
  });

  test('what play carried over ends where values or level change, else it stays', () => {
    const carried = { 'items.a.adapt.carry': 0.02 };
    expect(toBackFields(toHistory([lit, { ...carried, 'items.a.params.far': 115 }]), '1')).toEqual({
      'items.a.params.far': null,
      'items.a.adapt.carry': 0,
    });
    expect(toBackFields(toHistory([lit, { ...carried, 'items.a.dose.sets': 3 }]), '1')).toEqual({ 'items.a.dose.sets': null });
  });

  test('brings the plan of then about, whatever two devices made of it meanwhile', () => {
    const history = { ...toHistory([lit, { 'items.a.dose.sets': 3 }]), now: { ...lit, 'items.a.dose.sets': 2, 'items.a.side': 'left' } };
    expect(toBackFields(history, '2')).toEqual({ 'items.a.dose.sets': 3, 'items.a.side': null });
  });

  test('to a change that is not at hand is refused', () => {
    expect(() => toBackFields(toHistory([lit]), '9')).toThrow(RangeError);
  });
});
