import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import { paintGlow } from '../kit/glow';
import type { Layout } from './layout';

/** Lights of the sea that rise over the beach while the whole band plays. */
export interface Sparks {
  update(calmMs: number, glow: Ratio): void;
}

const count = 22;
const riseMs = 9000;

/** Makes them, all dark. */
export function createSparks(scene: Phaser.Scene, { width, height, unit, waveY }: Layout, rng: Rng): Sparks {
  const key = paintGlow(scene, 'drums-spark', 64, '255,240,200', [
    [0, 1],
    [0.2, 0.8],
    [0.45, 0.22],
    [1, 0],
  ]);
  const [lowY, highY] = [height * 0.8, waveY.high - height * 0.2];
  const sparks = Array.from({ length: count }, () => ({
    image: scene.add
      .image(0, 0, key)
      .setDepth(16)
      .setName('scenery')
      .setScale((0.3 + rng.next() * 0.5) * unit),
    x: width * (0.06 + 0.88 * rng.next()),
    shift: rng.next(),
    sway: rng.next() * 6.28,
  }));
  return {
    update(calmMs, glow) {
      for (const { image, x, shift, sway } of sparks) {
        const risen = (calmMs / riseMs + shift) % 1;
        image.setPosition(x + Math.sin(calmMs / 1700 + sway) * 22 * unit, lowY + (highY - lowY) * risen);
        image.setAlpha(glow * 0.85 * Math.sin(Math.PI * risen)).setVisible(glow > 0.001);
      }
    },
  };
}
