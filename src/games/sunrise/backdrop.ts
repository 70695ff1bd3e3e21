import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintOnce } from '../kit/glow';
import { paper, wave } from '../kit/paper';
import { paintBayLand, paintValleyLand, paintWinterLand, type Tone } from './land';
import type { Layout } from './layout';
import { mix, type Place } from './places';

/** Large pictures are painted no wider than this: soft paper loses nothing, and they stay small in memory. */
const mostWidth = 1600;

/** The two states of the large pictures: before and after the morning. */
export type Light = 'asleep' | 'awake';

/** Paints the sky in one light on a texture of its own; stars belong to the night. Returns its key. */
export function paintSky(scene: Phaser.Scene, layout: Layout, place: Place, light: Light, strong: boolean, rng: Rng): string {
  const { width, height, unit, horizonY } = layout;
  return paintLarge(scene, `sky-${light}`, layout, (context) => {
    const colours = place.sky[light].map((colour) => (strong ? mix(colour, '#061522', 0.5) : colour));
    context.fillStyle = colours[0] ?? '';
    context.fillRect(0, 0, width, height);
    colours.slice(1).forEach((colour, i) => {
      paper(context, 22 * unit, 0.15, () => {
        context.fillStyle = colour;
        context.beginPath();
        wave(context, width, horizonY * (0.2 + 0.17 * i), 15 * unit, width * (0.52 + 0.12 * i), i * 1.9 + 0.6);
        context.lineTo(width, height);
        context.lineTo(0, height);
        context.fill();
      });
    });
    if (place.name === 'winter' && light === 'awake') paintAurora(context, layout);
    const stars = rng.fork('stars');
    for (let i = 0; i < place.stars; i++) {
      const [x, y, size] = [stars.next() * width, stars.next() * horizonY * 0.72, 0.9 + stars.next() * 1.6];
      const alpha = (0.25 + stars.next() * 0.35) * (light === 'asleep' || place.name === 'winter' ? 1 : 0.12);
      context.fillStyle = `rgba(234,244,244,${alpha})`;
      context.beginPath();
      context.arc(x, y, size * unit, 0, 7);
      context.fill();
    }
  });
}

/** Paints the land in one light, clear above its skyline. Returns its key. */
export function paintLand(scene: Phaser.Scene, layout: Layout, place: Place, light: Light, strong: boolean): string {
  const dim: Tone = (colour) => mix(colour, place.dusk, 0.7);
  const lit: Tone = (colour) => colour;
  const base = light === 'asleep' ? dim : lit;
  const tone: Tone = strong ? (colour) => mix(base(colour), '#061522', 0.45) : base;
  const paint = { valley: paintValleyLand, bay: paintBayLand, winter: paintWinterLand }[place.name];
  return paintLarge(scene, `land-${light}`, layout, (context) => paint(context, layout, tone));
}

function paintLarge(scene: Phaser.Scene, key: string, layout: Layout, paint: (context: CanvasRenderingContext2D) => void): string {
  const { width, height, mirrored } = layout;
  const share = Math.min(1, mostWidth / width);
  return paintOnce(scene, key, width * share, height * share, (context) => {
    context.scale(share, share);
    if (mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paint(context);
  });
}

/** Quiet ribbons of northern light: no bright edge anywhere. */
function paintAurora(context: CanvasRenderingContext2D, { width, horizonY, unit }: Layout): void {
  for (const [i, colour] of ['86,196,170', '112,150,214', '150,120,196'].entries()) {
    context.save();
    context.filter = `blur(${18 * unit}px)`;
    context.fillStyle = `rgba(${colour},${0.34 - 0.05 * i})`;
    context.beginPath();
    const top = horizonY * (0.14 + 0.15 * i);
    for (let x = -40; x <= width + 40; x += 16) context.lineTo(x, top + Math.sin(x / (150 * unit) + i * 2) * 34 * unit);
    for (let x = width + 40; x >= -40; x -= 16) context.lineTo(x, top + (70 + 20 * i) * unit + Math.sin(x / (170 * unit) + i * 2 + 0.7) * 40 * unit);
    context.fill();
    context.restore();
  }
}
