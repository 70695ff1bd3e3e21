import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { disc } from '../kit/paper';
import { paintGround, paintLane } from './ground';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';

/** The map around the lane. */
export interface Scenery {
  /** The lighthouse answers with its light, and keeps it, or rests. */
  shine(on: boolean, atOnce: boolean): void;
  update(calmMs: number): void;
}

/** A plain ground with a plain lane: nothing but the play is on it. */
export function createPlainGround(scene: Phaser.Scene, layout: Layout, look: Look): Scenery {
  const { width, height } = layout;
  const { highContrast } = look;
  const key = paintOnce(scene, 'plain-map', width, height, (pen, w, h) => {
    pen.fillStyle = highContrast ? plainGround.highContrast : plainGround.normal;
    pen.fillRect(0, 0, w, h);
    const lane = highContrast ? plainGround.laneHighContrast : plainGround.lane;
    paintLane(pen, layout, lane, lane, null);
  });
  scene.add.image(0, 0, key).setOrigin(0).setDepth(0).setName('ground');
  return { shine() {}, update() {} };
}

/** The village of this mood with its boats, clouds and lighthouse. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, mirrored, lighthouse, market, round } = layout;
  const scenery = <T extends Phaser.GameObjects.GameObject>(object: T): T => object.setName('scenery') as T;
  const ground = paintOnce(scene, 'post-map', width, height, (pen) => paintGround(pen, layout, mood, rng));
  scenery(scene.add.image(0, 0, ground).setOrigin(0).setDepth(0));
  const side = mirrored ? -1 : 1;
  const boats = (
    [
      [0.32, 0.15, 0.9],
      [0.64, 0.17, 1],
      // At dusk the boats of the harbour are home.
      ...(mood.name === 'dusk' && !round
        ? ([
            [0.035, 0.715, 0.8],
            [0.09, 0.745, 0.9],
          ] as const)
        : []),
    ] as const
  ).map(([x, y, scale]) => {
    const boat = scenery(scene.add.image((mirrored ? 1 - x : x) * width, height * y, 'boat').setDepth(2));
    return { boat: boat.setScale(scale).setFlipX(mirrored), x: boat.x, y: boat.y };
  });
  const glowKey = paintGlow(scene, 'lamp-glow', 256, '255,221,150', [
    [0, 0.95],
    [0.2, 0.55],
    [0.6, 0.14],
    [1, 0],
  ]);
  scenery(scene.add.image(lighthouse.x, lighthouse.footY, 'lighthouse').setOrigin(0.5, 0.95).setDepth(5).setFlipX(mirrored));
  const lamp = scenery(scene.add.image(lighthouse.x, lighthouse.footY - lighthouse.height * 0.79, glowKey).setDepth(6));
  lamp.setDisplaySize(lighthouse.height * 1.9, lighthouse.height * 1.9).setAlpha(0.16);
  if (round)
    for (const [x, y] of [
      [-0.4, 0.08],
      [0.4, 0.08],
      [-0.17, 0.42],
      [0.19, 0.42],
    ] as const)
      scenery(
        scene.add
          .image(market.x + market.rx * x, market.y + market.ry * y, 'stall')
          .setOrigin(0.5, 0.95)
          .setDepth(12 + y),
      );
  const cloudKey = paintOnce(scene, 'map-cloud', 260 * unit, 90 * unit, (pen, w, h) => {
    pen.fillStyle = mood.cloud;
    for (const [x, y, r] of [
      [0.22, 0.62, 0.34],
      [0.45, 0.46, 0.42],
      [0.7, 0.6, 0.36],
    ] as const)
      disc(pen, { x: w * x, y: h * y }, h * r);
    pen.beginPath();
    pen.roundRect(w * 0.06, h * 0.58, w * 0.88, h * 0.34, h * 0.17);
    pen.fill();
  });
  const clouds = [0.08, 0.55].map((x, i) => ({
    image: scenery(scene.add.image(0, height * (0.05 + 0.1 * i), cloudKey).setDepth(30))
      .setAlpha(0.62)
      .setScale(1 - 0.25 * i),
    x: x * width,
  }));
  const flakeKey = paintOnce(scene, 'flake', 9 * unit, 9 * unit, (pen, w) => {
    pen.fillStyle = '#FFFFFF';
    disc(pen, { x: w / 2, y: w / 2 }, w * 0.4);
  });
  const fall = rng.fork('snow');
  const flakes = Array.from({ length: mood.name === 'snow' ? 26 : 0 }, () => ({
    image: scenery(scene.add.image(0, 0, flakeKey).setDepth(31).setAlpha(0.75)).setScale(0.5 + 0.5 * fall.next()),
    x: fall.next() * width,
    y: fall.next() * height,
  }));
  return {
    shine(on, atOnce) {
      const alpha = on ? 0.9 : 0.16;
      if (atOnce) lamp.setAlpha(alpha);
      else scene.tweens.add({ targets: lamp, alpha, duration: look.reducedMotion ? 900 : 2200, ease: 'Sine.easeInOut' });
    },
    update(calmMs) {
      for (const [i, { boat, x, y }] of boats.entries()) {
        boat.setPosition(x + side * 16 * Math.sin(calmMs / 9000 + i * 2) * unit, y + 2.4 * Math.sin(calmMs / 1400 + i) * unit);
        boat.setAngle(1.8 * Math.sin(calmMs / 1700 + i * 1.4));
      }
      for (const [i, { image, x, y }] of flakes.entries())
        image.setPosition(x + 20 * Math.sin(calmMs / 2300 + i) * unit, ((y + calmMs * 0.022 * unit) % (height + 20)) - 10);
      for (const { image, x } of clouds) image.x = ((x + calmMs * 0.005 * unit) % (width + 320 * unit)) - 160 * unit;
    },
  };
}
