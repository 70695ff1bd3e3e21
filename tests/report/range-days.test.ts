import { describe, expect, it } from 'vitest';
import { type DatedRange, type RangeTable, toRangeTables } from '../../src/report/range-days';

const lean = (left: number, right: number) => ({ lean: { neutral: { x: 2, y: -4 }, left, right, forward: 18, backward: 7 } });
const check = (on: string, source: DatedRange['source'], ranges: DatedRange['ranges'], time = '09:00'): DatedRange => ({
  on,
  at: `${on}T${time}:00.000Z`,
  source,
  ranges,
});
const heads = (table: RangeTable | undefined) => table?.columns.map(({ side, to }) => (side ? `${side} ${to}` : to));
const rows = (table: RangeTable | undefined) => table?.rows.map(({ on, values }) => [on, ...values]);

describe('range by day', () => {
  it('puts the newest check first, beside the days before, in whatever order they were read', () => {
    const [table, ...others] = toRangeTables([
      check('2026-03-09', 'pose', lean(14, 16)),
      check('2026-03-02', 'pose', lean(10, 12)),
      check('2026-03-09', 'pose', lean(15, 17), '15:30'),
    ]);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ source: 'pose', movement: 'lean', limb: null, unit: 'deg' });
    expect(heads(table)).toEqual(['left', 'right', 'forward', 'backward', 'restRight', 'restForward']);
    expect(rows(table)).toEqual([
      ['2026-03-09', 15, 17, 18, 7, 2, -4],
      ['2026-03-09', 14, 16, 18, 7, 2, -4],
      ['2026-03-02', 10, 12, 18, 7, 2, -4],
    ]);
  });

  it('never mixes sources: each has its own unit', () => {
    const tables = toRangeTables([
      check('2026-03-01', 'touch', { lean: { neutral: { x: 0, y: 0 }, left: 0.3, right: 0.4, forward: 0.25, backward: 0.5 } }),
      check('2026-03-02', 'gamepad', { lean: { neutral: { x: 0, y: 0 }, left: 0.8, right: 1, forward: 0.6, backward: 0.7 } }),
      check('2026-03-03', 'motion', lean(20, 21)),
    ]);
    expect(tables.map(({ source, unit }) => [source, unit])).toEqual([
      ['motion', 'deg'],
      ['gamepad', 'travelPct'],
      ['touch', 'fieldPct'],
    ]);
    expect(tables[1]?.rows[0]?.values.map((value) => Math.round(value ?? Number.NaN))).toEqual([80, 100, 60, 70]);
    expect(tables[2]?.rows[0]?.values.map((value) => Math.round(value ?? Number.NaN))).toEqual([30, 40, 25, 50]);
  });

  it("says nothing of how a motion sensor is mounted: that is not the child's posture", () => {
    expect(heads(toRangeTables([check('2026-03-01', 'motion', lean(20, 21))])[0])).toEqual(['left', 'right', 'forward', 'backward']);
  });

  it("tells a hand's box by how far it goes from the middle of the shoulders, each hand for itself", () => {
    const left = { left: -1.4, right: 0.5, top: -0.3, bottom: 1.1 };
    const right = { left: 0.2, right: 1.6, top: -0.7, bottom: 1 };
    const [table] = toRangeTables([check('2026-03-01', 'pose', { reach: { left } }), check('2026-03-02', 'pose', { reach: { right } })]);
    expect(table?.unit).toBe('shoulders');
    expect(heads(table)).toEqual(['left left', 'left right', 'left up', 'left down', 'right left', 'right right', 'right up', 'right down']);
    // What a check did not look at is a gap, and a box that stops short of the middle is negative.
    expect(rows(table)).toEqual([
      ['2026-03-02', null, null, null, null, -0.2, 1.6, 0.7, 1],
      ['2026-03-01', 1.4, 0.5, 0.3, 1.1, null, null, null, null],
    ]);
  });

  it("tells a stick's travel once, not once for each hand", () => {
    const box = { left: -0.5, right: 0.75, top: -1, bottom: 0.25 };
    const [table, ...others] = toRangeTables([check('2026-03-01', 'gamepad', { reach: { left: box, right: box } })]);
    expect(others).toEqual([]);
    expect(heads(table)).toEqual(['left', 'right', 'up', 'down']);
    expect(rows(table)).toEqual([['2026-03-01', 50, 75, 100, 25]]);
  });

  it.each(['left', 'right'] as const)('has a table for each joint, with rest and comfort of the %s side', (side) => {
    const tables = toRangeTables([
      check('2026-03-01', 'pose', {
        angle: { shoulder_elevation: { [side]: { restDeg: 10, comfortableDeg: 90 } }, knee_flexion: { [side]: { restDeg: 80, comfortableDeg: 0 } } },
      }),
    ]);
    expect(tables.map(({ limb, unit }) => [limb, unit])).toEqual([
      ['shoulder_elevation', 'deg'],
      ['knee_flexion', 'deg'],
    ]);
    expect(tables.map(heads)).toEqual([
      [`${side} rest`, `${side} comfort`],
      [`${side} rest`, `${side} comfort`],
    ]);
    // An angle of 0 is an angle, not a gap.
    expect(tables.map(rows)).toEqual([[['2026-03-01', 10, 90]], [['2026-03-01', 80, 0]]]);
  });

  it('tells standing up and stepping in trunk lengths', () => {
    const tables = toRangeTables([check('2026-03-01', 'pose', { rise: { low: 0.12, high: 0.71 }, step: { left: 0.22 } })]);
    expect(tables.map((table) => [table.movement, table.unit, heads(table), rows(table)])).toEqual([
      ['rise', 'trunks', ['low', 'high'], [['2026-03-01', 0.12, 0.71]]],
      ['step', 'trunks', ['left lift'], [['2026-03-01', 0.22]]],
    ]);
  });

  it('shows nothing for a check that found nothing', () => {
    expect(toRangeTables([])).toEqual([]);
    expect(toRangeTables([check('2026-03-01', 'pose', {}), check('2026-03-02', 'pose', { reach: {}, angle: {}, step: {} })])).toEqual([]);
  });
});
