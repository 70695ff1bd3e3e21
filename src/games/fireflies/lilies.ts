import type * as Phaser from 'phaser';
import type { Layout } from './layout';

const lilyMm = 15;

/** Lights on the water that stay where a touch anywhere lit up the bay. */
export interface Lilies {
  add(x: number, y: number): void;
  clear(): void;
}

/** No lily floats yet. */
export function createLilies(scene: Phaser.Scene, layout: Layout): Lilies {
  let lilies: Phaser.GameObjects.Image[] = [];
  const size = lilyMm * layout.pxPerMm;
  const light = (x: number, y: number, key: string, width: number, height: number, depth: number, alpha: number) => {
    const image = scene.add.image(x, y, key).setDisplaySize(width, height).setDepth(depth).setAlpha(0);
    scene.tweens.add({ targets: image, alpha, duration: 900, ease: 'Sine.easeInOut' });
    lilies.push(image);
  };
  return {
    add(x, y) {
      light(x, y, 'glow-firefly', size * 3.4, size * 3.4, 49, 0.8);
      light(x, y, 'lily-light', size, size * 0.75, 50, 1);
    },
    clear() {
      const gone = lilies;
      lilies = [];
      if (gone.length === 0) return;
      const destroy = () => {
        for (const image of gone) image.destroy();
      };
      scene.tweens.add({ targets: gone, alpha: 0, duration: 900, ease: 'Sine.easeInOut', onComplete: destroy });
    },
  };
}
