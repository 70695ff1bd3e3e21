import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** A place in the ring of friends: foot of its rock, and how near it is. */
export interface Seat extends Point {
  readonly scale: number;
}

/** Where everything of the cove stands, in canvas pixels; the drums keep their sides for every child, the rest is seen in a mirror. */
export interface Layout extends Field {
  readonly upright: boolean;
  readonly horizonY: number;
  /** The upper edge of the near sea. */
  readonly nearSeaY: number;
  readonly shoreY: number;
  /** Crest of the wave before the first hit and at the end of a set. */
  readonly waveY: { readonly low: number; readonly high: number };
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  readonly smallDrum: Point;
  /** Middle of the skins, and width of a drum by how many there are. */
  readonly drums: { readonly y: number; readonly alonePx: number; readonly sidePx: number; readonly pairPx: number };
  readonly shellsY: number;
  /** Seats in the order in which friends wake; the last one rides the wave. */
  readonly seats: readonly Seat[];
}

const seats = {
  wide: [
    [0.395, 0.6, 0.98],
    [0.625, 0.6, 0.98],
    [0.285, 0.655, 1.04],
    [0.745, 0.655, 1.04],
    [0.51, 0.555, 0.9],
    [0.865, 0.715, 1.12],
    [0.185, 0.63, 0.94],
  ],
  upright: [
    [0.36, 0.565, 0.96],
    [0.66, 0.565, 0.96],
    [0.2, 0.62, 1],
    [0.82, 0.62, 1],
    [0.51, 0.515, 0.88],
    [0.88, 0.715, 1.02],
    [0.12, 0.545, 0.84],
  ],
} as const;

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const upright = height > width;
  const toX = (x: number) => (mirrored ? width - x : x);
  const tall = (upright ? 224 : 250) * unit;
  const companionX = width * (upright ? 0.105 : 0.115);
  const footY = height * (upright ? 0.94 : 0.962);
  const nearSeaY = height * (upright ? 0.43 : 0.45);
  return {
    ...field,
    upright,
    horizonY: height * (upright ? 0.37 : 0.385),
    nearSeaY,
    shoreY: height * (upright ? 0.575 : 0.61),
    waveY: { low: height * (upright ? 0.555 : 0.59), high: height * (upright ? 0.36 : 0.365) },
    companion: { x: toX(companionX), footY, height: tall },
    smallDrum: { x: toX(companionX + tall * 0.44), y: footY + 10 * unit },
    drums: {
      y: height * (upright ? 0.735 : 0.685),
      alonePx: (upright ? 360 : 350) * unit,
      sidePx: (upright ? 256 : 300) * unit,
      pairPx: (upright ? 236 : 262) * unit,
    },
    shellsY: height * (upright ? 0.945 : 0.957),
    seats: [
      ...seats[upright ? 'upright' : 'wide'].map(([x, y, scale]) => ({ x: toX(width * x), y: height * y, scale })),
      { x: toX(width * (upright ? 0.72 : 0.735)), y: nearSeaY, scale: upright ? 0.9 : 1 },
    ],
  };
}
