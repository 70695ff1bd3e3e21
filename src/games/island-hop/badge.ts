import type * as Phaser from 'phaser';
import type { Side } from '../../core/units';
import type { Layout } from './layout';
import { sizeOf } from './pictures';

/** The sign of the side that begins: a circle at the left, a star at the right, in the child's own left and right. */
export interface Badge {
  show(side: Side | null, deltaMs: number): void;
}

const fadeMs = 260;

/** Hangs up both signs, unseen. */
export function createBadge(scene: Phaser.Scene, layout: Layout): Badge {
  const { width, middleX, groundY, scale, companion } = layout;
  const away = Math.min(width / 2 - sizeOf('badge').width * 0.6 * scale, 300 * scale);
  const signs = (['left', 'right'] as const).map((side) => ({
    side,
    image: scene.add
      .image(middleX + (side === 'left' ? -away : away), groundY - companion.height * 0.86, `badge-${side}`)
      .setDepth(48)
      .setAlpha(0)
      .setName(`side-${side}`),
  }));
  return {
    show(wanted, deltaMs) {
      for (const { side, image } of signs) {
        const step = deltaMs / fadeMs;
        image.setAlpha(Math.min(1, Math.max(0, image.alpha + (side === wanted ? step : -step)))).setVisible(image.alpha > 0.001);
      }
    },
  };
}
