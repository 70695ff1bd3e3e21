import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** One of the two shores: the home one, where the first crossing begins, and the far one. */
export type Bank = 0 | 1;

/** Where everything of the river stands, in canvas pixels. Seen mirrored for children who play with the left hand. */
export interface Layout extends Field {
  readonly wide: boolean;
  /** Where the ferry's hull meets the water. */
  readonly waterY: number;
  /** Where the far shore meets the water. */
  readonly horizonY: number;
  readonly quayY: number;
  readonly bankPx: number;
  /** Left edge of each bank's quay. */
  readonly bankX: readonly [home: number, far: number];
  /** Pixels of one unit of the ferry's drawings. */
  readonly ship: number;
  /** Middle of the ferry at each bank. */
  readonly dock: readonly [home: number, far: number];
  /** 1, or -1 in the mirror. */
  readonly side: 1 | -1;
  readonly board: Point;
  /** What the shades light. */
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
}

/** Half of the ferry's length with its ramps, in units of its drawing. */
const halfShip = 302;

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const wide = width > height;
  const ship = unit * (wide ? 0.94 : 0.78);
  const waterY = Math.round(height * (wide ? 0.745 : 0.7));
  const bankPx = wide ? Math.min(0.155 * width, 196 * unit) : 118 * unit;
  const ends = [bankPx + halfShip * ship, width - bankPx - halfShip * ship] as const;
  const toX = (x: number) => (mirrored ? width - x : x);
  return {
    ...field,
    wide,
    waterY,
    horizonY: Math.round(waterY - (wide ? 186 : 210) * unit),
    quayY: waterY - 98 * ship,
    bankPx,
    bankX: mirrored ? [width - bankPx, 0] : [0, width - bankPx],
    ship,
    dock: mirrored ? [ends[1], ends[0]] : ends,
    side: mirrored ? -1 : 1,
    board: { x: toX(Math.max(bankPx / 2, 108 * unit)), y: height + 26 * unit },
    companion: { x: width / 2, footY: waterY + 20 * unit, height: 430 * unit },
  };
}

/** From which bank a trial's crossing leaves; the ferry goes there and back. */
export function toStart(trial: number): Bank {
  return trial % 2 === 0 ? 0 : 1;
}
