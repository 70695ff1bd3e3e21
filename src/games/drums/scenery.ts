import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { paintArch, paintFar, paintWater } from './backdrop';
import { paintBeach } from './beach';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';
import { createSparks } from './sparks';

/** The cove around the drums. */
export interface Scenery {
  /** `tide` is how high the wave stands, `glow` how much of the feast's light is on. */
  update(calmMs: number, tide: Ratio, glow: Ratio): void;
  /** Height of the wave's crest on the canvas. */
  crestY(): number;
}

/** Depths of the layers; friends stand between the sea and the arch. */
export const depths = { far: 0, nearSea: 2, shine: 3, whale: 4, wave: 5, beach: 8, veil: 9, friends: 10, arch: 20 } as const;
/** The water reaches this far beyond the canvas, for its slow drift. */
const spareU = 60;

/** A plain ground: nothing but the drums is on it. */
export function createPlainGround(scene: Phaser.Scene, layout: Layout, look: Look): Scenery {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  return { update() {}, crestY: () => layout.waveY.low };
}

/** Sky, sea, the wave, the beach and the arch of this mood. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, nearSeaY, shoreY, waveY } = layout;
  const add = (key: string, x: number, y: number, depth: number) => scene.add.image(x, y, key).setOrigin(0).setDepth(depth).setName('scenery');
  const wide = width + 2 * spareU * unit;
  add(
    paintOnce(scene, 'drums-far', width, height, (pen) => paintFar(pen, layout, mood, rng.fork('sky'))),
    0,
    0,
    depths.far,
  );
  const sea = paintOnce(scene, 'drums-sea', wide, shoreY - nearSeaY + 40 * unit, (pen, w, h) =>
    paintWater(pen, w, h, unit, [mood.nearSea], mood.crest, 14),
  );
  const nearSea = add(sea, 0, nearSeaY - 14 * unit, depths.nearSea);
  const glowKey = paintGlow(scene, 'drums-tide', 256, '255,236,190', [
    [0, 0.5],
    [0.4, 0.24],
    [1, 0],
  ]);
  const shine = scene.add
    .image(width / 2, waveY.high, glowKey)
    .setDepth(4)
    .setName('scenery')
    .setDisplaySize(width, height * 0.42);
  const water = paintOnce(scene, 'drums-wave', wide, shoreY - waveY.high + 70 * unit, (pen, w, h) =>
    paintWater(pen, w, h, unit, mood.wave, mood.crest, 22),
  );
  const wave = add(water, 0, waveY.low, depths.wave);
  const beach = paintOnce(scene, 'drums-beach', width, height - shoreY + 30 * unit, (pen, w, h) =>
    paintBeach(pen, w, h, unit, mood, rng.fork('beach')),
  );
  add(beach, 0, shoreY - 30 * unit, depths.beach).setFlipX(layout.mirrored);
  add(
    paintOnce(scene, 'drums-arch', width, height, (pen) => paintArch(pen, layout, mood, rng.fork('arch'))),
    0,
    0,
    depths.arch,
  );
  if (look.highContrast) scene.add.rectangle(0, 0, width, height, 0x061522, 0.6).setOrigin(0).setDepth(depths.veil).setName('scenery');
  const sparks = createSparks(scene, layout, rng.fork('sparks'));
  return {
    crestY: () => wave.y + 22 * unit,
    update(calmMs, tide, glow) {
      sparks.update(calmMs, glow);
      const drift = (ms: number) => (Math.sin(calmMs / ms) - 1) * spareU * unit;
      nearSea.setX(drift(5200));
      wave.setX(drift(3900)).setY(waveY.low + (waveY.high - waveY.low) * tide - 22 * unit + Math.sin(calmMs / 1500) * 3 * unit);
      shine.setAlpha(0.1 * tide + 0.6 * glow);
    },
  };
}
