import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import type { Point } from '../kit/field';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, pill, wave } from '../kit/paper';
import { type Layout, toCordY } from './layout';
import type { Mood } from './moods';
import { toPieceScale } from './pictures';

/** Where the pieces stand on an unmirrored canvas; their drawings' waterlines lie on the horizon or a little below. */
const quayWater = 340;
const rockWater = 482;

/** Paints all that never moves on one texture: sky, orb, islands, quay, lighthouse, water, the garland's cord. Returns its key. */
export function paintBay(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const { width, height } = layout;
  return paintOnce(scene, 'bay', width, height, (context) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paintSky(context, layout, mood, rng);
    const far = pictureOf(scene, 'far');
    const farScale = toPieceScale('far', layout);
    const farWidth = 1600 * farScale;
    paper(context, 14 * layout.unit, 0.25, () =>
      context.drawImage(far, (width - farWidth) / 2, layout.horizonY - 292 * farScale, farWidth, 300 * farScale),
    );
    if (mood.mist) paintMist(context, layout, mood.mist, [-0.012, 0.016]);
    paintSea(context, layout, mood);
    const quay = toQuayPlace(layout);
    const rock = toRockPlace(layout);
    for (const [key, at] of [
      ['lighthouse', rock],
      ['quay', quay],
    ] as const) {
      const picture = pictureOf(scene, key);
      paper(context, 12 * layout.unit, 0.3, () => context.drawImage(picture, at.x, at.y));
    }
    if (mood.mist) paintMist(context, layout, mood.mist, [0.05]);
    paintCord(context, layout, mood);
  });
}

/** Left top corner of the quay's drawing, unmirrored. */
export function toQuayPlace(layout: Layout): Point {
  return { x: -8 * layout.unit, y: layout.horizonY + 0.035 * layout.height - quayWater * toPieceScale('quay', layout) };
}

/** Left top corner of the lighthouse's drawing, unmirrored. */
export function toRockPlace(layout: Layout): Point {
  const scale = toPieceScale('lighthouse', layout);
  return { x: layout.width - 372 * scale, y: layout.horizonY + 0.055 * layout.height - rockWater * scale };
}

function pictureOf(scene: Phaser.Scene, key: string): CanvasImageSource {
  return scene.textures.get(key).getSourceImage() as CanvasImageSource;
}

function paintSky(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, horizonY, unit } = layout;
  context.fillStyle = mood.sky[0] ?? '';
  context.fillRect(0, 0, width, layout.height);
  const starRng = rng.fork('stars');
  const orb = { x: width * 0.585, y: horizonY * (1 - mood.orb.heightRatio * 2.1) };
  mood.sky.slice(1).forEach((colour, i) => {
    const top = horizonY * (0.16 + 0.17 * i);
    paper(context, 22 * unit, 0.16, () => {
      context.fillStyle = colour;
      context.beginPath();
      wave(context, width, top, 16 * unit, width * (0.5 + 0.13 * i), i * 1.9);
      context.lineTo(width, layout.height);
      context.lineTo(0, layout.height);
      context.fill();
    });
  });
  for (let i = 0; i < mood.stars; i++) {
    const [x, y, size] = [starRng.next() * width, starRng.next() * horizonY * 0.72, 0.9 + starRng.next() * 1.7];
    context.fillStyle = `rgba(234,244,244,${0.22 + starRng.next() * 0.3})`;
    context.beginPath();
    context.arc(x, y, size * unit, 0, 7);
    context.fill();
  }
  const { sizeU, colour, halo } = mood.orb;
  for (const [grow, alpha] of [
    [2.5, 0.1],
    [1.85, 0.16],
    [1.35, 0.28],
  ] as const) {
    context.globalAlpha = alpha;
    context.fillStyle = halo;
    disc(context, orb, sizeU * grow * unit);
  }
  context.globalAlpha = 1;
  paper(context, 26 * unit, 0.22, () => {
    context.fillStyle = colour;
    disc(context, orb, sizeU * unit);
  });
  if (mood.name === 'night') {
    context.fillStyle = 'rgba(18,50,74,.22)';
    for (const [dx, dy, r] of [
      [-0.3, -0.2, 0.22],
      [0.3, 0.24, 0.3],
      [0.2, -0.42, 0.13],
      [-0.28, 0.42, 0.14],
    ] as const)
      disc(context, { x: orb.x + dx * sizeU * unit, y: orb.y + dy * sizeU * unit }, r * sizeU * unit);
  }
}

function paintSea(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { width, height, horizonY, unit } = layout;
  const depth = height - horizonY;
  mood.sea.forEach((colour, i) => {
    const top = i === 0 ? horizonY : horizonY + depth * (0.02 + 0.06 * i * i ** 0.42);
    const swell = i === 0 ? 0 : (2 + 2.2 * i) * unit;
    paper(context, (6 + 4 * i) * unit, i === 0 ? 0 : 0.2, () => {
      context.fillStyle = colour;
      context.beginPath();
      wave(context, width, top, swell, (150 + 70 * i) * unit, i * 2.3);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
    if (i === 0) return;
    context.strokeStyle = mood.seaRim;
    context.globalAlpha = 0.34 - 0.035 * i;
    context.lineWidth = 2 * unit;
    context.beginPath();
    wave(context, width, top + unit, swell, (150 + 70 * i) * unit, i * 2.3);
    context.stroke();
    context.globalAlpha = 1;
  });
  // The orb's path on the water: paper lenses that grow towards the shore.
  context.fillStyle = mood.orb.onSea;
  for (let i = 0; i < 11; i++) {
    const along = i / 11;
    const y = horizonY + depth * (0.025 + 0.52 * along ** 1.25);
    const half = (16 + 62 * along + (i % 3) * 12) * unit;
    context.globalAlpha = 0.5 * (1 - along) + 0.05;
    lens(context, width * 0.585 + Math.sin(i * 2.1) * 26 * unit * along, y, half, (2.2 + 3.4 * along) * unit);
  }
  context.globalAlpha = 1;
}

function paintMist(context: CanvasRenderingContext2D, layout: Layout, colour: string, heights: readonly number[]): void {
  const { width, height, horizonY, unit } = layout;
  for (const [i, at] of heights.entries()) {
    context.globalAlpha = 0.34;
    context.fillStyle = colour;
    for (const [x, half] of [
      [0.16, 0.2],
      [0.55, 0.26],
      [0.9, 0.16],
    ] as const)
      pill(context, (x + i * 0.13) * width, horizonY + at * height, half * width, (11 + 4 * i) * unit);
    context.globalAlpha = 1;
  }
}

function paintCord(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { width, unit, posts, horizonY, height } = layout;
  context.strokeStyle = mood.post;
  context.lineCap = 'round';
  context.lineWidth = 7 * unit;
  for (const post of posts) {
    context.beginPath();
    context.moveTo(post.x, post.y - 12 * unit);
    context.lineTo(post.x, horizonY + 0.06 * height);
    context.stroke();
    context.fillStyle = mood.post;
    disc(context, { x: post.x, y: post.y - 12 * unit }, 7 * unit);
  }
  context.lineWidth = 2.5 * unit;
  context.beginPath();
  for (let x = 0; x <= width; x += 4) context.lineTo(x, toCordY(layout, x));
  context.stroke();
}
