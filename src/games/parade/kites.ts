import type * as Phaser from 'phaser';
import type { Layout } from './layout';

/** Paper fish in the sky: one for each walk that is done; none ever comes down while a set lasts. */
export interface Kites {
  /** A new set of so many walks, some of them done already. */
  hang(total: number, done: number): void;
  rise(index: number): void;
  update(calmMs: number): void;
}

const riseMs = 2200;

/** An empty sky; `large`: kites are the only thing there is to see, in the two colours that stand out from the plain ground. */
export function createKites(scene: Phaser.Scene, layout: Layout, large: boolean, still: boolean): Kites {
  const { width, height, unit, ahead, companion } = layout;
  let kites: { readonly image: Phaser.GameObjects.Image; readonly index: number; readonly up: { value: number } }[] = [];
  let total = 1;
  const toScale = () => Math.min(1, (width * 0.84) / (total * (large ? 150 : 96) * unit));

  function add(index: number, atOnce: boolean): void {
    const image = scene.add
      .image(0, 0, `kite-${large ? (index % 2) + 2 : (index % 4) + 1}`)
      .setDepth(12)
      .setFlipX(ahead > 0)
      .setName('kite');
    const up = { value: atOnce ? 1 : 0 };
    if (!atOnce) scene.tweens.add({ targets: up, value: 1, duration: still ? 700 : riseMs, ease: 'Sine.easeInOut' });
    kites.push({ image, index, up });
  }

  return {
    hang(count, done) {
      for (const { image } of kites) {
        scene.tweens.add({ targets: image, alpha: 0, duration: 900, ease: 'Sine.easeInOut', onComplete: () => image.destroy() });
      }
      kites = [];
      total = Math.max(1, count);
      for (let i = 0; i < done; i++) add(i, true);
    },
    rise: (index) => add(index, false),
    update(calmMs) {
      for (const { image, index, up } of kites) {
        const x = width * (0.09 + (0.82 * (index + 0.5)) / total);
        const y = height * ((large ? 0.19 : 0.125) + (index % 2 ? (large ? 0.14 : 0.09) : 0));
        const way = still ? 1 : up.value;
        const sway = Math.sin(calmMs / 1500 + index * 1.3);
        image
          .setPosition(
            companion.x + (x - companion.x) * way,
            companion.footY - companion.height * 0.8 + (y - companion.footY + companion.height * 0.8) * way + sway * 5 * unit,
          )
          .setAngle(sway * 4 + (1 - way) * -20 * ahead)
          .setScale(toScale() * (0.5 + 0.5 * way))
          .setAlpha(Math.min(1, up.value * 3));
      }
    },
  };
}
