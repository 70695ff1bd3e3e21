import type { Rng } from '../../core/rng';
import type { Millis, Side } from '../../core/units';
import type { PlaySpace, SetSpec } from '../types';
import type { ReachParams } from './params';
import type { ReachTarget } from './state';

/** A point of the play field in millimetres. */
export interface PointMm {
  readonly x: number;
  readonly y: number;
}

/** What a trial shows. */
export interface Placement {
  readonly targets: ReachTarget[];
  /** Movement of a moving target in mm/s. */
  readonly velocity: { x: number; y: number };
}

/** Free strip between a target and the edge of the glass. */
const edgeMm = 6;
/** The upper corners belong to the pause and stop buttons. */
const cornerMm = { width: 40, height: 22 };
/** Targets keep this far from a hand that rests on the glass. */
const besideHandMm = 10;
const anglesDeg = { eight: [0, 45, 90, 135, 180, 225, 270, 315], sideways: [0, 180], any: Array.from({ length: 24 }, (_, i) => i * 15) };
const distractorTries = 40;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The wished distance of a level in this play space: millimetres, or a share of today's reach. */
export function toDistanceMm(set: SetSpec<ReachParams>): number {
  const { distanceMm, distanceReachPct } = set.params;
  return distanceReachPct > 0 ? (distanceReachPct / 100) * Math.min(set.space.reachMm, farthestMm(set.space)) : distanceMm;
}

/**
 * Where trial number `trial` shows its targets, coming from `start`; the same seed and trial give the same places, unless a target
 * would appear under a hand that rests on the glass and there is room elsewhere.
 */
export function placeTrial(set: SetSpec<ReachParams>, rng: Rng, trial: number, start: PointMm, hands: readonly PointMm[]): Placement {
  const stream = rng.fork(`place/${trial}`);
  const { mode, targetWidthMm, distractors, speedMmps } = set.params;
  const box = toBox(set.space, targetWidthMm);
  const side = set.sides[trial] ?? null;
  const mirror = side === 'left' ? -1 : 1;
  const at = mode === 'two-hands' ? placePair(set, stream, box) : [placeOne(set, stream, box, trial, start, side, hands)];
  const targets = at.map(
    (point, id): ReachTarget => ({ id, role: 'target', xMm: point.x, yMm: point.y, widthMm: targetWidthMm, held: 0, hit: false }),
  );
  const heading = stream.next() * 2 * Math.PI;
  const speed = mode === 'catch' || mode === 'two-hands' ? speedMmps : 0;
  if (mode !== 'anywhere') addDistractors(targets, set, stream, box, start, distractors, mirror);
  // A pair moves as its own mirror image and needs no other.
  const vx = Math.cos(heading) * speed * (mode === 'two-hands' ? 1 : mirror);
  return { targets, velocity: { x: vx, y: Math.sin(heading) * speed } };
}

/** Where a target that started at `from` is after `ms`: straight lines, turned back at the edge; each of a pair stays on its side. */
export function moveInField(set: SetSpec<ReachParams>, from: PointMm, velocity: PointMm, ms: Millis): PointMm {
  const { space, params } = set;
  const box = toBox(space, params.targetWidthMm);
  const paired = params.mode === 'two-hands';
  const onLeft = from.x < space.originXMm;
  const left = paired && !onLeft ? space.originXMm + params.targetWidthMm * 0.6 : box.left;
  const right = paired && onLeft ? space.originXMm - params.targetWidthMm * 0.6 : box.right;
  // The two of a pair move as each other's mirror image.
  const vx = paired && onLeft ? -velocity.x : velocity.x;
  return { x: bounce(from.x + (vx * ms) / 1000, left, right), y: bounce(from.y + (velocity.y * ms) / 1000, box.top, box.bottom) };
}

function placeOne(
  set: SetSpec<ReachParams>,
  rng: Rng,
  box: Box,
  trial: number,
  start: PointMm,
  side: Side | null,
  hands: readonly PointMm[],
): PointMm {
  const { space, params } = set;
  const mirror = side === 'left' ? -1 : 1;
  const turn = rng.next();
  if (params.mode === 'anywhere') {
    const x = space.originXMm + mirror * (turn - 0.5) * (box.right - box.left);
    return toReach(space, clampToBox({ x, y: box.top + rng.next() * (box.bottom - box.top) * 0.8 }, box));
  }
  const wanted = toDistanceMm(set);
  const directions = params.directions;
  const angles = directions === 'eight' ? anglesDeg.eight : directions === 'sideways' ? anglesDeg.sideways : anglesDeg.any;
  // Every second target of "across" lies on the own side, so that each movement crosses the midline.
  const ownSide = side === null && rng.next() < 0.5 ? -1 : mirror;
  const sideSign = directions === 'same-side' ? ownSide : directions === 'across' ? (trial % 2 === 0 ? -mirror : mirror) : 0;
  const places = angles.map((angle) => {
    const radians = (angle * Math.PI) / 180;
    const wish = { x: start.x + mirror * Math.cos(radians) * wanted, y: start.y - Math.sin(radians) * wanted };
    const point = clampToSide(toReach(space, clampToBox(wish, box)), space, sideSign, params.targetWidthMm);
    const shortMm = Math.abs(wanted - Math.hypot(point.x - start.x, point.y - start.y));
    const underButtons = isUnderButtons(point, params.targetWidthMm, space) ? 1 : 0;
    const underHand = hands.some((hand) => Math.hypot(hand.x - point.x, hand.y - point.y) < params.targetWidthMm / 2 + besideHandMm) ? 1 : 0;
    return { point, cost: Math.round(shortMm) + underButtons * 1000 + underHand * 500 };
  });
  const least = Math.min(...places.map((place) => place.cost));
  const best = places.filter((place) => place.cost <= least);
  return (best[Math.floor(turn * best.length)] ?? places[0] ?? { point: start }).point;
}

function placePair(set: SetSpec<ReachParams>, rng: Rng, box: Box): PointMm[] {
  const { space, params } = set;
  const apart = Math.max(toDistanceMm(set), params.targetWidthMm * 1.2);
  const half = Math.min(apart / 2, space.originXMm - box.left, box.right - space.originXMm);
  const y = box.top + (0.15 + 0.7 * rng.next()) * (box.bottom - box.top);
  return [-half, half].map((dx) => toReach(space, { x: space.originXMm + dx, y }));
}

function addDistractors(targets: ReachTarget[], set: SetSpec<ReachParams>, rng: Rng, box: Box, start: PointMm, count: number, mirror: number): void {
  const width = set.params.targetWidthMm;
  // Spacing is measured from edge to edge: crowding costs acuity in cerebral visual impairment (clinical.md C8).
  const apart = (1 + set.params.spacingWidths) * width;
  const middle = (box.left + box.right) / 2;
  for (let i = 0, tries = 0; i < count && tries < distractorTries; tries++) {
    const x = middle + mirror * (rng.next() - 0.5) * (box.right - box.left);
    const y = box.top + rng.next() * (box.bottom - box.top);
    if (targets.some((other) => Math.hypot(other.xMm - x, other.yMm - y) < apart)) continue;
    if (Math.hypot(start.x - x, start.y - y) < width || isUnderButtons({ x, y }, width, set.space)) continue;
    i++;
    targets.push({ id: targets.length, role: 'distractor', xMm: x, yMm: y, widthMm: width * 0.8, held: 0, hit: false });
  }
}

function toBox(space: PlaySpace, widthMm: number): Box {
  const inset = Math.min(edgeMm + widthMm / 2, space.widthMm / 2, space.heightMm / 2);
  return { left: inset, right: space.widthMm - inset, top: inset, bottom: space.heightMm - inset };
}

function clampToBox(point: PointMm, box: Box): PointMm {
  return { x: Math.min(box.right, Math.max(box.left, point.x)), y: Math.min(box.bottom, Math.max(box.top, point.y)) };
}

/** Wholly on one side of the midline. */
function clampToSide(point: PointMm, space: PlaySpace, sign: number, widthMm: number): PointMm {
  if (sign === 0 || (point.x - space.originXMm) * sign >= widthMm / 2) return point;
  return { x: space.originXMm + (sign * widthMm) / 2, y: point.y };
}

function toReach(space: PlaySpace, point: PointMm): PointMm {
  const dx = point.x - space.originXMm;
  const dy = point.y - space.originYMm;
  const away = Math.hypot(dx, dy);
  if (away <= space.reachMm) return point;
  return { x: space.originXMm + (dx / away) * space.reachMm, y: space.originYMm + (dy / away) * space.reachMm };
}

function isUnderButtons(point: PointMm, widthMm: number, space: PlaySpace): boolean {
  const fromSide = Math.min(point.x, space.widthMm - point.x);
  return fromSide - widthMm / 2 < cornerMm.width && point.y - widthMm / 2 < cornerMm.height;
}

function farthestMm(space: PlaySpace): number {
  return Math.hypot(Math.max(space.originXMm, space.widthMm - space.originXMm), Math.max(space.originYMm, space.heightMm - space.originYMm));
}

function bounce(value: number, low: number, high: number): number {
  const span = high - low;
  if (span <= 0) return low;
  const along = (((value - low) % (2 * span)) + 2 * span) % (2 * span);
  return low + (along <= span ? along : 2 * span - along);
}
