import type { LocalDate } from '../core/dates';
import type { Side } from '../core/units';
import type { RangeBody } from '../store/formats/range';

type Ranges = RangeBody['ranges'];
type Limb = keyof NonNullable<Ranges['angle']>;
type Box = NonNullable<NonNullable<Ranges['reach']>[Side]>;

/** A stored range check: when it was made, by which source, what it found. */
export interface DatedRange extends RangeBody {
  readonly on: LocalDate;
  /** The instant in ISO 8601. */
  readonly at: string;
}

/** What a table's numbers count: degrees, percent of a stick's travel or of the field, shoulder widths, trunk lengths. */
export type RangeUnit = 'deg' | 'travelPct' | 'fieldPct' | 'shoulders' | 'trunks';

/** What a column tells: how far in a direction, where the body is at rest, or how high; `restRight` and `restForward` are signed. */
export type RangeEnd =
  | 'left'
  | 'right'
  | 'forward'
  | 'backward'
  | 'restRight'
  | 'restForward'
  | 'up'
  | 'down'
  | 'rest'
  | 'comfort'
  | 'low'
  | 'high'
  | 'lift';

/** One number of a range, of one side of the body or of the whole. */
export interface RangeColumn {
  readonly side: Side | null;
  readonly to: RangeEnd;
}

/** What one check found, in the order of the columns; null for what it did not measure. */
export interface RangeRow {
  readonly on: LocalDate;
  readonly at: string;
  readonly values: readonly (number | null)[];
}

/** The checks of one movement (for angles, of one joint) on one source, newest first. */
export interface RangeTable {
  readonly source: RangeBody['source'];
  readonly movement: keyof Ranges;
  readonly limb: Limb | null;
  readonly unit: RangeUnit;
  readonly digits: number;
  /** Without the columns that no check measured. */
  readonly columns: readonly RangeColumn[];
  readonly rows: readonly RangeRow[];
}

interface Cell extends RangeColumn {
  readonly value: number;
}

/** What one check says of one table. */
interface Entry extends Pick<RangeTable, 'source' | 'movement' | 'limb' | 'unit' | 'digits'> {
  readonly cells: readonly Cell[];
}

const sides: readonly Side[] = ['left', 'right'];
const directions = ['left', 'right', 'forward', 'backward'] as const;
/** The order of the columns. */
const ends: readonly RangeEnd[] = [
  'left',
  'right',
  'forward',
  'backward',
  'restRight',
  'restForward',
  'up',
  'down',
  'rest',
  'comfort',
  'low',
  'high',
  'lift',
];
const movements: readonly (keyof Ranges)[] = ['lean', 'reach', 'angle', 'rise', 'step'];

/** Range checks as tables, one for each movement, joint and source, the one that was checked last first; checks in any order. */
export function toRangeTables(checks: readonly DatedRange[]): readonly RangeTable[] {
  const tables = new Map<string, { readonly entry: Entry; readonly found: { on: LocalDate; at: string; cells: readonly Cell[] }[] }>();
  for (const { on, at, source, ranges } of checks.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))) {
    for (const entry of movements.flatMap((movement) => toEntries(source, movement, ranges))) {
      if (entry.cells.length === 0) continue;
      const key = [source, entry.movement, entry.limb].join(' ');
      const table = tables.get(key) ?? { entry, found: [] };
      table.found.push({ on, at, cells: entry.cells });
      tables.set(key, table);
    }
  }
  return [...tables.values()].map(({ entry: { cells: _, ...head }, found }) => {
    const columns = [null, ...sides]
      .flatMap((side) => ends.map((to): RangeColumn => ({ side, to })))
      .filter((column) => found.some(({ cells }) => readCell(cells, column) !== null));
    return { ...head, columns, rows: found.map(({ on, at, cells }) => ({ on, at, values: columns.map((column) => readCell(cells, column)) })) };
  });
}

function readCell(cells: readonly Cell[], column: RangeColumn): number | null {
  return cells.find(({ side, to }) => side === column.side && to === column.to)?.value ?? null;
}

/** Units as in `movement/interpret/<movement>.ts`; shares are told in percent. */
function toEntries(source: RangeBody['source'], movement: keyof Ranges, ranges: Ranges): readonly Entry[] {
  const entry = (unit: RangeUnit, digits: number, cells: readonly Cell[], limb: Limb | null = null): Entry => ({
    source,
    movement,
    limb,
    unit,
    digits,
    cells,
  });
  switch (movement) {
    case 'lean':
      return ranges.lean ? [toLean(source, ranges.lean, entry)] : [];
    case 'reach': {
      const { reach } = ranges;
      if (!reach) return [];
      // A stick is not a hand of its own: its one box is kept for either.
      const stick = reach.left ?? reach.right;
      if (source === 'gamepad') return stick ? [entry('travelPct', 0, toBoxCells(stick, null, 100))] : [];
      return [
        entry(
          'shoulders',
          1,
          sides.flatMap((side) => (reach[side] ? toBoxCells(reach[side], side, 1) : [])),
        ),
      ];
    }
    case 'angle':
      return Object.entries(ranges.angle ?? {}).map(([limb, bySide]) =>
        entry(
          'deg',
          0,
          sides.flatMap((side): Cell[] => {
            const found = bySide[side];
            return found
              ? [
                  { side, to: 'rest', value: found.restDeg },
                  { side, to: 'comfort', value: found.comfortableDeg },
                ]
              : [];
          }),
          limb as Limb,
        ),
      );
    case 'rise': {
      const { rise } = ranges;
      if (!rise) return [];
      return [
        entry('trunks', 2, [
          { side: null, to: 'low', value: rise.low },
          { side: null, to: 'high', value: rise.high },
        ]),
      ];
    }
    case 'step':
      return [
        entry(
          'trunks',
          2,
          sides.flatMap((side): Cell[] => {
            const value = ranges.step?.[side];
            return value === undefined ? [] : [{ side, to: 'lift', value }];
          }),
        ),
      ];
  }
}

type ToEntry = (unit: RangeUnit, digits: number, cells: readonly Cell[]) => Entry;

function toLean(source: RangeBody['source'], lean: NonNullable<Ranges['lean']>, entry: ToEntry): Entry {
  const inDegrees = source === 'pose' || source === 'motion';
  const scale = inDegrees ? 1 : 100;
  const cells = directions.map((to): Cell => ({ side: null, to, value: lean[to] * scale }));
  // Only the camera's neutral says how the child sat; a motion sensor's says how it was mounted.
  const neutral: readonly Cell[] =
    source === 'pose'
      ? [
          { side: null, to: 'restRight', value: lean.neutral.x },
          { side: null, to: 'restForward', value: lean.neutral.y },
        ]
      : [];
  return entry(inDegrees ? 'deg' : source === 'gamepad' ? 'travelPct' : 'fieldPct', 0, [...cells, ...neutral]);
}

/** How far a box goes to each side of the middle it is measured from; negative where it does not come back to the middle. */
function toBoxCells(box: Box, side: Side | null, scale: number): readonly Cell[] {
  return [
    { side, to: 'left', value: 0 - box.left * scale },
    { side, to: 'right', value: box.right * scale },
    { side, to: 'up', value: 0 - box.top * scale },
    { side, to: 'down', value: box.bottom * scale },
  ];
}
