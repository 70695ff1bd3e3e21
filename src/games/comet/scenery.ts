import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { lens, pill } from '../kit/paper';
import { paintEvening } from './backdrop';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';

/** The evening around the play: what moves there moves slowly, and only in its own calm time. */
export interface Scenery {
  update(calmMs: number): void;
}

/** A plain ground: nothing but the play is on it. */
export function createPlainGround(scene: Phaser.Scene, look: Look): Scenery {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  return { update() {} };
}

/** The sky over the bay, with thin clouds, glints on the water and the lighthouse's lamp. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, mirrored, horizonY } = layout;
  const toX = (x: number) => (mirrored ? width - x : x);
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery');
  scenery(scene.add.image(0, 0, paintEvening(scene, layout, mood, rng)).setOrigin(0), 0);
  const cloudKey = paintOnce(scene, 'cloud', 260 * unit, 44 * unit, (context, w, h) => {
    context.fillStyle = mood.cloud;
    pill(context, w * 0.5, h * 0.62, w * 0.48, h * 0.16);
    pill(context, w * 0.42, h * 0.36, w * 0.26, h * 0.16);
    pill(context, w * 0.68, h * 0.8, w * 0.24, h * 0.13);
  });
  const clouds = [0.12, 0.44, 0.78].map((x, i) => ({
    image: scenery(scene.add.image(0, horizonY * (0.86 - 0.13 * i), cloudKey), 2)
      .setAlpha(0.32)
      .setScale(1.1 - 0.2 * i),
    x,
    speed: 0.0013 + 0.0006 * i,
  }));
  const glintKey = paintOnce(scene, 'glint', 110 * unit, 8 * unit, (context, w, h) => {
    context.fillStyle = mood.glint;
    lens(context, w / 2, h / 2, w / 2, h / 4);
  });
  const stream = rng.fork('glints');
  const glints = Array.from({ length: 8 }, (_, i) => {
    const deep = (i + 0.5) / 8;
    const image = scenery(scene.add.image(0, horizonY + (height - horizonY) * (0.1 + 0.7 * deep), glintKey), 3).setScale(0.4 + 0.7 * deep, 0.8);
    return { image, x: stream.next() * width, shift: stream.next() * 6.28 };
  });
  const lampKey = paintGlow(scene, 'lamp', 128, '255,222,150', [
    [0, 0.8],
    [0.2, 0.34],
    [0.55, 0.1],
    [1, 0],
  ]);
  const lamps = [
    { x: width - 135 * unit, y: horizonY - 88 * unit, size: 150 * unit },
    { x: 238 * unit - 92 * layout.things.scale, y: layout.things.footY - 46 * layout.things.scale, size: 130 * unit },
  ].map(({ x, y, size }) => scenery(scene.add.image(toX(x), y, lampKey), 6).setDisplaySize(size, size));
  scenery(scene.add.image(layout.things.x, layout.things.footY, 'things').setOrigin(0.5, 1).setFlipX(mirrored), 5);
  if (look.highContrast) scene.add.rectangle(0, 0, width, height, 0x061522, 0.6).setOrigin(0).setDepth(8).setName('scenery');
  return {
    update(calmMs) {
      for (const { image, x, speed } of clouds) {
        const span = width + 2 * image.displayWidth;
        image.setX(((x * width + calmMs * speed * unit * 4) % span) - image.displayWidth);
      }
      for (const { image, x, shift } of glints)
        image.setX(x + Math.sin(calmMs / 2900 + shift) * 9 * unit).setAlpha(0.2 + 0.05 * Math.sin(calmMs / 2300 + shift * 2));
      for (const [i, lamp] of lamps.entries()) lamp.setAlpha(0.55 + 0.05 * Math.sin(calmMs / 1900 + i * 2));
    },
  };
}
