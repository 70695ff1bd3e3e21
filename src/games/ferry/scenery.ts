import * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Look } from '../../session/types';
import { paintGlow, paintOnce } from '../kit/glow';
import { lens, paper } from '../kit/paper';
import { paintNearWater, paintRiver, toNearTop } from './backdrop';
import type { Layout } from './layout';
import { type Mood, plain } from './moods';
import { toPieceSize } from './pictures';

/** The river around the play: what moves there moves slowly, and only in its own calm time. */
export interface Scenery {
  update(calmMs: number): void;
}

/** A plain ground and plain water: nothing but the play is on them. */
export function createPlainRiver(scene: Phaser.Scene, layout: Layout, look: Look): Scenery {
  const { ground, water } = look.highContrast ? plain.highContrast : plain.normal;
  scene.cameras.main.setBackgroundColor(ground);
  const { width, height } = layout;
  const top = toNearTop(layout) + 10 * layout.unit;
  scene.add
    .rectangle(0, top, width, height - top, Phaser.Display.Color.HexStringToColor(water).color)
    .setOrigin(0)
    .setDepth(53);
  return { update() {} };
}

/** Sky, shores and water with clouds, sails, glints, and what falls from the sky. */
export function createScenery(scene: Phaser.Scene, layout: Layout, mood: Mood, look: Look, rng: Rng): Scenery {
  const { width, height, unit, horizonY, side, waterY, mirrored } = layout;
  const scenery = (image: Phaser.GameObjects.Image, depth: number) => image.setDepth(depth).setName('scenery');
  const toX = (x: number) => (mirrored ? width - x : x);
  scenery(scene.add.image(0, 0, paintRiver(scene, layout, mood, rng)).setOrigin(0), 0);
  scenery(scene.add.image(0, toNearTop(layout), paintNearWater(scene, layout, mood)).setOrigin(0), 53);
  const clouds = [0.2, 0.56, 0.88].map((x, i) => {
    const cloud = scenery(scene.add.image(0, horizonY * (0.16 + 0.15 * ((i * 2) % 3)), 'cloud'), 2);
    return {
      cloud: cloud
        .setTint(mood.cloud)
        .setAlpha(mood.name === 'rain' ? 0.75 : 0.6)
        .setScale(1 - 0.16 * i, 0.85 - 0.1 * i),
      x,
      speed: 0.0018 + 0.0008 * i,
    };
  });
  const sails = [0.36, 0.7].map((x, i) => {
    const sail = scenery(scene.add.image(toX(x * width), horizonY + (12 + 10 * i) * unit, 'sail'), 4).setOrigin(0.5, 0.95);
    const size = toPieceSize('sail', layout);
    sail.setDisplaySize(size.width * (0.7 + 0.25 * i), size.height * (0.7 + 0.25 * i)).setFlipX(i === 1);
    return { sail, x: sail.x, y: sail.y };
  });
  const glintKey = paintOnce(scene, 'glint', 120 * unit, 10 * unit, (context, w, h) => {
    context.fillStyle = mood.foam;
    lens(context, w / 2, h / 2, w / 2, h * 0.24);
  });
  const glintRng = rng.fork('glints');
  const glints = Array.from({ length: 14 }, (_, i) => {
    const near = i >= 6;
    const y = near ? waterY + (height - waterY) * (0.22 + (0.75 * (i - 6)) / 8) : horizonY + (waterY - horizonY) * (0.2 + 0.12 * i);
    const image = scenery(scene.add.image(0, y, glintKey), near ? 54 : 5).setScale(near ? 1 : 0.55, near ? 1 : 0.7);
    return { image, x: glintRng.next() * width, shift: glintRng.next() * 6.28 };
  });
  if (mood.lanterns) hangLanterns(scene, layout);
  const air = mood.weather && !look.highContrast ? makeAir(scene, layout, mood.weather, rng.fork('air')) : null;
  if (look.highContrast) {
    scene.add.rectangle(0, 0, width, height, 0x061522, 0.62).setOrigin(0).setDepth(8).setName('scenery');
    const top = toNearTop(layout) + 14 * unit;
    scene.add
      .rectangle(0, top, width, height - top, 0x061522, 0.62)
      .setOrigin(0)
      .setDepth(54)
      .setName('scenery');
  }
  return {
    update(calmMs) {
      for (const { cloud, x, speed } of clouds) {
        const span = width + 2 * cloud.displayWidth;
        cloud.setX(((((x * width + side * calmMs * speed * unit) % span) + span) % span) - cloud.displayWidth);
      }
      for (const [i, { sail, x, y }] of sails.entries())
        sail.setPosition(x + Math.sin(calmMs / 23_000 + i * 2) * 46 * unit, y + Math.sin(calmMs / 1700 + i) * 1.2 * unit);
      for (const { image, x, shift } of glints)
        image.setX(x + Math.sin(calmMs / 2600 + shift) * 10 * unit).setAlpha(0.26 + 0.07 * Math.sin(calmMs / 2100 + shift * 2));
      // Slanted and slow: paper rain, not weather.
      const fall = calmMs * (mood.weather === 'rain' ? 0.07 : 0.016) * unit;
      air?.setTilePosition(fall * 0.28 + (mood.weather === 'snow' ? Math.sin(calmMs / 3000) * 14 * unit : 0), -fall);
    },
  };
}

function makeAir(scene: Phaser.Scene, layout: Layout, weather: 'rain' | 'snow', rng: Rng): Phaser.GameObjects.TileSprite {
  const air = scene.add.tileSprite(0, 0, layout.width, layout.height, paintWeather(scene, layout, weather, rng)).setOrigin(0);
  return air
    .setDepth(70)
    .setAlpha(weather === 'rain' ? 0.24 : 0.6)
    .setName('scenery');
}

function paintWeather(scene: Phaser.Scene, layout: Layout, weather: 'rain' | 'snow', rng: Rng): string {
  const size = Math.round(420 * layout.unit);
  return paintOnce(scene, 'weather', size, size, (context, w) => {
    context.fillStyle = '#F4F8F8';
    context.strokeStyle = '#E4EEEE';
    context.lineCap = 'round';
    context.lineWidth = 2.6 * layout.unit;
    const pieces = weather === 'rain' ? 16 : 20;
    for (let i = 0; i < pieces; i++) {
      // Well inside the tile, so that no piece is cut at its edge.
      const [x, y] = [(0.08 + 0.84 * rng.next()) * w, ((i + 0.2 + 0.4 * rng.next()) / pieces) * w * 0.9 + w * 0.02];
      context.beginPath();
      if (weather === 'rain') {
        context.moveTo(x, y);
        context.lineTo(x - 6 * layout.unit, y + 22 * layout.unit);
        context.stroke();
      } else {
        context.arc(x, y + 4 * layout.unit, (2.2 + rng.next() * 2.6) * layout.unit, 0, 7);
        context.fill();
      }
    }
  });
}

/** A cord of paper lanterns over the river. */
function hangLanterns(scene: Phaser.Scene, layout: Layout): void {
  const { width, unit, bankPx } = layout;
  const [x0, x1] = [bankPx * 0.9, width - bankPx * 0.9];
  const toY = (at: number) => (58 + 150 * at * (1 - at)) * unit;
  const cordKey = paintOnce(scene, 'cord', width, 130 * unit, (context) => {
    paper(context, 4 * unit, 0.3, () => {
      context.strokeStyle = '#3A2D4E';
      context.lineWidth = 3 * unit;
      context.beginPath();
      for (let i = 0; i <= 40; i++) context.lineTo(x0 + ((x1 - x0) * i) / 40, toY(i / 40));
      context.stroke();
    });
  });
  scene.add.image(0, 0, cordKey).setOrigin(0).setDepth(10).setName('scenery');
  const glow = paintGlow(scene, 'lantern-glow', 128, '255,205,110', [
    [0, 0.55],
    [0.4, 0.2],
    [1, 0],
  ]);
  const size = toPieceSize('lantern', layout);
  const count = layout.wide ? 8 : 5;
  for (let i = 0; i < count; i++) {
    const at = (i + 0.7) / (count + 0.4);
    const [x, y] = [x0 + (x1 - x0) * at, toY(at)];
    scene.add
      .image(x, y + size.height * 0.55, glow)
      .setDisplaySize(size.height * 2.4, size.height * 2.4)
      .setDepth(10)
      .setAlpha(0.8)
      .setName('scenery');
    scene.add.image(x, y, 'lantern').setOrigin(0.5, 0).setDisplaySize(size.width, size.height).setDepth(11).setName('scenery');
  }
}
