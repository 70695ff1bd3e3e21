import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Layout } from './layout';

const lights = 18;
const wayMs = 11000;

/** Free fireflies over the harbour at the end of a set: small lights that drift and never blink. */
export interface Swarm {
  /** How much of the swarm is seen, 0..1. */
  show(ratio: number): void;
  update(calmMs: number): void;
}

/** Makes the swarm, unseen; `key` is the picture of one light. */
export function createSwarm(scene: Phaser.Scene, layout: Layout, key: string, rng: Rng): Swarm {
  const { width, height, unit } = layout;
  const swarm = Array.from({ length: lights }, (_, i) => {
    const size = (22 + 26 * rng.next()) * unit;
    const image = scene.add.image(0, 0, key).setDisplaySize(size, size).setDepth(24).setAlpha(0).setVisible(false).setName('scenery');
    const x = ((i + 0.15 + 0.7 * rng.next()) / lights) * width;
    return { image, x, y: height * (0.06 + 0.66 * rng.next()), shift: rng.next() * 6.28, strength: 0.6 + 0.4 * rng.next() };
  });
  return {
    show(ratio) {
      for (const [i, { image, strength }] of swarm.entries()) {
        const own = Math.max(0, Math.min(1, ratio * 2 - i / lights));
        image.setAlpha(own * strength).setVisible(own > 0);
      }
    },
    update(calmMs) {
      for (const { image, x, y, shift } of swarm) {
        const at = (calmMs / wayMs) * 2 * Math.PI + shift;
        image.setPosition(x + Math.sin(at) * 34 * unit, y + Math.sin(at * 1.7 + 1) * 22 * unit);
      }
    },
  };
}
