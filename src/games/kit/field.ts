import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';

/** A place on the canvas, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The canvas on which a game is drawn, in its pixels. */
export interface Field {
  readonly width: number;
  readonly height: number;
  /** Canvas pixels of one millimetre of the play field. */
  readonly pxPerMm: number;
  /** Scale of the scenery: 1 on a field of 1280 x 800 pixels. */
  readonly unit: number;
  /** For children who play with the left hand the arrangement is seen in a mirror, away from the working hand. */
  readonly mirrored: boolean;
}

/** The field for a canvas of this size. */
export function toField(width: number, height: number, space: PlaySpace, look: Look): Field {
  return { width, height, pxPerMm: width / space.widthMm, unit: Math.min(height / 800, width / 900), mirrored: look.hand === 'left' };
}
