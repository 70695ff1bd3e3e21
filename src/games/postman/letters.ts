import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import type { Layout } from './layout';

/** Letters on their way. */
export interface Letters {
  /** One flies in a bow from the bag into a letterbox. */
  send(from: Point, to: Point): void;
  /** The lighthouse's answer comes for the child, and stays; `atOnce` it is there. */
  answer(atOnce: boolean): void;
  /** The answer is put away. */
  clear(): void;
}

const flyMs = 760;
const answerMs = 2600;

/** Makes the letters of this look. */
export function createLetters(scene: Phaser.Scene, layout: Layout, still: boolean): Letters {
  const { unit, width, height, lighthouse } = layout;
  let big: Phaser.GameObjects.Image | null = null;
  return {
    send(from, to) {
      const letter = scene.add.image(from.x, from.y, 'letter').setDepth(60).setName('letter');
      if (still) {
        letter.setPosition(to.x, to.y).setAlpha(0);
        scene.tweens.add({ targets: letter, alpha: 1, duration: 300, yoyo: true, hold: 400, onComplete: () => letter.destroy() });
        return;
      }
      const way = { t: 0 };
      scene.tweens.add({
        targets: way,
        t: 1,
        duration: flyMs,
        ease: 'Sine.easeInOut',
        onUpdate: () => {
          const { t } = way;
          letter
            .setPosition(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t - Math.sin(Math.PI * t) * 120 * unit)
            .setAngle(-24 * Math.sin(Math.PI * 2 * t))
            .setScale(1.25 - 0.65 * t);
        },
        onComplete: () => scene.tweens.add({ targets: letter, alpha: 0, duration: 220, onComplete: () => letter.destroy() }),
      });
    },
    answer(atOnce) {
      big?.destroy();
      const to = { x: width / 2, y: height * 0.165 };
      const image = scene.add.image(to.x, to.y, 'letter-big').setDepth(62).setName('answer-letter');
      big = image;
      if (atOnce) return;
      if (still) {
        image.setAlpha(0);
        scene.tweens.add({ targets: image, alpha: 1, duration: 700, ease: 'Sine.easeInOut' });
        return;
      }
      const from = { x: lighthouse.x, y: lighthouse.footY - lighthouse.height * 0.7 };
      const way = { t: 0 };
      const draw = () => {
        const { t } = way;
        image
          .setPosition(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t + Math.sin(Math.PI * t) * 60 * unit)
          .setScale(0.12 + 0.88 * t)
          .setAngle(-16 * Math.sin(Math.PI * 2 * t))
          .setAlpha(Math.min(1, t * 5));
      };
      draw();
      scene.tweens.add({ targets: way, t: 1, duration: answerMs, delay: 900, ease: 'Sine.easeInOut', onUpdate: draw });
    },
    clear() {
      const image = big;
      big = null;
      if (image) scene.tweens.add({ targets: image, alpha: 0, duration: 700, ease: 'Sine.easeInOut', onComplete: () => image.destroy() });
    },
  };
}
