import type { Params, PlaySpace } from '../../drills/types';
import type { WalkParams } from '../../drills/walk/params';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** A place on the lane, and where the lane goes there: 1 to the right, -1 to the left. */
export interface Spot extends Point {
  readonly ahead: 1 | -1;
}

/** Where everything lies on the map, in canvas pixels, already mirrored. */
export interface Layout extends Field {
  /** The way goes round the market, again and again. */
  readonly round: boolean;
  /** The lane as a line; for the market it closes. */
  readonly lane: readonly Point[];
  readonly laneWide: number;
  /** Foot of each house, one for each walk. */
  readonly houses: readonly (Point & { readonly scale: number })[];
  readonly lighthouse: { readonly x: number; readonly footY: number; readonly height: number };
  readonly market: Point & { readonly rx: number; readonly ry: number };
  /** Where the post office is: the postman's first place. */
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  /** The place after so many walks, or rounds, and a part of the next. */
  at(way: number): Spot;
}

/** Corners of the village's lane, as shares of the canvas. */
const corners = [
  [0.03, 0.885],
  [0.12, 0.89],
  [0.34, 0.875],
  [0.58, 0.893],
  [0.8, 0.875],
  [0.915, 0.8],
  [0.92, 0.68],
  [0.83, 0.6],
  [0.6, 0.577],
  [0.4, 0.592],
  [0.2, 0.572],
  [0.08, 0.56],
] as const;

/** Arranges the map on a canvas for so many walks. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look, params: Params<WalkParams>, walks: number): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const toX = (x: number) => (mirrored ? 1 - x : x) * width;
  const round = params.course === 'minute';
  const market = { x: width / 2, y: height * 0.69, rx: width * 0.37, ry: height * 0.185 };
  const lane = round ? toRound(market, mirrored) : smooth(corners.map(([x, y]) => ({ x: toX(x), y: y * height })));
  const lengths = toLengths(lane);
  const whole = lengths.at(-1) ?? 1;
  const count = Math.max(1, walks);
  const house = look.simplePicture ? 1.22 : 1;
  const stops: number[] = [];
  const houses: (Point & { scale: number })[] = [];
  const near = Math.ceil(count / 2);
  for (let i = 0; i < count; i++) {
    const below = !round && i < near;
    const many = round ? count : below ? near : count - near;
    const at = round ? 0.16 + (0.68 * (i + 0.5)) / many : below ? 0.18 + (0.59 * (i + 1)) / many : 0.83 - (0.63 * (i - near + 1)) / many;
    const gapPx = ((round ? 0.68 : 0.59) * width) / many;
    const scale = Math.min(house, (gapPx / (158 * unit)) * house);
    const x = toX(at);
    const index = nearest(lane, x, round ? null : below);
    stops.push(lengths[index] ?? 0);
    const y = round ? market.y - market.ry * Math.sqrt(Math.max(0, 1 - ((x - market.x) / market.rx) ** 2)) : (lane[index]?.y ?? 0);
    const beside = round ? x : x + (mirrored ? -1 : 1) * (below ? 82 : -82) * unit * scale;
    const half = 92 * unit * scale;
    houses.push({ x: Math.max(half, Math.min(width - half, beside)), y: y - 40 * unit, scale });
  }
  const first = whole * 0.07;
  const marks = [first, ...stops];
  const tall = look.simplePicture ? 232 : 186;
  const start = along(lane, lengths, round ? 0 : first);
  return {
    ...field,
    round,
    lane,
    laneWide: 62 * unit,
    houses,
    lighthouse: { x: toX(0.885), footY: height * 0.255, height: Math.min(height * 0.22, 180 * unit) },
    market,
    companion: { x: start.x, footY: start.y, height: tall * unit },
    at(way) {
      if (round) return along(lane, lengths, (((way % 1) + 1) % 1) * whole);
      const n = Math.max(0, Math.min(count, way));
      const i = Math.min(count - 1, Math.floor(n));
      const [from, to] = [marks[i] ?? 0, marks[i + 1] ?? whole];
      return along(lane, lengths, from + (to - from) * (n - i));
    },
  };
}

function toRound({ x, y, rx, ry }: Layout['market'], mirrored: boolean): Point[] {
  return Array.from({ length: 181 }, (_, i) => {
    const turn = 0.82 * Math.PI - (2 * Math.PI * i) / 180;
    return { x: x + (mirrored ? -1 : 1) * rx * Math.cos(turn), y: y + ry * Math.sin(turn) };
  });
}

/** A line through all corners without an edge (Catmull-Rom). */
function smooth(points: readonly Point[]): Point[] {
  const line: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i], points[i + 1]];
    if (!p1 || !p2) continue;
    const [p0, p3] = [points[i - 1] ?? p1, points[i + 2] ?? p2];
    const bend = (a: number, b: number, c: number, d: number, t: number) =>
      0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
    for (let k = 0; k < 16; k++) line.push({ x: bend(p0.x, p1.x, p2.x, p3.x, k / 16), y: bend(p0.y, p1.y, p2.y, p3.y, k / 16) });
  }
  const last = points.at(-1);
  return last ? [...line, last] : line;
}

function toLengths(line: readonly Point[]): number[] {
  let sum = 0;
  return line.map((point, i) => {
    const before = line[i - 1] ?? point;
    sum += Math.hypot(point.x - before.x, point.y - before.y);
    return sum;
  });
}

/** The lane's point beside a house; `below`: on the first or the second half of the lane, null: on any. */
function nearest(line: readonly Point[], x: number, below: boolean | null): number {
  let best = 0;
  for (const [i, point] of line.entries()) {
    if (below !== null && i < line.length / 2 !== below) continue;
    const known = line[best];
    if (!known || (below === false && best < line.length / 2) || Math.abs(point.x - x) < Math.abs(known.x - x)) best = i;
  }
  return best;
}

function along(line: readonly Point[], lengths: readonly number[], length: number): Spot {
  let i = 1;
  while (i + 1 < line.length && (lengths[i] ?? 0) < length) i += 1;
  const [a, b] = [line[i - 1], line[i]];
  if (!a || !b) return { x: 0, y: 0, ahead: 1 };
  const [from, to] = [lengths[i - 1] ?? 0, lengths[i] ?? 1];
  const t = to > from ? Math.min(1, Math.max(0, (length - from) / (to - from))) : 0;
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, ahead: b.x >= a.x ? 1 : -1 };
}
