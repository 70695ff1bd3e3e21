import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** Where everything of the launch place stands, in canvas pixels. Seen mirrored for children who play with the left hand. */
export interface Layout extends Field {
  /** Scale of the tower, the rocket and all that is played with: 1 on 1280 x 800. */
  readonly scale: number;
  readonly deck: { readonly x: number; readonly y: number };
  readonly tower: { readonly x: number };
  /** Middle of the lamp when the body is down, and how far it goes up. */
  readonly lamp: { readonly x: number; readonly downY: number; readonly wayPx: number };
  readonly rocket: { readonly x: number; readonly y: number; readonly scale: number };
  /** Where the hose enters the rocket. */
  readonly inlet: Point;
  /** The cabin's window, as the shades see the companion. */
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  readonly card: Point;
  readonly planet: Point & { readonly sizePx: number };
  /** Where the planets of earlier sets hang. */
  readonly shelf: readonly Point[];
}

/** Size of the rocket's drawings, and where it stands in them. */
export const rocketSize = { width: 400, height: 624, baseY: 604 } as const;

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { mirrored } = field;
  const scale = Math.min(height / 800, width / 760);
  const side = mirrored ? -1 : 1;
  const toX = (x: number) => (mirrored ? width - x : x);
  const deckY = height - (height > width ? 200 : 128) * scale;
  const towerX = width / 2 - side * 148 * scale;
  const rocket = { x: width / 2 + side * 116 * scale, y: deckY + 8 * scale, scale: scale * 0.93 };
  const wide = width > height;
  return {
    ...field,
    scale,
    deck: { x: width / 2, y: deckY },
    tower: { x: towerX },
    lamp: { x: towerX, downY: deckY - 84 * scale, wayPx: 356 * scale },
    rocket,
    inlet: { x: rocket.x - side * 116 * rocket.scale, y: rocket.y - (rocketSize.baseY - 431) * rocket.scale },
    companion: { x: rocket.x, footY: rocket.y - 250 * rocket.scale, height: 190 * rocket.scale },
    card: { x: toX(width - 134 * scale), y: 128 * scale },
    planet: { x: toX(wide ? width * 0.27 : width * 0.25), y: (wide ? 330 : 350) * scale, sizePx: (wide ? 400 : 320) * scale },
    shelf: Array.from({ length: 5 }, (_, i) => ({
      x: toX((wide ? 62 + 76 * i : 44 + 58 * i) * scale),
      y: (wide ? [150, 206, 158, 214, 166] : [132, 176, 128, 180, 134])[i] ?? 150,
    })).map(({ x, y }) => ({ x, y: y * scale })),
  };
}
