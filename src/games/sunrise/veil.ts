import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import type { Layout } from './layout';
import { near } from './near';

/** A veil of mist before an orb that is too quick, and the snail that likes it slow. Kind, and never a miss. */
export interface Veil {
  show(there: boolean): void;
  update(y: number, calmMs: number, deltaMs: number): void;
}

const comeMs = 500;
const goMs = 900;
/** Once there it stays for a moment: mist does not flicker. */
const stayMs = 1500;
const thickness = 0.68;

/** Makes the veil; the air is clear. */
export function createVeil(scene: Phaser.Scene, layout: Layout, depth: number, look: Look): Veil {
  const { unit, orb, snail, mirrored } = layout;
  const mists = [-0.5, 0.12, 0.72].map((at, i) => {
    const image = scene.add.image(orb.x, 0, 'mist').setDepth(depth).setAlpha(0).setName('mist');
    return { image, at, scale: image.scale * (0.92 - 0.16 * i), shift: i % 2 === 0 ? -1 : 1 };
  });
  const friend = scene.add.image(snail.x, snail.footY, 'snail').setOrigin(0.5, 1).setDepth(36).setFlipX(mirrored).setName('snail');
  let wanted = false;
  let sinceMs = stayMs;
  let way = 0;
  return {
    show(there) {
      wanted = there;
      if (there) sinceMs = 0;
    },
    update(y, calmMs, deltaMs) {
      if (!wanted) sinceMs += deltaMs;
      const goal = wanted || sinceMs < stayMs ? 1 : 0;
      way = near(way, goal, deltaMs / (goal > way ? comeMs : goMs));
      const eased = way * way * (3 - 2 * way);
      for (const { image, at, scale, shift } of mists) {
        const far = (1 - eased) * 60 * unit + Math.sin(calmMs / 2100 + at * 5) * 5 * unit;
        image
          .setPosition(orb.x + shift * far, y + at * orb.radius)
          .setScale(scale)
          .setAlpha(eased * thickness)
          .setVisible(way > 0);
      }
      const creep = Math.sin(calmMs / 3200) * 16 * unit + (1 - eased) * -70 * unit;
      friend
        .setPosition(snail.x + (mirrored ? -creep : creep), snail.footY)
        .setAlpha(eased)
        .setVisible(way > 0 && !look.simplePicture);
    },
  };
}
