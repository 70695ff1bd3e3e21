import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, toField } from '../kit/field';

/** Where a picture in the stars stands: its middle and its width. */
export interface FigurePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where everything stands, in canvas pixels. Seen mirrored for children who play with the left hand; the paths never are. */
export interface Layout extends Field {
  readonly horizonY: number;
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  /** The telescope beside the companion. */
  readonly things: { readonly x: number; readonly footY: number; readonly scale: number };
  /** The star that is asked for is held up here. */
  readonly card: { readonly x: number; readonly y: number; readonly height: number };
  /** The picture in the stars while it grows, and when it is whole. */
  readonly growing: FigurePlace;
  readonly whole: FigurePlace;
}

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const isWide = width > height;
  const toX = (x: number) => (mirrored ? width - x : x);
  const footY = height - 30 * unit;
  return {
    ...field,
    horizonY: Math.round(height * (isWide ? 0.8 : 0.82)),
    companion: { x: toX(108 * unit), footY, height: 212 * unit },
    things: { x: toX(238 * unit), footY: footY + 8 * unit, scale: 0.5 * unit },
    card: { x: toX(200 * unit), y: footY - 196 * unit, height: 128 * unit },
    growing: isWide
      ? { x: toX(width * 0.835), y: height * 0.3, width: Math.min(width * 0.27, height * 0.46) }
      : { x: toX(width * 0.69), y: height * 0.19, width: width * 0.46 },
    whole: { x: width / 2, y: height * (isWide ? 0.38 : 0.36), width: Math.min(width * 0.8, height * 0.78) },
  };
}
