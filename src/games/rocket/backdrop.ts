import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** The sky is this many pictures tall: from the horizon up into space. */
export const skyHeights = 2.5;

/** Where sea and sky meet before anything has moved. */
export function toHorizonY(layout: Layout): number {
  return layout.deck.y - 128 * layout.scale;
}

// A sky of soft paper has no fine lines: more pixels than these would only cost memory.
const widestPx = 1280;

/** Paints the whole way up: bands of paper, an orb, stars. Returns its key. */
export function paintSky(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const shrink = Math.min(1, widestPx / Math.max(layout.width, layout.height));
  const [width, height] = [layout.width * shrink, layout.height * skyHeights * shrink];
  const unit = layout.unit * shrink;
  return paintOnce(scene, 'sky', width, height, (context) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    const horizon = height - (layout.height - toHorizonY(layout)) * shrink;
    const last = mood.sky.length - 1;
    context.fillStyle = mood.sky[last] ?? '';
    context.fillRect(0, 0, width, height);
    for (let i = last - 1; i >= 0; i--) {
      // Low bands are narrow, as seen from the beach.
      const top = horizon * (1 - ((i + 1) / (last + 1)) ** 1.18);
      paper(context, 26 * unit, 0.15, () => {
        context.fillStyle = mood.sky[i] ?? '';
        context.beginPath();
        wave(context, width, top, (13 + i) * unit, width * (0.55 + 0.07 * ((i * 5) % 4)), i * 1.9);
        context.lineTo(width, height);
        context.lineTo(0, height);
        context.fill();
      });
    }
    paintStars(context, width, horizon, unit, mood, rng);
    const { colour, halo, heightRatio, sizeU } = mood.orb;
    const orb = { x: width * 0.76, y: horizon - heightRatio * layout.height * shrink };
    for (const [grow, alpha] of [
      [2.5, 0.1],
      [1.85, 0.14],
      [1.36, 0.24],
      [1, 1],
    ] as const) {
      context.globalAlpha = alpha;
      context.fillStyle = grow === 1 ? colour : halo;
      disc(context, orb, sizeU * grow * unit);
    }
    if (mood.name === 'night') {
      context.globalAlpha = 0.1;
      context.fillStyle = '#12324A';
      for (const [dx, dy, r] of [
        [-0.3, -0.2, 0.24],
        [0.25, 0.1, 0.17],
        [-0.05, 0.42, 0.2],
      ] as const)
        disc(context, { x: orb.x + dx * sizeU * unit, y: orb.y + dy * sizeU * unit }, r * sizeU * unit);
    }
    context.globalAlpha = 1;
  });
}

function paintStars(context: CanvasRenderingContext2D, width: number, horizon: number, unit: number, mood: Mood, rng: Rng): void {
  const [low, high] = mood.stars;
  for (let i = 0; i < 190; i++) {
    const [x, up, size, strength] = [rng.next() * width, rng.next(), rng.next(), rng.next()];
    const alpha = (low + (high - low) * up ** 1.9) * (0.35 + 0.65 * strength);
    if (alpha < 0.1) continue;
    const y = horizon * (1 - up) * 0.97;
    context.fillStyle = `rgba(255,246,222,${alpha})`;
    if (size > 0.9) paintSparkle(context, x, y, (5 + 4 * strength) * unit);
    else disc(context, { x, y }, (0.8 + 1.7 * size) * unit);
  }
}

function paintSparkle(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath();
  context.moveTo(x, y - r);
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const)
    context.quadraticCurveTo(x, y, x + dx * r, y + dy * r);
  context.fill();
}

/** Paints the sea with its isles, transparent above; the horizon lies `seaRise` below its upper edge. Returns its key. */
export function paintSea(scene: Phaser.Scene, layout: Layout, mood: Mood): string {
  const { width, unit } = layout;
  const rise = seaRise * unit;
  return paintOnce(scene, 'sea', width, layout.height - toHorizonY(layout) + rise, (context, _w, height) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    context.fillStyle = mood.isle;
    for (const [x, half, tall] of [
      [0.08, 190, 52],
      [0.2, 130, 34],
      [0.8, 150, 40],
      [0.93, 210, 62],
    ] as const) {
      context.globalAlpha = 0.85;
      context.beginPath();
      context.moveTo(x * width - half * unit, rise + 4 * unit);
      context.bezierCurveTo(
        x * width - half * 0.5 * unit,
        rise - tall * unit,
        x * width + half * 0.2 * unit,
        rise - tall * 1.25 * unit,
        x * width + half * unit,
        rise + 4 * unit,
      );
      context.fill();
    }
    context.globalAlpha = 1;
    for (const [i, colour] of mood.sea.entries()) {
      const top = rise + (height - rise) * 0.13 * i ** 1.25;
      paper(context, (5 + 4 * i) * unit, i === 0 ? 0 : 0.18, () => {
        context.fillStyle = colour;
        context.beginPath();
        wave(context, width, top, i === 0 ? 0 : (2 + 2 * i) * unit, (160 + 80 * i) * unit, i * 2.3);
        context.lineTo(width, height);
        context.lineTo(0, height);
        context.fill();
      });
    }
    context.fillStyle = mood.orb.halo;
    context.globalAlpha = 0.3;
    for (let i = 0; i < 7; i++)
      lens(
        context,
        width * 0.76 + Math.sin(i * 2.1) * 20 * unit,
        rise + (6 + 15 * i) * unit,
        (34 + 12 * (i % 3) + 6 * i) * unit,
        (2 + 0.4 * i) * unit,
      );
    context.globalAlpha = 1;
  });
}

/** Room for the isles above the horizon. */
export const seaRise = 90;
