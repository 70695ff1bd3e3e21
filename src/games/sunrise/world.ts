import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import type { Look } from '../../session/types';
import type { Point } from '../kit/field';
import { paintGlow } from '../kit/glow';
import { type Light, paintLand, paintSky } from './backdrop';
import type { Layout } from './layout';
import { near } from './near';
import { type Place, plainGround } from './places';
import { createSpots } from './spots';

/** The land and its sky: they brighten slowly, and wake place by place. */
export interface World {
  begin(trials: number, awake: number, atOnce: boolean): void;
  /** How much of the set is done, with the part of the running hold; trial `index` stirs by `held`. */
  show(done: Ratio, index: number, held: Ratio): void;
  /** A light goes from the orb to the place of trial `index`, and wakes it. */
  wake(index: number, from: Point): void;
  /** Full morning: all is awake. */
  dawn(atOnce: boolean): void;
  update(calmMs: number, deltaMs: number): void;
}

/** While the child plays, the light stays below the full morning. */
export const dayAtPlay = 0.86;
/** Time of the way from night to morning: large areas never change quickly (clinical.md C8). */
const dayMs = 9000;
const dawnMs = 4200;
const nightMs = 3600;
const flightMs = 950;
const bits = 14;

/** A plain ground: nothing but the play is on it. */
export function createPlainWorld(scene: Phaser.Scene, look: Look): World {
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  return { begin() {}, show() {}, wake() {}, dawn() {}, update() {} };
}

/** Makes the land of a place, asleep. */
export function createWorld(scene: Phaser.Scene, layout: Layout, place: Place, look: Look, rng: Rng): World {
  const { width, height, unit } = layout;
  const large = (key: string, depth: number) =>
    scene.add.image(0, 0, key).setOrigin(0).setDisplaySize(width, height).setDepth(depth).setName('scenery');
  const sky = (light: Light) => paintSky(scene, layout, place, light, look.highContrast, rng);
  large(sky('asleep'), 0);
  const brightSky = large(sky('awake'), 1).setAlpha(0);
  large(paintLand(scene, layout, place, 'asleep', look.highContrast), 14);
  const brightLand = large(paintLand(scene, layout, place, 'awake', look.highContrast), 15).setAlpha(0);
  const glowKey = paintGlow(scene, 'morning', 256, place.glow, [
    [0, 0.6],
    [0.4, 0.28],
    [1, 0],
  ]);
  const glow = scene.add
    .image(layout.orb.x, layout.horizonY * 0.5, glowKey)
    .setDisplaySize(width * 1.5, height * 1.3)
    .setDepth(8)
    .setAlpha(0)
    .setName('scenery');
  const clouds = [0.12, 0.4, 0.8].map((x, i) => {
    const cloud = scene.add
      .image(0, layout.horizonY * (0.2 + 0.22 * ((i * 2) % 3)), 'cloud')
      .setDepth(3)
      .setAlpha(place.cloud)
      .setName('scenery');
    return { cloud: cloud.setScale(0.9 - 0.16 * i, 0.7 - 0.12 * i), x, speed: 0.0018 + 0.0008 * i };
  });
  const noon = scene.add
    .rectangle(0, 0, width, height, Number.parseInt(place.noon.colour.slice(1), 16))
    .setOrigin(0)
    .setDepth(2)
    .setAlpha(0)
    .setName('scenery');
  const spots = createSpots(scene, layout, place, look, rng);
  const moteKey = paintGlow(scene, 'mote', 96, '255,232,170', [
    [0, 1],
    [0.2, 0.85],
    [0.45, 0.25],
    [1, 0],
  ]);
  const falling = rng.fork('bits');
  const drift = Array.from({ length: bits }, () => ({
    image: scene.add.image(0, 0, 'bit').setDepth(38).setAlpha(0).setName('scenery'),
    x: falling.next() * width,
    y: falling.next() * height * 1.1,
    turn: falling.next() * 6.28,
    size: 0.6 + falling.next() * 0.6,
  }));
  let day = 0;
  let goal = 0;
  let festive = 0;
  let festiveGoal = 0;

  return {
    begin(trials, awake, atOnce) {
      goal = (awake / Math.max(1, trials)) * dayAtPlay;
      festiveGoal = 0;
      if (atOnce) {
        day = goal;
        festive = 0;
      }
      spots.begin(trials, awake, atOnce);
    },
    show(done, index, held) {
      if (festiveGoal === 0) goal = Math.max(goal, Math.min(1, done) * dayAtPlay);
      spots.stir(index, held);
    },
    wake(index, from) {
      if (look.reducedMotion) {
        spots.wake(index);
        return;
      }
      const to = spots.spot(index);
      const mote = scene.add
        .image(from.x, from.y, moteKey)
        .setDepth(44)
        .setDisplaySize(64 * unit, 64 * unit)
        .setAlpha(0)
        .setName('scenery');
      const way = { t: 0 };
      scene.tweens.add({
        targets: way,
        t: 1,
        duration: flightMs,
        ease: 'Sine.easeInOut',
        onUpdate: () => {
          const { t } = way;
          mote.setPosition(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t - Math.sin(t * Math.PI) * 60 * unit);
          mote.setAlpha(Math.min(1, t * 4) * 0.9);
        },
        onComplete: () => {
          spots.wake(index);
          scene.tweens.add({ targets: mote, alpha: 0, scale: mote.scale * 2, duration: 700, ease: 'Sine.easeOut', onComplete: () => mote.destroy() });
        },
      });
    },
    dawn(atOnce) {
      goal = 1;
      festiveGoal = 1;
      spots.wakeAll(atOnce);
      if (!atOnce) return;
      day = 1;
      festive = 1;
    },
    update(calmMs, deltaMs) {
      const ms = goal < day ? nightMs : festiveGoal > 0 ? dawnMs : dayMs;
      day = near(day, goal, deltaMs / ms);
      festive = near(festive, festiveGoal, deltaMs / dawnMs);
      brightSky.setAlpha(day);
      brightLand.setAlpha(day);
      glow.setAlpha(0.52 * festive).setVisible(festive > 0);
      noon.setAlpha(place.noon.alpha * festive * (look.highContrast ? 0.4 : 1)).setVisible(festive > 0);
      for (const { cloud, x, speed } of clouds) {
        const span = width + 2 * cloud.displayWidth;
        cloud.setX(((x * width + calmMs * speed * unit * 6) % span) - cloud.displayWidth);
      }
      for (const { image, x, y, turn, size } of drift) {
        const span = height * 1.1;
        image
          .setPosition(x + Math.sin(calmMs / 1900 + turn) * 30 * unit, ((y + calmMs * 0.022 * unit) % span) - 0.05 * height)
          .setAngle(Math.sin(calmMs / 1500 + turn) * 40)
          .setScale(size)
          .setAlpha(festive * 0.85)
          .setVisible(festive > 0);
      }
      spots.update(calmMs, deltaMs);
    },
  };
}
