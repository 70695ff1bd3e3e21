import type { PlaySpace } from '../../drills/types';
import { neutralRadius } from '../../drills/weight-shift/place';
import type { LeanPoint } from '../../drills/weight-shift/state';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** The bay is seen from above at a slant: what is round lies flat on the water by this much. */
export const slant = 0.785;

/** Where everything stands, in canvas pixels. */
export interface Layout extends Field {
  readonly horizonY: number;
  /** The middle: the pier on which the light rests, lean 0. */
  readonly centre: Point;
  /** Canvas pixels of the child's whole limit, sideways and up the picture. */
  readonly limit: Point;
  /** Half of the pier's width and height: as large as the middle of the drill. */
  readonly pier: Point;
  readonly tower: { readonly x: number; readonly footY: number; readonly scale: number; readonly lampY: number };
  /** The harbour's edge, and where boats may lie along it. */
  readonly quayY: number;
  readonly berths: { readonly fromX: number; readonly toX: number };
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
}

/** The arrangement for a canvas of this size; mirrored, the companion and the place's islets change sides, never the directions of leaning. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const horizonY = Math.round(height * (width > height ? 0.15 : 0.2));
  const quayY = height - 60 * unit;
  const [top, bottom] = [horizonY + 22 * unit, quayY - 72 * unit];
  // Room for the widest target at the very limit to each side, and for most of one towards the quay.
  const limitX = Math.min((bottom - top) / (2.1 * slant), width / 2 / 1.24);
  const limit = { x: limitX, y: limitX * slant };
  const centre = { x: width / 2, y: Math.max(top + limit.y, (top + bottom) / 2 - 0.05 * limit.y) };
  const tower = { x: centre.x, footY: centre.y - 0.17 * limit.y, scale: 0.56 * unit };
  const companionX = 122 * unit;
  const free = { fromX: companionX + 104 * unit, toX: width - 150 * unit };
  return {
    ...field,
    horizonY,
    centre,
    limit,
    pier: { x: neutralRadius * limit.x, y: neutralRadius * limit.y },
    tower: { ...tower, lampY: tower.footY - 192 * tower.scale },
    quayY,
    berths: mirrored ? { fromX: width - free.toX, toX: width - free.fromX } : free,
    companion: { x: mirrored ? width - companionX : companionX, footY: height - 18 * unit, height: 232 * unit },
  };
}

/** Where a lean lies on the water: x to the child's right, forward up the picture. */
export function toWater(layout: Layout, lean: LeanPoint): Point {
  return { x: layout.centre.x + lean.x * layout.limit.x, y: layout.centre.y - lean.y * layout.limit.y };
}

/** Where the boats of a set lie, one for each trial, and how wide each is. */
export function toBerths(layout: Layout, count: number): { readonly widthPx: number; readonly stepPx: number; readonly spots: readonly Point[] } {
  const { fromX, toX } = layout.berths;
  const widthPx = Math.min(86 * layout.unit, ((toX - fromX) / Math.max(1, count)) * 0.94);
  const stepPx = count > 1 ? Math.min(112 * layout.unit, (toX - fromX - widthPx) / (count - 1)) : 0;
  const firstX = (fromX + toX - stepPx * (count - 1)) / 2;
  return {
    widthPx,
    stepPx,
    spots: Array.from({ length: count }, (_, i) => ({ x: firstX + i * stepPx, y: layout.quayY + (i % 2) * 3 * layout.unit })),
  };
}
