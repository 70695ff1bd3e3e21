import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** Friends that can join the parade. */
export const friendCount = 8;

/** Where everything stands on a canvas, in its pixels, already mirrored. */
export interface Layout extends Field {
  /** Where the parade goes: 1 to the right, -1 to the left. */
  readonly ahead: 1 | -1;
  readonly horizonY: number;
  /** Foot of the houses and top of the promenade's wall. */
  readonly wallY: number;
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  /** Where a beat's stone is when its beat sounds. */
  readonly feet: Point;
  /** Length of one pace, and between two stones. */
  readonly pacePx: number;
  /** Each friend's place in the line, the first right behind the companion. */
  readonly slots: readonly (Point & { readonly scale: number })[];
}

/** Arranges the promenade on a canvas; on upright tablets the line is deeper instead of long. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const ahead = mirrored ? -1 : 1;
  const upright = height > width;
  const toX = (x: number) => (mirrored ? width - x : x);
  const groundY = height * (upright ? 0.81 : 0.835);
  const tall = look.simplePicture ? 430 : upright ? 372 : 324;
  const leadX = width * (look.simplePicture ? 0.42 : upright ? 0.73 : 0.69);
  // Small friends walk in front, tall ones behind them.
  const rows = upright ? [30, -96, -14, -132] : [18, -66];
  const gap = Math.min(96 * unit, (leadX - (upright ? 310 : 290) * unit) / (friendCount - 1));
  const scale = Math.max(0.9, Math.min(1, (gap * rows.length) / (172 * unit)));
  return {
    ...field,
    ahead,
    horizonY: height * (upright ? 0.54 : 0.44),
    wallY: groundY - (upright ? 150 : 112) * unit,
    companion: { x: toX(leadX), footY: groundY, height: tall * unit },
    feet: { x: toX(leadX + 8 * unit), y: groundY + 34 * unit },
    pacePx: (look.simplePicture ? 190 : 104) * unit,
    slots: Array.from({ length: friendCount }, (_, i) => {
      const row = rows[i % rows.length] ?? 0;
      return { x: toX(leadX - (upright ? 186 : 166) * unit - i * gap), y: groundY + row * unit, scale: scale * (1 + row / 900) };
    }),
  };
}
