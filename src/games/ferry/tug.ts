import type * as Phaser from 'phaser';
import { type Layout, toStart } from './layout';

/** The harbour tug: it joins behind the ferry and brings it over when a crossing's time is up. */
export interface Tug {
  /** At the ferry's middle `shipX`, on the crossing of this trial. */
  update(shipX: number, trial: number, wanted: boolean, calmMs: number, deltaMs: number): void;
}

/** Makes the tug; it waits out of sight. */
export function createTug(scene: Phaser.Scene, layout: Layout, reducedMotion: boolean): Tug {
  const { ship: s, waterY, unit, side } = layout;
  const image = scene.add
    .image(0, 0, 'tug')
    .setOrigin(0.5, 140 / 170)
    .setDepth(55)
    .setVisible(false)
    .setName('tug');
  let there = 0;
  return {
    update(shipX, trial, wanted, calmMs, deltaMs) {
      const step = deltaMs / 450;
      there = wanted ? Math.min(1, there + step) : Math.max(0, there - step);
      image.setVisible(there > 0);
      if (there <= 0) return;
      const heading = toStart(trial) === 0 ? side : -side;
      const away = reducedMotion ? 0 : (1 - there) * 60 * unit;
      image
        .setPosition(shipX - heading * (232 * s + away), waterY + 28 * unit + Math.sin(calmMs / 900) * 1.5 * unit)
        .setFlipX(heading > 0)
        .setAlpha(there);
    },
  };
}
