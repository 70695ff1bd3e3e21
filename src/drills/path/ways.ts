import type { Ratio, Side } from '../../core/units';
import type { PlaySpace, SetSpec } from '../types';
import type { PathParams } from './params';
import type { PointMm, WayPlace } from './state';

/** Free strip at the edges of the glass; the top belongs to the pause and stop buttons. */
const edgeMm = { side: 20, bottom: 18, top: 28 } as const;
/** The usual slant of a diagonal. */
const slant = Math.PI / 4;
/** A path is bowed upwards: this share of its length at the control point, half of it at the middle. */
export const bowRatio = 0.16;
const pieces = 32;
/** With both hands the paths stay this far from the body's midline, and half a corridor. */
const besideMidlineMm = 6;
/** The start is touched within half a corridor, and never in less than this. */
export const leastStartMm = 15;

interface Extent {
  /** Sideways and upwards. */
  readonly across: number;
  readonly up: number;
  readonly lowY: number;
}

/** How far each diagonal of this set goes: all are equally long, and inside the field and today's reach. */
export function toExtent({ params, space }: Pick<SetSpec<PathParams>, 'params' | 'space'>): Extent {
  const top = Math.min(edgeMm.top, space.heightMm * 0.2);
  const bottom = space.heightMm - Math.min(edgeMm.bottom, space.heightMm * 0.15);
  const halfMm = Math.max(20, Math.min(space.originXMm, space.widthMm - space.originXMm) - edgeMm.side);
  const mostAcross = params.hands === 'both' ? Math.max(20, halfMm - innerMm(params)) : 2 * halfMm;
  const most = { across: mostAcross, up: bottom - top };
  const longest = Math.hypot(most.across, most.up);
  const wanted = params.lengthReachPct > 0 ? (params.lengthReachPct / 100) * withinReach(longest) : params.lengthMm;
  return layOut(withinReach(Math.min(wanted, longest)));

  function layOut(lengthMm: number): Extent {
    let up = Math.min(most.up, lengthMm * Math.sin(slant));
    let across = Math.sqrt(lengthMm ** 2 - up ** 2);
    if (across > most.across) [across, up] = [most.across, Math.min(most.up, Math.sqrt(Math.max(0, lengthMm ** 2 - most.across ** 2)))];
    const middle = Math.min(bottom - up / 2, Math.max(top + up / 2, space.originYMm - 0.3 * up));
    return { across, up, lowY: middle + up / 2 };
  }

  function withinReach(lengthMm: number): number {
    let length = lengthMm;
    for (let i = 0; i < 80 && !isReached(layOut(length)); i++) length *= 0.96;
    return length;
  }

  function isReached({ across, up, lowY }: Extent): boolean {
    const outMm = params.hands === 'both' ? innerMm(params) + across : across / 2;
    return [lowY, lowY - up].every((y) => Math.hypot(outMm, y - space.originYMm) <= space.reachMm);
  }
}

function innerMm(params: SetSpec<PathParams>['params']): number {
  return besideMidlineMm + params.corridorMm / 2;
}

/**
 * The diagonal of one hand. D1 goes from beside the own hip across the body to beside the other ear, D2 from the other hip up and out above the
 * own shoulder; with both hands at once each stays on its own half and ends or begins at the midline, so that the arms do not cross.
 */
export function placeWay(set: SetSpec<PathParams>, side: Side, pattern: 'd1' | 'd2', direction: 'up' | 'back'): WayPlace {
  const { across, up, lowY } = toExtent(set);
  const { space, params } = set;
  const own = side === 'left' ? -1 : 1;
  const both = params.hands === 'both';
  const outX = space.originXMm + own * (both ? innerMm(params) + across : across / 2);
  const inX = space.originXMm + own * (both ? innerMm(params) : -across / 2);
  const low = { x: pattern === 'd1' ? outX : inX, y: lowY };
  const high = { x: pattern === 'd1' ? inX : outX, y: lowY - up };
  const points = direction === 'up' ? toBow(low, high) : toBow(high, low);
  let lengthMm = 0;
  for (let i = 1; i < points.length; i++) lengthMm += away(points[i - 1] ?? low, points[i] ?? low);
  return { side, pattern, direction, points, lengthMm };
}

/** A bow from one place to another, its belly upwards. */
function toBow(from: PointMm, to: PointMm): PointMm[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const upwards = dx >= 0 ? 1 : -1;
  const control = { x: (from.x + to.x) / 2 + upwards * dy * bowRatio, y: (from.y + to.y) / 2 - upwards * dx * bowRatio };
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = i / pieces;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** The place after this share of a path. */
export function pointAlong({ points, lengthMm }: WayPlace, share: Ratio): PointMm {
  let left = Math.min(1, Math.max(0, share)) * lengthMm;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) break;
    const mm = away(a, b);
    if (left <= mm && mm > 0) return { x: a.x + ((b.x - a.x) * left) / mm, y: a.y + ((b.y - a.y) * left) / mm };
    left -= mm;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** The nearest place of a path: how far along it, and how far from it. */
export function findAlong({ points, lengthMm }: WayPlace, at: PointMm): { readonly share: Ratio; readonly offMm: number } {
  let best = { share: 0, offMm: Number.POSITIVE_INFINITY };
  let before = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) break;
    const mm = away(a, b);
    const part = mm > 0 ? Math.min(1, Math.max(0, ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (mm * mm))) : 0;
    const offMm = Math.hypot(a.x + (b.x - a.x) * part - at.x, a.y + (b.y - a.y) * part - at.y);
    if (offMm < best.offMm) best = { share: lengthMm > 0 ? (before + part * mm) / lengthMm : 0, offMm };
    before += mm;
  }
  return best;
}

/** How near a hand must be to a path's start or end, in millimetres. */
export function toEndMm(params: SetSpec<PathParams>['params']): number {
  return Math.max(leastStartMm, params.corridorMm / 2);
}

/** Straight distance between two places. */
export function away(a: PointMm, b: PointMm): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The child's hand whose diagonal a trial without a side is: the right one's, as in the picture of the patterns. */
export function toHand(side: Side | null): Side {
  return side ?? 'right';
}

/** The place of a play field that a set of this space begins from. */
export function toRestPlace(space: PlaySpace): PointMm {
  return { x: space.originXMm, y: space.originYMm };
}
