import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintGlow, paintOnce } from '../kit/glow';
import { paintBay, toQuayPlace, toRockPlace } from './backdrop';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';
import { toPieceScale } from './pictures';
import { createSwarm } from './swarm';

/** The bay around the play: what moves there moves slowly, and only in its own calm time. */
export interface Scenery {
  update(calmMs: number): void;
  /** The end of a set: windows light up and the boat comes in; `at` once, without the way. */
  arrive(at: boolean): void;
  /** Back to the bay before anything arrived. */
  clear(): void;
}

const arriveMs = 4200;

/** A plain ground: nothing but the play is on it. */
export function createPlainGround(scene: Phaser.Scene, look: Look): Scenery {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  return { update() {}, arrive() {}, clear() {} };
}

/** The harbour with its jetty, clouds, glints and, later, its boat. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, mirrored, horizonY } = layout;
  const side = mirrored ? -1 : 1;
  const toX = (x: number) => (mirrored ? width - x : x);
  scene.add
    .image(0, 0, paintBay(scene, layout, mood, rng))
    .setOrigin(0)
    .setName('scenery');
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery');
  const cornered = (at: Point, key: string) =>
    scene.add
      .image(toX(at.x), at.y, key)
      .setOrigin(mirrored ? 1 : 0, 0)
      .setFlipX(mirrored);

  const clouds = [0.16, 0.52, 0.84].map((x, i) => {
    const cloud = scenery(scene.add.image(0, horizonY * (0.2 + 0.17 * ((i * 2) % 3)), 'cloud'), 2).setAlpha(0.5);
    return { cloud: cloud.setScale(1 - 0.18 * i, 0.8 - 0.12 * i), x, speed: 0.0016 + 0.0007 * i };
  });
  const glintKey = paintOnce(scene, 'glint', 120 * unit, 8 * unit, (context, w, h) => {
    context.fillStyle = mood.seaRim;
    context.beginPath();
    context.moveTo(0, h / 2);
    context.quadraticCurveTo(w / 2, -h * 0.4, w, h / 2);
    context.quadraticCurveTo(w / 2, h * 1.4, 0, h / 2);
    context.fill();
  });
  const glintRng = rng.fork('glints');
  const glints = Array.from({ length: 12 }, (_, i) => {
    const deep = (i + 0.5) / 12;
    const y = horizonY + (height - horizonY) * (0.12 + 0.8 * deep);
    const image = scenery(scene.add.image(0, y, glintKey), 4).setScale(0.45 + 0.9 * deep, 0.7 + 0.5 * deep);
    return { image, x: glintRng.next() * width, shift: glintRng.next() * 6.28, alpha: 0.2 + 0.18 * (1 - deep) };
  });
  const windows = [scenery(cornered(toQuayPlace(layout), 'quay-windows'), 6), scenery(cornered(toRockPlace(layout), 'lighthouse-windows'), 6)];
  const lamp = scenery(scene.add.image(toX(toRockPlace(layout).x + 226 * toPieceScale('lighthouse', layout)), 0, toLampGlow(scene)), 7);
  lamp.setY(toRockPlace(layout).y + 130 * toPieceScale('lighthouse', layout)).setDisplaySize(250 * unit, 250 * unit);
  const boatAt = { x: toX(width * 0.6), y: horizonY + 0.27 * height };
  const boat = scenery(scene.add.image(boatAt.x, boatAt.y, 'boat'), 22)
    .setOrigin(0.5, 250 / 290)
    .setFlipX(!mirrored);
  const boatWater = scenery(scene.add.image(boatAt.x, boatAt.y + 8 * unit, toLampGlow(scene)), 21).setDisplaySize(330 * unit, 90 * unit);
  scenery(
    scene.add
      .image(layout.jetty.x, layout.jetty.y, 'jetty')
      .setOrigin(mirrored ? 1 : 0, 50 / 340)
      .setFlipX(mirrored),
    5,
  );
  scenery(
    scene.add
      .image(toX(width + 24 * unit), height + 22 * unit, 'reeds')
      .setOrigin(mirrored ? 0 : 1, 1)
      .setFlipX(mirrored),
    5,
  );
  if (look.highContrast) scene.add.rectangle(0, 0, width, height, 0x061522, 0.62).setOrigin(0).setDepth(8).setName('scenery');

  const warmth = scenery(scene.add.image(width / 2, horizonY + 0.12 * height, toLampGlow(scene)), 6).setDisplaySize(width * 1.5, height * 0.8);
  const swarm = createSwarm(scene, layout, toSparkGlow(scene), rng.fork('swarm'));
  const arriving = { way: 0 };
  let coming: Phaser.Tweens.Tween | null = null;
  const draw = (calmMs: number) => {
    const { way } = arriving;
    for (const lit of windows) lit.setAlpha(Math.min(1, way * 1.6) * 0.9);
    lamp.setAlpha(0.2 + 0.5 * way);
    warmth.setAlpha(0.34 * way).setVisible(way > 0);
    swarm.show(way);
    swarm.update(calmMs);
    const sail = look.reducedMotion ? 0 : (1 - way) * width * 0.34 * side;
    boat.setPosition(boatAt.x + sail, boatAt.y + Math.sin(calmMs / 1500) * 2.4 * unit).setAngle(Math.sin(calmMs / 1900) * 0.9);
    boat.setAlpha(Math.min(1, way * 3)).setVisible(way > 0);
    boatWater
      .setX(boat.x)
      .setAlpha(Math.min(1, way * 2) * 0.5)
      .setVisible(way > 0);
  };
  draw(0);
  return {
    update(calmMs) {
      for (const { cloud, x, speed } of clouds) {
        const span = width + 2 * cloud.displayWidth;
        cloud.setX(((((x * width + calmMs * speed * unit) % span) + span) % span) - cloud.displayWidth);
      }
      for (const { image, x, shift, alpha } of glints) {
        image.setX(x + Math.sin(calmMs / 2600 + shift) * 9 * unit).setAlpha(alpha * (1 + 0.2 * Math.sin(calmMs / 2100 + shift * 2)));
      }
      draw(calmMs);
    },
    arrive(at) {
      coming?.stop();
      if (at) arriving.way = 1;
      else coming = scene.tweens.add({ targets: arriving, way: 1, duration: arriveMs, ease: 'Sine.easeInOut' });
    },
    clear() {
      coming?.stop();
      coming = scene.tweens.add({ targets: arriving, way: 0, duration: 1400, ease: 'Sine.easeInOut' });
    },
  };
}

function toSparkGlow(scene: Phaser.Scene): string {
  return paintGlow(scene, 'glow-spark', 64, '255,236,176', [
    [0, 1],
    [0.14, 0.9],
    [0.3, 0.3],
    [1, 0],
  ]);
}

function toLampGlow(scene: Phaser.Scene): string {
  return paintGlow(scene, 'glow-lamp', 256, '244,190,96', [
    [0, 0.7],
    [0.2, 0.36],
    [0.5, 0.12],
    [1, 0],
  ]);
}
