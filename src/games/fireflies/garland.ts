import type * as Phaser from 'phaser';
import type { Point } from '../kit/field';
import { paintGlow, paintOnce } from '../kit/glow';
import { type Layout, toLanternSpots } from './layout';

/** Lights come on and go over this long: nothing here may flash. */
const lightMs = 900;

/** The lanterns of the harbour: one for each trial of the set, lit for the rest of it. */
export interface Garland {
  /** Hangs this many lanterns, the first `lit` of them alight; the old ones go and the new ones come softly, or `atOnce` with a new picture. */
  hang(count: number, lit: number, atOnce: boolean): void;
  light(index: number): void;
  spot(index: number): Point;
  litCount(): number;
  /** The end of a set: the lights of all lanterns grow warm and wide. */
  glowAll(): void;
  update(calmMs: number): void;
}

interface Lantern {
  readonly off: Phaser.GameObjects.Image;
  readonly on: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
  readonly water: Phaser.GameObjects.Image;
  readonly at: Point;
  lit: boolean;
}

/** Makes the garland; nothing hangs on it yet. Without `water` there are no reflections. */
export function createGarland(scene: Phaser.Scene, layout: Layout, water: boolean): Garland {
  const glowKey = paintGlow(scene, 'glow-warm', 256, '255,205,110', [
    [0, 0.75],
    [0.25, 0.42],
    [0.55, 0.14],
    [1, 0],
  ]);
  const streakKey = paintOnce(scene, 'streak', 160, 256, paintStreak);
  let lanterns: Lantern[] = [];
  let wide = { value: 0 };

  const makeLantern = (at: Point, widthPx: number, lit: boolean): Lantern => {
    const heightPx = widthPx * 1.5;
    const place = (key: string) => scene.add.image(at.x, at.y, key).setOrigin(0.5, 0.01).setDisplaySize(widthPx, heightPx);
    const waterY = layout.horizonY + 0.07 * layout.height + (at.y - (layout.posts[0]?.y ?? 0)) * 1.1;
    return {
      water: scene.add
        .image(at.x, waterY, streakKey)
        .setOrigin(0.5, 0)
        .setDisplaySize(widthPx * 2.1, 0.2 * layout.height)
        .setDepth(9),
      glow: scene.add
        .image(at.x, at.y + heightPx * 0.5, glowKey)
        .setDisplaySize(widthPx * 4, widthPx * 4)
        .setDepth(10),
      off: place('lantern-off').setDepth(11),
      on: place('lantern-on').setDepth(12),
      at: { x: at.x, y: at.y + heightPx * 0.5 },
      lit,
    };
  };
  const show = (lantern: Lantern, alpha: number) => {
    lantern.on.setAlpha(alpha);
    lantern.glow.setAlpha(alpha * 0.8);
    lantern.water.setAlpha(water ? alpha * 0.75 : 0);
  };
  const partsOf = ({ off, on, glow, water: streak }: Lantern) => [off, on, glow, streak];

  const kindle = (lantern: Lantern) => {
    lantern.lit = true;
    lantern.on.setName('lantern-lit');
    const shown = { alpha: 0 };
    scene.tweens.add({ targets: shown, alpha: 1, duration: lightMs, ease: 'Sine.easeInOut', onUpdate: () => show(lantern, shown.alpha) });
  };
  const light = (index: number) => {
    const lantern = lanterns[index];
    if (lantern && !lantern.lit) kindle(lantern);
  };

  return {
    hang(count, lit, atOnce) {
      const old = lanterns.flatMap(partsOf);
      if (old.length > 0) {
        scene.tweens.add({
          targets: old,
          alpha: 0,
          duration: lightMs,
          ease: 'Sine.easeInOut',
          onComplete: () => {
            for (const part of old) part.destroy();
          },
        });
      }
      wide = { value: 0 };
      const { widthPx, spots } = toLanternSpots(layout, count);
      lanterns = spots.map((at, i) => makeLantern(at, widthPx, i < lit));
      for (const lantern of lanterns) {
        show(lantern, lantern.lit && atOnce ? 1 : 0);
        if (lantern.lit) lantern.on.setName('lantern-lit');
        if (atOnce) continue;
        lantern.off.setAlpha(0);
        scene.tweens.add({ targets: lantern.off, alpha: 1, duration: lightMs, ease: 'Sine.easeInOut' });
        if (lantern.lit) kindle(lantern);
      }
    },
    light,
    spot: (index) => lanterns[Math.min(index, lanterns.length - 1)]?.at ?? { x: layout.width / 2, y: layout.horizonY },
    litCount: () => lanterns.filter((lantern) => lantern.lit).length,
    glowAll() {
      for (let i = 0; i < lanterns.length; i++) light(i);
      scene.tweens.add({ targets: wide, value: 1, duration: 2600, ease: 'Sine.easeInOut' });
    },
    update(calmMs) {
      for (const [i, lantern] of lanterns.entries()) {
        if (!lantern.lit) continue;
        // A breath of 5 s and 3 %: alive, and far from a flash.
        const breath = 1 + 0.03 * Math.sin((calmMs / 5000) * 2 * Math.PI + i * 1.3);
        const size = lantern.on.displayWidth * (4 + 1.4 * wide.value) * breath;
        lantern.glow.setDisplaySize(size, size);
      }
    },
  };
}

/** A lantern's light on the water: cut by the ripples into lenses that grow towards the shore. */
function paintStreak(context: CanvasRenderingContext2D, width: number, height: number): void {
  const ripples = 11;
  for (let i = 0; i < ripples; i++) {
    const along = i / ripples;
    const half = width * (0.14 + 0.32 * along ** 0.7) * (i % 2 === 0 ? 1 : 0.7);
    const x = width / 2 + (i % 2 === 0 ? 0.05 : -0.07) * width * along;
    const y = height * (0.03 + 0.9 * along ** 1.1);
    const thick = height * (0.011 + 0.014 * along);
    context.fillStyle = `rgba(255,205,110,${0.62 * (1 - along) ** 1.2})`;
    context.beginPath();
    context.moveTo(x - half, y);
    context.quadraticCurveTo(x, y - thick * 2, x + half, y);
    context.quadraticCurveTo(x, y + thick * 2, x - half, y);
    context.fill();
  }
}
