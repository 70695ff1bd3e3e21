import { createGridReader, toLuminance } from './flash-meter';
import type { GameRig } from './game-rig';

/** Enough pixels for the flash meter's grid of 64 x 36; without a graphics processor each pixel costs time. */
export const small = { width: 160, height: 100 } as const;

/** Spread of luminance over the picture: zero is an empty canvas. */
export function spread(game: GameRig): number {
  const rgba = createGridReader()(game.canvas());
  const values = Array.from({ length: rgba.length / 4 }, (_, i) => toLuminance(rgba[i * 4] ?? 0, rgba[i * 4 + 1] ?? 0, rgba[i * 4 + 2] ?? 0));
  return Math.max(...values) - Math.min(...values);
}
