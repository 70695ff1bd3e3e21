import type { PlaySpace } from '../../drills/types';
import type { Look } from '../../session/types';
import { type Field, type Point, toField } from '../kit/field';

/** Where everything of the bay stands, in canvas pixels. Seen mirrored for children who play with the left hand. */
export interface Layout extends Field {
  readonly horizonY: number;
  readonly jetty: Point;
  readonly jettyScale: number;
  readonly companion: { readonly x: number; readonly footY: number; readonly height: number };
  /** Tops of the garland's posts, from left to right. */
  readonly posts: readonly Point[];
  readonly sagPx: number;
}

/** The arrangement for a canvas of this size. */
export function toLayout(width: number, height: number, space: PlaySpace, look: Look): Layout {
  const field = toField(width, height, space, look);
  const { unit, mirrored } = field;
  const horizonY = Math.round(height * 0.41);
  const jettyScale = unit * 0.72;
  const deckY = height - 128 * unit;
  const posts = (width > height ? [-0.02, 0.24, 0.5, 0.76, 1.02] : [-0.03, 0.32, 0.68, 1.03]).map((x) => ({
    x: x * width,
    y: horizonY - 0.185 * height,
  }));
  return {
    ...field,
    horizonY,
    jetty: { x: mirrored ? width : 0, y: deckY },
    jettyScale,
    companion: { x: mirrored ? width - 205 * unit : 205 * unit, footY: deckY + 62 * unit, height: 268 * unit },
    posts,
    sagPx: 0.055 * height,
  };
}

/** The garland's height above a place between two posts. */
export function toCordY(layout: Layout, x: number): number {
  const { posts, sagPx } = layout;
  for (let i = 0; i + 1 < posts.length; i++) {
    const [a, b] = [posts[i], posts[i + 1]];
    if (!a || !b || x < a.x || x > b.x) continue;
    const along = (x - a.x) / (b.x - a.x);
    return a.y + (b.y - a.y) * along + sagPx * 4 * along * (1 - along);
  }
  return posts[0]?.y ?? 0;
}

/** Where the lanterns hang, one for each trial, and how wide they are. */
export function toLanternSpots(layout: Layout, count: number): { readonly widthPx: number; readonly spots: readonly Point[] } {
  const { width, unit } = layout;
  const step = width / (count + 0.6);
  const widthPx = Math.max(14 * unit, Math.min(52 * unit, step * 0.78));
  const spots = Array.from({ length: count }, (_, i) => {
    const x = step * (i + 0.8);
    return { x, y: toCordY(layout, x) };
  });
  return { widthPx, spots };
}
