import type * as Phaser from 'phaser';
import type { Layout } from './layout';
import { toStarKey } from './pictures';

const comeMs = 320;

/** The star that is asked for, held up on a paper disc; it says which of two paths to draw. */
export interface Asked {
  /** Holds up a star of this kind; null: none is asked for. */
  hold(kind: number | null): void;
  /** For a picture with one thing on it the disc stands alone, so it is always in the same place. */
  update(deltaMs: number): void;
}

/** Makes the disc, out of sight. */
export function createAsked(scene: Phaser.Scene, layout: Layout): Asked {
  const { x, y, height } = layout.card;
  const width = (height * 150) / 170;
  const disc = scene.add.image(x, y, 'card').setDisplaySize(width, height).setDepth(46).setAlpha(0).setName('asked');
  const star = scene.add
    .image(x, y - height * 0.076, toStarKey(0))
    .setDisplaySize(height * 0.56, height * 0.56)
    .setDepth(47)
    .setAlpha(0)
    .setName('asked-star');
  let wanted: number | null = null;
  return {
    hold(kind) {
      wanted = kind;
      if (kind !== null && disc.alpha < 0.05) star.setTexture(toStarKey(kind));
    },
    update(deltaMs) {
      // The next star comes when the one before is away.
      const isThis = wanted !== null && star.texture.key === toStarKey(wanted);
      const step = deltaMs / comeMs;
      const alpha = Math.min(1, Math.max(0, disc.alpha + (isThis ? step : -step)));
      if (alpha === 0 && wanted !== null) star.setTexture(toStarKey(wanted));
      disc.setAlpha(alpha).setVisible(alpha > 0);
      star
        .setAlpha(alpha)
        .setVisible(alpha > 0)
        .setDisplaySize(height * 0.56, height * 0.56);
    },
  };
}
