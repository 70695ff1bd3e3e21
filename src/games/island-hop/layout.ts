import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** Where everything lies, in canvas pixels, already mirrored. */
export interface Layout extends Field {
  /** 1: the way leads to the right, -1: to the left. */
  readonly side: 1 | -1;
  /** Canvas pixels of one unit of the companion, who stands 430 units tall. */
  readonly scale: number;
  /** The island that is played on: its middle, the ground on which the companion moves, and its width. */
  readonly middleX: number;
  readonly groundY: number;
  readonly isleWide: number;
  /** From one island's middle to the next. */
  readonly stepPx: number;
  readonly horizonY: number;
  /** The whole string of islands as it lies out in the bay: one for each move, and the far one. */
  readonly chain: readonly Point[];
  readonly isletPx: number;
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
}

/** Height of the companion in its own units. */
export const tallU = 430;

/** The layout of a set of so many moves on this canvas. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look, moves: number): Layout {
  const field = toField(width, height, space, look);
  const side = field.mirrored ? -1 : 1;
  const tallPx = Math.min(height * 0.54, width * 0.56);
  const scale = tallPx / tallU;
  const isleWide = Math.max(width * 0.66, Math.min(width * 0.9, 780 * scale));
  const count = Math.max(1, moves);
  const gapPx = (width * 0.84) / count;
  const groundY = height * 0.815;
  const chain = Array.from({ length: count + 1 }, (_, i): Point => {
    const share = 0.08 + (0.84 * i) / count;
    return {
      x: (field.mirrored ? 1 - share : share) * width,
      y: height * (0.236 + 0.026 * Math.sin((i * 9) / count + 0.6 + (count > 6 ? i * 0.35 : i * 1.1))),
    };
  });
  return {
    ...field,
    side,
    scale,
    middleX: width / 2,
    groundY,
    isleWide,
    stepPx: isleWide + width * 0.14,
    horizonY: height * 0.17,
    chain,
    isletPx: Math.min(92 * field.unit, gapPx * 0.86),
    companion: { x: width / 2, footY: groundY, height: tallPx },
  };
}
