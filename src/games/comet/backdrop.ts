import type * as Phaser from 'phaser';
import type { Rng } from '../../core/rng';
import { paintOnce } from '../kit/glow';
import { disc, lens, paper, wave } from '../kit/paper';
import type { Layout } from './layout';
import type { Mood } from './moods';

/** Paints all that never moves on one texture: the sky's domes, stars, land and water. Returns its key. */
export function paintEvening(scene: Phaser.Scene, layout: Layout, mood: Mood, rng: Rng): string {
  const { width, height } = layout;
  return paintOnce(scene, 'evening', width, height, (context) => {
    if (layout.mirrored) {
      context.translate(width, 0);
      context.scale(-1, 1);
    }
    paintDomes(context, layout, mood);
    paintStars(context, layout, mood, rng);
    if (mood.moon) paintMoon(context, layout, mood.moon);
    for (const [i, colour] of mood.ribbons.entries()) paintRibbon(context, layout, colour, i);
    paintIslands(context, layout, mood);
    paintSea(context, layout, mood);
    paintHeadland(context, layout, mood, scene);
    paintHill(context, layout, mood);
  });
}

/** Sheets of paper like the inside of a bowl, the smallest and warmest where the sun went down. */
function paintDomes(context: CanvasRenderingContext2D, { width, height, horizonY, unit }: Layout, mood: Mood): void {
  context.fillStyle = mood.sky[0] ?? '';
  context.fillRect(0, 0, width, height);
  const count = mood.sky.length;
  const most = Math.hypot(width, horizonY) * 0.95;
  mood.sky.slice(1).forEach((colour, i) => {
    const radius = most * (1 - (i + 0.6) / (count + 0.2)) ** 1.15 + 60 * unit;
    paper(context, 26 * unit, 0.2, () => {
      context.fillStyle = colour;
      context.beginPath();
      for (let a = 0; a <= 64; a++) {
        const angle = Math.PI + (a / 64) * Math.PI;
        const wobble = 1 + 0.016 * Math.sin(a * 0.16 + i * 2.1) + 0.007 * Math.sin(a * 0.31 + i * 1.3);
        context.lineTo(width * mood.glowX + Math.cos(angle) * radius * wobble * 1.12, horizonY + 8 + Math.sin(angle) * radius * wobble * 0.86);
      }
      context.lineTo(width * mood.glowX + radius * 1.2, horizonY + 40);
      context.lineTo(width * mood.glowX - radius * 1.2, horizonY + 40);
      context.fill();
    });
  });
}

function paintStars(context: CanvasRenderingContext2D, { width, horizonY, unit }: Layout, mood: Mood, rng: Rng): void {
  const stream = rng.fork('stars');
  for (let i = 0; i < mood.stars; i++) {
    const across = stream.next();
    // Two of three lie in a band that crosses the sky.
    const band = 0.62 - 0.5 * across + (stream.next() - 0.5) * 0.26;
    const y = (i % 3 === 0 ? stream.next() * 0.85 : Math.min(0.92, Math.max(0.02, band))) * horizonY;
    context.fillStyle = `rgba(240,244,240,${(0.22 + stream.next() * 0.34) * (1 - 0.6 * (y / horizonY))})`;
    disc(context, { x: across * width, y }, (0.8 + stream.next() * 1.5) * unit);
  }
}

function paintMoon(context: CanvasRenderingContext2D, { width, horizonY, unit }: Layout, moon: NonNullable<Mood['moon']>): void {
  const at = { x: moon.x * width, y: moon.y * horizonY };
  context.fillStyle = moon.halo;
  for (const [grow, alpha] of [
    [2.1, 0.12],
    [1.6, 0.18],
    [1.28, 0.26],
  ] as const) {
    context.globalAlpha = alpha;
    disc(context, at, moon.sizeU * grow * unit);
  }
  context.globalAlpha = 1;
  paper(context, 20 * unit, 0.25, () => {
    context.fillStyle = moon.colour;
    disc(context, at, moon.sizeU * unit);
  });
  context.fillStyle = 'rgba(70,100,116,.28)';
  for (const [x, y, r] of [
    [-22, -16, 16],
    [20, 10, 21],
    [-14, 28, 10],
    [30, -28, 8],
  ] as const)
    disc(context, { x: at.x + x * unit, y: at.y + y * unit }, r * unit);
}

/** A curtain of light, still: a band of paper that hangs in folds. */
function paintRibbon(context: CanvasRenderingContext2D, { width, horizonY, unit }: Layout, colour: string, i: number): void {
  const top = horizonY * (0.2 + 0.13 * i);
  const deep = horizonY * (0.34 - 0.05 * i);
  const gradient = context.createLinearGradient(0, top, 0, top + deep);
  gradient.addColorStop(0, `${colour}00`);
  gradient.addColorStop(0.35, `${colour}66`);
  gradient.addColorStop(1, `${colour}00`);
  context.fillStyle = gradient;
  context.beginPath();
  wave(context, width, top + 30 * unit * i, 34 * unit, width * (0.62 - 0.11 * i), 0.8 + i * 2.2);
  for (let x = width + 8; x >= -8; x -= 8) {
    const at = (x / (width * (0.62 - 0.11 * i))) * 2 * Math.PI + 0.8 + i * 2.2;
    context.lineTo(x, top + deep + 30 * unit * i + 34 * unit * (Math.sin(at) * 0.65 + Math.sin(at * 0.47 + 1) * 0.35));
  }
  context.fill();
}

function paintIslands(context: CanvasRenderingContext2D, { width, horizonY, unit }: Layout, mood: Mood): void {
  for (const [from, to, high, peak] of [
    [-0.06, 0.3, 64, 0.45],
    [0.24, 0.52, 40, 0.35],
    [0.7, 1.08, 92, 0.6],
  ] as const) {
    const [a, b] = [from * width, to * width];
    paper(context, 12 * unit, 0.24, () => {
      context.fillStyle = mood.land[0];
      context.beginPath();
      context.moveTo(a, horizonY + 6);
      context.bezierCurveTo(
        a + (b - a) * peak * 0.5,
        horizonY,
        a + (b - a) * peak * 0.7,
        horizonY - high * unit,
        a + (b - a) * peak,
        horizonY - high * unit,
      );
      context.bezierCurveTo(a + (b - a) * (peak + 0.14), horizonY - high * unit, a + (b - a) * 0.8, horizonY - high * 0.2 * unit, b, horizonY + 6);
      context.fill();
    });
  }
}

function paintSea(context: CanvasRenderingContext2D, { width, height, horizonY, unit }: Layout, mood: Mood): void {
  const deep = height - horizonY;
  mood.sea.forEach((colour, i) => {
    const y = horizonY + deep * 0.25 * i ** 1.02;
    paper(context, 9 * unit, i === 0 ? 0 : 0.22, () => {
      context.fillStyle = colour;
      context.beginPath();
      if (i === 0) context.rect(0, y, width, height);
      else wave(context, width, y, 4 * unit, width * (0.3 + 0.05 * i), i * 1.7);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.fill();
    });
  });
  context.fillStyle = mood.glint;
  for (let i = 0; i < 9; i++) {
    const along = i / 9;
    context.globalAlpha = 0.42 * (1 - along);
    lens(
      context,
      width * mood.glowX + Math.sin(i * 2.3) * 30 * unit,
      horizonY + deep * (0.05 + 0.75 * along),
      (26 + 46 * along) * unit,
      (1.6 + 2 * along) * unit,
    );
  }
  context.globalAlpha = 1;
}

/** The headland with its lighthouse, on the far side from the companion. */
function paintHeadland(context: CanvasRenderingContext2D, layout: Layout, mood: Mood, scene: Phaser.Scene): void {
  const { width, height, horizonY, unit } = layout;
  const right = width + 10;
  const tower = scene.textures.get('lighthouse').getSourceImage() as CanvasImageSource;
  const towerHeight = 118 * unit;
  context.drawImage(tower, right - 172 * unit, horizonY - towerHeight + 2 * unit, towerHeight * (120 / 260), towerHeight);
  paper(context, 14 * unit, 0.3, () => {
    context.fillStyle = mood.land[1];
    context.beginPath();
    context.moveTo(right, horizonY - 40 * unit);
    context.bezierCurveTo(right - 60 * unit, horizonY - 34 * unit, right - 120 * unit, horizonY + 4 * unit, right - 220 * unit, horizonY + 10 * unit);
    context.bezierCurveTo(
      right - 300 * unit,
      horizonY + 16 * unit,
      right - 330 * unit,
      horizonY + 40 * unit,
      right - 350 * unit,
      horizonY + 62 * unit,
    );
    context.bezierCurveTo(
      right - 240 * unit,
      horizonY + 70 * unit,
      right - 120 * unit,
      horizonY + 96 * unit,
      right,
      Math.min(height, horizonY + 110 * unit),
    );
    context.fill();
  });
  const pine = scene.textures.get('pine').getSourceImage() as CanvasImageSource;
  for (const [x, y, size] of [
    [70, 2, 84],
    [30, -14, 110],
    [258, 24, 56],
    [286, 30, 44],
  ] as const)
    context.drawImage(pine, right - (x + size * 0.3) * unit, horizonY + y * unit - size * 0.82 * unit, size * 0.6 * unit, size * unit);
}

function paintHill(context: CanvasRenderingContext2D, { width, height, unit }: Layout, mood: Mood): void {
  paper(context, 20 * unit, 0.4, () => {
    context.fillStyle = mood.land[2];
    context.beginPath();
    context.moveTo(-10, height - 74 * unit);
    context.bezierCurveTo(150 * unit, height - 96 * unit, 330 * unit, height - 60 * unit, 470 * unit, height - 22 * unit);
    context.bezierCurveTo(560 * unit, height - 4 * unit, 700 * unit, height, width * 0.75, height + 10);
    context.lineTo(-10, height + 10);
    context.fill();
  });
  context.strokeStyle = mood.land[3];
  context.lineWidth = 3 * unit;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(-10, height - 74 * unit);
  context.bezierCurveTo(150 * unit, height - 96 * unit, 330 * unit, height - 60 * unit, 470 * unit, height - 22 * unit);
  context.stroke();
  for (let i = 0; i < 9; i++) {
    const x = (30 + i * 47 + (i % 3) * 9) * unit;
    const y = height - (30 - (i % 4) * 6) * unit;
    for (const lean of [-6, 0, 6]) {
      context.beginPath();
      context.moveTo(x, y);
      context.quadraticCurveTo(x + lean * 0.3 * unit, y - 9 * unit, x + lean * unit, y - (13 - Math.abs(lean) * 0.5) * unit);
      context.stroke();
    }
  }
}
