import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** Paints what is too far away to move: sky, sun, clouds' bands, hills and the sea. Returns its key. */
export function paintFar(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const { width, height } = layout;
  return paintOnce(scene, 'parade-far', width, height, (context) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paintSky(context, layout, mood, rng);
    paintHills(context, layout, mood);
    paintSea(context, layout, mood);
  });
}

function paintSky(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, rng: Rng): void {
  const { width, horizonY, unit, height } = layout;
  context.fillStyle = mood.sky[0] ?? '';
  context.fillRect(0, 0, width, height);
  const { colour, halo, sizeU, x, up } = mood.orb;
  const orb = { x: width * x, y: horizonY * (1 - up) };
  mood.sky.slice(1).forEach((band, i) => {
    paper(context, 20 * unit, 0.07, () => {
      context.fillStyle = band;
      context.beginPath();
      wave(context, width, horizonY * (0.2 + 0.19 * i), 15 * unit, width * (0.5 + 0.13 * i), i * 2.1 + 0.6);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
    // The sun stands behind the last band but one.
    if (i !== 1) return;
    for (const [grow, alpha] of [
      [2.4, 0.14],
      [1.75, 0.2],
      [1.3, 0.32],
    ] as const) {
      context.globalAlpha = alpha;
      context.fillStyle = halo;
      disc(context, orb, sizeU * grow * unit);
    }
    context.globalAlpha = 1;
    context.fillStyle = colour;
    disc(context, orb, sizeU * unit);
  });
  if (mood.name !== 'evening') return;
  const stars = rng.fork('stars');
  for (let i = 0; i < 16; i++) {
    context.fillStyle = `rgba(243,227,195,${0.2 + stars.next() * 0.3})`;
    disc(context, { x: stars.next() * width, y: stars.next() * horizonY * 0.45 }, (1 + stars.next() * 1.4) * unit);
  }
}

function paintHills(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { width, horizonY, unit } = layout;
  mood.hills.forEach((colour, i) => {
    paper(context, 10 * unit, 0.1, () => {
      context.fillStyle = colour;
      context.beginPath();
      context.moveTo(0, horizonY + 4 * unit);
      for (let x = 0; x <= width + 8; x += 8) {
        const at = x / (width * (0.34 - 0.05 * i));
        const hill = Math.max(0, Math.sin(at + i * 2.4)) * 0.7 + Math.max(0, Math.sin(at * 1.7 + i)) * 0.4;
        context.lineTo(x, horizonY + 4 * unit - (16 + (62 - 16 * i) * hill) * unit);
      }
      context.lineTo(width, horizonY + 4 * unit);
      context.fill();
    });
  });
  // A lighthouse far away, so that the bay is known as the bay.
  const x = width * 0.86;
  const y = horizonY + 3 * unit;
  context.fillStyle = mood.cloud;
  context.beginPath();
  context.moveTo(x - 11 * unit, y);
  context.lineTo(x - 7 * unit, y - 74 * unit);
  context.lineTo(x + 7 * unit, y - 74 * unit);
  context.lineTo(x + 11 * unit, y);
  context.fill();
  context.fillStyle = mood.roofs[0] === '#F3F6F6' ? '#B0847C' : (mood.roofs[0] ?? '');
  context.fillRect(x - 9 * unit, y - 44 * unit, 18 * unit, 14 * unit);
  context.fillRect(x - 9 * unit, y - 90 * unit, 18 * unit, 16 * unit);
  context.fillStyle = mood.lamp ?? mood.window;
  context.fillRect(x - 5 * unit, y - 86 * unit, 10 * unit, 11 * unit);
}

function paintSea(context: CanvasRenderingContext2D, layout: Layout, mood: Mood): void {
  const { width, height, horizonY, unit, wallY } = layout;
  const depth = wallY - horizonY;
  mood.sea.forEach((colour, i) => {
    const top = horizonY + depth * (i === 0 ? 0 : 0.08 + 0.2 * i);
    const swell = (i === 0 ? 0 : 2 + 1.4 * i) * unit;
    paper(context, (5 + 3 * i) * unit, i === 0 ? 0 : 0.1, () => {
      context.fillStyle = colour;
      context.beginPath();
      wave(context, width, top, swell, (150 + 60 * i) * unit, i * 2.3);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
    if (i === 0) return;
    context.strokeStyle = mood.seaRim;
    context.globalAlpha = 0.34;
    context.lineWidth = 2 * unit;
    context.beginPath();
    wave(context, width, top + unit, swell, (150 + 60 * i) * unit, i * 2.3);
    context.stroke();
    context.globalAlpha = 1;
  });
  context.fillStyle = mood.glints;
  for (let i = 0; i < 9; i++) {
    context.globalAlpha = 0.4 - 0.03 * i;
    lens(
      context,
      width * mood.orb.x + Math.sin(i * 2.1) * 22 * unit * (i / 5),
      horizonY + depth * (0.06 + 0.09 * i),
      (14 + 7 * i) * unit,
      (1.6 + 0.3 * i) * unit,
    );
  }
  context.globalAlpha = 1;
}
