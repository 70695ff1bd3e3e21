import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { WeightShiftState } from '../../drills/weight-shift/state';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { lens } from '../kit/paper';
import { paintBay } from './backdrop';
import { createFeast } from './feast';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';

/** The bay around the play: what moves there moves slowly, and only in its own calm time. */
export interface Scenery {
  /** How much of the mist has lifted, 0 none to 1 all; it lifts gently, unless `atOnce`. */
  lift(share: number, atOnce: boolean): void;
  /** The harbour gives thanks, or is as it was. */
  feast(on: boolean, atOnce: boolean): void;
  update(state: Readonly<WeightShiftState>, calmMs: number, deltaMs: number): void;
}

const liftMs = 650;
const feastMs = 4200;
const stepBackMs = 260;
/** The tower lets through the boat behind it. */
const steppedBack = 0.34;

/** A plain ground: nothing but the play and the pier is on it. */
export function createPlainGround(scene: Phaser.Scene, layout: Layout, look: Look): Scenery {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  addPier(scene, layout, look.highContrast ? '#1B3A52' : '#2B5A78');
  return { lift() {}, feast() {}, update() {} };
}

/** The bay of one mood with its tower, islets, mist and northern lights. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, mirrored, horizonY, tower, centre, limit } = layout;
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery');
  const toX = (x: number) => (mirrored ? width - x : x);
  scenery(scene.add.image(0, 0, paintBay(scene, layout, mood, rng)).setOrigin(0), 0);

  const auroras = mood.aurora.map(([rgb, x, wide], i) => {
    const image = scenery(scene.add.image(toX(x * width), horizonY + 4 * unit, paintAurora(scene, i, rgb, wide * width, horizonY * 1.1)), 1);
    return { image: image.setOrigin(0.5, 1), x: toX(x * width), shift: i * 2.2 };
  });
  const wide = width > height;
  const islets = (
    wide
      ? [
          [0.105, horizonY + 0.2 * height, 0.92],
          [0.895, horizonY + 0.31 * height, 1.12],
        ]
      : [
          [0.13, horizonY + 0.045 * height, 0.62],
          [0.9, horizonY + 0.07 * height, 0.78],
        ]
  ).map(([x = 0, y = 0, scale = 1], i) => {
    const image = scenery(scene.add.image(toX(x * width), y, 'islet').setOrigin(0.5, 0.88), 2);
    return image
      .setScale(scale)
      .setFlipX((i === 1) !== mirrored)
      .setTint(mood.tint);
  });
  scenery(scene.add.image(toX(width - 4 * unit), height - 6 * unit, 'quay-things').setOrigin(mirrored ? 0 : 1, 1), 13)
    .setFlipX(mirrored)
    .setTint(mood.tint);
  const glintKey = paintOnce(scene, 'glint', 110 * unit, 7 * unit, (context, w, h) => {
    context.fillStyle = mood.seaRim;
    lens(context, w / 2, h / 2, w / 2, h * 0.24);
  });
  const glintRng = rng.fork('glints');
  const glints = Array.from({ length: 12 }, (_, i) => {
    const y = horizonY + (height - horizonY) * (0.06 + 0.78 * ((i + glintRng.next()) / 12));
    const image = scenery(scene.add.image(0, y, glintKey), 4).setScale(0.4 + (0.7 * y) / height, 1);
    return { image, x: glintRng.next() * width, shift: glintRng.next() * 6.28, alpha: 0.13 + 0.1 * glintRng.next() };
  });
  if (look.highContrast) {
    scene.add.rectangle(0, 0, width, height, 0x061522, 0.62).setOrigin(0).setDepth(8).setName('scenery');
    addPier(scene, layout, '#1B3A52').setDepth(9);
  }
  const lampGlow = scenery(scene.add.image(tower.x, tower.lampY, toLampGlow(scene)), 13).setDisplaySize(170 * unit, 170 * unit);
  const towerImage = scenery(scene.add.image(tower.x, tower.footY, 'tower').setOrigin(0.5, 264 / 300), 14).setTint(mood.tint);
  // Always between the rings and the play, thin enough that a boat is seen through it.
  const mistRng = rng.fork('mist');
  const mists = Array.from({ length: 6 }, (_, i) => {
    const y = horizonY + (height - horizonY) * (0.02 + 0.13 * i);
    const image = scenery(scene.add.image(0, y, 'mist'), 20).setTint(mood.mist.tint);
    image.setScale(0.8 + 0.5 * mistRng.next() + 0.08 * i, 0.7 + 0.12 * i).setFlipX(i % 2 === 1);
    return { image, x: (0.31 + i * 0.618) % 1, speed: 0.0022 + 0.0012 * mistRng.next(), alpha: (0.75 + 0.25 * mistRng.next()) * mood.mist.alpha };
  });
  const feast = createFeast(scene, layout, rng.fork('feast'));
  const thanks = { way: 0 };
  let thanking: Phaser.Tweens.Tween | null = null;
  let lifted = 0;
  let liftGoal = 0;
  let behind = 1;

  return {
    lift(share, atOnce) {
      liftGoal = share;
      if (atOnce) lifted = share;
    },
    feast(on, atOnce) {
      thanking?.stop();
      if (atOnce) thanks.way = on ? 1 : 0;
      else thanking = scene.tweens.add({ targets: thanks, way: on ? 1 : 0, duration: on ? feastMs : 1100, ease: 'Sine.easeInOut' });
    },
    update({ target, phase }, calmMs, deltaMs) {
      lifted += (liftGoal - lifted) * (1 - Math.exp(-deltaMs / liftMs));
      if (Math.abs(liftGoal - lifted) < 0.002) lifted = liftGoal;
      for (const { image, x, shift } of auroras)
        image
          .setX(x + Math.sin(calmMs / 9000 + shift) * 26 * unit)
          .setAlpha((0.5 + 0.12 * Math.sin(calmMs / 6000 + shift * 1.7)) * (0.6 + 0.4 * lifted));
      for (const { image, x, shift, alpha } of glints)
        image.setX(x + Math.sin(calmMs / 2700 + shift) * 8 * unit).setAlpha(alpha * (1 + 0.25 * Math.sin(calmMs / 2300 + shift * 2)));
      for (const { image, x, speed, alpha } of mists) {
        const span = width + image.displayWidth;
        const along = x * span + calmMs * speed * unit;
        image.setX((((along % span) + span) % span) - image.displayWidth / 2).setAlpha(alpha * (1 - lifted));
      }
      for (const [i, islet] of islets.entries()) islet.setAngle(Math.sin(calmMs / 4200 + i * 2) * (mood.place === 'ice' ? 0.6 : 0));
      feast.show(thanks.way, calmMs);
      lampGlow.setAlpha(0.55 + 0.25 * lifted);
      const hidden = target !== null && phase === 'cue' && isBehindTower(target);
      behind += ((hidden ? steppedBack : 1) - behind) * (1 - Math.exp(-deltaMs / stepBackMs));
      towerImage.setAlpha(behind);
    },
  };

  /** The boat would stand before the tower, not on the water. */
  function isBehindTower({ x, y, radius }: NonNullable<WeightShiftState['target']>): boolean {
    const away = Math.abs(x) * limit.x - Math.max(radius * limit.x, 60 * unit);
    const top = centre.y - tower.footY + 264 * tower.scale;
    return away < 60 * tower.scale && y > 0 && y * limit.y - Math.max(radius * limit.y, 30 * unit) < top;
  }
}

/** The middle as a plain disc with a clear rim. */
function addPier(scene: Phaser.Scene, { centre, pier, unit }: Layout, colour: string): Phaser.GameObjects.Image {
  const key = paintOnce(scene, 'plain-pier', 2 * pier.x + 8 * unit, 2 * pier.y + 8 * unit, (context, w, h) => {
    context.beginPath();
    context.ellipse(w / 2, h / 2, pier.x, pier.y, 0, 0, 7);
    context.fillStyle = colour;
    context.fill();
    context.strokeStyle = '#8FB4C6';
    context.lineWidth = 3 * unit;
    context.stroke();
  });
  return scene.add.image(centre.x, centre.y, key).setDepth(5).setName('pier');
}

function paintAurora(scene: Phaser.Scene, index: number, rgb: string, width: number, height: number): string {
  return paintOnce(scene, `aurora-${index}`, width, height, (context, w, h) => {
    // A curtain of upright light; no column is brighter than its neighbour by much.
    const wide = Math.max(2, Math.round(w / 160));
    for (let x = 0; x < w; x += wide) {
      const along = (x + wide / 2) / w;
      const edge = Math.sin(Math.PI * Math.min(1, along)) ** 1.5 * (0.8 + 0.2 * Math.sin(along * 40 + index));
      const foot = h * (0.8 - 0.12 * Math.sin(along * 5.2 + index * 1.4));
      const top = foot - h * (0.5 + 0.18 * Math.sin(along * 9 + index * 2.1));
      const light = context.createLinearGradient(0, top, 0, foot + h * 0.1);
      light.addColorStop(0, `rgba(${rgb},0)`);
      light.addColorStop(0.7, `rgba(${rgb},${0.85 * edge})`);
      light.addColorStop(1, `rgba(${rgb},0)`);
      context.fillStyle = light;
      context.fillRect(x, top, wide, foot + h * 0.1 - top);
    }
  });
}

function toLampGlow(scene: Phaser.Scene): string {
  return paintGlow(scene, 'glow-lamp', 256, '255,222,150', [
    [0, 0.6],
    [0.22, 0.3],
    [0.55, 0.09],
    [1, 0],
  ]);
}
