import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Ratio } from '../../core/units';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { disc } from '../kit/paper';
import { paintFar } from './backdrop';
import { createFall } from './fall';
import type { Layout } from './layout';
import { type Mood, plainGround } from './moods';
import { bandstand, toBandstandPx } from './pictures';
import { createStrip } from './strip';
import { paintPath, paintTown, wallRise } from './town';

/** The promenade around the parade. */
export interface Scenery {
  /** `pathPx` is how far the parade has walked, `walked` how much of the bout is over: the ferry crosses the bay with it. */
  update(calmMs: number, pathPx: number, walked: Ratio): void;
  /** The end of a set: the bandstand comes, its lights go on; `atOnce` without the way. */
  arrive(atOnce: boolean): void;
  /** The parade goes on: the bandstand stays behind. */
  clear(): void;
}

const arriveMs = 2800;
/** The town is farther away than the path, so it passes more slowly; and so that windows and flags never flicker past (clinical.md C8). */
const townShare = 0.28;

/** A plain ground with a plain path: nothing but the play is on it. */
export function createPlainGround(scene: Phaser.Scene, layout: Layout, look: Look): Scenery {
  const { width, height, companion, unit } = layout;
  scene.cameras.main.setBackgroundColor(look.highContrast ? plainGround.highContrast : plainGround.normal);
  const key = paintOnce(scene, 'plain-path', width, 8, (pen, w, h) => {
    pen.fillStyle = look.highContrast ? plainGround.pathHighContrast : plainGround.path;
    pen.fillRect(0, 0, w, h);
  });
  scene.add
    .image(0, companion.footY - 14 * unit, key)
    .setOrigin(0)
    .setDisplaySize(width, height);
  return { update() {}, arrive() {}, clear() {} };
}

/** Sky, bay, town and path of this mood, and what comes at the end of a set. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, ahead, horizonY, wallY } = layout;
  const scenery = <T extends Phaser.GameObjects.GameObject>(object: T): T => object.setName('scenery') as T;
  scenery(scene.add.image(0, 0, paintFar(scene, layout, mood, rng.fork('sky'))).setOrigin(0));
  const stripPx = Math.max(width, 1560 * unit);
  const townHigh = 330 * unit;
  const town = createStrip(scene, 'parade-town', stripPx, { y: wallY - townHigh + 8 * unit, height: townHigh, depth: 3 }, (pen, w) =>
    paintTown(pen, w, townHigh, unit, mood, rng.fork('town')),
  );
  const risePx = wallRise * unit;
  const path = createStrip(scene, 'parade-path', stripPx, { y: wallY - risePx, height: height - wallY + risePx, depth: 5 }, (pen, w) =>
    paintPath(pen, w, height - wallY + risePx, unit, mood),
  );
  const cloudKey = paintOnce(scene, 'parade-cloud', 210 * unit, 80 * unit, (pen, w, h) => {
    pen.fillStyle = mood.cloud;
    for (const [x, y, r] of [
      [0.24, 0.68, 0.3],
      [0.46, 0.5, 0.44],
      [0.7, 0.66, 0.32],
    ] as const)
      disc(pen, { x: w * x, y: h * y }, h * r);
    pen.clearRect(0, h * 0.86, w, h);
  });
  const clouds = [0.1, 0.44, 0.8].map((x, i) => {
    const cloud = scenery(scene.add.image(0, horizonY * (0.24 + 0.15 * ((i * 2) % 3)), cloudKey).setDepth(1));
    cloud.setAlpha(0.5).setScale(1 - 0.16 * i);
    return { cloud, x, speed: 0.0015 + 0.0006 * i };
  });
  const ferry = scenery(
    scene.add
      .image(0, horizonY + 34 * unit, 'ferry')
      .setDepth(2)
      .setOrigin(0.5, 0.93)
      .setFlipX(ahead < 0)
      .setAlpha(0.9),
  );
  const drift = mood.drift ? createFall(scene, layout, 'drift', mood.drift.colour, mood.drift.count, mood.drift.fallU, rng.fork('drift')) : null;
  if (look.highContrast) scenery(scene.add.rectangle(0, 0, width, height, 0x061522, 0.62).setOrigin(0).setDepth(8));

  const standPx = toBandstandPx(layout);
  const standX = width * 0.5;
  const groundY = wallY + 62 * unit;
  const parts = ['bandstand', 'bandstand-lights'].map((key, i) =>
    scenery(
      scene.add
        .image(standX, groundY, key)
        .setOrigin(0.5, bandstand.ground / bandstand.height)
        .setDepth(9 + i * 0.1),
    ).setDisplaySize(standPx, (standPx / bandstand.width) * bandstand.height),
  );
  const glowKey = paintGlow(scene, 'stand-glow', 256, '255,217,138', [
    [0, 0.5],
    [0.4, 0.22],
    [1, 0],
  ]);
  const glow = scenery(scene.add.image(standX, groundY - standPx * 0.36, glowKey).setDepth(8.9)).setDisplaySize(standPx * 1.5, standPx * 1.1);
  const paperFall = createFall(scene, layout, 'garland-fall', '', 18, 40, rng.fork('paper'));
  const way = { value: 0 };
  let coming: Phaser.Tweens.Tween | null = null;
  const go = (value: number, duration: number) => {
    coming?.stop();
    coming = scene.tweens.add({ targets: way, value, duration, ease: 'Sine.easeInOut' });
  };
  /** Which way the bandstand goes: it comes from ahead and stays behind. */
  let leaving = false;
  return {
    update(calmMs, pathPx, walked) {
      path.moveTo(pathPx * ahead);
      town.moveTo(pathPx * ahead * townShare);
      for (const { cloud, x, speed } of clouds) {
        const span = width + 2 * cloud.displayWidth;
        cloud.setX(((((x * width + calmMs * speed * unit) % span) + span) % span) - cloud.displayWidth);
      }
      const crossed = 0.06 + 0.88 * walked;
      ferry.setX(ahead > 0 ? width * crossed : width * (1 - crossed)).setY(horizonY + 34 * unit + Math.sin(calmMs / 1700) * 1.6 * unit);
      drift?.update(calmMs, 1);
      // It comes out of the haze a little ahead: its flags would flicker if it slid past (clinical.md C8).
      const off = look.reducedMotion ? 0 : (1 - way.value) * 60 * unit * ahead * (leaving ? -1 : 1);
      for (const [i, part] of parts.entries()) {
        part.setX(standX + off).setVisible(way.value > 0.001);
        part.setAlpha(i === 1 ? Math.max(0, way.value - 0.55) / 0.45 : Math.min(1, way.value * 1.8));
      }
      glow
        .setX(standX + off)
        .setAlpha(Math.max(0, way.value - 0.5) * 1.1)
        .setVisible(way.value > 0.5);
      paperFall.update(calmMs, look.reducedMotion ? 0 : Math.max(0, way.value - 0.4) / 0.6);
    },
    arrive(atOnce) {
      leaving = false;
      if (atOnce) {
        coming?.stop();
        way.value = 1;
      } else go(1, arriveMs);
    },
    clear() {
      leaving = true;
      go(0, 1800);
    },
  };
}
