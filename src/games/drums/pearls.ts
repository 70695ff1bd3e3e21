import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';

/** Drops of light that spring from a drum and fly to the friend that is waking. */
export interface Pearls {
  fly(from: Point, to: Point): void;
  update(deltaMs: number): void;
}

const flightMs = 950;
const most = 9;

/** Makes them, none in the air; `shown` false: none ever is. */
export function createPearls(scene: Phaser.Scene, unit: number, shown: boolean): Pearls {
  const pearls = Array.from({ length: shown ? most : 0 }, () => ({
    image: scene.add.image(0, 0, 'pearl').setDepth(56).setVisible(false).setName('pearl'),
    from: { x: 0, y: 0 },
    to: { x: 0, y: 0 },
    sinceMs: flightMs,
  }));
  let next = 0;
  return {
    fly(from, to) {
      const pearl = pearls[next++ % most];
      if (pearl) Object.assign(pearl, { from, to, sinceMs: 0 });
    },
    update(deltaMs) {
      for (const pearl of pearls) {
        pearl.sinceMs = Math.min(flightMs, pearl.sinceMs + deltaMs);
        const share = pearl.sinceMs / flightMs;
        pearl.image.setVisible(share < 1);
        if (share >= 1) continue;
        const t = share * share * (3 - 2 * share);
        const { from, to } = pearl;
        const over = Math.sin(Math.PI * t) * (70 * unit + 0.18 * Math.abs(to.x - from.x));
        pearl.image.setPosition(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t - over);
        pearl.image.setAlpha(Math.min(1, share * 5, (1 - share) * 5)).setScale(0.7 + 0.4 * Math.sin(Math.PI * share));
      }
    },
  };
}
